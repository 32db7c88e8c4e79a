"""The studio's pages."""

import gzip
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from bazgoo.server.pages import Pages
from bazgoo.server.problems import install_problems
from bazgoo.server.system.metrics import Metrics


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """Pages as a build leaves them, and beside them a file that is nobody's business."""
    pages = tmp_path / "pages"
    (pages / "assets").mkdir(parents=True)
    (pages / "index.html").write_text("<title>بازگو</title>")
    (pages / "favicon.svg").write_text("<svg/>")
    (pages / "assets" / "index-1a2b.js").write_text("let a = 1")
    (pages / "assets" / "index-1a2b.js.gz").write_bytes(gzip.compress(b"let a = 1"))
    (tmp_path / "secret").write_text("secret")
    return pages


def _visit(pages: Path) -> httpx.AsyncClient:
    app = FastAPI(redirect_slashes=False)
    app.router.default = Pages(pages)
    app.state.metrics = Metrics()
    install_problems(app)
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://studio.test")


@pytest.mark.parametrize("view", ["/", "/speak", "/models/fa/some-voice", "/problems/not_found", "/apiary"])
async def test_every_view_is_the_studio_page_and_asked_for_anew(built: Path, view: str) -> None:
    async with _visit(built) as client:
        answer = await client.get(view, headers={"Accept-Encoding": "identity"})
    assert (answer.status_code, answer.text) == (200, "<title>بازگو</title>")
    assert answer.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    "path", ["/api", "/api/nothing", "/v1/nothing", "/assets/gone.js", "/gone.png", "/docs/x", "/health/x"]
)
async def test_what_is_no_view_and_is_not_there_is_a_404(built: Path, path: str) -> None:
    async with _visit(built) as client:
        answer = await client.get(path)
    assert answer.status_code == 404
    assert "not_found" in answer.text


async def test_a_page_is_not_asked_for_by_post(built: Path) -> None:
    async with _visit(built) as client:
        assert (await client.post("/speak")).status_code == 404


async def test_hashed_files_are_kept_for_ever_and_sent_compressed_to_who_takes_it(built: Path) -> None:
    async with _visit(built) as client:
        packed = await client.get("/assets/index-1a2b.js", headers={"Accept-Encoding": "br, gzip"})
        plain = await client.get("/assets/index-1a2b.js", headers={"Accept-Encoding": "identity"})
    for answer in (packed, plain):
        assert answer.text == "let a = 1"
        assert "javascript" in answer.headers["Content-Type"]
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert "Accept-Encoding" in answer.headers["Vary"]
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers


@pytest.mark.parametrize(
    ("name", "content_type"),
    [
        ("assets/engine-1a2b.wasm", "application/wasm"),
        ("assets/engine-1a2b.mjs", "text/javascript"),
        ("manifest.webmanifest", "application/manifest+json"),
    ],
)
async def test_a_compressed_file_is_of_the_type_that_browsers_insist_on(
    built: Path, name: str, content_type: str
) -> None:
    (built / name).write_bytes(b"content")
    (built / f"{name}.gz").write_bytes(gzip.compress(b"content"))
    async with _visit(built) as client:
        answer = await client.get(f"/{name}", headers={"Accept-Encoding": "gzip"})
    assert (answer.headers["Content-Encoding"], answer.text) == ("gzip", "content")
    assert answer.headers["Content-Type"].partition(";")[0] == content_type


async def test_the_service_worker_is_asked_for_anew(built: Path) -> None:
    (built / "sw.js").write_text("let a = 1")
    async with _visit(built) as client:
        answer = await client.get("/sw.js")
    assert answer.headers["Cache-Control"] == "no-cache"


async def test_what_has_not_changed_is_not_sent_again(built: Path) -> None:
    async with _visit(built) as client:
        first = await client.get("/favicon.svg")
        again = await client.get("/favicon.svg", headers={"If-None-Match": first.headers["ETag"]})
    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")


@pytest.mark.parametrize(
    "path", ["/../secret", "/assets/../../secret", "/%2e%2e/secret", "/..%2fsecret", "/%00", "/" + "x" * 5000]
)
async def test_nothing_outside_the_pages_is_sent(built: Path, path: str) -> None:
    async with _visit(built) as client:
        answer = await client.get(path)
    assert "secret" not in answer.text
    assert answer.status_code in (200, 404)


async def test_pages_that_are_not_built_say_how(tmp_path: Path) -> None:
    async with _visit(tmp_path / "none") as client:
        answer = await client.get("/")
    assert answer.status_code == 503
    assert "npm run build" in answer.text
    assert "ساخته نشده" in answer.text
