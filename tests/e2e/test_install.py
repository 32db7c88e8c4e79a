"""Bazgoo among the programs of a device: its manifest, its icons, and what other programs share with it."""

import struct
from urllib.parse import urlencode

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.e2e.offline import wait_until_kept
from tests.e2e.studio import Studio

pytestmark = pytest.mark.chromium

IN_A_WINDOW_THAT_FORGETS = {"in-incognito"}
"""What Chromium holds against every page of a test's browser."""


def test_the_browser_finds_nothing_that_keeps_the_studio_from_being_installed(page: Page) -> None:
    page.goto("/login")
    wait_until_kept(page)
    chromium = page.context.new_cdp_session(page)
    manifest = chromium.send("Page.getAppManifest")
    assert manifest["url"].endswith("/manifest.webmanifest")
    assert manifest["errors"] == []
    found = chromium.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert {error["errorId"] for error in found} <= IN_A_WINDOW_THAT_FORGETS


def test_the_manifest_is_persian_and_its_icons_are_what_it_says(studio: Studio) -> None:
    answer = httpx.get(f"{studio.address}/manifest.webmanifest")
    assert answer.headers["Content-Type"] == "application/manifest+json"
    manifest = answer.json()
    assert (manifest["short_name"], manifest["lang"], manifest["dir"]) == ("بازگو", "fa", "rtl")
    assert {icon.get("purpose", "any") for icon in manifest["icons"]} == {"any", "maskable"}
    pictures = [icon for icon in manifest["icons"] if icon["type"] == "image/png"]
    for icon in (*pictures, {"src": "/icon-180.png", "sizes": "180x180"}):
        picture = httpx.get(f"{studio.address}{icon['src']}").raise_for_status()
        assert picture.headers["Content-Type"] == "image/png"
        assert icon["sizes"] == "{}x{}".format(*struct.unpack(">II", picture.content[16:24]))
    for place in (manifest["start_url"], *(shortcut["url"] for shortcut in manifest["shortcuts"])):
        assert httpx.get(f"{studio.address}{place}").status_code == 200


def test_the_service_worker_is_asked_for_anew(studio: Studio) -> None:
    answer = httpx.get(f"{studio.address}/sw.js")
    assert answer.headers["Cache-Control"] == "no-cache"
    assert "javascript" in answer.headers["Content-Type"]


@pytest.mark.parametrize(
    ("shared", "text"),
    [
        ({"title": "خبر", "text": "باران آمد.", "url": "https://example.org/1"}, "خبر\nباران آمد."),
        ({"title": "خبر", "text": "خبر"}, "خبر"),
        ({"title": "", "text": "https://example.org/a?b=1"}, "https://example.org/a?b=1"),
        ({"text": "12345678901234567890"}, "12345678901234567890"),
        ({"text": '{"voice": 1}'}, '{"voice": 1}'),
        (
            {"text": "<img src=x onerror=alert(1)> می‌خوانم & نمی‌خوانم"},
            "<img src=x onerror=alert(1)> می‌خوانم & نمی‌خوانم",
        ),
        ({"text": "یک\r\nدو\x00\x1b سه"}, "یک\nدو سه"),
        ({"title": " ", "other": "چیزی"}, ""),
    ],
)
def test_what_is_shared_is_in_the_field_and_not_spoken(
    member: Page, shared: dict[str, str], text: str
) -> None:
    spoken: list[str] = []
    member.on("request", lambda request: spoken.append(request.url) if "/api/speech" in request.url else None)
    member.goto(f"/share?{urlencode(shared)}")
    expect(member.get_by_test_id("speak-text")).to_have_value(text)
    expect(member.get_by_test_id("speak-button")).to_be_enabled()
    member.wait_for_url("**/speak")
    assert spoken == []


def test_what_is_shared_waits_for_the_login(page: Page, studio: Studio) -> None:
    person = studio.register()
    text = '"نقل" 1e5'
    page.goto(f"/share?{urlencode({'text': text})}")
    page.get_by_test_id("email").fill(person.email)
    page.get_by_test_id("password").fill(person.password)
    page.get_by_test_id("submit-login").click()
    expect(page.get_by_test_id("speak-text")).to_have_value(text)


def test_what_is_shared_arrives_without_a_network(member: Page) -> None:
    wait_until_kept(member)
    member.context.set_offline(True)
    member.goto(f"/share?{urlencode({'text': 'در قطار'})}")
    expect(member.get_by_test_id("speak-text")).to_have_value("در قطار")


def test_a_shared_text_does_not_come_back_over_what_was_written(member: Page) -> None:
    member.goto(f"/share?{urlencode({'text': 'یک'})}")
    member.wait_for_url("**/speak")
    member.get_by_test_id("speak-text").fill("دو")
    member.reload()
    expect(member.get_by_test_id("speak-text")).to_have_value("")
