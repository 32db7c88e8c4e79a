"""The one door to eSpeak NG, a C library with global state: everything here runs under one lock."""

import atexit
import ctypes
import os
import shutil
import tempfile
from collections.abc import Callable
from concurrent.futures import Future
from functools import cache
from pathlib import Path
from threading import Lock, Thread, current_thread, main_thread

import espeakng_loader
import numpy as np
from numpy.typing import NDArray

from bazgoo.errors import EngineUnavailable
from bazgoo.phonemes.plain import encodable, on_one_line, plain

SAMPLE_RATE_HZ = 22_050
"""The rate at which eSpeak NG speaks."""

USUAL_RATE_WPM = 175
"""eSpeak's own speaking rate, in its nominal words a minute."""

SLOWEST_RATE_WPM = 80
"""It speaks no slower than this; above 450 it shortens its own sound, up to well over 700."""

# The constants of speak_lib.h that are used here.
_SYNCHRONOUS, _DONT_EXIT, _PHONEME_EVENTS_OFF = 2, 0x8000, 0
_CHARS_UTF8, _PHONEMES = 1, 0x100
_IPA = 0x02
_RATE = 1

# One callback for up to 20 s of sound: each one must win Python's lock back from the other threads.
_BUFFER_MS = 20_000
# eSpeak keeps its data path in 160 bytes and appends file names to it.
_LONGEST_DATA_PATH = 120

_SynthCallback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)

_lock = Lock()
_chunks: list[bytes] = []


def ipa(text: str) -> str:
    """How eSpeak reads spoken Persian, in its own IPA: words and clauses apart by spaces."""
    source = ctypes.create_string_buffer(plain(text).encode())
    rest = ctypes.c_void_p(ctypes.addressof(source))
    clauses = []
    with _lock:
        read = _library().espeak_TextToPhonemes
        while rest.value:
            clauses.append(read(ctypes.byref(rest), _CHARS_UTF8, _IPA).decode("utf-8", "ignore"))
    return on_one_line(" ".join(clauses))


def synthesize(text: str, variant: str = "", rate_wpm: int = USUAL_RATE_WPM) -> NDArray[np.int16]:
    """Speak Persian ``text``, in which ``[[…]]`` holds mnemonics; mono, at `SAMPLE_RATE_HZ`.

    ``variant`` names one of eSpeak's voice variants, such as ``f2``.
    """
    if current_thread() is main_thread():
        # Python raises Ctrl-C in its main thread, and in a callback of eSpeak it would be lost. A pool would not do:
        # interrupted while it starts its thread, it waits for that thread for ever.
        answer: Future[NDArray[np.int16]] = Future()
        Thread(target=_answer, args=(answer, text, variant, rate_wpm), daemon=True).start()
        return answer.result()
    return _synthesize(text, variant, rate_wpm)


def _answer(answer: Future[NDArray[np.int16]], text: str, variant: str, rate_wpm: int) -> None:
    try:
        answer.set_result(_synthesize(text, variant, rate_wpm))
    except Exception as error:
        answer.set_exception(error)


def _synthesize(text: str, variant: str, rate_wpm: int) -> NDArray[np.int16]:
    source = encodable(text).encode() + b"\0"
    with _lock:
        library = _library()
        _choose(f"fa+{variant}" if variant else "fa")
        library.espeak_SetParameter(_RATE, rate_wpm, 0)
        _chunks.clear()
        library.espeak_Synth(source, len(source), 0, 1, 0, _CHARS_UTF8 | _PHONEMES, None, None)
        sound = b"".join(_chunks)
        _chunks.clear()
    return np.frombuffer(sound, np.int16)


def stretch(samples: NDArray[np.int16], factor: float) -> NDArray[np.int16]:
    """``samples`` made ``factor`` times as long at the same pitch, by the Sonic inside eSpeak.

    Builds of eSpeak that keep Sonic to themselves (on Windows) give the samples back as they are.
    """
    change: Callable[..., int] | None = getattr(_library(), "sonicChangeShortSpeed", None)
    if change is None or len(samples) == 0:
        return samples
    # Sonic works in place: the room for the longer sound, plus one of its windows.
    room = np.zeros(int(len(samples) * factor) + SAMPLE_RATE_HZ, np.int16)
    room[: len(samples)] = samples
    keep = ctypes.c_float(1.0)
    speed = ctypes.c_float(1.0 / factor)
    made = change(
        room.ctypes.data_as(ctypes.c_void_p), len(samples), speed, keep, keep, keep, 0, SAMPLE_RATE_HZ, 1
    )
    return room[:made]


def _keep(samples: int | None, count: int, _events: int | None) -> int:
    """Take one buffer of sound; anything but 0 would stop eSpeak."""
    if samples and count > 0:
        _chunks.append(ctypes.string_at(samples, count * 2))
    return 0


_callback = _SynthCallback(_keep)
_chosen = ""


def _choose(name: str) -> None:
    """Switch to another voice, which reads files, only when it is another."""
    global _chosen  # noqa: PLW0603  eSpeak itself has one current voice
    if name != _chosen:
        if _library().espeak_SetVoiceByName(name.encode()) != 0:
            raise EngineUnavailable(engine="eSpeak NG") from LookupError(name)
        _chosen = name


@cache
def _library() -> ctypes.CDLL:
    """The library, loaded and initialised once."""
    try:
        library = ctypes.CDLL(espeakng_loader.get_library_path())
        data = _data_path()
    except (OSError, RuntimeError) as error:
        raise EngineUnavailable(engine="eSpeak NG") from error
    library.espeak_TextToPhonemes.restype = ctypes.c_char_p
    library.espeak_TextToPhonemes.argtypes = [ctypes.POINTER(ctypes.c_void_p), ctypes.c_int, ctypes.c_int]
    library.espeak_Synth.argtypes = [
        ctypes.c_char_p, ctypes.c_size_t, ctypes.c_uint, ctypes.c_int,
        ctypes.c_uint, ctypes.c_uint, ctypes.c_void_p, ctypes.c_void_p,
    ]  # fmt: skip
    if library.espeak_Initialize(_SYNCHRONOUS, _BUFFER_MS, data, _DONT_EXIT) != SAMPLE_RATE_HZ:
        raise EngineUnavailable(engine="eSpeak NG") from OSError("eSpeak cannot read its data")
    library.espeak_SetSynthCallback(_callback)
    library.espeak_SetVoiceByName(b"fa")
    return library


def _data_path() -> bytes:
    """Where eSpeak's data lies, through a short link when the real path is too long for it."""
    path = Path(espeakng_loader.get_data_path())
    if len(os.fsencode(path)) > _LONGEST_DATA_PATH:
        folder = tempfile.mkdtemp(prefix="espeak-")
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        link = Path(folder, path.name)
        link.symlink_to(path, target_is_directory=True)
        path = link
    return os.fsencode(path)
