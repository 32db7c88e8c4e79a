"""The studio as a whole, as programs that know nothing but the contract meet it."""

import json
import os
import re
import signal
from typing import Any

import httpx
import pytest

from tests.acceptance.visitors import Visitor

PROBLEM = {"type", "title", "status", "detail", "code", "request_id"}
TABLES = {
    "users",
    "models",
    "training_jobs",
    "datasets",
    "download_queue",
    "user_settings",
    "checkpoints",
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
ENDPOINTS = {
    "/api/auth/register": {"post"},
    "/api/auth/login": {"post"},
    "/api/auth/refresh": {"post"},
    "/api/auth/logout": {"post"},
    "/api/auth/me": {"get"},
    "/api/auth/keys": {"get", "post"},
    "/api/auth/keys/{key_id}": {"delete"},
    "/api/users": {"get"},
    "/api/users/{user_id}": {"patch"},
    "/api/admin/settings": {"get", "patch"},
    "/api/voices": {"get"},
    "/api/speech": {"post"},
    "/api/text/analyze": {"post"},
    "/v1/audio/speech": {"post"},
    "/v1/audio/voices": {"get"},
    "/v1/models": {"get"},
    "/health": {"get"},
    "/api/health": {"get"},
    "/api/system/status": {"get"},
    "/metrics": {"get"},
}


def test_every_problem_has_the_shape_of_the_contract(admin, join, visit) -> None:
    person, stranger = join(), visit()
    answers = {
        401: stranger.get("/api/auth/me"),
        403: person.get("/api/users"),
        404: person.get("/api/nothing"),
        405: person.delete("/api/voices"),
        413: person.post("/api/speech", content=b" " * 9_000_000),
        422: person.post("/api/speech", json={"text": 7}),
    }
    for status, answer in answers.items():
        assert answer.headers["Content-Type"] == "application/problem+json"
        problem = answer.json()
        assert set(problem) - {"errors"} == PROBLEM
        assert (answer.status_code, problem["status"]) == (status, status)
        assert problem["request_id"] == answer.headers["X-Request-ID"]
    assert answers[422].json()["errors"] == [{"loc": ["body", "text"], "msg": "must be text."}]
    assert answers[405].headers["Allow"] == "GET"


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("en-US,fa;q=0.5", "en"),
        ("en-US,en;q=0.9,fa;q=0.8", "en"),
        ("fa-IR,en;q=0.5", "fa"),
        ("de", "fa"),
        ("*", "fa"),
        ("en;q=0", "fa"),
        ("", "fa"),
    ],
)
def test_a_problem_is_persian_unless_english_is_preferred(visit, accepted: str, language: str) -> None:
    answer = visit().get("/api/auth/me", headers={"Accept-Language": accepted})
    assert answer.headers["Content-Language"] == language
    assert bool(re.search("[\u0600-\u06ff]", answer.json()["detail"])) == (language == "fa")


