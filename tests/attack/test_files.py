"""Recordings, voices and graphs that were made to do harm."""

import json
import random
import socket
import threading
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from bazgoo.datasets.audio import samples
from bazgoo.engines import runtime
from bazgoo.errors import AudioUnreadable, BazgooError, VoiceDamaged
from bazgoo.speech import open_speaker
from tests.attack.files import PLAYLIST, hostile_sound, hostile_voice, tone


def test_a_recording_is_read_or_refused(tmp_path: Path) -> None:
    for number in range(300):
        file = tmp_path / "a"
        file.write_bytes(hostile_sound(random.Random(number)))
        try:
            sound, rate_hz = samples(file, 121)
        except AudioUnreadable:
            continue
        assert np.isfinite(sound).all() and 1_000 <= rate_hz <= 768_000


def test_a_playlist_opens_nothing(tmp_path: Path) -> None:
    (tmp_path / "secret.wav").write_bytes(tone())
    with socket.create_server(("127.0.0.1", 0)) as listener:
        asked = threading.Event()
        threading.Thread(target=lambda: (listener.accept(), asked.set()), daemon=True).start()
        for playlist in (
            PLAYLIST,
            f"#EXTM3U\n#EXTINF:9,\nhttp://127.0.0.1:{listener.getsockname()[1]}/a.ts\n#EXT-X-ENDLIST\n",
            "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nsecret.wav\n#EXT-X-ENDLIST\n",
            "ffconcat version 1.0\nfile secret.wav\n",
            "v=0\nc=IN IP4 127.0.0.1\nt=0 0\nm=audio 5004 RTP/AVP 0\n",
        ):
            file = tmp_path / "recording"
            file.write_text(playlist)
            with pytest.raises(AudioUnreadable):
                samples(file, 121)
        assert not asked.is_set()


def test_a_voice_is_spoken_with_or_refused(tmp_path: Path, tiny_voice: Path) -> None:
    for number in range(60):
        folder = tmp_path / str(number)
        folder.mkdir()
        for name, content in hostile_voice(random.Random(number), tiny_voice, "v"):
            (folder / name).write_bytes(content)
        try:
            clip = open_speaker(folder).speak("سلام", voice="v")
        except BazgooError:
            continue
        assert len(clip.samples) < 10_000_000


def test_a_graph_that_never_ends_is_stopped(
    tmp_path: Path, tiny_voice: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runtime, "LONGEST_RUN_S", 0.2)
    onnx.save(_endless(), tmp_path / "v.onnx")
    config = json.loads(tiny_voice.with_name(f"{tiny_voice.name}.json").read_bytes())
    (tmp_path / "v.onnx.json").write_text(json.dumps(config))
    speaker = open_speaker(tmp_path)
    with pytest.raises(VoiceDamaged):
        speaker.speak("سلام", voice="v")
    assert "v" not in [voice.id for voice in speaker.voices()], "it is not tried again"


def _endless() -> onnx.ModelProto:
    """A graph with the inputs of a voice, and a loop without an end."""

    def value(name: str, kind: int, shape: list[int | str] | None) -> onnx.ValueInfoProto:
        return helper.make_tensor_value_info(name, kind, shape)

    number, truth = TensorProto.FLOAT, TensorProto.BOOL
    body = helper.make_graph(
        [helper.make_node("Identity", ["on"], ["still"]), helper.make_node("Identity", ["x"], ["y"])],
        "body",
        [value("turn", TensorProto.INT64, []), value("on", truth, []), value("x", number, None)],
        [value("still", truth, []), value("y", number, None)],
    )
    graph = helper.make_graph(
        [
            helper.make_node("Loop", ["", "yes", "zero"], ["made"], body=body),
            helper.make_node("Reshape", ["made", "shape"], ["output"]),
        ],
        "voice",
        [
            value("input", TensorProto.INT64, [1, "phonemes"]),
            value("input_lengths", TensorProto.INT64, [1]),
            value("scales", number, [3]),
        ],
        [value("output", number, [1, 1, "samples"])],
        [
            numpy_helper.from_array(np.array(True), "yes"),
            numpy_helper.from_array(np.zeros(1, np.float32), "zero"),
            numpy_helper.from_array(np.array([1, 1, -1]), "shape"),
        ],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
