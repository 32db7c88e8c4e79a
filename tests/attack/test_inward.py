"""The studio sent into its own network by addresses that people may name."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.attack.target import Target


class _Inner(ThreadingHTTPServer):
    """Something inside that answers whoever asks, and remembers it."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answering)
        self.asked: list[str] = []


class _Answering(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        assert isinstance(self.server, _Inner)
        self.server.asked.append(self.path)
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    def do_POST(self) -> None:
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def inner() -> Iterator[_Inner]:
    with _Inner() as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield server
        server.shutdown()


def test_a_mirror_of_ones_own_leads_nowhere_inside(target: Target, inner: _Inner) -> None:
    port = inner.server_address[1]
    reza = target.reza.visitor
    for host in (
        "127.0.0.1",
        "localhost",
        "127.1",
        "2130706433",
        "0x7f000001",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "0.0.0.0",
    ):
        url = f"http://{host}:{port}"
        for body in ({"huggingface_api_url": url}, {"settings": {"hub_endpoints": [url]}}):
            kept = reza.post("/api/settings", json=body)
            if kept.status_code == 422:
                continue  # refused as soon as it is named
            reza.get("/api/sources/search", params={"q": f"voice {host}"})
            reza.get("/api/sources/model/someone/tiny")
            reza.get("/api/sources/sample", params={"repo_id": "someone/tiny", "path": "a.wav"})
            reza.put("/api/settings/huggingface/validate", json={"token": "hf_stolen"})
            reza.post("/api/datasets/pull", json={"repo_id": "someone/data"})
    reza.post(
        "/api/settings", json={"huggingface_api_url": None, "settings": {"hub_endpoints": []}}
    ).raise_for_status()
    assert inner.asked == []


def test_no_names_of_repositories_lead_to_other_addresses(target: Target) -> None:
    """What is asked of the Hub stays below its API, whatever a repository is said to be called."""
    for name in (
        "..",
        "../../admin",
        "a/../../../b",
        "a?b",
        "a#b",
        "http://127.0.0.1",
        "//x",
        "a\\b",
        "a%2f..",
        ".",
    ):
        for answer in (
            target.reza.visitor.get("/api/sources/sample", params={"repo_id": name, "path": "../x"}),
            target.reza.visitor.post("/api/sources/download", json={"repo_id": name}),
            target.reza.visitor.post("/api/datasets/pull", json={"repo_id": name}),
        ):
            assert answer.status_code in (404, 422), (name, answer.text)
    assert not [
        served.target for served in target.hub.journal if ".." in served.target or "admin" in served.target
    ]
