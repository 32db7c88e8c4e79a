"""The studio without a network, and without its server."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from bazgoo.server.pages import ENCODINGS, NOT_PAGES, PAGES
from bazgoo.server.security import HEADERS
from tests.e2e.conftest import axe_violations, log_in
from tests.e2e.offline import build, expect_lost, is_isolated, kept, plug_in, unplug, wait_until_kept
from tests.e2e.studio import free_port, newcomer, open_studio

pytestmark = pytest.mark.chromium

SMALL_SHELL_BYTES = 400_000


def test_the_studio_opens_without_a_network(member: Page) -> None:
    expect(member.get_by_test_id("speak-voice")).to_be_visible()
    wait_until_kept(member)
    assert is_isolated(member)
    unplug(member.context)
    member.reload()
    expect(member.get_by_test_id("speak-text")).to_be_visible()
    expect(member.get_by_role("button", name="خروج")).to_be_visible()
    expect(member.get_by_test_id("speak-voice")).to_be_visible()
    expect_lost(member)
    assert is_isolated(member)
    assert axe_violations(member) == []
    plug_in(member.context)
    expect_lost(member, lost=False)


def test_the_studio_opens_while_its_server_is_stopped_and_comes_back_by_itself(
    new_context: Callable[..., BrowserContext], tmp_path: Path
) -> None:
    port = free_port()
    person = newcomer()
    with open_studio(tmp_path, port) as studio:
        studio.register(person)
        page = new_context(studio.address).new_page()
        log_in(page, person)
        expect(page.get_by_test_id("speak-voice")).to_be_visible()
        page.goto("/status")
        expect(page.get_by_role("heading", level=1, name="وضعیت")).to_be_visible()
        wait_until_kept(page)
    page.goto("/speak")
    expect(page.get_by_test_id("speak-voice")).to_be_visible()
    expect_lost(page)
    page.goto("/status")
    expect(page.get_by_test_id("error-message").first).to_contain_text("به کارگاه دسترسی نیست")
    with open_studio(tmp_path, port):
        expect_lost(page, lost=False)
        expect(page.get_by_text("همه‌چیز درست کار می‌کند")).to_be_visible()
        expect(page.get_by_test_id("error-message")).to_have_count(0)


def test_who_is_logged_out_sees_the_login_page_and_why_it_must_wait(page: Page) -> None:
    page.goto("/login")
    expect(page.get_by_test_id("email")).to_be_visible()
    wait_until_kept(page)
    unplug(page.context)
    page.goto("/speak")
    page.wait_for_url("**/login?next=%2Fspeak")
    note = page.get_by_text("برای ورود باید به کارگاه دسترسی باشد")
    expect(note).to_be_visible()
    assert axe_violations(page) == []
    plug_in(page.context)
    expect(note).to_have_count(0)
    expect(page.get_by_test_id("email")).to_be_visible()


def test_a_page_never_opened_waits_calmly_and_opens_by_itself(member: Page) -> None:
    wait_until_kept(member)
    unplug(member.context)
    member.get_by_role("link", name="تنظیمات").click()
    expect(member.get_by_test_id("no-connection")).to_be_visible()
    expect(member.get_by_role("navigation")).to_be_visible()
    assert axe_violations(member) == []
    plug_in(member.context)
    expect(member.get_by_role("heading", level=1, name="تنظیمات")).to_be_visible()


def test_a_page_that_was_opened_once_opens_without_a_network(member: Page) -> None:
    member.goto("/settings")
    expect(member.get_by_role("heading", level=1, name="تنظیمات")).to_be_visible()
    wait_until_kept(member)
    settings = {path for path in kept(member) if "/SettingsPage-" in path}
    if not settings:  # what was loaded before the service worker was there comes a moment later
        member.wait_for_function(
            "async () => (await (await caches.open('bazgoo.assets')).keys())"
            ".some(({ url }) => url.includes('/SettingsPage-'))"
        )
    unplug(member.context)
    member.reload()
    expect(member.get_by_role("heading", level=1, name="تنظیمات")).to_be_visible()


def test_no_answer_of_the_api_is_kept(member: Page) -> None:
    wait_until_kept(member)
    for path in ("/models", "/settings", "/status", "/speak"):
        member.goto(path)
        expect(member.get_by_role("heading", level=1)).to_be_visible()
        member.wait_for_load_state("networkidle")
    paths = kept(member)
    assert "/index.html" in paths
    assert [path for path in paths if path.startswith(("/api", "/v1", "/socket.io", "/health"))] == []
    assert [path for path in paths if not (PAGES / path.lstrip("/")).is_file()] == []


def test_logging_out_takes_what_was_kept_of_a_person_with_it(member: Page) -> None:
    expect(member.get_by_test_id("speak-voice")).to_be_visible()
    own = "() => ['login', 'user', 'speak_voices'].filter((name) => localStorage.getItem(`bazgoo.${name}`))"
    assert member.evaluate(own) == ["login", "user", "speak_voices"]
    wait_until_kept(member)
    unplug(member.context)
    member.get_by_role("button", name="خروج").click()
    member.wait_for_url("**/login*")
    assert member.evaluate(own) == []
    member.reload()
    expect(member.get_by_test_id("email")).to_be_visible()


def test_what_the_service_worker_answers_carries_the_servers_headers(member: Page) -> None:
    wait_until_kept(member)
    for offline in (False, True):
        member.context.set_offline(offline)
        answer = member.goto("/speak")
        assert answer is not None
        assert answer.from_service_worker
        headers = answer.all_headers()
        assert {name: headers.get(name.lower()) for name in HEADERS} == HEADERS
        assert is_isolated(member)


def test_what_the_server_answers_itself_never_comes_from_the_service_worker(member: Page) -> None:
    wait_until_kept(member)
    for path in (*NOT_PAGES, *(f"{path}/nothing" for path in NOT_PAGES)):
        with member.expect_response(f"**{path}") as caught:
            member.goto(path)
        assert not caught.value.from_service_worker, path


def test_what_is_kept_beforehand_is_small() -> None:
    """The shell as it travels; what the page itself loads is most of it, and is not sent twice."""
    shell = build()["shell"]
    assert {"/index.html", "/boot.js", "/manifest.webmanifest"} <= set(shell)
    assert sum(_weight(PAGES / path.lstrip("/")) for path in shell) < SMALL_SHELL_BYTES
    assert [path for path in shell if path.endswith((".wasm", ".zip", ".onnx", ".mjs"))] == []


def _weight(path: Path) -> int:
    return min(
        file.stat().st_size
        for file in (path, *(path.with_name(path.name + suffix) for _, suffix in ENCODINGS))
        if file.exists()
    )
