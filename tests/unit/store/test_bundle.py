"""A bundle carries a model to another machine, whole or not at all."""

import hashlib
import io
import json
import tarfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from bazgoo.errors import BundleDamaged, BundleUnsafe, FileUnreadable, ImportUnusable, ModelDamaged
from bazgoo.store import Manifest, Shelf, bundle_stream, export_bundle, import_bundle, import_files


@pytest.fixture
def bundle(shelf: Shelf, installed: Manifest, tmp_path: Path) -> Path:
    return export_bundle(shelf, installed.id, tmp_path)


@pytest.fixture
def other(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "other")


def test_a_model_arrives_as_it_left(bundle: Path, installed: Manifest, other: Shelf) -> None:
    arrived = import_bundle(other, bundle)
    assert replace(arrived, installed_at=installed.installed_at) == installed
    assert other.damaged(arrived) == []


def test_the_size_is_known_before_the_first_byte(shelf: Shelf, installed: Manifest, bundle: Path) -> None:
    name, size, pieces = bundle_stream(shelf, installed.id)
    assert name == bundle.name == "fa_IR-tiny-x_low.tar"
    assert b"".join(pieces) == bundle.read_bytes()
    assert size == bundle.stat().st_size


def test_every_tar_reads_a_bundle_and_finds_its_manifest_first(bundle: Path, installed: Manifest) -> None:
    with tarfile.open(bundle) as tar:
        assert tar.getnames() == ["bazgoo.json", *(file.path for file in installed.files)]


def test_a_long_persian_name_survives(
    shelf: Shelf, installed: Manifest, other: Shelf, tmp_path: Path
) -> None:
    name = "پوشه/" * 20 + "نام بسیار بلند" * 4 + ".txt"
    file = shelf.folder(installed.id) / name
    file.parent.mkdir(parents=True)
    file.write_bytes(b"x")
    shelf.install(installed.id)
    arrived = import_bundle(other, export_bundle(shelf, installed.id, tmp_path))
    assert name in {file.path for file in arrived.files}
    assert other.damaged(arrived) == []


def test_the_same_model_is_not_installed_twice(shelf: Shelf, bundle: Path, installed: Manifest) -> None:
    assert import_bundle(shelf, bundle) == installed
    assert shelf.models() == [installed]


def test_another_model_of_the_same_id_gets_its_own_folder(
    shelf: Shelf, bundle: Path, installed: Manifest
) -> None:
    (shelf.folder(installed.id) / "fa/note.txt").write_bytes(b"mine")
    mine = shelf.install(installed.id)
    arrived = import_bundle(shelf, bundle)
    assert arrived.id != mine.id
    assert len(shelf.models()) == 2


def test_a_damaged_model_is_not_exported(shelf: Shelf, installed: Manifest, tmp_path: Path) -> None:
    graph = shelf.folder(installed.id) / "fa/fa_IR-tiny-x_low.onnx"
    graph.write_bytes(bytes(graph.stat().st_size))
    with pytest.raises(ModelDamaged):
        export_bundle(shelf, installed.id, tmp_path)
    graph.unlink()
    with pytest.raises(ModelDamaged):
        bundle_stream(shelf, installed.id)
    assert not list(tmp_path.glob("*.tar")) + list(tmp_path.glob(".*part"))


