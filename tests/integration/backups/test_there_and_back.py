"""What is in a backup comes back as it was, on an empty machine."""

import asyncio
from pathlib import Path

import psycopg
import pytest
from pydantic import SecretStr

from bazgoo.datasets import Dataset
from bazgoo.errors import (
    BackupBaseMissing,
    BackupDamaged,
    BackupNewer,
    BackupPasswordMissing,
    BackupPasswordWrong,
    DatabaseForeign,
    DatabaseInUse,
    DataThere,
)
from bazgoo.server.backups import making
from bazgoo.server.backups.archive import Archive, ArchiveWriter, Chain, Contents, KeptFile, read_header
from bazgoo.server.backups.making import Wish, make_backup
from bazgoo.server.backups.restoring import check, restore
from bazgoo.server.database import Database
from bazgoo.server.migrations import VERSIONS, migrating, revision
from bazgoo.server.settings.sealing import opened
from bazgoo.store import Shelf
from tests.integration.backups.conftest import TOKEN
from tests.integration.conftest import _other

PASSWORD = "گذرواژهٔ پشتیبان"
TABLES = ("users", "user_settings", "lexicon", "datasets", "training_jobs", "audit_log", "models")


def _rows(address: str) -> dict[str, list[tuple[object, ...]]]:
    with psycopg.connect(address) as connection:
        return {
            name: connection.execute(f"SELECT * FROM {name} ORDER BY 1".encode()).fetchall()
            for name in TABLES
        }


def _files(folder: Path, *below: str) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for name in below
        for path in (folder / name).rglob("*")
        if path.is_file()
    }


def _address(settings) -> str:
    return settings.database_url.get_secret_value()


def test_everything_comes_back_as_it_was(full, elsewhere, bring_back, tmp_path) -> None:
    full.back_up(tmp_path / "a.backup")
    restored = bring_back(tmp_path / "a.backup")
    there, here = full.settings.data_dir, elsewhere.data_dir
    assert _rows(_address(elsewhere)) == _rows(full.address)
    assert _files(here, "checkpoints") == _files(there, "checkpoints")
    assert _files(here, "models") == _files(there, "models")
    assert _files(here, f"datasets/{full.dataset}/originals") == _files(
        there, f"datasets/{full.dataset}/originals"
    )
    with Dataset.open(elsewhere.datasets_dir / str(full.dataset)) as dataset:
        assert [dataset.record(n).text for n in (1, 2, 3)] == ["جملهٔ 0", "جملهٔ 1", "جملهٔ 2"]
        dataset.add("یکی دیگر")
    assert Shelf(elsewhere.models_dir).damaged(Shelf(elsewhere.models_dir).find(str(full.bought))) == []
    assert revision(_address(elsewhere)) == VERSIONS[-1]
    assert restored.tokens_lost == 1
    assert not (here / "jwt_secret").exists()


def test_what_can_be_made_again_and_what_is_half_made_stays_behind(
    full, bring_back, elsewhere, tmp_path
) -> None:
    full.back_up(tmp_path / "a.backup")
    bring_back(tmp_path / "a.backup")
    assert list((elsewhere.datasets_dir / str(full.dataset) / "prepared").iterdir()) == []
    assert sorted(path.name for path in elsewhere.models_dir.iterdir()) == sorted(
        ["by-hand.onnx", str(full.bought), str(full.own)]
    )
    assert sorted(path.name for path in elsewhere.data_dir.iterdir()) == [
        "checkpoints",
        "datasets",
        "models",
        "run",
    ]


def test_numbers_go_on_and_triggers_work_after_a_restore(full, bring_back, elsewhere, tmp_path) -> None:
    full.back_up(tmp_path / "a.backup")
    bring_back(tmp_path / "a.backup")
    with psycopg.connect(_address(elsewhere)) as connection:
        assert connection.execute("INSERT INTO audit_log (action) VALUES ('x') RETURNING id").fetchone() == (
            4,
        )
        before = connection.execute("SELECT updated_at FROM users").fetchone()
        connection.execute("UPDATE users SET username = 'مینا'")
        assert connection.execute("SELECT updated_at FROM users").fetchone() > before
        connection.execute("DELETE FROM users")
        assert connection.execute("SELECT count(*) FROM lexicon").fetchone() == (0,)


