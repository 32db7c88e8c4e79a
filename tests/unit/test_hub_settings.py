"""Where the Hub is asked is told by the names that other programs use, and a wrong address by its name."""

from pathlib import Path

import pytest

from bazgoo.errors import SettingInvalid
from bazgoo.settings import Settings


@pytest.fixture(autouse=True)
def _elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("prefix", ["", "BAZGOO_"])
def test_the_usual_names_work_with_and_without_the_prefix(monkeypatch, prefix: str) -> None:
    monkeypatch.setenv(f"{prefix}HF_TOKEN", "hf_secret")
    monkeypatch.setenv(f"{prefix}HF_ENDPOINT", "http://127.0.0.1:8080/hub")
    settings = Settings.load()
    assert settings.hf_token
    assert settings.hf_token.get_secret_value() == "hf_secret"
    assert settings.hf_endpoint == "http://127.0.0.1:8080/hub"
    assert "hf_secret" not in repr(settings)


def test_mirrors_are_a_list(monkeypatch) -> None:
    monkeypatch.setenv("BAZGOO_HUB_ENDPOINTS", "https://a.example, https://b.example/hf ,")
    assert Settings.load().hub_endpoints == ("https://a.example", "https://b.example/hf")


WRONG = [
    "hf-mirror.example",
    "ftp://a.example",
    "https://user:pass@a.example",
    "https://",
    "https://a b",
    "https://a?x=1",
]


@pytest.mark.parametrize("value", WRONG)
@pytest.mark.parametrize("name", ["HF_ENDPOINT", "BAZGOO_HUB_ENDPOINTS"])
def test_a_wrong_address_is_named(monkeypatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingInvalid) as told:
        Settings.load()
    assert told.value.data["setting"].startswith(name)
