"""A dataset for other programs: in LJSpeech's or Hugging Face's layout, as a folder or in one zip."""

import contextlib
import io
import json
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

import soundfile

from bazgoo.datasets.archives import never
from bazgoo.datasets.dataset import Dataset
from bazgoo.datasets.packing import Target, packed
from bazgoo.datasets.records import Record, Split
from bazgoo.errors import DatasetInvalid, FileUnwritable, WorkCancelled
from bazgoo.events import DatasetProgressed, Emit, ignore
from bazgoo.hub.plan import check_disk

_FOLDERS: dict[Split, str] = {"training": "train", "validation": "validation"}
_TELL_EVERY_S = 0.25
_SPOOLED_BYTES = 8 << 20
_BLOCK = 1 << 16


def export_ljspeech(
    dataset: Dataset, out: Path, emit: Emit = ignore, cancelled: Callable[[], bool] = never
) -> Path:
    """Write `metadata.csv` (`id|text|text`; with several speakers `id|speaker|text`, as Piper has it) and `wavs/`.

    Excluded records and those without audio stay out.  ``out`` is a new or an empty folder, or a file that ends in
    `.zip`; it appears when it is whole.  Raises DatasetInvalid where there is nothing to export, FileUnwritable,
    NoRoomForDownload, WorkCancelled.
    """
    return _export(dataset, out, _ljspeech, emit, cancelled)


def export_audiofolder(
    dataset: Dataset, out: Path, emit: Emit = ignore, cancelled: Callable[[], bool] = never
) -> Path:
    """Write `train/` and `validation/`, each with its originals and a `metadata.jsonl`.

    Without audio it is `train.jsonl` and `validation.jsonl`.  Otherwise as ``export_ljspeech``.
    """
    return _export(dataset, out, _audiofolder, emit, cancelled)


def _export(
    dataset: Dataset,
    out: Path,
    fill: Callable[[Dataset, Iterator[Record], Target], None],
    emit: Emit,
    cancelled: Callable[[], bool],
) -> Path:
    if not dataset.count(excluded=False) or (fill is _ljspeech and dataset.kind != "audio"):
        raise DatasetInvalid(
            file=dataset.name,
            reason_fa="در این قالب چیزی برای بیرون‌دادن ندارد.",
            reason_en="it has nothing to export in this layout.",
        )
    check_disk(dataset.size_bytes, out.absolute().parent)
    try:
        with packed(out) as target:
            fill(dataset, _watched(dataset, emit, cancelled), target)
            target.put("README.md", io.BytesIO(_about(dataset).encode()))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise FileUnwritable(file=out, reason_fa=reason, reason_en=reason) from None
    return out


def _watched(dataset: Dataset, emit: Emit, cancelled: Callable[[], bool]) -> Iterator[Record]:
    """The records on their way out; tells how far it is, and stops when it should."""
    total, told_at = dataset.count(excluded=False), 0.0
    for done, record in enumerate(dataset.all(excluded=False), 1):
        if cancelled():
            raise WorkCancelled
        yield record
        if done >= total or time.monotonic() - told_at >= _TELL_EVERY_S:
            told_at = time.monotonic()
            emit(DatasetProgressed("exporting", done, max(done, total)))


def _ljspeech(dataset: Dataset, records: Iterator[Record], target: Target) -> None:
    several = len({record.speaker for record in dataset.all(excluded=False)}) > 1
    with _spooled() as rows:
        for record in records:
            original = dataset.original(record)
            if original is None:
                continue
            text = _one_line(record.text)
            cells = [original.stem, _one_line(record.speaker or "?") if several else text, text]
            rows.write(("|".join(cells) + "\n").encode("utf-8", "replace"))
            with _as_wav(original) as wav:
                target.put(f"wavs/{original.stem}.wav", wav)
        rows.seek(0)
        target.put("metadata.csv", rows)


def _audiofolder(dataset: Dataset, records: Iterator[Record], target: Target) -> None:
    with contextlib.ExitStack() as open_tables:
        tables: dict[str, IO[bytes]] = {}
        for record in records:
            folder, original = _FOLDERS[record.split], dataset.original(record)
            if original:
                with original.open("rb") as stream:
                    target.put(f"{folder}/audio/{original.name}", stream)
            name = f"{folder}/metadata.jsonl" if dataset.kind == "audio" else f"{folder}.jsonl"
            if name not in tables:
                tables[name] = open_tables.enter_context(_spooled())
            row = json.dumps(_row(dataset, record, original), ensure_ascii=False)
            tables[name].write(row.encode("utf-8", "replace") + b"\n")
        for name, rows in tables.items():
            rows.seek(0)
            target.put(name, rows)


def _row(dataset: Dataset, record: Record, original: Path | None) -> dict[str, Any]:
    columns = json.loads(record.text) if dataset.kind == "csv" else {"text": record.text}
    row: dict[str, Any] = {"file_name": f"audio/{original.name}"} if original else {}
    row |= columns
    row |= {"label": record.label} if record.label is not None else {}
    return row | ({"speaker": record.speaker} if record.speaker is not None else {})


@contextlib.contextmanager
def _as_wav(original: Path) -> Iterator[IO[bytes]]:
    """The original where it is WAV, else a WAV of it where libsndfile reads it, else the original all the same."""
    with contextlib.ExitStack() as stack:
        if original.suffix == ".wav":
            yield stack.enter_context(original.open("rb"))
            return
        made: IO[bytes] = stack.enter_context(tempfile.TemporaryFile())
        try:
            _convert(original, made)
        except soundfile.LibsndfileError:
            made = stack.enter_context(original.open("rb"))
        made.seek(0)
        yield made


def _convert(original: Path, to: IO[bytes]) -> None:
    with soundfile.SoundFile(original) as source:
        fine = source.subtype in ("PCM_24", "PCM_32", "FLOAT", "DOUBLE")
        form = {"samplerate": source.samplerate, "channels": source.channels, "format": "WAV"}
        with soundfile.SoundFile(to, "w", subtype="PCM_24" if fine else "PCM_16", **form) as made:
            for block in source.blocks(_BLOCK, dtype="float32"):
                made.write(block)


def _about(dataset: Dataset) -> str:
    """A card, as the Hub reads them."""
    facts = dataset.facts()
    head = f"---\nlicense: {_one_line(facts['license'])}\n---\n" if facts.get("license") else ""
    consent = f"\n{facts['consent']}\n" if facts.get("consent") else ""
    return f"{head}# {_one_line(dataset.name)}\n{consent}\nBazgoo, {dataset.version()}\n"


def _spooled() -> IO[bytes]:
    return tempfile.SpooledTemporaryFile(_SPOOLED_BYTES)


def _one_line(text: str) -> str:
    return " ".join(text.replace("|", " ").split())