def test_a_bundle_cut_or_flipped_anywhere_installs_nothing(bundle: Path, other: Shelf) -> None:
    whole = bundle.read_bytes()
    for at in range(0, len(whole) - 1024, len(whole) // 23):
        bundle.write_bytes(whole[:at])
        with pytest.raises(BundleDamaged):
            import_bundle(other, bundle)
    for at in range(700, len(whole) - 1024, len(whole) // 23):
        bundle.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        try:
            arrived = import_bundle(other, bundle)
        except (BundleDamaged, BundleUnsafe):
            continue
        assert other.damaged(arrived) == []  # what was flipped was padding
        other.remove(arrived.id)
    assert not other.models_dir.exists() or not list(other.models_dir.iterdir())


def entry(name: str, content: bytes = b"x", **fields: object) -> tuple[tarfile.TarInfo, bytes]:
    made = tarfile.TarInfo(name)
    made.size = len(content)
    for field, value in fields.items():
        setattr(made, field, value)
    return made, content


def link(name: str, kind: bytes) -> tuple[tarfile.TarInfo, bytes]:
    return entry(name, b"", type=kind, linkname="/etc/passwd")


HOSTILE: dict[str, Callable[[], list[tuple[tarfile.TarInfo, bytes]]]] = {
    "a name that climbs": lambda: [entry("../escaped")],
    "an absolute name": lambda: [entry("/tmp/escaped")],
    "a name nobody announced": lambda: [entry("stray")],
    "a symbolic link": lambda: [link("fa/MODEL_CARD", tarfile.SYMTYPE)],
    "a hard link": lambda: [link("fa/MODEL_CARD", tarfile.LNKTYPE)],
    "a device": lambda: [link("fa/MODEL_CARD", tarfile.CHRTYPE)],
    "a pipe": lambda: [link("fa/MODEL_CARD", tarfile.FIFOTYPE)],
    "a folder": lambda: [link("fa", tarfile.DIRTYPE)],
    "a sparse file": lambda: [link("fa/MODEL_CARD", tarfile.GNUTYPE_SPARSE)],
    "an extended header": lambda: [link("fa/MODEL_CARD", tarfile.XHDTYPE)],
    "the manifest again": lambda: [entry("bazgoo.json")],
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_does_not_belong_in_a_bundle_refuses_it(
    kind: str, shelf: Shelf, installed: Manifest, other: Shelf, tmp_path: Path
) -> None:
    told = (shelf.folder(installed.id) / "bazgoo.json").read_bytes()
    hostile = _tar(tmp_path / "hostile.tar", [entry("bazgoo.json", told), *HOSTILE[kind]()])
    with pytest.raises(BundleUnsafe):
        import_bundle(other, hostile)
    assert not list(tmp_path.rglob("escaped"))
    assert not list(other.models_dir.glob("*"))


PATHS = [
    "../../escaped",
    "/etc/escaped",
    "a/../../b",
    "",
    "a//b",
    "bazgoo.json",
    "C:\\x",
    "con",
    ".parts/x",
    "a\0b",
]


@pytest.mark.parametrize("path", PATHS)
def test_a_manifest_that_names_such_files_refuses_it(
    path: str, installed: Manifest, other: Shelf, tmp_path
) -> None:
    digest = hashlib.sha256(b"x").hexdigest()
    told = json.dumps(_as_dict(installed) | {"files": [{"path": path, "size": 1, "sha256": digest}]}).encode()
    hostile = _tar(tmp_path / "hostile.tar", [entry("bazgoo.json", told), entry(path or "x")])
    with pytest.raises(BundleUnsafe):
        import_bundle(other, hostile)
    assert not list(other.models_dir.glob("*"))


def test_a_file_larger_than_its_tar_is_damage_and_takes_no_room(
    other: Shelf, installed, tmp_path: Path
) -> None:
    bomb = {"files": [{"path": "a", "size": 1 << 60, "sha256": "0" * 64}]}
    header = tarfile.TarInfo("a")
    header.size = 1 << 60
    hostile = tmp_path / "bomb.tar"
    told = json.dumps(_as_dict(installed) | bomb).encode()
    _tar(hostile, [entry("bazgoo.json", told)])
    hostile.write_bytes(
        hostile.read_bytes().rstrip(b"\0").ljust(2048, b"\0") + header.tobuf(tarfile.GNU_FORMAT)
    )
    with pytest.raises(BundleDamaged):
        import_bundle(other, hostile)
    assert not list(other.models_dir.glob("*"))


@pytest.mark.parametrize("content", [b"", b"not a tar", b"\x1f\x8b" + b"x" * 2000, bytes(4096), b"{}" * 1000])
def test_what_is_no_bundle_is_told_as_such(other: Shelf, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.tar").write_bytes(content)
    with pytest.raises(BundleDamaged):
        import_bundle(other, tmp_path / "x.tar")


def test_a_bundle_that_is_not_there_is_told_as_such(other: Shelf, tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable):
        import_bundle(other, tmp_path / "nowhere.tar")


def test_an_interrupted_import_leaves_nothing(bundle: Path, other: Shelf) -> None:
    def interrupt(event: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_bundle(other, bundle, interrupt)
    assert not list(other.models_dir.glob("*"))


def test_pairs_of_voice_files_are_models(other: Shelf, make_voice, tmp_path: Path) -> None:
    voices = [make_voice(tmp_path, name=name) for name in ("one", "two")]
    files = [file for voice in voices for file in (voice, voice.with_name(f"{voice.name}.json"))]
    models = import_files(other, files)
    assert [model.voices for model in models] == [(voice.stem,) for voice in voices]
    assert import_files(other, files) == models


def test_uploaded_files_are_known_by_the_names_they_had(
    other: Shelf, tiny_voice: Path, tmp_path: Path
) -> None:
    uploads = [tmp_path / "u1", tmp_path / "u2"]
    uploads[0].write_bytes(tiny_voice.read_bytes())
    uploads[1].write_bytes(tiny_voice.with_name(f"{tiny_voice.name}.json").read_bytes())
    (model,) = import_files(other, uploads, ["C:\\voices\\mina.onnx", "../mina.onnx.json"])
    assert model.voices == ("mina",)
    assert sorted(file.path for file in model.files) == ["mina.onnx", "mina.onnx.json"]


@pytest.mark.parametrize(
    "names", [["a.onnx"], ["a.onnx.json"], ["a.onnx", "b.onnx.json"], ["a.txt"], ["a.tar", "b.tar"]]
)
def test_files_that_make_no_voice_are_named(other: Shelf, tmp_path: Path, names: list[str]) -> None:
    for name in names:
        (tmp_path / name).write_bytes(b"{}")
    with pytest.raises(ImportUnusable):
        import_files(other, [tmp_path / name for name in names])
    assert not list(other.models_dir.glob("*"))


def test_a_configuration_that_is_not_pipers_is_refused(other: Shelf, tmp_path: Path) -> None:
    for name in ("a.onnx", "a.onnx.json"):
        (tmp_path / name).write_bytes(b"{}")
    with pytest.raises(ImportUnusable):
        import_files(other, [tmp_path / "a.onnx", tmp_path / "a.onnx.json"])


def _as_dict(manifest: Manifest) -> dict[str, object]:
    return {name: getattr(manifest, name) for name in Manifest.__dataclass_fields__}


def _tar(path: Path, members: list[tuple[tarfile.TarInfo, bytes]]) -> Path:
    with tarfile.open(path, "w", format=tarfile.GNU_FORMAT) as tar:
        for member, content in members:
            tar.addfile(member, io.BytesIO(content))
    return path