def test_a_sealed_backup_tells_nothing_and_brings_the_key_along(
    full, bring_back, elsewhere, tmp_path
) -> None:
    full.back_up(tmp_path / "a.backup", password=PASSWORD)
    content = (tmp_path / "a.backup").read_bytes()
    assert all(word.encode() not in content for word in ("a@b.ir", "سارا", "weights.bin", "RIFF"))
    for password, error in ((None, BackupPasswordMissing), ("another one", BackupPasswordWrong)):
        with pytest.raises(error):
            bring_back(tmp_path / "a.backup", password)
    assert bring_back(tmp_path / "a.backup", PASSWORD).tokens_lost == 0
    with psycopg.connect(_address(elsewhere)) as connection:
        (stored,) = connection.execute("SELECT huggingface_token FROM user_settings").fetchone() or ("",)
    assert opened(elsewhere, stored) == TOKEN
    assert (elsewhere.data_dir / "jwt_secret").stat().st_mode & 0o777 == 0o600


def test_an_open_backup_has_no_key_in_it(full, tmp_path) -> None:
    full.back_up(tmp_path / "a.backup")
    content = (tmp_path / "a.backup").read_bytes()
    assert (full.settings.data_dir / "jwt_secret").read_bytes() not in content
    assert TOKEN.encode() not in content
    assert (tmp_path / "a.backup").stat().st_mode & 0o777 == 0o600


def test_without_files_own_models_still_come_along_and_the_rest_is_named(
    full, bring_back, elsewhere, tmp_path
) -> None:
    full.back_up(tmp_path / "a.backup", files=False)
    restored = bring_back(tmp_path / "a.backup")
    assert [each.repo_id for each in restored.left_out] == ["owner/voice"]
    assert (elsewhere.models_dir / str(full.own) / "weights.bin").exists()
    assert [path.name for path in (elsewhere.models_dir / str(full.bought)).iterdir()] == ["bazgoo.json"]


def test_an_incremental_backup_holds_what_is_new_and_needs_the_one_before(full, bring_back, tmp_path) -> None:
    one, two, three = (tmp_path / f"{name}.backup" for name in "abc")
    full.back_up(one)
    checkpoints = full.settings.trainings_dir / str(full.training) / "checkpoints"
    (checkpoints / "step-00000020.pt").write_bytes(b"learnt more")
    (checkpoints / "step-00000010.pt").touch()
    header = full.back_up(two, base=one)
    full.back_up(three, base=two)
    assert (header.kind, header.base_name) == ("incremental", "a.backup")
    assert three.stat().st_size < one.stat().st_size / 10
    with Archive(three) as archive:
        held = {file.path.rpartition("/")[2]: file.held_by for file in archive.contents.files}
    assert held["step-00000010.pt"] == read_header(one).id
    assert held["step-00000020.pt"] == read_header(two).id
    one.rename(tmp_path / "renamed.backup")
    bring_back(three)
    (tmp_path / "renamed.backup").rename(tmp_path / "away")
    with pytest.raises(BackupBaseMissing, match=r"b\.backup"):
        bring_back(three)


def test_what_was_restored_is_known_to_the_next_incremental_backup(
    full, bring_back, elsewhere, tmp_path
) -> None:
    full.back_up(tmp_path / "a.backup")
    bring_back(tmp_path / "a.backup")
    make_backup(elsewhere, _address(elsewhere), tmp_path / "b.backup", Wish(base=tmp_path / "a.backup"))
    with Archive(tmp_path / "b.backup") as archive:
        assert {file.held_by for file in archive.contents.files} == {read_header(tmp_path / "a.backup").id}


def test_a_training_that_is_deleted_while_files_are_read_does_not_come_back(
    full, bring_back, elsewhere, tmp_path, monkeypatch
) -> None:
    monkeypatch.setattr(making, "EVERY_S", 0)
    gone = []

    def delete(event) -> None:
        if event.current.startswith("models/") and not gone:
            gone.append(full.remove_training())

    make_backup(full.settings, full.address, tmp_path / "a.backup", Wish(), delete)
    bring_back(tmp_path / "a.backup")
    assert gone
    assert _rows(_address(elsewhere))["training_jobs"] == []


