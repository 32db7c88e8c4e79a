"""What `deploy/` and the guide say is so: settings exist, files are there, guides agree."""

import re
from pathlib import Path

import pytest

from bazgoo.errors import SettingInvalid
from bazgoo.settings import Settings

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
GUIDES = [ROOT / "docs" / "deploy.md", ROOT / "docs" / "fa" / "deploy.md"]
OF_OTHERS = {"POSTGRES_USER", "POSTGRES_DB", "POSTGRES_PASSWORD", "WEB_PORT", "TORCH", "PIP_EXTRA_INDEX_URL"}
EXPLAINED = set(re.findall(r"`([A-Z_]+)`", (ROOT / "docs" / "reference" / "settings.md").read_text("utf-8")))


@pytest.mark.parametrize("name", ["compose.yaml", "compose.env.example"])
def test_every_setting_that_compose_names_exists(name: str) -> None:
    named = set(re.findall(r"^ *#?([A-Z][A-Z_]+)[:=]", (DEPLOY / name).read_text("utf-8"), re.MULTILINE))
    assert named - OF_OTHERS - {"EXTRAS"} <= EXPLAINED
    assert "DB_PASSWORD" in named


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.parent.name)
def test_every_setting_and_file_that_the_guide_names_exists(guide: Path) -> None:
    written = guide.read_text("utf-8")
    named = set(re.findall(r"`((?:BAZGOO|DATABASE|DB|JWT|HF|FORWARDED)_[A-Z_]+[A-Z])`", written))
    assert named <= EXPLAINED
    for path in re.findall(r"\b(deploy/[a-z][a-z./@-]*[a-z])", written):
        assert list(ROOT.glob(f"{path}*")), path


def test_both_guides_give_the_same_commands() -> None:
    english, persian = (re.findall(r"```\n(.*?)```", guide.read_text("utf-8"), re.DOTALL) for guide in GUIDES)
    assert [_bare(block) for block in english] == [_bare(block) for block in persian]


def _bare(commands: str) -> str:
    return re.sub(r" +# .*", "", commands)


def test_units_let_nothing_become_root() -> None:
    for unit in DEPLOY.glob("systemd/*.service"):
        written = unit.read_text("utf-8")
        assert "User=bazgoo" in written
        assert "NoNewPrivileges=yes" in written


def test_proxies_are_addresses_or_networks(monkeypatch, tmp_path) -> None:
    monkeypatch.chdir(tmp_path)
    for good in ("*", "127.0.0.1", "10.0.0.0/8, ::1"):
        assert Settings.load(forwarded_allow_ips=good).forwarded_allow_ips == good
    with pytest.raises(SettingInvalid) as refused:
        Settings.load(forwarded_allow_ips="nginx")
    assert refused.value.data["setting"] == "FORWARDED_ALLOW_IPS"
