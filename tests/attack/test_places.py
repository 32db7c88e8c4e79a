"""Addresses, names and bytes that try to lead out of where they belong, on a raw socket."""

import random
import socket
import time
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.attack.files import NAMES, tone, zip_bomb
from tests.attack.target import PATIENCE_S, Target

SECRETS = ("root:x:0", "scram-sha-256", "[build-system]", "BEGIN OPENSSH")
OUTSIDE = [
    "/../../../../etc/passwd", "/..%2f..%2f..%2f..%2fetc/passwd", "/%2e%2e/%2e%2e/%2e%2e/etc/passwd", "/..\\..\\..\\etc\\passwd",
    "/assets/../../../pyproject.toml", "/assets/..%5c..%5c..%5cpyproject.toml", "//etc/passwd", "/assets//etc/passwd", "/.",
    "/%00/etc/passwd", "/index.html%00.png", "/....//....//etc/passwd", "/%c0%ae%c0%ae/etc/passwd", "/..;/etc/passwd", "/~root",
    "/api/../../jwt_secret", "/api/voices/..%2f..%2fjwt_secret/model", "/api/voices/%2e%2e/config", "/docs/../../settings.py",
    "/jwt_secret", "/run/studio.json", "/logs/studio.log", "/database.password", "/.env", "/.git/config", "/socket.io/../../x",
]  # fmt: skip


def ask(target: Target, sent: bytes, *, more: bool = True) -> bytes:
    """All that the studio answers to these very bytes, until it closes the connection; without ``more`` we hang up first."""
    with socket.create_connection(("127.0.0.1", target.installation.port), timeout=PATIENCE_S) as line:
        line.sendall(sent)
        if not more:
            line.shutdown(socket.SHUT_WR)
        answer = b""
        while piece := line.recv(65_536):
            answer += piece
    return answer


def test_no_address_leads_out_of_the_pages(target: Target) -> None:
    for path in OUTSIDE:
        for login in ("", f"Authorization: {target.admin.headers['Authorization']}\r\n"):
            head = f"GET {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n{login}\r\n"
            answer = ask(target, head.encode("latin-1")).decode("utf-8", "replace")
            assert answer.startswith("HTTP/1.1 ") and not answer.startswith("HTTP/1.1 500"), (
                path,
                answer[:200],
            )
            assert not any(secret in answer for secret in (*SECRETS, target.signing_key)), path


def test_no_name_of_an_upload_leads_elsewhere(target: Target) -> None:
    """Whatever a file is called, it lies where datasets, models and uploads do."""
    before = _outside(target)
    sara, dataset = target.sara.visitor, target.sara.own["dataset_id"]
    for name in NAMES:
        if "\n" in name or "\0" in name:
            continue  # which a client cannot even write; forms of that kind are in the campaign
        added = sara.post(
            f"/api/datasets/{dataset}/records",
            files={"audio": (name, tone(seconds=0.2)), "text": (None, "سلام")},
        )
        assert added.status_code in (201, 422), added.text
        brought = sara.post("/api/sources/import", files=[("files", (name, b"no model"))])
        assert brought.status_code == 422, brought.text
    for name in ("../../a", "/etc/passwd", "a/../../b", "%2e%2e%2f", "model.onnx/.."):
        model = f"/api/sources/installed/{target.sara.own['model_id']}/files/{quote(name, safe='')}"
        assert sara.get(model).status_code == 404
    assert _outside(target) == before
    assert target.uploads_left() == []


def _outside(target: Target) -> set[Path]:
    """What lies in the data directory beside what people may fill, and beside it."""
    data = target.installation.data_dir
    return {path for path in data.iterdir() if path.name != "uploads"} | set(data.parent.iterdir())


def test_a_bomb_is_refused_at_the_door(target: Target) -> None:
    sara = target.sara.visitor
    refused = sara.post("/api/datasets", files={"file": ("a.zip", zip_bomb(70 << 20))})
    if refused.status_code == 201:  # where a worker takes longer than anyone waits, the row tells
        place = f"/api/datasets/{refused.json()['id']}"
        until = time.monotonic() + PATIENCE_S
        while (told := sara.get(place).json()["metadata"])["status"] == "importing":
            assert time.monotonic() < until, "it was never looked at"
            time.sleep(0.2)
        assert told["error"]["code"] == "archive_unsafe"
        sara.delete(place).raise_for_status()
    else:
        assert (refused.status_code, refused.json()["code"]) == (422, "archive_unsafe")
    assert target.uploads_left() == []


@pytest.mark.parametrize(
    "sent",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(200),
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\nHost: a\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nHost : b\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"A: " + b"b" * 200_000 + b"\r\n\r\n",
        b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n",
        b"POST /api/auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /",
        b"POST /api/auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\n{}",
        b"POST /api/auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 9\r\n\r\n{}",
        b"POST /api/auth/login HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n",
        b"POST /api/datasets HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n{}",
        b"OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        b"GET http://127.0.0.1:9/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        b"\r\n" * 500,
        random.Random(1).randbytes(5_000),
    ],
    ids=range(15),
)
def test_what_is_no_http_is_refused(target: Target, sent: bytes) -> None:
    try:
        answer = ask(target, sent, more=False)
    except ConnectionResetError:
        answer = b""
    assert not answer or (answer.startswith(b"HTTP/1.1 ") and b" 500 " not in answer[:14]), answer[:300]
    assert target.installation.health(), "the studio goes on"
