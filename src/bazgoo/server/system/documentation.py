"""The page at ``/docs``: every endpoint, readable without a script or anything from elsewhere."""

from collections.abc import Sequence
from html import escape
from importlib.resources import files
from typing import Any

import orjson

STYLE = files(__package__) / "documentation.css"


def render(document: dict[str, Any]) -> str:
    """The OpenAPI ``document`` as HTML."""
    groups = "".join(_group(tag, document) for tag in document["tags"])
    contents = "".join(
        f'<li><a href="#{escape(tag["name"])}">{escape(tag["name"])}</a></li>' for tag in document["tags"]
    )
    title = f"{escape(document['info']['title'])} {escape(document['info']['version'])}"
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{title}</title><link rel="icon" href="/favicon.svg">'
        '<link rel="stylesheet" href="/docs/style.css"></head><body>'
        f"<header><h1>{title}</h1>{_paragraphs(document['info']['description'])}"
        '<p>For programs: <a href="/openapi.json"><code>/openapi.json</code></a></p>'
        f"<nav><ul>{contents}</ul></nav></header><main>{groups}{_shapes(document)}</main></body></html>"
    )


def _group(tag: dict[str, str], document: dict[str, Any]) -> str:
    name = escape(tag["name"])
    operations = "".join(
        _operation(method, path, operation)
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
        if tag["name"] in operation.get("tags", ())
    )
    return f'<section id="{name}"><h2>{name}</h2>{_paragraphs(tag["description"])}{operations}</section>'


def _operation(method: str, path: str, operation: dict[str, Any]) -> str:
    lock = " · login or key" if "security" in operation else ""
    return (
        f'<details id="{escape(operation["operationId"])}"><summary>'
        f"<span>{method.upper()}</span> <code>{escape(path)}</code><small>{lock}</small>"
        f"<p>{_inline(operation['description'])}</p></summary>"
        f"{_parameters(operation.get('parameters', []))}{_body(operation.get('requestBody'))}"
        f"{_responses(operation['responses'])}</details>"
    )


def _parameters(parameters: list[dict[str, Any]]) -> str:
    rows = [
        (
            f"<code>{escape(parameter['name'])}</code>",
            escape(parameter["in"]),
            _type(parameter["schema"]),
            _inline(parameter.get("description", "")),
        )
        for parameter in parameters
    ]
    return _table(("parameter", "in", "type", ""), rows)


def _body(body: dict[str, Any] | None) -> str:
    kinds = [
        f"<p>Body: <code>{escape(media_type)}</code> {_type(content.get('schema', {}))}</p>"
        for media_type, content in (body or {}).get("content", {}).items()
    ]
    return "".join(kinds)


def _responses(responses: dict[str, Any]) -> str:
    rows = []
    for status, response in responses.items():
        kinds = [_type(content.get("schema", {})) for content in response.get("content", {}).values()]
        rows.append((escape(status), _inline(response["description"]), ", ".join(dict.fromkeys(kinds))))
    return _table(("status", "means", "body"), rows)


def _shapes(document: dict[str, Any]) -> str:
    shapes = "".join(
        _shape(name, schema) for name, schema in sorted(document["components"]["schemas"].items())
    )
    return f'<section id="shapes"><h2>Shapes</h2>{shapes}</section>'


def _shape(name: str, schema: dict[str, Any]) -> str:
    required = schema.get("required", ())
    rows = [
        (
            f"<code>{escape(field)}</code>{'' if field in required else ' <small>optional</small>'}",
            _type(described),
            _inline(described.get("description", "")),
        )
        for field, described in schema.get("properties", {}).items()
    ]
    return (
        f'<details id="shape-{escape(name)}" open><summary><code>{escape(name)}</code></summary>'
        f"<p>{_inline(schema.get('description', ''))}</p>{_table(('field', 'type', ''), rows)}</details>"
    )


def _type(schema: dict[str, Any]) -> str:
    """A type in a few words, linked to its shape."""
    if "$ref" in schema:
        name = escape(schema["$ref"].rsplit("/", 1)[1])
        return f'<a href="#shape-{name}">{name}</a>'
    for key in ("anyOf", "oneOf"):
        if key in schema:
            return " or ".join(_type(choice) for choice in schema[key])
    if schema.get("type") == "array":
        return f"list of {_type(schema.get('items', {}))}"
    if "enum" in schema or "const" in schema:
        values = schema.get("enum", [schema.get("const")])
        return " | ".join(f"<code>{escape(orjson.dumps(value).decode())}</code>" for value in values)
    return escape(" ".join(filter(None, (schema.get("type", ""), schema.get("format", "")))))


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    if not rows:
        return ""
    titles = "".join(f"<th>{title}</th>" for title in head)
    lines = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{titles}</tr></thead><tbody>{lines}</tbody></table>"


def _paragraphs(written: str) -> str:
    return "".join(f"<p>{_inline(paragraph)}</p>" for paragraph in written.split("\n\n"))


def _inline(written: str) -> str:
    """Text with its `code` marked up."""
    parts = escape(written).split("`")
    return "".join(f"<code>{part}</code>" if index % 2 else part for index, part in enumerate(parts))