@pytest.mark.parametrize("password", [None, PASSWORD])
def test_a_backup_that_was_changed_or_cut_is_refused(full, elsewhere, tmp_path, password) -> None:
    whole = tmp_path / "a.backup"
    full.back_up(whole, password=password)
    content = whole.read_bytes()
    begin = content.index(b"\n", content.index(b"\n") + 1) + 1
    some = 5 if password else 25  # to try a password takes its time
    places = [begin + 5, *range(begin + 600, len(content) - 1500, len(content) // some)]
    for place in places:
        broken = bytearray(content)
        broken[place] ^= 0x41
        (tmp_path / "b.backup").write_bytes(broken)
        _is_refused(tmp_path / "b.backup", password, broken[place : place + 1] + content[place : place + 1])
    for length in (10, begin - 1, begin + 512, len(content) // 2, len(content) - 1100):
        (tmp_path / "b.backup").write_bytes(content[:length])
        _is_refused(tmp_path / "b.backup", password, length)


def _is_refused(file: Path, password: str | None, case: object) -> None:
    try:
        with Chain(file, password) as chain:
            check(chain)
    except (BackupDamaged, BackupPasswordWrong):
        return
    pytest.fail(f"taken for whole: {case!r}")


def test_a_record_that_is_deleted_while_files_are_read_is_missing_as_a_whole(
    full, bring_back, elsewhere, tmp_path, monkeypatch
) -> None:
    monkeypatch.setattr(making, "EVERY_S", 0)
    place, gone = full.settings.datasets_dir / str(full.dataset), []

    def delete(event) -> None:
        if "/originals/000001" in event.current and not gone:
            with Dataset.open(place) as dataset:
                dataset.remove(2)
                dataset.add("تازه", file=next((place / "originals").iterdir()))
            gone.append(2)

    make_backup(full.settings, full.address, tmp_path / "a.backup", Wish(), delete)
    bring_back(tmp_path / "a.backup")
    with Dataset.open(elsewhere.datasets_dir / str(full.dataset)) as dataset:
        records = [dataset.record(n) for n in (1, 3, 4)]
        assert [record.text for record in records] == ["جملهٔ 0", "جملهٔ 2", "تازه"]
        assert all((dataset.original(record) or Path()).is_file() for record in records)
        assert dataset.count() == 3


def test_a_dataset_whose_import_ends_while_files_are_read_goes_on_from_there(
    full, bring_back, elsewhere, tmp_path
) -> None:
    with psycopg.connect(full.address) as connection:
        connection.execute(
            """UPDATE datasets SET status = 'importing', work = '{"do": "import", "file": "x.zip"}'"""
        )
    full.back_up(tmp_path / "a.backup")
    bring_back(tmp_path / "a.backup")
    with psycopg.connect(_address(elsewhere)) as connection:
        row = connection.execute("SELECT status, work ->> 'do' FROM datasets").fetchone()
    assert row == ("checking", "check")


def test_what_came_and_waits_for_a_worker_comes_along(full, bring_back, elsewhere, tmp_path) -> None:
    with psycopg.connect(full.address) as connection:
        connection.execute(
            """UPDATE datasets SET status = 'importing', work = '{"do": "import", "file": "x.zip"}'"""
        )
    place = full.settings.datasets_dir / str(full.dataset)
    place.rename(tmp_path / "aside")
    incoming = full.settings.datasets_dir / f".incoming-{full.dataset}" / "file"
    incoming.mkdir(parents=True)
    (incoming / "x.zip").write_bytes(b"what came")
    full.back_up(tmp_path / "a.backup")
    bring_back(tmp_path / "a.backup")
    came = elsewhere.datasets_dir / f".incoming-{full.dataset}" / "file" / "x.zip"
    assert came.read_bytes() == b"what came"
    assert _rows(_address(elsewhere)) == _rows(full.address)


@pytest.mark.parametrize("older", ["0001", "0006"])
def test_a_backup_of_an_older_program_gets_the_newest_shape(
    settings, elsewhere, bring_back, tmp_path, postgres, empty_database_url, older
) -> None:
    address = _new_database(postgres, f"older_{older}")
    with migrating(address) as transaction:
        transaction.upgrade(older)
        transaction.psycopg.execute(
            "INSERT INTO users (email, username, password_hash) VALUES ('a@b.ir', 'سارا', 'x')"
        )
    make_backup(settings, address, tmp_path / "a.backup", Wish())
    bring_back(tmp_path / "a.backup")
    assert revision(_address(elsewhere)) == VERSIONS[-1]
    with psycopg.connect(_address(elsewhere)) as connection:
        assert connection.execute("SELECT username FROM users").fetchall() == [("سارا",)]


def _new_database(postgres: str, name: str) -> str:
    with psycopg.connect(_other(postgres, "postgres"), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE template0".encode())
    return _other(postgres, name)


async def test_a_database_in_which_a_studio_is_at_work_is_left_alone(
    full, elsewhere, bring_back, tmp_path
) -> None:
    full.back_up(tmp_path / "a.backup")
    database = Database(_address(elsewhere))
    await database.ping()
    with pytest.raises(DatabaseInUse):
        await asyncio.to_thread(bring_back, tmp_path / "a.backup")
    await database.close()


def test_a_forged_backup_writes_nowhere_else(full, elsewhere, bring_back, tmp_path) -> None:
    full.back_up(tmp_path / "a.backup")
    header = read_header(tmp_path / "a.backup")
    for paths in (
        ["../x"],
        ["models/../../x"],
        ["/x"],
        ["database/x"],
        ["run/x"],
        ["models"],
        ["models/a", "models/a"],
        ["models/a", "models/a/b"],
        ["models//x"],
    ):
        with (tmp_path / "b.backup").open("wb") as out:
            archive = ArchiveWriter(out, header, None)
            contents = Contents()
            for path in dict.fromkeys(paths):
                part = archive.add(f"files/{path}", b"hostile")
            contents.files = [KeptFile(path, part.size, part.sha256, 0, header.id) for path in paths]
            archive.finish(contents)
        with pytest.raises(BackupDamaged):
            bring_back(tmp_path / "b.backup")
    assert [path.name for path in elsewhere.data_dir.iterdir()] == ["run"]


def test_nothing_that_is_there_is_lost(full, tmp_path) -> None:
    full.back_up(tmp_path / "a.backup")
    settings = full.settings.model_copy(update={"database_url": _secret(full.address)})
    before = _rows(full.address), _files(settings.data_dir, "models", "datasets", "checkpoints")
    with Chain(tmp_path / "a.backup") as chain, pytest.raises(DataThere):
        restore(settings, chain)
    assert before == (_rows(full.address), _files(settings.data_dir, "models", "datasets", "checkpoints"))


def test_what_is_there_is_replaced_when_that_is_said(full, tmp_path) -> None:
    full.back_up(tmp_path / "a.backup")
    settings = full.settings.model_copy(update={"database_url": _secret(full.address)})
    before = _rows(full.address)
    full.remove_training()
    (settings.models_dir / "later.onnx").write_bytes(b"came later")
    with Chain(tmp_path / "a.backup") as chain:
        assert restore(settings, chain, replace=True).tokens_lost == 0
    assert _rows(full.address) == before
    assert not (settings.models_dir / "later.onnx").exists()


def test_tables_of_other_programs_are_not_replaced(full, tmp_path) -> None:
    full.back_up(tmp_path / "a.backup")
    settings = full.settings.model_copy(update={"database_url": _secret(full.address)})
    with psycopg.connect(full.address) as connection:
        connection.execute("CREATE TABLE somebody_elses (id integer)")
    before = _rows(full.address), _files(settings.data_dir, "models", "datasets", "checkpoints")
    with Chain(tmp_path / "a.backup") as chain, pytest.raises(DatabaseForeign, match="somebody_elses"):
        restore(settings, chain, replace=True)
    assert before == (_rows(full.address), _files(settings.data_dir, "models", "datasets", "checkpoints"))


def test_a_backup_of_a_newer_program_is_refused(full, elsewhere, bring_back, tmp_path) -> None:
    full.back_up(tmp_path / "a.backup")
    content = (tmp_path / "a.backup").read_bytes()
    newer = content.replace(f'"revision":"{VERSIONS[-1]}"'.encode(), b'"revision":"9999"', 1)
    (tmp_path / "a.backup").write_bytes(newer)
    with pytest.raises(BackupNewer):
        bring_back(tmp_path / "a.backup")
    assert [path.name for path in elsewhere.data_dir.iterdir()] == ["run"]


def test_a_restore_that_fails_on_the_way_leaves_nothing_behind(full, elsewhere, tmp_path) -> None:
    full.back_up(tmp_path / "a.backup")

    def stop(event) -> None:
        if event.stage == "restoring":
            raise KeyboardInterrupt

    with Chain(tmp_path / "a.backup") as chain, pytest.raises(KeyboardInterrupt):
        restore(elsewhere, chain, emit=stop)
    assert [path.name for path in elsewhere.data_dir.iterdir()] == ["run"]
    assert revision(_address(elsewhere)) is None


def test_a_backup_that_is_stopped_leaves_nothing_behind(full, tmp_path) -> None:
    folder = tmp_path / "somewhere"

    def stop(event) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make_backup(full.settings, full.address, folder / "a.backup", Wish(), stop)
    assert list(folder.iterdir()) == []


def _secret(address: str):
    return SecretStr(address)
