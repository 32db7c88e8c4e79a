"""What is installed: spoken with, missed, taken along, brought in and removed."""

import shutil
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.e2e.studio import ADMIN, Studio

pytestmark = pytest.mark.chromium


@pytest.fixture
def installed(admin: Page) -> Page:
    """The Installed tab of the admin."""
    admin.goto("/models?tab=installed")
    expect(admin.get_by_role("heading", name="وارد کردن از پرونده")).to_be_visible()
    return admin


def pair(tiny_voice: Path, folder: Path, name: str) -> list[Path]:
    """The files of a voice called ``name``."""
    folder.mkdir(exist_ok=True)
    config = tiny_voice.with_name(f"{tiny_voice.name}.json")
    return [
        Path(shutil.copy(tiny_voice, folder / f"{name}.onnx")),
        Path(shutil.copy(config, folder / f"{name}.onnx.json")),
    ]


def test_a_pair_is_imported_spoken_with_and_removed(
    installed: Page, tiny_voice: Path, tmp_path: Path
) -> None:
    installed.get_by_test_id("model-import").set_input_files(pair(tiny_voice, tmp_path, "fa_IR-brought-low"))
    expect(installed.get_by_test_id("toast")).to_contain_text("fa_IR-brought-low")
    row = installed.get_by_test_id("installed-model").filter(has_text="fa_IR-brought-low")
    row.get_by_test_id("model-speak").click()
    expect(installed.get_by_test_id("speak-voice")).to_have_value("fa_IR-brought-low")
    installed.go_back()
    row.get_by_test_id("model-uninstall").click()
    installed.get_by_role("dialog").get_by_role("button", name="حذف از دیسک").click()
    expect(row).to_have_count(0)


def test_half_a_pair_is_told_before_it_travels(installed: Page, tiny_voice: Path, tmp_path: Path) -> None:
    half = pair(tiny_voice, tmp_path, "fa_IR-half-low")[0]
    installed.get_by_test_id("model-import").set_input_files(half)
    expect(installed.get_by_test_id("error-message")).to_contain_text("جفت «fa_IR-half-low.onnx» نیست")


def test_a_bundle_that_is_none_is_refused_in_words(installed: Page, tmp_path: Path) -> None:
    false = tmp_path / "false.tar"
    false.write_bytes(b"no tar at all" * 100)
    installed.get_by_test_id("model-import").set_input_files(false)
    expect(installed.get_by_test_id("error-message")).to_be_visible()


def test_a_model_is_taken_along_as_one_file_and_brought_in_again(
    installed: Page, tiny_voice: Path, tmp_path: Path
) -> None:
    installed.get_by_test_id("model-import").set_input_files(pair(tiny_voice, tmp_path, "fa_IR-moved-low"))
    row = installed.get_by_test_id("installed-model").filter(has_text="fa_IR-moved-low")
    with installed.expect_download() as saving:
        row.get_by_test_id("model-export").click()
    bundle = tmp_path / "moved.tar"
    saving.value.save_as(bundle)
    row.get_by_test_id("model-uninstall").click()
    installed.get_by_role("dialog").get_by_role("button", name="حذف از دیسک").click()
    expect(row).to_have_count(0)
    installed.get_by_test_id("model-import").set_input_files(bundle)
    expect(row.get_by_test_id("model-speak")).to_be_visible()


def test_files_deleted_by_hand_are_told(
    installed: Page, studio: Studio, tiny_voice: Path, tmp_path: Path
) -> None:
    installed.get_by_test_id("model-import").set_input_files(pair(tiny_voice, tmp_path, "fa_IR-lost-low"))
    row = installed.get_by_test_id("installed-model").filter(has_text="fa_IR-lost-low")
    expect(row).to_be_visible()
    models = httpx.get(f"{studio.address}/api/sources/installed", headers=studio.log_in(ADMIN)).json()
    (lost,) = [model for model in models["items"] if model["name"] == "fa_IR-lost-low"]
    (studio.data_dir / "models" / lost["id"] / "fa_IR-lost-low.onnx").unlink()
    installed.reload()
    expect(row.get_by_test_id("error-message")).to_contain_text("fa_IR-lost-low.onnx")
    expect(row.get_by_test_id("model-speak")).to_have_count(0)
