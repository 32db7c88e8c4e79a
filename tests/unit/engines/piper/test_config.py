import json

import pytest

from bazgoo.engines.piper.config import read_config
from bazgoo.errors import VoiceDamaged

STOCK = {
    "audio": {"sample_rate": 22050},
    "espeak": {"voice": "fa"},
    "phoneme_id_map": {"_": [0], "^": [1], "$": [2]},
    "num_symbols": 3,
    "num_speakers": 1,
}


@pytest.fixture
def graph(tmp_path):
    return tmp_path / "fa_IR-some-medium.onnx"


def write(graph, **changes):
    beside = {name: value for name, value in (STOCK | changes).items() if value is not None}
    graph.with_name(f"{graph.name}.json").write_text(json.dumps(beside))


def test_what_stock_piper_requires_is_enough(graph):
    write(graph)
    config = read_config(graph)
    assert config.phoneme_type == "espeak"
    assert (config.inference.noise_scale, config.inference.length_scale, config.inference.noise_w) == (
        0.667,
        1.0,
        0.8,
    )
    assert config.speakers == {}


def test_several_speakers_have_names_or_numbers(graph):
    write(graph, num_speakers=2, speaker_id_map={"amir": 0, "mina": 1})
    assert read_config(graph).speakers == {"amir": 0, "mina": 1}
    write(graph, num_speakers=2)
    assert read_config(graph).speakers == {"0": 0, "1": 1}


@pytest.mark.parametrize(
    "changes",
    [
        {"audio": None},
        {"audio": {"sample_rate": 0}},
        {"espeak": None},
        {"phoneme_id_map": None},
        {"phoneme_id_map": {"_": [0]}},
        {"phoneme_type": "pinyin"},
        {"num_symbols": None},
        {"num_speakers": None},
        {"inference": {"length_scale": 0}},
        {"inference": {"length_scale": 1e9}},
        {"inference": {"noise_w": 1e308}},
        {"audio": {"sample_rate": 10**12}},
        {"num_speakers": 10**12},
        {"num_speakers": 2, "speaker_id_map": {"amir": -1}},
        {"phoneme_id_map": {"_": [0], "^": [1], "$": [2**63]}},
    ],
)
def test_what_cannot_be_spoken_with_is_damage(graph, changes):
    write(graph, **changes)
    with pytest.raises(VoiceDamaged) as raised:
        read_config(graph)
    assert raised.value.data["voice"] == "fa_IR-some-medium"


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe\x00", b"null"])
def test_a_file_that_is_no_configuration_is_damage(graph, content):
    graph.with_name(f"{graph.name}.json").write_bytes(content)
    with pytest.raises(VoiceDamaged):
        read_config(graph)


def test_a_missing_file_is_damage_told_in_both_languages(graph):
    with pytest.raises(VoiceDamaged) as raised:
        read_config(graph)
    assert "fa_IR-some-medium.onnx.json" in raised.value.message("fa")
    assert "fa_IR-some-medium.onnx.json" in raised.value.message("en")
    assert str(graph.parent) not in raised.value.message("en")
