"""Every format, decoded again by libsndfile and FFmpeg."""

import io
import sys

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from bazgoo.audio import FORMATS, Encoder
from bazgoo.errors import FormatUnavailable

av = pytest.importorskip("av")

RATES_HZ = (8_000, 16_000, 22_050, 24_000, 44_100, 48_000)
SECONDS = 1.5
LOSSLESS = ("wav", "flac")
COMPRESSED = ("mp3", "opus", "aac")
# One frame at the encoder's start and one at its end, in samples.
PADDING = {"wav": 0, "flac": 0, "opus": 0, "mp3": 3 * 1152, "aac": 2 * 1024}


def tone(rate_hz: int, seconds: float = SECONDS, frequency_hz: float = 440.0) -> NDArray[np.float32]:
    time_s = np.arange(round(seconds * rate_hz)) / rate_hz
    return (0.4 * np.sin(2 * np.pi * frequency_hz * time_s)).astype(np.float32)


def stream(format: str, samples: NDArray[np.float32], rate_hz: int, step: int = 1777, **given: int) -> bytes:
    encoder = Encoder(format, rate_hz, **given)
    pieces = [encoder.encode(samples[at : at + step]) for at in range(0, len(samples), step)]
    return b"".join([*pieces, encoder.finish()])


def whole(format: str, samples: NDArray[np.float32], rate_hz: int) -> bytes:
    file = io.BytesIO()
    encoder = Encoder(format, rate_hz, file=file)
    assert encoder.encode(samples) == b""
    assert encoder.finish() == b""
    return file.getvalue()


def decode(data: bytes) -> tuple[NDArray[np.float32], int]:
    with av.open(io.BytesIO(data)) as container:
        frames = list(container.decode(audio=0))
    planes = [np.atleast_2d(frame.to_ndarray())[0] for frame in frames]
    samples = np.concatenate(planes)
    scale = 32768.0 if samples.dtype == np.int16 else 1.0
    return samples.astype(np.float32) / np.float32(scale), frames[0].sample_rate


@pytest.mark.parametrize("rate_hz", RATES_HZ)
@pytest.mark.parametrize("format", [name for name in FORMATS if name != "pcm"])
def test_a_stream_decodes_to_its_duration(format: str, rate_hz: int) -> None:
    decoded, decoded_hz = decode(stream(format, tone(rate_hz), rate_hz))
    assert 0 <= len(decoded) - SECONDS * decoded_hz <= PADDING[format] * max(1, decoded_hz / rate_hz)


@pytest.mark.parametrize("rate_hz", RATES_HZ)
@pytest.mark.parametrize("format", ["wav", "mp3", "opus", "flac"])
def test_a_whole_file_names_its_exact_length(format: str, rate_hz: int) -> None:
    info = soundfile.info(io.BytesIO(whole(format, tone(rate_hz), rate_hz)))
    assert abs(info.frames - SECONDS * info.samplerate) <= 1


@pytest.mark.parametrize("format", [*LOSSLESS, "pcm"])
def test_a_lossless_stream_keeps_every_sample_within_half_a_step(format: str) -> None:
    samples = tone(22_050)
    data = stream(format, samples, 22_050)
    decoded = np.frombuffer(data, "<i2") / 32768 if format == "pcm" else decode(data)[0]
    assert np.abs(decoded * 32768 / 32767 - samples).max() <= 0.5 / 32767 + 1e-6


