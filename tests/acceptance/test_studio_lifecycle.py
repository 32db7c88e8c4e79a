"""The studio as a process among processes: started, stopped, killed, started again."""

import os
import signal
import socket

REMEMBER = "INSERT INTO models (name, type) VALUES ('صدای سارا', 'tts')"
RECALL = "SELECT name FROM models"
REMEMBERED = [("صدای سارا",)]
NEWEST_WORKER = "SELECT coalesce(max(id), 0) FROM procrastinate_workers"


def test_it_answers_tells_its_address_and_leaves_nothing_on_sigterm(installation) -> None:
    studio = installation.serve()
    studio.send_signal(signal.SIGTERM)
    out, err = studio.communicate(timeout=10)
    assert out == f"Bazgoo is at http://localhost:{installation.port}\n"
    assert (studio.returncode, err) == (0, "")
    assert installation.left() == []


def test_told_to_stop_while_it_starts_it_leaves_nothing(installation, wait_until) -> None:
    studio = installation.begin("serve", "--quiet")
    wait_until(installation.postmaster)
    found = installation.note()
    studio.send_signal(signal.SIGTERM)
    studio.communicate(timeout=10)
    assert len(found) > 1
    assert installation.left() == []


def test_a_killed_database_is_back_with_its_data_and_the_worker_with_it(installation, wait_until) -> None:
    installation.serve()
    installation.ask(REMEMBER)
    worker = installation.ask(NEWEST_WORKER)
    killed = installation.postmaster()
    os.kill(killed, signal.SIGKILL)
    wait_until(lambda: installation.postmaster() not in (None, killed))
    installation.wait_until_healthy()
    assert installation.ask(RECALL) == REMEMBERED
    wait_until(lambda: installation.ask(NEWEST_WORKER) > worker)


def test_a_killed_worker_is_replaced(installation, wait_until) -> None:
    installation.serve()
    worker = next(each for each in installation.note() if "bazgoo.server.worker" in each.cmdline())
    before = installation.ask(NEWEST_WORKER)
    worker.kill()
    wait_until(lambda: installation.ask(NEWEST_WORKER) > before)


def test_a_killed_studio_takes_everything_along_and_starts_again_with_its_data(
    installation, wait_until
) -> None:
    studio = installation.serve()
    installation.ask(REMEMBER)
    studio.kill()
    studio.wait()
    wait_until(lambda: installation.left() == [])
    installation.serve()
    assert installation.ask(RECALL) == REMEMBERED


def test_a_second_studio_on_the_same_data_says_where_the_first_is(installation) -> None:
    installation.serve()
    second = installation.run("serve", "--port", str(installation.port + 1))
    assert second.returncode == 1
    assert f"http://localhost:{installation.port}" in second.stderr
    assert "[studio_running]" in second.stderr
    assert installation.health()


def test_a_busy_port_is_told_in_one_sentence_before_anything_is_started(installation) -> None:
    with socket.create_server(("127.0.0.1", installation.port)):
        refused = installation.run("serve")
    assert refused.returncode == 1
    assert refused.stderr.count("\n") == 1
    assert f"Port {installation.port}" in refused.stderr
    assert not (installation.data_dir / "database").exists()


def test_a_data_folder_that_cannot_be_is_told_in_one_sentence(installation) -> None:
    file = installation.folder / "file"
    file.touch()
    for command in ("serve", "start", "migrate"):
        refused = installation.run(command, "--data-dir", str(file / "data"))
        assert refused.returncode == 1
        assert refused.stderr.count("\n") == 1
        assert "[data_dir_unwritable]" in refused.stderr


def test_start_and_stop_work_in_the_background_and_twice(installation) -> None:
    installation.environment["HOME"] = ""
    started = installation.run("start")
    assert (started.returncode, started.stdout) == (0, f"Bazgoo is at http://localhost:{installation.port}\n")
    installation.wait_until_healthy()
    again = installation.run("start")
    assert (again.returncode, "already running" in again.stderr) == (0, True)
    assert installation.run("stop").returncode == 0
    assert installation.left() == []
    twice = installation.run("stop")
    assert (twice.returncode, "not running" in twice.stderr) == (0, True)


def test_start_tells_why_the_studio_did_not_start(installation) -> None:
    with socket.create_server(("127.0.0.1", installation.port)):
        refused = installation.run("start")
    assert refused.returncode == 1
    assert "[port_busy]" in refused.stderr


def test_commands_that_migrate_at_once_take_turns_and_leave_nothing(installation) -> None:
    commands = [installation.begin("migrate") for _ in range(3)]
    for command in commands:
        _, err = command.communicate(timeout=60)
        assert command.returncode == 0, err
    assert installation.postmaster() is None


def test_a_command_uses_the_database_of_the_running_studio(installation) -> None:
    installation.serve()
    before = installation.postmaster()
    assert installation.run("migrate").returncode == 0
    assert installation.postmaster() == before
