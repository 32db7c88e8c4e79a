"""`bazgoo voice embed`: what lies in the folder, and when it is refused."""

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from bazgoo.cli.voice import contents
from bazgoo.cli.voice.embedding import demands, embed
from bazgoo.engines.starter import STARTER
from bazgoo.errors import FileUnwritable, FolderNotEmpty, PagesNotBuilt, VoiceNotFound, VoiceNotInBrowser

OWN = "page of mine"


@pytest.fixture(autouse=True)
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Built pages: the script and one part of it, and something else that the studio needs."""
    pages = tmp_path / "pages"
    (pages / "assets").mkdir(parents=True)
    for name in ("bazgoo.js", "assets/part-1a2b.js", "assets/studio-3c4d.js"):
        (pages / name).write_text(f"// {name}")
    (pages / "embed.json").write_text(json.dumps({"files": ["assets/part-1a2b.js", "bazgoo.js"]}))
    monkeypatch.setattr(contents, "PAGES", pages)
    monkeypatch.setenv("BAZGOO_DATA_DIR", str(tmp_path / "data"))
    yield pages


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_the_folder_holds_page_script_reader_voice_and_licences(tmp_path: Path) -> None:
    made = embed(STARTER.stem, tmp_path / "out")
    expected = {"index.html", "page.css", "bazgoo.js", "bazgoo.json", "assets/part-1a2b.js", "reader.zip"}
    expected |= {f"voice/{STARTER.name}", f"voice/{STARTER.name}.json", "voice/README.md"}
    assert files(tmp_path / "out") == expected | {"LICENSE", "NOTICE.md", "README.md"}
    assert made.files == len(files(tmp_path / "out"))
    assert made.size_bytes == sum(
        (tmp_path / "out" / name).stat().st_size for name in files(tmp_path / "out")
    )
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_the_script_finds_everything_beside_it(tmp_path: Path) -> None:
    embed(STARTER.stem, tmp_path / "out")
    described = json.loads((tmp_path / "out/bazgoo.json").read_text(encoding="utf-8"))
    assert described["id"] == STARTER.stem
    for what in ("model", "config", "reader"):
        path, _, version = described[what].partition("?v=")
        assert (tmp_path / "out" / path).is_file()
        assert len(version) == 12
    assert zipfile.is_zipfile(tmp_path / "out/reader.zip")


def test_an_address_changes_with_what_it_leads_to(tmp_path: Path, tiny_voice: Path) -> None:
    model = tmp_path / tiny_voice.name
    beside = model.with_name(f"{model.name}.json")
    model.write_bytes(tiny_voice.read_bytes())
    beside.write_bytes(tiny_voice.with_name(beside.name).read_bytes())
    embed(str(model), tmp_path / "a")
    beside.write_text(json.dumps(json.loads(beside.read_text(encoding="utf-8"))), encoding="utf-8")
    embed(str(model), tmp_path / "b")
    before, after = (json.loads((tmp_path / name / "bazgoo.json").read_bytes()) for name in "ab")
    assert before["model"] == after["model"]
    assert before["config"] != after["config"]


def test_pages_and_notices_name_the_voice_and_every_licence(tmp_path: Path) -> None:
    embed(STARTER.stem, tmp_path / "out")
    page, readme, notice = (
        (tmp_path / "out" / name).read_text(encoding="utf-8")
        for name in ("index.html", "README.md", "NOTICE.md")
    )
    for text in (page, readme, notice):
        assert STARTER.stem in text
        assert "CC0-1.0" in text
        assert "$" not in text.replace("${", "")
    for name in ("GPL-3.0-or-later", "eSpeak NG", "MPL-2.0", "ONNX Runtime", "MIT License"):
        assert name in notice
    assert "GNU GENERAL PUBLIC LICENSE" in (tmp_path / "out/LICENSE").read_text(encoding="utf-8")


def test_a_name_is_no_markup(tmp_path: Path, tiny_voice: Path) -> None:
    model = tmp_path / "fa_IR-x-low.onnx"
    model.write_bytes(tiny_voice.read_bytes())
    config = json.loads(tiny_voice.with_name(f"{tiny_voice.name}.json").read_bytes())
    content = json.dumps(config | {"dataset": "<script>alert(1)</script>"})
    model.with_name(f"{model.name}.json").write_text(content, encoding="utf-8")
    embed(str(model), tmp_path / "out")
    assert "<script>alert" not in (tmp_path / "out/index.html").read_text(encoding="utf-8")


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/index.html").write_text(OWN)
    with pytest.raises(FolderNotEmpty):
        embed(STARTER.stem, tmp_path / "out")
    assert files(tmp_path / "out") == {"index.html"}
    assert (tmp_path / "out/index.html").read_text() == OWN


def test_force_renews_what_is_ours_and_keeps_the_rest(tmp_path: Path, pages: Path) -> None:
    out = tmp_path / "out"
    embed(STARTER.stem, out)
    (out / "story.html").write_text(OWN)
    (pages / "assets/part-1a2b.js").rename(pages / "assets/part-5e6f.js")
    (pages / "embed.json").write_text(json.dumps({"files": ["assets/part-5e6f.js", "bazgoo.js"]}))
    embed(STARTER.stem, out, force=True)
    assert {name for name in files(out) if name.startswith("assets/")} == {"assets/part-5e6f.js"}
    assert (out / "story.html").read_text() == OWN


@pytest.mark.parametrize(
    ("voice", "refusal"), [("fa_IR-nobody-low", VoiceNotFound), ("espeak-fa", VoiceNotInBrowser)]
)
def test_voices_that_cannot_are_refused(tmp_path: Path, voice: str, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        embed(voice, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_pages_that_were_not_built_are_told_of(tmp_path: Path, pages: Path) -> None:
    (pages / "embed.json").unlink()
    with pytest.raises(PagesNotBuilt):
        embed(STARTER.stem, tmp_path / "out")


def test_a_file_in_the_folders_place_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "out").write_text(OWN)
    with pytest.raises(FileUnwritable):
        embed(STARTER.stem, tmp_path / "out", force=True)
    assert (tmp_path / "out").read_text() == OWN


def test_each_speaker_of_a_model_is_a_voice(tmp_path: Path, make_voice) -> None:
    model = make_voice(tmp_path / "made", speakers=("زهرا", "علی"))
    made = embed(f"{model}#علی", tmp_path / "out")
    assert made.voice == f"{model.stem}#علی"
    assert json.loads((tmp_path / "out/bazgoo.json").read_bytes())["id"] == made.voice


@pytest.mark.parametrize(
    ("license", "asked"),
    [
        ("CC0-1.0", "it asks for nothing."),
        (
            "cc-by-nc-sa-4.0",
            "name its makers; make no profit of it; pass on what you make of it under the same",
        ),
        ("MIT", "read it before you publish."),
    ],
)
def test_what_a_licence_demands_is_said(license: str, asked: str) -> None:
    assert demands(license)[1].startswith(asked)


def run(tmp_path: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "bazgoo", "voice", "embed", *arguments],
        check=False,
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
        env=os.environ | {"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"},
        timeout=60,
    )


def test_programs_are_told_in_json_and_people_are_warned(tmp_path: Path, tiny_voice: Path) -> None:
    if not (Path(__file__).parents[3] / "src/bazgoo/pages/embed.json").exists():
        pytest.skip("the pages are not built")
    done = run(tmp_path, str(tiny_voice), "--json")
    told = json.loads(done.stdout)
    assert done.returncode == 0
    assert told["license"] is None
    assert told["folder"] == str(tmp_path / tiny_voice.stem)
    assert "ask its makers" in done.stderr
    again = run(tmp_path, str(tiny_voice))
    assert (again.returncode, again.stdout) == (1, "")
    assert "[folder_not_empty]" in again.stderr
