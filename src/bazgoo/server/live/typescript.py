"""The events as the studio's pages know them: `python -m bazgoo.server.live.typescript` prints TypeScript."""

import sys
import types
from dataclasses import fields
from typing import Any, Literal, NotRequired, Union, get_args, get_origin, get_type_hints, is_typeddict
from uuid import UUID

from bazgoo.server.live.events import LiveEvent, Topic, TrainingMetrics

PLAIN: dict[Any, str] = {int: "number", float: "number", str: "string", UUID: "string", type(None): "null"}


def module() -> str:
    """Every event and what it carries, and all of them by name."""
    events = get_args(LiveEvent)
    names = "".join(f'  "{event.name}": {event.__name__};\n' for event in events)
    parts = [
        f"/** What events are about. */\nexport type Topic = {_written(Topic)};\n",
        _interface(TrainingMetrics, get_type_hints(TrainingMetrics, include_extras=True)),
        *(_interface(event, _hints(event)) for event in events),
        f"/** Every event by its name. */\nexport interface LiveEvents {{\n{names}}}\n",
    ]
    return "\n".join(parts)


def _hints(event: type) -> dict[str, Any]:
    hints = get_type_hints(event)
    return {field.name: hints[field.name] for field in fields(event)}


def _interface(kind: type, hints: dict[str, Any]) -> str:
    lines = "".join(_line(name, hint) for name, hint in hints.items())
    return f"/** {kind.__doc__} */\nexport interface {kind.__name__} {{\n{lines}}}\n"


def _line(name: str, hint: Any) -> str:
    if get_origin(hint) is NotRequired:
        return f"  {name}?: {_written(get_args(hint)[0])};\n"
    return f"  {name}: {_written(hint)};\n"


def _written(hint: Any) -> str:
    """A type as TypeScript writes it."""
    arguments = get_args(hint)
    if get_origin(hint) is Literal:
        return " | ".join(f'"{value}"' for value in arguments)
    if get_origin(hint) in (Union, types.UnionType):
        return " | ".join(_written(each) for each in arguments)
    if get_origin(hint) is tuple:
        return f"{_written(arguments[0])}[]"
    return str(hint.__name__) if is_typeddict(hint) else PLAIN[hint]


if __name__ == "__main__":
    sys.stdout.write(module())
