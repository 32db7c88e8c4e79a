"""The files of an installed model, one by one: who gets them, and that nothing else goes out."""

import asyncio
import hashlib
from pathlib import Path
from uuid import uuid4

import httpx
import pytest

from bazgoo.server.database import Database
from bazgoo.settings import Settings
from bazgoo.speech import Speaker
from tests.integration.people import bearer, register, serve

VOICE = "fa_IR-tiny-x_low.onnx"


async def _import(client: httpx.AsyncClient, who: dict[str, str], tiny_voice: Path) -> str:
    config = tiny_voice.with_name(f"{tiny_voice.name}.json")
    files = [("files", (path.name, path.read_bytes())) for path in (tiny_voice, config)]
    answer = await client.post("/api/sources/import", files=files, headers=who)
    model_id: str = answer.json()["items"][0]["id"]
    return f"/api/sources/installed/{model_id}/files"


@pytest.fixture
async def files(client, sara, tiny_voice) -> str:
    """The address of the files of a model of Sara's, who is the admin."""
    return await _import(client, sara, tiny_voice)


async def test_every_file_is_named_with_its_size(client, sara, files, tiny_voice) -> None:
    told = (await client.get(files, headers=sara)).json()
    config = tiny_voice.with_name(f"{tiny_voice.name}.json")
    assert told == {
        "items": [
            {"path": VOICE, "size_bytes": tiny_voice.stat().st_size},
            {"path": f"{VOICE}.json", "size_bytes": config.stat().st_size},
        ],
        "next_cursor": None,
    }


async def test_a_file_comes_whole_in_parts_and_not_twice(client, sara, files, tiny_voice) -> None:
    content = tiny_voice.read_bytes()
    whole = await client.get(f"{files}/{VOICE}", headers=sara)
    assert (whole.status_code, whole.content) == (200, content)
    assert whole.headers["content-type"] == "application/octet-stream"
    assert whole.headers["cache-control"] == "private, no-cache"
    tag = whole.headers["etag"]
    assert tag == f'"{hashlib.sha256(content).hexdigest()}"'
    part = await client.get(f"{files}/{VOICE}", headers=sara | {"Range": "bytes=10-19", "If-Range": tag})
    assert (part.status_code, part.content) == (206, content[10:20])
    assert part.headers["content-range"] == f"bytes 10-19/{len(content)}"
    again = await client.get(f"{files}/{VOICE}", headers=sara | {"If-None-Match": tag})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)


async def test_only_who_brought_it_or_an_admin_gets_them(client, sara, reza, tiny_voice) -> None:
    of_reza = await _import(client, reza, tiny_voice)
    for who in (reza, sara):
        assert (await client.get(f"{of_reza}/{VOICE}", headers=who)).status_code == 200
    stranger = bearer(await register(client, "mina"))
    for address in (of_reza, f"{of_reza}/{VOICE}"):
        refused = await client.get(address, headers=stranger)
        assert (refused.status_code, refused.json()["code"]) == (403, "model_files_closed")
        nobody = await client.get(address)
        assert (nobody.status_code, nobody.json()["code"]) == (401, "login_required")


async def test_what_is_not_there_is_not_there(client, sara, files) -> None:
    nowhere = f"/api/sources/installed/{uuid4()}/files"
    for address in (nowhere, f"{nowhere}/{VOICE}"):
        assert (await client.get(address, headers=sara)).json()["code"] == "model_not_installed"
    assert (await client.get(f"{files}/nothing.bin", headers=sara)).json()["code"] == "model_file_not_found"


async def test_a_file_that_was_changed_or_deleted_by_hand_is_damaged(client, sara, files, settings) -> None:
    folder = settings.models_dir / files.split("/")[-2]
    (folder / VOICE).write_bytes(b"something else")
    assert (await client.get(f"{files}/{VOICE}", headers=sara)).json()["code"] == "model_damaged"
    (folder / VOICE).unlink()
    assert (await client.get(f"{files}/{VOICE}", headers=sara)).json()["code"] == "model_damaged"


async def test_a_link_out_of_the_folder_leads_nowhere(
    client, sara, files, settings, tmp_path, tiny_voice
) -> None:
    outside = tmp_path / "outside.onnx"
    outside.write_bytes(bytes(tiny_voice.stat().st_size))
    there = settings.models_dir / files.split("/")[-2] / VOICE
    there.unlink()
    there.symlink_to(outside)
    assert (await client.get(f"{files}/{VOICE}", headers=sara)).json()["code"] == "model_damaged"


@pytest.mark.parametrize(
    "path",
    ["../secrets.json", "..%2F..%2Fsecrets.json", "%2e%2e/%2e%2e/secrets.json", "/etc/passwd", "%2Fetc%2Fpasswd",
     "bazgoo.json", f"./{VOICE}", f"x/../{VOICE}", f"{VOICE}%00", "..\\secrets.json", ""],
)  # fmt: skip
async def test_nothing_outside_the_model_goes_out_over_a_socket(
    database: Database, settings: Settings, tiny_voice: Path, tmp_path: Path, path: str
) -> None:
    """As bytes on the wire: a client would tidy the address up."""
    async with serve(database, settings, Speaker([])) as address:
        async with httpx.AsyncClient(base_url=address) as client:
            who = bearer(await register(client, "sara"))
            files = await _import(client, who, tiny_voice)
        url = httpx.URL(address)
        reader, writer = await asyncio.open_connection(url.host, url.port)
        lines = [f"GET {files}/{path} HTTP/1.1", f"Host: {url.host}", "Connection: close"]
        lines += [f"{name}: {value}" for name, value in who.items()]
        writer.write("\r\n".join([*lines, "", ""]).encode())
        status = await reader.readline()
        writer.close()
    assert status.split()[1] in (b"400", b"404"), status
