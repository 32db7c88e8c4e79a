"""The light client of Socket.IO writes what RFC 6455 asks for."""

from unittest.mock import Mock

import pytest
from wsproto.connection import Connection, ConnectionType
from wsproto.events import TextMessage

from bazgoo.cli.bench.watchers import Watcher


@pytest.mark.parametrize("text", ["3", "x" * 125, "x" * 126, "x" * 2000])
def test_a_message_is_read_as_it_was_meant(text: str) -> None:
    watcher, line = Watcher(0, "", 0), Mock()
    watcher.connection_made(line)
    watcher._send(text)
    server = Connection(ConnectionType.SERVER)
    server.receive_data(line.write.call_args.args[0])
    (event,) = server.events()
    assert isinstance(event, TextMessage)
    assert event.data == text
