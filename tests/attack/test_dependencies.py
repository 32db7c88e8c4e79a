"""What Bazgoo stands on has no hole that is known of."""

import pytest

from tests.attack import dependencies
from tests.attack.dependencies import Hole


def test_nothing_installed_has_a_known_hole() -> None:
    assert dependencies.open_holes() == []


def test_everything_that_is_installed_with_bazgoo_is_looked_at() -> None:
    python, web = dependencies.python_packages(), dependencies.web_packages()
    assert {"bazgoo", "fastapi", "starlette", "h11", "onnxruntime", "pyjwt"} <= python.keys()
    assert "pytest" not in python
    assert {"react", "socket.io-client", "onnxruntime-web"} <= web.keys()


def test_a_hole_is_found_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    hole = Hole("pip", "starlette", "9999.1", "CVE-0000-1", "a hole")
    monkeypatch.setattr(dependencies, "known", lambda: [hole])
    (told,) = dependencies.open_holes()
    assert told.startswith("starlette ") and told.endswith("CVE-0000-1, a hole; closed in 9999.1")
