"""The tables as the contract names them."""

from uuid import UUID

import psycopg
import pytest
from psycopg.errors import CheckViolation, UniqueViolation

CONTRACT = {
    "users": "id email username password_hash role created_at updated_at",
    "models": "id name type repo_id size_mb status download_progress file_path metadata created_at"
    " updated_at",
    "training_jobs": "id user_id model_id status progress config metrics error_message started_at"
    " completed_at created_at",
    "datasets": "id user_id name type file_path size_mb record_count metadata created_at",
    "download_queue": "id model_id user_id status progress bytes_downloaded bytes_total current_file"
    " error_message started_at completed_at created_at",
    "user_settings": "id user_id huggingface_token huggingface_api_url auto_download max_concurrent_downloads"
    " settings_json updated_at",
    "checkpoints": "id training_job_id epoch step loss accuracy file_path metadata created_at",
}
OURS = {
    "users": {"disabled"},
    "training_jobs": {
        "recipe",
        "name",
        "dataset_id",
        "dataset_name",
        "lineage",
        "epoch",
        "total_epochs",
        "step",
        "total_steps",
        "eta_s",
        "device",
        "seq",
        "error",
        "work",
        "position",
        "logged_at",
        "crashed_at_step",
        "slot",
        "claim",
        "beat_at",
    },
    "datasets": {
        "status",
        "stage",
        "progress",
        "accepted",
        "rejected",
        "duration_s",
        "seq",
        "error",
        "work",
        "attempts",
        "claim",
        "beat_at",
    },
    "download_queue": {
        "repo_id",
        "request",
        "request_key",
        "plan",
        "endpoint",
        "seq",
        "speed_bps",
        "eta_s",
        "error",
        "claim",
        "beat_at",
    },
}
INDEXES = {
    "idx_models_type",
    "idx_models_status",
    "idx_training_jobs_user_id",
    "idx_training_jobs_status",
    "idx_download_queue_status",
    "idx_datasets_user_id",
    "idx_checkpoints_training_job_id",
}
DELETE_RULES = {
    ("user_settings", "user_id"): "c",
    ("auth_sessions", "user_id"): "c",
    ("refresh_tokens", "session_id"): "c",
    ("api_keys", "user_id"): "c",
    ("lexicon", "user_id"): "c",
    ("download_queue", "user_id"): "c",
    ("download_queue", "model_id"): "n",
    ("datasets", "user_id"): "c",
    ("training_jobs", "user_id"): "c",
    ("training_jobs", "model_id"): "n",
    ("training_jobs", "dataset_id"): "n",
    ("checkpoints", "training_job_id"): "c",
    ("training_metrics", "training_job_id"): "c",
    ("training_samples", "training_job_id"): "c",
    ("listening_pairs", "training_job_id"): "c",
    ("listening_pairs", "sample_a"): "c",
    ("listening_pairs", "sample_b"): "c",
    ("listening_pairs", "checkpoint_a"): "c",
    ("listening_pairs", "checkpoint_b"): "c",
    ("audit_log", "user_id"): "n",
    ("speech_usage", "user_id"): "c",
    ("user_quotas", "user_id"): "c",
    ("backup_runs", "user_id"): "n",
}
USER = (
    "INSERT INTO users (email, username, password_hash) VALUES ('sara@example.org', 'sara', 'x') RETURNING id"
)
MODEL = "INSERT INTO models (name, type) VALUES ('صدا', 'tts') RETURNING id"


@pytest.fixture
def connection(database_url):
    with psycopg.connect(database_url, autocommit=True) as connection:
        yield connection


def _one(connection: psycopg.Connection, statement: str, *values: object) -> object:
    row = connection.execute(statement.encode(), values or None).fetchone()
    assert row is not None
    return row[0]


@pytest.mark.parametrize("table", CONTRACT)
def test_a_table_has_the_columns_of_the_contract_and_few_of_ours(connection, table) -> None:
    rows = connection.execute(
        "SELECT column_name FROM information_schema.columns WHERE table_name = %s", [table]
    )
    assert {name for (name,) in rows} == set(CONTRACT[table].split()) | OURS.get(table, set())


def test_the_named_indexes_are_there(connection) -> None:
    rows = connection.execute("SELECT indexname FROM pg_indexes WHERE schemaname = 'public'")
    assert {name for (name,) in rows} >= INDEXES


