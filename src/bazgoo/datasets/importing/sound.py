"""What a sound file says of itself, without decoding it."""

from pathlib import Path

import soundfile

from bazgoo.errors import AudioUnreadable


def looked_at(path: Path) -> tuple[float, int]:
    """The length in seconds and the sample rate in Hz; raises AudioUnreadable."""
    for look in (_by_sndfile, _by_ffmpeg):
        try:
            return look(path)
        except (soundfile.LibsndfileError, OSError, ValueError, ImportError, IndexError, TypeError):
            continue
    raise AudioUnreadable(file=path.name)


def _by_sndfile(path: Path) -> tuple[float, int]:
    with soundfile.SoundFile(path) as file:
        return file.frames / file.samplerate, file.samplerate


def _by_ffmpeg(path: Path) -> tuple[float, int]:
    """AAC, M4A, WebM, where PyAV (an extra) is there; those of a browser do not say how long they are."""
    import av  # noqa: PLC0415 - an extra

    with av.open(str(path)) as container:
        stream = container.streams.audio[0]
        if stream.duration and stream.time_base:
            return float(stream.duration * stream.time_base), stream.rate
        last = 0.0
        for packet in container.demux(stream):
            if packet.pts is not None and packet.time_base:
                last = float((packet.pts + (packet.duration or 0)) * packet.time_base)
        return last, stream.rate


def readable(path: Path, into: Path) -> Path:
    """``path``, or a FLAC made of it in ``into`` where libsndfile does not read it; raises AudioUnreadable."""
    try:
        _by_sndfile(path)
        return path
    except (soundfile.LibsndfileError, OSError):
        pass
    made = into / f"{path.stem[:60]}.whole.flac"
    try:
        _decode(path, made)
    except (OSError, ValueError, ImportError, IndexError, TypeError):
        made.unlink(missing_ok=True)
        raise AudioUnreadable(file=path.name) from None
    return made


def _decode(path: Path, to: Path) -> None:
    import av  # noqa: PLC0415 - an extra

    with av.open(str(path)) as container:
        stream = container.streams.audio[0]
        mix = av.AudioResampler("s16", "mono", stream.rate)
        with soundfile.SoundFile(to, "w", stream.rate, 1, "PCM_16", format="FLAC") as out:
            for frame in container.decode(stream):
                for part in mix.resample(frame):
                    out.write(part.to_ndarray()[0])
