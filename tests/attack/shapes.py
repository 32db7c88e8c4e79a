"""Values as a JSON Schema describes them, and now and then as it forbids."""

import random
import uuid
from typing import Any

from tests.attack.files import NAMES, NUMBERS
from tests.attack.texts import PIECES, hostile_text

Schema = dict[str, Any]
WRONG = 0.08
"""How often a value is not what its schema asks for."""
STRANGE: list[Any] = [
    *NUMBERS,
    *NAMES,
    "\ud800",
    "\udfff\ud800",
    -0.0,
    1e-320,
    [[[]]],
    {"": None},
    "NaN",
    "-1",
    "00",
    "1e9",
]


def made(schema: Schema, known: Schema, dice: random.Random, deep: int = 6) -> Any:
    """A value of ``schema``, whose references are among ``known``; strange ones among them."""
    if "$ref" in schema:
        schema = known[schema["$ref"].rpartition("/")[2]]
    if deep == 0 or dice.random() < WRONG:
        return dice.choice(STRANGE)
    if among := schema.get("enum") or ([schema["const"]] if "const" in schema else None):
        return dice.choice(among)
    if variants := schema.get("anyOf") or schema.get("oneOf"):
        return made(dice.choice(variants), known, dice, deep - 1)
    match schema.get("type"):
        case "object":
            return _table(schema, known, dice, deep)
        case "array":
            most = 300 if dice.random() < 0.03 else 3
            return [
                made(schema.get("items", {}), known, dice, deep - 1) for _ in range(dice.randint(0, most))
            ]
        case "integer" | "number" as kind:
            return _number(schema, kind, dice)
        case "boolean":
            return dice.random() < 0.5
        case "null":
            return None
        case "string":
            return _text(schema, dice)
    return dice.choice(STRANGE)


def _table(schema: Schema, known: Schema, dice: random.Random, deep: int) -> dict[str, Any]:
    needed = schema.get("required", ())
    table = {
        name: made(part, known, dice, deep - 1)
        for name, part in schema.get("properties", {}).items()
        if (name in needed and dice.random() > 0.02) or dice.random() < 0.5
    }
    if dice.random() < 0.05 or schema.get("additionalProperties"):
        table[dice.choice(("__proto__", "id", "role", "user_id", "seed", "epochs", "\0"))] = dice.choice(
            STRANGE
        )
    return table


def _number(schema: Schema, kind: str, dice: random.Random) -> int | float:
    least, most = schema.get("minimum", -(10**6)), schema.get("maximum", 10**6)
    if dice.random() < 0.3:
        return dice.choice((least, most, least - 1, most + 1, 0, 2**53, 2**63, -(2**63)))
    return dice.randint(int(least), int(most)) if kind == "integer" else dice.uniform(least, most)


def _text(schema: Schema, dice: random.Random) -> str:
    match schema.get("format"):
        case "uuid":
            return str(uuid.UUID(int=dice.getrandbits(128)))
        case "email":
            return dice.choice(
                ("a@example.org", f"u{dice.randrange(10**9)}@example.org", "@", "a@b", f"{'a' * 300}@b.c")
            )
        case "date-time":
            return dice.choice(
                ("2030-01-01T00:00:00Z", "0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "now")
            )
    if dice.random() < 0.2:
        return hostile_text(dice, min(schema.get("maxLength", 300) + 1, 20_000))
    return "".join(dice.choices(PIECES, k=dice.randint(0, 4)))[: schema.get("maxLength", 300)]
