"""The key that signs tokens."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bazgoo.server import signing
from bazgoo.settings import Settings


def test_a_key_from_the_settings_is_used(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, jwt_secret="s" * 32)
    assert signing.signing_key(settings) == "s" * 32
    assert list(tmp_path.iterdir()) == []


def test_a_made_key_is_kept_for_the_next_start_and_for_nobody_else(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path / "new")
    made = signing.signing_key(settings)
    signing._kept_key.cache_clear()
    assert signing.signing_key(settings) == made
    assert len(made) >= 32
    assert (tmp_path / "new" / signing.FILE).stat().st_mode & 0o077 == 0


def test_several_that_start_at_once_agree_on_one_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        made = set(pool.map(signing._kept_key.__wrapped__, [tmp_path] * 8))
    assert len(made) == 1
    assert [path.name for path in tmp_path.iterdir()] == [signing.FILE]
