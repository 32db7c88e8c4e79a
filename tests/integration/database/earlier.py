"""What people had put into databases of earlier versions, by the revision that made room for it."""

from pathlib import Path

import bcrypt

from bazgoo.server.accounts.tokens import digest
from bazgoo.server.settings.sealing import sealed
from bazgoo.settings import Settings
from tests.integration.people import PASSWORD

SARA, REZA = "11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"
MODEL, DATASET, JOB, POINT = (f"{digit * 8}-3333-4333-8333-333333333333" for digit in "3456")
DOWNLOAD, SESSION = "77777777-3333-4333-8333-333333333333", "88888888-3333-4333-8333-333333333333"
SAMPLES = ("99999999-3333-4333-8333-333333333333", "aaaaaaaa-3333-4333-8333-333333333333")
KEY, HUB_TOKEN = "bzg_an-old-key-of-a-program", "hf_an_old_token"


def filling(settings: Settings) -> dict[str, str]:
    """The statements that fill a database, by the first revision at which they can be run."""
    password = bcrypt.hashpw(PASSWORD.encode(), bcrypt.gensalt(4)).decode()
    return {
        "0001": f"""
            INSERT INTO users (id, email, username, password_hash, role) VALUES
                ('{SARA}', 'sara@example.org', 'سارا', '{password}', 'admin'),
                ('{REZA}', 'reza@example.org', 'رضا', '{password}', 'user');
            INSERT INTO user_settings (user_id, huggingface_token, max_concurrent_downloads, settings_json)
                VALUES ('{SARA}', '{sealed(settings, HUB_TOKEN)}', 5, '{{"theme": "dark"}}');
            INSERT INTO auth_sessions (id, user_id, expires_at)
                VALUES ('{SESSION}', '{SARA}', now() + interval '9 days');
            INSERT INTO refresh_tokens (session_id, token_hash, expires_at)
                VALUES ('{SESSION}', '{digest("an-old-refresh-token")}', now() + interval '9 days');
            INSERT INTO api_keys (user_id, name, prefix, key_hash)
                VALUES ('{SARA}', 'کتابخوان', 'bzg_an-old', '{digest(KEY)}');
            INSERT INTO installation_settings (key, value) VALUES ('registration_open', 'false');
            INSERT INTO models (id, name, type, repo_id, size_mb, status, metadata)
                VALUES ('{MODEL}', 'صدای کهن', 'tts', 'someone/old', 63.2, 'available', '{{"license": "mit"}}');
            INSERT INTO download_queue (id, model_id, user_id, status, progress, bytes_downloaded, bytes_total)
                VALUES ('{DOWNLOAD}', '{MODEL}', '{SARA}', 'paused', 40, 4000, 10000);
            INSERT INTO datasets (id, user_id, name, type, file_path, size_mb, record_count, metadata)
                VALUES ('{DATASET}', '{SARA}', 'ضبط‌ها', 'audio', 'datasets/{DATASET}', 1.5, 12,
                        '{{"license": "CC0-1.0"}}');
            INSERT INTO training_jobs (id, user_id, model_id, status, progress, config, metrics, completed_at)
                VALUES ('{JOB}', '{SARA}', '{MODEL}', 'completed', 100, '{{"epochs": 3}}', '{{"loss": 0.5}}', now());
            INSERT INTO checkpoints (id, training_job_id, epoch, step, loss, file_path)
                VALUES ('{POINT}', '{JOB}', 3, 300, 0.5, 'checkpoints/{JOB}/checkpoints/step-300.pt');
        """,
        "0002": """
            INSERT INTO procrastinate_jobs (queue_name, task_name, args)
                VALUES ('housekeeping', 'housekeeping:purge_expired', '{"timestamp": 0}');
        """,
        "0003": """
            UPDATE download_queue SET repo_id = 'someone/old', seq = 12, request_key = 'k',
                   request = '{"revision": null, "files": null, "voice": null}';
        """,
        "0004": f"INSERT INTO lexicon (user_id, word, ipa, spoken) VALUES ('{SARA}', 'کرم', 'keɾˈem', 'کِرِم');",
        "0005": "UPDATE datasets SET status = 'ready', progress = 100, duration_s = 60.5, seq = 4;",
        "0006": f"""
            UPDATE training_jobs SET name = 'صدای من', dataset_id = '{DATASET}', step = 300, total_steps = 300;
            INSERT INTO training_metrics (training_job_id, step, epoch, metrics)
                VALUES ('{JOB}', 300, 3, '{{"loss": 0.5}}');
            INSERT INTO training_samples (id, training_job_id, step, kind, text, file) VALUES
                ('{SAMPLES[0]}', '{JOB}', 100, 'audio', 'سلام', 'step-100/1.wav'),
                ('{SAMPLES[1]}', '{JOB}', 300, 'audio', 'سلام', 'step-300/1.wav');
            INSERT INTO listening_pairs (training_job_id, sample_a, sample_b, checkpoint_a, checkpoint_b, chosen)
                VALUES ('{JOB}', '{SAMPLES[0]}', '{SAMPLES[1]}', '{POINT}', '{POINT}', 'b');
        """,
        "0007": f"""
            INSERT INTO audit_log (user_id, email, action) VALUES ('{SARA}', 'sara@example.org', 'login');
            INSERT INTO speech_usage (user_id, day, characters, audio_s) VALUES ('{SARA}', now()::date, 120, 9.5);
            INSERT INTO user_quotas (user_id, disk_mb) VALUES ('{REZA}', 100);
        """,
        "0008": f"""
            INSERT INTO backup_runs (user_id, files, incremental, scheduled, status, name, completed_at)
                VALUES ('{SARA}', true, false, true, 'completed', 'bazgoo-1.backup', now());
        """,
    }


def lay_files(settings: Settings) -> None:
    """The files that belong to those rows."""
    from bazgoo.datasets import Dataset

    settings.datasets_dir.mkdir(parents=True, exist_ok=True)
    with Dataset.create(settings.datasets_dir / DATASET, "ضبط‌ها", "text") as dataset:
        for number in range(12):
            dataset.add(text=f"جملهٔ {number}")
    folder: Path = settings.trainings_dir / JOB
    folder.mkdir(parents=True)