def test_every_foreign_key_of_ours_has_its_delete_rule(connection) -> None:
    rows = connection.execute(
        "SELECT conrelid::regclass::text, attname, confdeltype FROM pg_constraint"
        " JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]"
        " WHERE contype = 'f' AND conrelid::regclass::text NOT LIKE 'procrastinate%'"
    )
    assert {
        (table, column): rule.decode() if isinstance(rule, bytes) else rule for table, column, rule in rows
    } == (DELETE_RULES)


def test_every_foreign_key_has_an_index(connection) -> None:
    bare = connection.execute(
        "SELECT conrelid::regclass, conname FROM pg_constraint WHERE contype = 'f' AND NOT EXISTS"
        " (SELECT FROM pg_index WHERE indrelid = conrelid AND indkey[0] = conkey[1])"
        " AND conrelid::regclass::text NOT LIKE 'procrastinate%'"
    ).fetchall()
    assert bare == []


def test_ids_are_given_by_the_database(connection) -> None:
    assert isinstance(_one(connection, USER), UUID)


@pytest.mark.parametrize("table", ["users", "models"])
def test_a_trigger_keeps_updated_at(connection, table) -> None:
    _one(connection, USER if table == "users" else MODEL)
    assert (
        _one(connection, f"UPDATE {table} SET created_at = created_at RETURNING updated_at > created_at")
        is True
    )


def test_triggers_keep_updated_at_of_settings_too(connection) -> None:
    connection.execute("INSERT INTO installation_settings VALUES ('registration_open', 'true', '2000-01-01')")
    user = _one(connection, USER)
    connection.execute("INSERT INTO user_settings (user_id, updated_at) VALUES (%s, '2000-01-01')", [user])
    for table, change in (
        ("installation_settings", "value = 'false'"),
        ("user_settings", "auto_download = true"),
    ):
        recent = f"UPDATE {table} SET {change} RETURNING updated_at > now() - interval '1 minute'"
        assert _one(connection, recent) is True


def test_one_address_is_one_account_however_it_is_capitalised(connection) -> None:
    _one(connection, USER)
    with pytest.raises(UniqueViolation):
        _one(connection, USER.replace("sara@", "Sara@"))


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE users SET role = 'king'",
        "UPDATE models SET type = 'song'",
        "UPDATE models SET status = 'lost'",
        "UPDATE models SET download_progress = 100.5",
        "UPDATE models SET size_mb = -1",
        "UPDATE training_jobs SET status = 'lost'",
        "UPDATE training_jobs SET progress = -1",
        "UPDATE training_jobs SET recipe = 'soup'",
        "UPDATE datasets SET type = 'video'",
        "UPDATE datasets SET record_count = -1",
        "UPDATE download_queue SET status = 'lost'",
        "UPDATE download_queue SET bytes_downloaded = -1",
        "UPDATE download_queue SET bytes_total = -1",
        "UPDATE download_queue SET progress = 101",
        "UPDATE user_settings SET max_concurrent_downloads = 0",
        "UPDATE checkpoints SET epoch = -1",
    ],
)
def test_the_database_refuses_what_cannot_be(connection, change) -> None:
    _fill(connection)
    with pytest.raises(CheckViolation):
        connection.execute(change.encode())


def test_what_is_a_persons_goes_with_the_person_and_models_stay(connection) -> None:
    _fill(connection)
    connection.execute("DELETE FROM users")
    for table in ("training_jobs", "datasets", "download_queue", "user_settings", "checkpoints"):
        assert _one(connection, f"SELECT count(*) FROM {table}") == 0
    assert _one(connection, "SELECT count(*) FROM models") == 1


def test_history_stays_when_its_model_goes(connection) -> None:
    _fill(connection)
    connection.execute("DELETE FROM models")
    assert _one(connection, "SELECT count(*) FROM training_jobs WHERE model_id IS NULL") == 1
    assert _one(connection, "SELECT count(*) FROM download_queue WHERE model_id IS NULL") == 1


def _fill(connection: psycopg.Connection) -> None:
    """One row in each of the seven tables."""
    user, model = _one(connection, USER), _one(connection, MODEL)
    connection.execute("INSERT INTO datasets (user_id, name, type) VALUES (%s, 'متن', 'text')", [user])
    connection.execute("INSERT INTO user_settings (user_id) VALUES (%s)", [user])
    connection.execute("INSERT INTO download_queue (user_id, model_id) VALUES (%s, %s)", [user, model])
    job = "INSERT INTO training_jobs (user_id, model_id) VALUES (%s, %s) RETURNING id"
    job_id = _one(connection, job, user, model)
    connection.execute("INSERT INTO checkpoints (training_job_id, epoch) VALUES (%s, 1)", [job_id])
