"""Which language a person reads."""

import pytest

from bazgoo.server.language import preferred_language


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "fa"),
        ("fa", "fa"),
        ("en", "en"),
        ("en-GB,en;q=0.9", "en"),
        ("fa,en;q=0.9", "fa"),
        ("en;q=0.8, fa;q=0.9", "fa"),
        ("fa-IR;q=0.3, en;q=0.5", "en"),
        ("en;q=0.5, *;q=0.9", "fa"),
        ("en, *;q=0.1", "en"),
        ("de, fr;q=0.9", "fa"),
        ("de, en;q=0.1", "en"),
        ("*", "fa"),
        ("en;q=0", "fa"),
        ("en;q=much", "fa"),
        ("en;q=7", "fa"),
        (";;,,=", "fa"),
        ("EN-us", "en"),
    ],
)
def test_persian_unless_english_is_preferred(header: str, language: str) -> None:
    headers = [(b"accept-language", header.encode())]
    assert preferred_language({"type": "http", "headers": headers}) == language


def test_persian_when_nothing_is_said() -> None:
    assert preferred_language({"type": "http", "headers": []}) == "fa"
