"""Where spoken sound goes from the command line: a file, standard output, a player."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import IO

import numpy as np
from numpy.typing import NDArray

from bazgoo.audio import Encoder
from bazgoo.errors import FileUnwritable, PlayerMissing

Take = Callable[[NDArray[np.float32]], None]
"""Takes the next samples."""

# Each reads a WAV stream from its standard input, except the last two, which want a file.
_PLAYERS = {
    "aplay": ("-q", "-"),
    "paplay": (),
    "ffplay": ("-nodisp", "-autoexit", "-loglevel", "error", "-i", "-"),
    "pw-play": ("{file}",),
    "afplay": ("{file}",),
}


def find_player() -> str | None:
    """A program on this machine that plays sound."""
    return next((name for name in _PLAYERS if shutil.which(name)), None)


@contextmanager
def into_file(path: Path, format: str, sample_rate_hz: int, target_rate_hz: int | None) -> Iterator[Take]:
    """A file that appears when it is whole; an interruption leaves nothing behind.  Raises FileUnwritable."""
    target = path.resolve()
    if target.exists() and not target.is_file():  # /dev/null, a pipe: nothing there to be renamed over
        with _telling(path), target.open("wb") as stream:
            yield from _into_stream(stream, Encoder(format, sample_rate_hz, target_rate_hz=target_rate_hz))
        return
    partial_file = target.with_name(f".{target.name}.{os.getpid()}.part")
    with _telling(path):
        try:
            with partial_file.open("xb+") as file:
                encoder = Encoder(format, sample_rate_hz, target_rate_hz=target_rate_hz, file=file)
                yield partial(_encode, encoder)
                encoder.finish()
            partial_file.replace(target)
        finally:
            partial_file.unlink(missing_ok=True)


@contextmanager
def into_standard_output(format: str, sample_rate_hz: int, target_rate_hz: int | None) -> Iterator[Take]:
    """Standard output, as a stream."""
    yield from _into_stream(sys.stdout.buffer, Encoder(format, sample_rate_hz, target_rate_hz=target_rate_hz))


@contextmanager
def into_player(sample_rate_hz: int) -> Iterator[Take]:
    """The loudspeaker; waits until all has been heard.  Raises PlayerMissing."""
    name = find_player()
    if name is None:
        raise PlayerMissing(players=", ".join(_PLAYERS))
    if "{file}" in _PLAYERS[name]:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "speech.wav")
            with into_file(file, "wav", sample_rate_hz, None) as take:
                yield take
            subprocess.run([name, file], check=True)  # noqa: S603  one of ours
        return
    with subprocess.Popen([name, *_PLAYERS[name]], stdin=subprocess.PIPE) as player:  # noqa: S603
        assert player.stdin
        yield from _into_stream(player.stdin, Encoder("wav", sample_rate_hz))


def _into_stream(stream: IO[bytes], encoder: Encoder) -> Iterator[Take]:
    def take(samples: NDArray[np.float32]) -> None:
        stream.write(encoder.encode(samples))
        stream.flush()

    yield take
    stream.write(encoder.finish())
    stream.flush()


def _encode(encoder: Encoder, samples: NDArray[np.float32]) -> None:
    encoder.encode(samples)


@contextmanager
def _telling(path: Path) -> Iterator[None]:
    """Say which file it was that the system refused."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise FileUnwritable(file=path, reason_fa=reason, reason_en=reason) from None