@pytest.mark.parametrize(
    "body", [b"{", b"\xff", b'"\\ud800"', b"[]", b"null", b"", b'{"text": "' + b"[" * 99, b"[" * 99_999]
)
def test_a_body_that_is_no_json_object_is_a_422(admin, body: bytes) -> None:
    answer = admin.post("/api/speech", content=body, headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request")


def test_a_body_that_is_not_sent_as_json_is_told_how_to_be(visit) -> None:
    answer = visit().post("/api/auth/login", data={"email": "a@example.org", "password": "x"})
    assert answer.status_code == 422
    assert "application/json" in answer.json()["errors"][0]["msg"]


@pytest.mark.parametrize("path", ["/health", "/api/health", "/", "/docs", "/openapi.json", "/api/voices"])
def test_head_answers_as_get_without_a_body(admin, path: str) -> None:
    head, get = admin.head(path), admin.get(path)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["Content-Type"] == get.headers["Content-Type"]


def test_another_origin_may_call_if_the_settings_name_it(visit) -> None:
    asked = {
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization,content-type",
    }
    friend = visit().options("/api/speech", headers={"Origin": "https://friend.example", **asked})
    assert friend.headers["Access-Control-Allow-Origin"] == "https://friend.example"
    assert "authorization" in friend.headers["Access-Control-Allow-Headers"].lower()
    stranger = visit().options("/api/speech", headers={"Origin": "https://stranger.example", **asked})
    assert "Access-Control-Allow-Origin" not in stranger.headers


@pytest.mark.parametrize("path", ["/health", "/api/health"])
def test_health_needs_no_login(visit, path: str) -> None:
    told = visit().get(path).json()
    assert (told["status"], told["database"]) == ("ok", "ok")
    assert isinstance(told["version"], str)
    assert told["workers"] == 1


def test_an_admin_sees_the_machine_and_a_person_what_is_theirs(admin, join) -> None:
    seen = admin.get("/api/system/status").json()
    assert {"cpu", "memory", "disk", "gpu", "database", "queue", "workers"} <= set(seen)
    assert {"models_bytes", "datasets_bytes", "checkpoints_bytes"} <= set(seen["disk"])
    assert seen["database"]["size"] == 20
    assert seen["workers"] == 1
    assert seen["uptime_s"] > 0
    assert "postgresql" in seen["versions"]
    assert "cpu" not in join().get("/api/system/status").json()


def test_measurements_are_for_an_admin_or_a_monitor(admin, join, visit) -> None:
    monitor = visit()
    monitor.headers["Authorization"] = "Bearer a-monitor"
    assert [each.get("/metrics").status_code for each in (admin, monitor, join(), visit())] == [
        200,
        200,
        403,
        401,
    ]
    assert "bazgoo_requests_total" in monitor.get("/metrics").text


def test_the_api_describes_every_endpoint_and_its_page_needs_nothing_from_elsewhere(visit) -> None:
    visitor = visit()
    described = visitor.get("/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    paths = {path: set(operations) for path, operations in described["paths"].items()}
    assert {path: paths.get(path) for path in ENDPOINTS} == ENDPOINTS
    page = visitor.get("/docs").text
    needed = re.findall(r'(?:src|href)="([^"#]+)"', page)
    assert needed
    assert all(each.startswith("/") and not each.startswith("//") for each in needed)
    assert all(visitor.get(each).status_code == 200 for each in needed)
    assert "@import" not in visitor.get("/docs/style.css").text


def test_the_database_has_the_tables_indexes_and_triggers_of_the_contract(studio) -> None:
    tables = {row[0] for row in studio.ask("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")}
    assert tables >= TABLES
    indexes = {row[0] for row in studio.ask("SELECT indexname FROM pg_indexes WHERE schemaname = 'public'")}
    assert indexes >= INDEXES
    columns = "SELECT table_name, data_type FROM information_schema.columns WHERE table_schema = 'public'"
    kept = {row[0] for row in studio.ask(f"{columns} AND column_name = 'updated_at'")}
    triggered = studio.ask("SELECT event_object_table FROM information_schema.triggers")
    assert kept & TABLES <= {row[0] for row in triggered}
    ours = ", ".join(f"'{table}'" for table in TABLES)
    times = studio.ask(f"{columns} AND table_name IN ({ours}) AND data_type LIKE 'timestamp%'")
    assert {row[1] for row in times} == {"timestamp with time zone"}
    ids = "SELECT column_default FROM information_schema.columns WHERE column_name = 'id'"
    assert studio.ask(f"{ids} AND table_name IN ({ours})") == [("gen_random_uuid()",)] * 7


def test_where_speech_is_public_nobody_needs_a_login_for_it_and_for_nothing_else(installation) -> None:
    installation.environment["BAZGOO_PUBLIC_SPEECH"] = "true"
    installation.serve()
    with Visitor(installation.port) as visitor:
        assert visitor.get("/api/voices").status_code == 200
        assert visitor.post("/api/speech", json={"text": "سلام"}).status_code == 200
        assert visitor.get("/v1/models").status_code == 200
        assert visitor.post("/v1/audio/speech", json={"model": "tts-1", "input": "سلام"}).status_code == 200
        assert visitor.get("/api/auth/me").status_code == 401
        assert visitor.get("/api/system/status").status_code == 401


def test_people_and_their_tokens_outlive_a_kill_of_the_studio(installation, wait_until) -> None:
    studio = installation.serve()
    with Visitor(installation.port) as admin:
        admin.join("admin")
        key = admin.post("/api/auth/keys", json={"name": "k"}).json()["key"]
        studio.kill()
        studio.communicate(timeout=10)
        wait_until(lambda: installation.left() == [])
        installation.serve()
        assert admin.get("/api/auth/me").json() == admin.login["user"]
        assert admin.get("/api/voices", headers={"Authorization": f"Bearer {key}"}).status_code == 200
        refresh = {"refresh_token": admin.login["refresh_token"]}
        assert admin.post("/api/auth/refresh", json=refresh).status_code == 200


def test_told_to_stop_it_finishes_what_it_has_in_hand(installation) -> None:
    studio = installation.serve()
    asked = {"text": "این جمله پیش از خاموش شدن خواسته شد. " * 100, "format": "pcm"}
    with Visitor(installation.port) as admin:
        admin.join("admin")
        whole = admin.post("/api/speech", json=asked).content
        with admin.stream("POST", "/api/speech", json=asked) as answer:
            studio.send_signal(signal.SIGTERM)
            assert answer.read() == whole
    studio.communicate(timeout=10)
    assert studio.returncode == 0
    assert installation.left() == []


def test_while_the_database_is_killed_requests_are_answered_or_told_so(installation, wait_until) -> None:
    installation.serve()
    answers: list[httpx.Response] = []
    with Visitor(installation.port) as admin:
        admin.join("admin")
        killed = installation.postmaster()
        os.kill(killed, signal.SIGKILL)

        def recovered() -> bool:
            answers.append(admin.get("/api/auth/me"))
            return answers[-1].status_code == 200 and installation.postmaster() not in (None, killed)

        wait_until(recovered)
    assert {answer.status_code for answer in answers} <= {200, 503}
    problems: list[dict[str, Any]] = [json.loads(each.text) for each in answers if each.status_code == 503]
    assert {problem["code"] for problem in problems} <= {"database_unavailable"}
