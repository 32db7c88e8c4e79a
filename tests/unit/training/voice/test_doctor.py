"""Before a voice is taught, what stands against it is told."""

from pathlib import Path

import pytest

from bazgoo.datasets import Dataset
from bazgoo.training.config import VoiceConfig
from bazgoo.training.doctor import Machine, Needs
from bazgoo.training.voice.doctor import findings

LAPTOP = Machine(2, 8_000, 20_000, None, None, True)
SERVER = Machine(16, 64_000, 200_000, "NVIDIA H200", 140_000, True)


def _dataset(folder: Path, count: int, seconds: float = 4.0, text: str = "سلام دنیا.") -> Dataset:
    dataset = Dataset.create(folder / "dataset", "آزمایش", "audio")
    file = folder / "silent.wav"
    file.write_bytes(b"RIFF")
    for _ in range(count):
        dataset.add(text, file=file, duration_s=seconds, sample_rate=22_050)
    return dataset


def _codes(needs: Needs) -> tuple[set[str], set[str]]:
    return {each.code for each in needs.refusals}, {each.code for each in needs.warnings}


def test_twenty_minutes_are_fine(tmp_path):
    with _dataset(tmp_path, 300) as dataset:
        needs = findings(dataset, VoiceConfig(), LAPTOP)
        assert _codes(needs) == (set(), set())
        assert (needs.records, needs.duration_s) == (300, 1200.0)
        assert needs.steps == 200 * 18
        assert needs.seconds > 600


@pytest.mark.parametrize(
    "count, seconds, refused, warned",
    [(3, 4.0, {"too_little_speech"}, {"little_speech"}), (30, 4.0, set(), {"little_speech"})],
)
def test_little_speech(count, seconds, refused, warned, tmp_path):
    with _dataset(tmp_path, count, seconds) as dataset:
        assert _codes(findings(dataset, VoiceConfig(), LAPTOP)) == (refused, warned)


def test_what_is_left_out_is_told(tmp_path):
    with _dataset(tmp_path, 100) as dataset:
        file = tmp_path / "silent.wav"
        dataset.add(" ", file=file, duration_s=4.0)
        dataset.add("سلام", file=file, duration_s=0.1)
        dataset.add("سلام", file=file, duration_s=40.0)
        dataset.add("سلام", duration_s=4.0)
        needs = findings(dataset, VoiceConfig(), LAPTOP)
        assert _codes(needs) == (set(), {"without_transcript", "too_short", "too_long", "unreadable"})
        assert needs.records == 100


def test_texts_are_no_recordings(tmp_path):
    with Dataset.create(tmp_path / "texts", "متن", "text") as dataset:
        dataset.add("سلام")
        assert _codes(findings(dataset, VoiceConfig(), LAPTOP))[0] == {"no_recordings"}


def test_what_wants_a_gpu_is_told_without_one(tmp_path):
    config = VoiceConfig(size="base", adversarial_from=1000)
    with _dataset(tmp_path, 100) as dataset:
        assert _codes(findings(dataset, config, LAPTOP))[1] == {"base_without_gpu", "critic_without_gpu"}
        assert not _codes(findings(dataset, config, SERVER))[1]
        laptop, server = (findings(dataset, config, machine).seconds for machine in (LAPTOP, SERVER))
        assert server < laptop / 20


def test_parameters_are_those_of_the_networks(tmp_path):
    torch = pytest.importorskip("torch")
    from bazgoo.training.voice.acoustic import Acoustic
    from bazgoo.training.voice.examples import statistics_of
    from bazgoo.training.voice.sizes import SIZES
    from bazgoo.training.voice.symbols import IDS
    from bazgoo.training.voice.vocoder import Vocoder

    with _dataset(tmp_path, 10) as dataset:
        for name, size in SIZES.items():
            told = findings(dataset, VoiceConfig(size=name), LAPTOP).parameters
            made = torch.nn.ModuleList([Acoustic(size, len(IDS), 1, statistics_of([])), Vocoder(size)])
            assert told == pytest.approx(sum(each.numel() for each in made.parameters()), rel=0.03)


def test_a_longer_dataset_takes_longer_and_more_room(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    with _dataset(tmp_path / "a", 100) as short, _dataset(tmp_path / "b", 400) as long:
        one, other = (findings(each, VoiceConfig(), LAPTOP) for each in (short, long))
        assert other.seconds > 3 * one.seconds
        assert other.disk_mb > one.disk_mb
