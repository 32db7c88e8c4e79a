"""`GET /api/voices/{id}/model` and `/config`: a voice's files, for a page that runs it."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest

from bazgoo.speech import open_speaker


@pytest.fixture
def files(piper_client: httpx.Client, tiny_voice: Path) -> str:
    """The address below which the tiny voice's files are."""
    return f"/api/voices/{tiny_voice.stem}"


def test_a_page_gets_the_graph_and_the_json_as_they_lie_on_the_disk(
    piper_client: httpx.Client, files: str, tiny_voice: Path
) -> None:
    model, config = piper_client.get(f"{files}/model"), piper_client.get(f"{files}/config")
    beside = tiny_voice.with_name(f"{tiny_voice.name}.json").read_bytes()
    assert (model.content, config.content) == (tiny_voice.read_bytes(), beside)
    assert config.headers["content-type"] == "application/json"
    assert model.headers["cache-control"] == "private, no-cache"


def test_the_list_says_how_much_that_is(piper_client: httpx.Client, tiny_voice: Path) -> None:
    listed = {voice["id"]: voice["size_bytes"] for voice in piper_client.get("/api/voices").json()["items"]}
    on_disk = sum(path.stat().st_size for path in tiny_voice.parent.glob(f"{tiny_voice.name}*"))
    assert listed[tiny_voice.stem] == on_disk
    assert listed["espeak-fa"] is None


def test_what_a_browser_has_is_not_sent_again(piper_client: httpx.Client, files: str) -> None:
    tag = piper_client.get(f"{files}/model").headers["etag"]
    for known in (tag, f'"older", W/{tag}', "*"):
        again = piper_client.get(f"{files}/model", headers={"If-None-Match": known})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert piper_client.get(f"{files}/model", headers={"If-None-Match": '"older"'}).status_code == 200


def test_another_file_in_its_place_has_another_tag(
    serve: Callable[..., httpx.Client], tiny_voice: Path, tmp_path: Path
) -> None:
    voice = tmp_path / "models" / tiny_voice.name
    shutil.copytree(tiny_voice.parent, voice.parent)
    client = serve(open_speaker(voice.parent))
    tags = [client.get(f"/api/voices/{voice.stem}/model").headers["etag"]]
    same = voice.with_suffix(".new")
    shutil.copy2(voice, same)
    same.replace(voice)
    tags.append(client.get(f"/api/voices/{voice.stem}/model").headers["etag"])
    assert tags[0] != tags[1]


def test_a_part_of_it_can_be_asked_for(piper_client: httpx.Client, files: str, tiny_voice: Path) -> None:
    part = piper_client.get(f"{files}/model", headers={"Range": "bytes=100-199"})
    assert (part.status_code, part.content) == (206, tiny_voice.read_bytes()[100:200])


def test_every_speaker_of_a_voice_has_the_same_files(
    serve: Callable[..., httpx.Client], make_voice: Callable[..., Path], tmp_path: Path
) -> None:
    voice = make_voice(tmp_path / "models", speakers=("سارا", "a/b"))
    client = serve(open_speaker(voice.parent))
    ids = [f"{voice.stem}#{speaker}" for speaker in ("سارا", "a/b")]
    models = [client.get(f"/api/voices/{quote(each, safe='')}/model") for each in ids]
    assert [answer.content for answer in models] == [voice.read_bytes()] * 2
    configs = [client.get(f"/api/voices/{quote(each, safe='')}/config").json() for each in ids]
    assert configs == [json.loads(voice.with_name(f"{voice.name}.json").read_text(encoding="utf-8"))] * 2


@pytest.mark.parametrize(
    ("voice", "status", "code"),
    [
        ("nobody", 404, "voice_not_found"),
        ("../../etc/passwd", 404, "voice_not_found"),
        ("espeak-fa", 422, "voice_not_in_browser"),
    ],
)
@pytest.mark.parametrize("file", ["model", "config"])
def test_other_voices_have_no_files(
    piper_client: httpx.Client, voice: str, status: int, code: str, file: str
) -> None:
    answer = piper_client.get(f"/api/voices/{quote(voice, safe='')}/{file}")
    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_a_damaged_voice_says_why(
    serve: Callable[..., httpx.Client], tiny_voice: Path, tmp_path: Path
) -> None:
    models = tmp_path / "models"
    models.mkdir()
    shutil.copy(tiny_voice, models)
    answer = serve(open_speaker(models)).get(f"/api/voices/{tiny_voice.stem}/model")
    assert (answer.status_code, answer.json()["code"]) == (422, "voice_damaged")


def test_files_are_for_who_may_speak(serve: Callable[..., httpx.Client], tiny_voice: Path) -> None:
    client = serve(open_speaker(tiny_voice.parent), public_speech=False)
    answer = client.get(f"/api/voices/{tiny_voice.stem}/model")
    assert (answer.status_code, answer.json()["code"]) == (401, "login_required")
