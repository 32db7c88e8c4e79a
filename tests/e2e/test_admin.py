"""What only admins do, as one of them does it."""

import re
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import axe_violations
from tests.e2e.hub import SLOWLY_BYTES_S
from tests.e2e.studio import ADMIN, Person, Studio
from tests.hub_standin import HubStandin

pytestmark = [pytest.mark.chromium, pytest.mark.usefixtures("calm")]

TABS = ("accounts", "jobs", "disk", "logs", "audit", "backups", "installation")
MADE_WITHIN_MS = 60_000


def row_of(page: Page, person: Person) -> Locator:
    """The row of a person's account; they come fifty at a time, the oldest first."""
    row = page.get_by_test_id("account-row").filter(has_text=person.email)
    rows = page.get_by_test_id("account-row")
    expect(rows.first).to_be_visible()
    while not row.is_visible():
        shown = rows.count()
        page.get_by_role("button", name="حساب‌های بیشتر").click()
        expect(rows).not_to_have_count(shown)
    return row


def is_settled(page: Page) -> None:
    """Wait until everything on the open sheet has been answered."""
    expect(page.get_by_role("tabpanel")).to_be_visible()
    expect(page.get_by_role("status", name=re.compile("در حال بارگذاری|Loading"))).to_have_count(0)


@pytest.mark.parametrize(("width", "english"), [(1280, True), (390, False)])
def test_every_sheet_has_an_address_fits_the_screen_and_breaks_no_rule(
    admin: Page, width: int, english: bool
) -> None:
    admin.set_viewport_size({"width": width, "height": 844})
    if english:
        admin.get_by_test_id("language-switch").click()
    for tab in TABS:
        admin.goto(f"/admin?tab={tab}")
        is_settled(admin)
        chosen = admin.get_by_role("tab", selected=True)
        expect(chosen).to_be_in_viewport(ratio=0.95)  # a part of a pixel may be missing
        assert axe_violations(admin) == [], tab
        assert admin.evaluate("document.documentElement.scrollWidth") <= width, tab


def test_the_sheets_are_gone_through_with_the_keyboard(admin: Page) -> None:
    admin.goto("/admin")
    admin.get_by_role("tab", name="حساب‌ها").focus()
    admin.keyboard.press("ArrowLeft")  # the next one, in Persian
    admin.wait_for_url("**/admin?tab=jobs")
    expect(admin.get_by_role("tab", name="کارها")).to_be_focused()
    admin.keyboard.press("End")
    admin.wait_for_url("**/admin?tab=installation")
    expect(admin.get_by_role("switch", name="ثبت‌نام باز است")).to_be_visible()
    admin.go_back()
    admin.wait_for_url("**/admin?tab=jobs")


def test_who_is_no_admin_finds_no_such_page(member: Page) -> None:
    member.goto("/admin?tab=audit")
    expect(member.get_by_role("heading", level=1)).to_have_text("این صفحه پیدا نشد")


def test_a_person_is_given_a_quota_which_holds_at_once(admin: Page, person: Person, studio: Studio) -> None:
    admin.goto("/admin")
    row = row_of(admin, person)
    row.get_by_role("button", name=f"سهم {person.username}").click()
    characters = admin.get_by_label("نویسهٔ گفته‌شده در روز")
    expect(characters).to_have_value("")
    assert axe_violations(admin) == []
    characters.fill("10")
    admin.get_by_role("button", name="ذخیره").click()
    expect(admin.get_by_role("dialog")).to_have_count(0)
    asked = {"text": "این جمله از ده نویسه بیشتر است."}
    refused = httpx.post(f"{studio.address}/api/speech", json=asked, headers=studio.log_in(person))
    assert refused.status_code == 429
    admin.reload()
    row_of(admin, person).get_by_role("button", name=f"سهم {person.username}").click()
    expect(characters).to_have_value("10")
    expect(admin.get_by_text("۰ از ۱۰ به کار رفته است.")).to_be_visible()
    characters.fill("")
    admin.get_by_role("button", name="ذخیره").click()
    expect(admin.get_by_role("dialog")).to_have_count(0)
    assert httpx.post(f"{studio.address}/api/speech", json=asked, headers=studio.log_in(person)).is_success


def test_an_admin_cancels_anybodys_download_and_that_is_noted(
    admin: Page, person: Person, studio: Studio, hub: HubStandin
) -> None:
    hub.pace_bytes_s = SLOWLY_BYTES_S
    login = studio.log_in(person)
    wish = {"repo_id": "someone/big"}
    download = httpx.post(f"{studio.address}/api/sources/download", json=wish, headers=login).json()
    admin.goto("/admin?tab=jobs&kind=download")
    row = admin.get_by_test_id("job-row").filter(has_text=person.username)
    expect(row).to_contain_text("someone/big")
    expect(row.get_by_role("progressbar")).to_be_visible()
    row.get_by_role("button", name="لغو کار «someone/big»").click()
    dialog = admin.get_by_role("dialog")
    expect(dialog).to_contain_text(person.username)
    admin.keyboard.press("Escape")  # nothing has happened
    expect(row.get_by_role("progressbar")).to_be_visible()
    row.get_by_role("button", name="لغو کار «someone/big»").click()
    dialog.get_by_role("button", name="لغو کار", exact=True).click()
    expect(row).to_have_attribute("data-status", "cancelled")
    here = f"{studio.address}/api/sources/download/{download['id']}"
    assert httpx.get(here, headers=login).json()["status"] == "cancelled"
    admin.get_by_label("وضعیت", exact=True).select_option("downloading")
    admin.wait_for_url("**status=downloading*")
    expect(row).to_have_count(0)
    admin.goto("/admin?tab=audit&action=job_cancelled")
    expect(admin.get_by_test_id("deed-row").first).to_contain_text(download["id"])