@pytest.mark.parametrize("format", COMPRESSED)
def test_pieces_join_without_a_click(format: str) -> None:
    decoded, rate_hz = decode(stream(format, tone(24_000), 24_000, step=531))
    steady = decoded[rate_hz // 10 : -rate_hz // 10]
    steepest = 0.4 * 2 * np.pi * 440 / rate_hz
    assert np.abs(np.diff(steady)).max() < 1.1 * steepest


@pytest.mark.parametrize("format", [*LOSSLESS, *COMPRESSED])
def test_pieces_of_any_size_give_the_same_sound_as_one(format: str) -> None:
    samples = tone(22_050)
    in_pieces, _ = decode(stream(format, samples, 22_050, step=333))
    at_once, _ = decode(stream(format, samples, 22_050, step=len(samples)))
    assert len(in_pieces) == len(at_once)
    assert np.abs(in_pieces - at_once).max() < 1e-4


@pytest.mark.parametrize("format", FORMATS)
def test_silent_and_empty_pieces_are_welcome(format: str) -> None:
    encoder = Encoder(format, 24_000)
    nothing = np.zeros(0, np.float32)
    pieces = [encoder.encode(nothing), encoder.encode(np.zeros(24_000, np.float32)), encoder.encode(nothing)]
    data = b"".join([*pieces, encoder.finish()])
    assert len(data) >= 48_000 if format in ("pcm", "wav") else len(data) > 100


def test_no_decoder_delay_moves_an_opus_or_lossless_sound() -> None:
    click = np.zeros(24_000, np.float32)
    click[12_000:12_024] = 0.9
    for format in ("wav", "flac", "opus"):
        decoded, rate_hz = decode(stream(format, click, 24_000))
        assert abs(np.abs(decoded).argmax() / rate_hz - 0.5) < 0.002


def test_an_mp3_stream_starts_late_by_no_more_than_its_codec_must() -> None:
    click = np.zeros(24_000, np.float32)
    click[12_000:12_024] = 0.9
    decoded, rate_hz = decode(stream("mp3", click, 24_000))
    assert 0 <= np.abs(decoded).argmax() / rate_hz - 0.5 < 0.050


@pytest.mark.parametrize("rate_hz", [8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000])
def test_an_mp3_stream_has_a_constant_bitrate_and_no_info_frame(rate_hz: int) -> None:
    data = stream("mp3", tone(rate_hz), rate_hz)
    assert b"Info" not in data[:400]
    assert b"Xing" not in data[:400]
    assert data[0] == 0xFF
    headers = {data[at + 2] & 0xF0 for at in _mpeg_frames(data, rate_hz)}
    assert len(headers) == 1


def _mpeg_frames(data: bytes, rate_hz: int) -> list[int]:
    """Where each frame starts, walked by the lengths that their headers give."""
    low = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
    high = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
    kbps, samples = (high, 1152) if rate_hz >= 32_000 else (low, 576)
    starts, at = [], 0
    while at < len(data):
        assert data[at] == 0xFF
        starts.append(at)
        at += samples // 8 * kbps[data[at + 2] >> 4] * 1000 // rate_hz + (data[at + 2] >> 1 & 1)
    assert at == len(data)
    return starts


@pytest.mark.parametrize("format", ["mp3", "opus", "aac", "wav", "pcm", "flac"])
def test_most_of_a_short_first_piece_leaves_at_once(format: str) -> None:
    encoder = Encoder(format, 22_050)
    first = encoder.encode(tone(22_050, 1.0))
    rest = encoder.finish()
    assert len(first) > 2 * len(rest)


def test_what_is_too_loud_is_clipped_instead_of_wrapping() -> None:
    loud = np.array([2.0, -2.0, 1.0, -1.0, 0.0], np.float32)
    assert np.frombuffer(Encoder("pcm", 24_000).encode(loud), "<i2").tolist() == [
        32767,
        -32767,
        32767,
        -32767,
        0,
    ]


def test_a_streamed_wav_says_that_its_length_is_unknown() -> None:
    data = stream("wav", tone(16_000), 16_000)
    assert data[4:8] == data[40:44] == b"\xff\xff\xff\xff"


def test_pcm_at_another_rate_is_resampled() -> None:
    data = stream("pcm", tone(22_050), 22_050, target_rate_hz=24_000)
    decoded = np.frombuffer(data, "<i2") / 32767
    assert len(decoded) == SECONDS * 24_000
    assert np.abs(decoded - tone(24_000))[500:-500].max() < 1e-3


@pytest.mark.parametrize(
    ("format", "wanted_hz", "actual_hz"),
    [
        ("opus", 22_050, 24_000),
        ("opus", 44_100, 48_000),
        ("mp3", 23_000, 24_000),
        ("mp3", 96_000, 48_000),
        ("wav", 12_345, 12_345),
    ],
)
def test_a_codec_that_lacks_the_rate_gets_the_next_higher_one(
    format: str, wanted_hz: int, actual_hz: int
) -> None:
    assert Encoder(format, 22_050, target_rate_hz=wanted_hz).sample_rate_hz == actual_hz


def test_aac_without_pyav_is_unavailable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "av", None)
    with pytest.raises(FormatUnavailable):
        Encoder("aac", 24_000)
