"""The API described."""

import re
import subprocess
import sys

import httpx
import orjson

from bazgoo.server.openapi import describe_without_a_studio

DOCUMENT = describe_without_a_studio()


async def test_a_running_studio_describes_itself_alike(client: httpx.AsyncClient) -> None:
    assert (await client.get("/openapi.json")).json() == DOCUMENT


def test_the_printed_description_is_the_same_every_time() -> None:
    command = [sys.executable, "-m", "bazgoo.server.openapi"]
    printed = [subprocess.run(command, capture_output=True, check=True).stdout for _ in range(2)]
    assert printed[0] == printed[1]
    assert orjson.loads(printed[0]) == DOCUMENT


def test_every_operation_has_a_name_of_its_own_and_says_what_errors_look_like() -> None:
    operations = [
        (path, operation) for path, methods in DOCUMENT["paths"].items() for operation in methods.values()
    ]
    names = [operation["operationId"] for _, operation in operations]
    assert len(set(names)) == len(names)
    for path, operation in operations:
        kind = "application/json" if path.startswith("/v1/") else "application/problem+json"
        assert kind in operation["responses"]["default"]["content"]
        assert operation["description"]
        assert set(operation["tags"]) <= {tag["name"] for tag in DOCUMENT["tags"]}


def test_every_shape_that_is_named_is_described() -> None:
    named = set(re.findall(r"#/components/schemas/(\w+)", orjson.dumps(DOCUMENT).decode()))
    assert named <= set(DOCUMENT["components"]["schemas"])


async def test_the_page_for_people_shows_every_address_and_needs_nothing_from_elsewhere(
    client: httpx.AsyncClient,
) -> None:
    page = (await client.get("/docs")).text
    assert all(f"<code>{path}</code>" in page for path in DOCUMENT["paths"])
    assert set(re.findall(r'(?:href|src)="([^"#]+)"', page)) == {
        "/docs/style.css",
        "/favicon.svg",
        "/openapi.json",
    }
    assert (await client.get("/docs/style.css")).headers["Content-Type"].startswith("text/css")
    linked = set(re.findall(r'href="#([^"]+)"', page))
    assert linked <= set(re.findall(r'id="([^"]+)"', page))
