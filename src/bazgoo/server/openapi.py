"""The API described: `python -m bazgoo.server.openapi` prints it, the studio's client is made from it."""

import sys
from typing import Any

import orjson
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel, Field

from bazgoo.server.database import Database
from bazgoo.settings import Settings

TAGS = [
    {"name": "speech", "description": "Text to speech."},
    {"name": "lexicon", "description": "How a person wants words said."},
    {"name": "voices", "description": "Who can speak."},
    {"name": "openai", "description": "The same, in the shape of OpenAI's API."},
    {"name": "sources", "description": "The Hub: search, download, install."},
    {"name": "datasets", "description": "Recordings and texts: bring in, record, check, export."},
    {"name": "training", "description": "Teaching: voices and classifiers from datasets."},
    {"name": "accounts", "description": "People, logins and API keys."},
    {"name": "settings", "description": "What people choose, and what an admin can change."},
    {"name": "admin", "description": "What an admin sees and does: quotas, jobs of all, logs, who did what."},
    {"name": "system", "description": "How the installation is doing."},
]

DESCRIPTION = """\
Persian speech on your own machine. Log in, or send an API key: `Authorization: Bearer bzg_…`.

Every error is an RFC 9457 problem: `code` is stable and for programs, `detail` is a sentence for people, in
Persian unless `Accept-Language` prefers English. Under `/v1` errors have OpenAI's shape."""


class FieldProblem(BaseModel):
    """One value that cannot be used."""

    loc: list[str | int] = Field(description="Where it is: `body`, `query` or `path`, then the field.")
    msg: str


class Problem(BaseModel):
    """What went wrong, as RFC 9457 describes it."""

    type: str
    title: str
    status: int
    detail: str = Field(description="A sentence for people, which says what to do.")
    code: str = Field(description="Stable and for programs.")
    errors: list[FieldProblem] | None = None
    request_id: str | None


class OpenAIErrorDetail(BaseModel):
    """What went wrong, as OpenAI's API describes it."""

    message: str
    type: str
    param: str | None
    code: str | None


class OpenAIError(BaseModel):
    """An error under `/v1`."""

    error: OpenAIErrorDetail


def install_openapi(app: FastAPI) -> None:
    """Let ``app`` describe itself, its problems included."""

    def describe() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _describe(app)
        return app.openapi_schema

    app.openapi = describe  # type: ignore[method-assign]  # how FastAPI has it extended


def _describe(app: FastAPI) -> dict[str, Any]:
    document = get_openapi(
        title=app.title, version=app.version, description=DESCRIPTION, tags=TAGS, routes=app.routes
    )
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
    for model in (FieldProblem, Problem, OpenAIErrorDetail, OpenAIError):
        schema = model.model_json_schema(ref_template="#/components/schemas/{model}")
        schema.pop("$defs", None)
        schemas[model.__name__] = schema
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    for path, operations in document["paths"].items():
        for operation in operations.values():
            _describe_problems(operation, openai=path.startswith("/v1/"))
    return document


def _describe_problems(operation: dict[str, Any], *, openai: bool) -> None:
    """Say of every answer that is an error what it looks like."""
    name, media_type = (
        ("OpenAIError", "application/json") if openai else ("Problem", "application/problem+json")
    )
    content = {media_type: {"schema": {"$ref": f"#/components/schemas/{name}"}}}
    responses = operation["responses"]
    if "HTTPValidationError" in str(responses.get("422")):
        responses["422"] = {"description": "`invalid_request`"}
    responses["default"] = {"description": "Any other error."}
    for status, response in responses.items():
        if (status == "default" or status >= "400") and "content" not in response:
            response["content"] = content


def describe_without_a_studio() -> dict[str, Any]:
    """The document as any studio of this version gives it; nothing is started for it."""
    from bazgoo.server.app import create_app  # noqa: PLC0415  the application itself installs this module

    # constructed, not read: what this machine is set to must not change the document
    app = create_app(Settings.model_construct(), Database("postgresql://localhost/bazgoo"))
    return app.openapi()


def main() -> None:
    """Print the document; the same code always prints the same bytes."""
    options = orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE
    sys.stdout.buffer.write(orjson.dumps(describe_without_a_studio(), option=options))


if __name__ == "__main__":
    main()
