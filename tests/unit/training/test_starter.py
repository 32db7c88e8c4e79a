"""The starter voice is taught with what eSpeak NG says of Bazgoo's own sentences."""

from itertools import islice

import soundfile

from bazgoo.datasets import Dataset
from bazgoo.datasets.coverage import PHONES
from bazgoo.phonemes import transcribe
from bazgoo.text import passages
from bazgoo.training.starter import make, texts


def test_a_clip_says_what_its_text_says(tmp_path) -> None:
    with make(tmp_path / "dataset", clips=3) as made:
        records = made.records()
    assert [record.text for record in records] == list(islice(texts(), 3))
    with Dataset.open(tmp_path / "dataset") as again:
        for record in records:
            assert soundfile.info(again.original(record)).duration == record.duration_s > 1
        assert again.facts()["license"] == "CC0-1.0"


def test_the_sentences_are_many_each_of_one_breath_and_hold_every_sound() -> None:
    every = list(texts())
    assert len(set(every)) == len(every) > 1500
    said = " ".join(transcribe(next(iter(passages(text))).tokens).ipa for text in every[:600])
    assert not [phone for phone in PHONES if phone not in said]