def test_the_audit_log_tells_who_came_in_and_who_did_not(admin: Page, person: Person, studio: Studio) -> None:
    studio.log_in(person)
    wrong = {"email": person.email, "password": "نادرست"}
    assert httpx.post(f"{studio.address}/api/auth/login", json=wrong).status_code == 401
    admin.goto("/admin?tab=audit")
    admin.get_by_label("کار", exact=True).select_option("login_failed")
    admin.wait_for_url("**action=login_failed*")
    deed = admin.get_by_test_id("deed-row").first
    expect(deed).to_have_attribute("data-action", "login_failed")
    expect(deed).to_contain_text(person.email)
    admin.goto("/admin")
    row_of(admin, person).get_by_role("link", name=f"{person.username} چه کرده است").click()
    admin.wait_for_url("**person=*")
    expect(admin.get_by_test_id("deed-row").filter(has_text=ADMIN.email)).to_have_count(0)
    expect(admin.get_by_test_id("deed-row").filter(has_text=person.email).first).to_be_visible()
    admin.get_by_role("button", name="نشان دادن همه").click()
    expect(admin.get_by_test_id("deed-row").filter(has_text=ADMIN.email).first).to_be_visible()


def test_the_logs_of_studio_and_worker_are_read(admin: Page) -> None:
    admin.goto("/admin?tab=logs")
    line = admin.get_by_test_id("log-row").filter(has_text="/api/auth/login").first
    line.locator("summary").click()
    expect(line.locator("pre")).to_contain_text("request_id: ")
    admin.get_by_label("دست‌کم به این سختی").select_option("error")
    admin.wait_for_url("**level=error*")
    is_settled(admin)
    expect(admin.locator("[data-level=info]")).to_have_count(0)
    admin.get_by_label("نویسنده").select_option("worker")
    admin.wait_for_url("**source=worker*")
    expect(admin.get_by_test_id("error-message")).to_have_count(0)


def test_a_backup_is_made_taken_along_and_deleted(admin: Page, tmp_path: Path) -> None:
    admin.goto("/admin?tab=backups")
    expect(admin.get_by_text("هنوز پشتیبانی نیست")).to_be_visible()
    admin.get_by_role("button", name="ساختن پشتیبان").click()
    row = admin.get_by_test_id("backup-row")
    expect(row).to_have_count(1, timeout=MADE_WITHIN_MS)
    expect(row).to_contain_text("کامل")
    with admin.expect_download() as saved:
        row.get_by_role("button", name=re.compile("گرفتن پشتیبان")).click()
    saved.value.save_as(tmp_path / "kept.backup")
    assert (tmp_path / "kept.backup").stat().st_size > 1000
    expect(admin.get_by_role("switch", name="تنها آنچه تازه است")).to_be_visible()
    row.get_by_role("button", name=re.compile("حذف پشتیبان")).click()
    admin.get_by_role("dialog").get_by_role("button", name="حذف", exact=True).click()
    expect(row).to_have_count(0)


def test_what_cannot_be_read_is_said_and_can_be_asked_again(admin: Page) -> None:
    admin.route(
        "**/api/admin/audit*", lambda route: route.fulfill(status=500, json={"code": "internal_error"})
    )
    admin.goto("/admin?tab=audit")
    expect(admin.get_by_test_id("error-message")).to_be_visible()
    admin.unroute("**/api/admin/audit*")
    admin.get_by_role("button", name="تلاش دوباره").click()
    expect(admin.get_by_test_id("deed-row").first).to_be_visible()


def test_the_status_page_says_what_is_wrong_and_what_to_do(member: Page) -> None:
    trouble = {
        "part": "disk",
        "code": "disk_low",
        "detail": "روی دیسک تنها ۹۰۰ مگابایت مانده است.",
        "down": False,
    }

    def tell(route) -> None:  # type: ignore[no-untyped-def]
        told = route.fetch()
        route.fulfill(response=told, json=told.json() | {"disk": "low", "troubles": [trouble]})

    member.route("**/api/health", tell)
    member.goto("/status")
    expect(member.get_by_text("کارگاه کار می‌کند، ولی نه همه‌چیز")).to_be_visible()
    expect(member.get_by_test_id("trouble")).to_have_text(trouble["detail"])
    assert axe_violations(member) == []


def test_someone_who_was_admin_is_told_so(admin: Page, member: Page, person: Person) -> None:
    admin.goto("/admin")
    role = row_of(admin, person).get_by_role("combobox")
    role.select_option("admin")
    expect(role).to_be_enabled()
    member.goto("/admin?tab=jobs")
    is_settled(member)
    role.select_option("user")
    expect(role).to_be_enabled()
    member.get_by_role("tab", name="رویدادنامه").click()
    expect(member.get_by_test_id("error-message")).to_contain_text("مدیر")
