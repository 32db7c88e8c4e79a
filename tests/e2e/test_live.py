"""The client that the pages use, in a browser that allows them nothing but their own origin."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.e2e.studio import Person, Studio

pytestmark = pytest.mark.chromium

CLIENT = Path(__file__).parents[2] / "web/node_modules/socket.io-client/dist/socket.io.min.js"
ASK = """([token, transports]) => new Promise((resolve) => {
  const socket = window.io({ auth: { token }, transports, reconnection: false });
  const end = (told) => { socket.disconnect(); resolve(told); };
  socket.on("connect_error", (error) => end([error.message, error.data?.code]));
  socket.on("connect", () => {
    const id = crypto.randomUUID();
    socket.emit("subscribe:download", id, (answer) => end([socket.io.engine.transport.name, answer.code]));
  });
})"""


@pytest.fixture
def ask(page: Page):
    """Subscribes to something that is not there; answers how that went."""
    page.goto("/docs")
    page.evaluate(CLIENT.read_text(encoding="utf-8"))
    return lambda token, *transports: page.evaluate(ASK, [token, list(transports)])


def test_a_browser_gets_through_by_websocket_and_by_polling(ask, studio: Studio, person: Person) -> None:
    token = studio.log_in(person)["Authorization"].removeprefix("Bearer ")
    assert ask(token, "websocket", "polling") == ["websocket", "not_found"]
    assert ask(token, "polling") == ["polling", "not_found"]


def test_a_browser_is_told_by_a_code_why_it_is_refused(ask) -> None:
    assert ask("junk", "websocket") == ["token_invalid", "token_invalid"]
