"""What the sounds of a sentence tell of its ezafes."""

import pytest

from bazgoo.training.reading import corpora


def examples(tmp_path, written, sounds):
    folder = tmp_path / "sentences"
    folder.mkdir()
    (folder / "farsdat_ezafe.tsv").write_text(f"text\tsounds\n{written}\t{sounds}\n", "utf-8")
    (folder / "shemo_colloquial.tsv").write_text(
        f"a\tb\tc\ttext\tsounds\nx\ty\tz\t{written}\t{sounds}\n", "utf-8"
    )
    return tmp_path


@pytest.mark.parametrize(
    ("written", "sounds", "ezafe"),
    [
        ("کتاب من برای تو", "ketAb-e man barAye to", (True, False, True, False)),
        ("به خانه ما", "be xAne-ye mA", (False, True, False)),
    ],
)
def test_news_marks_an_ezafe_but_that_of_a_preposition(tmp_path, written, sounds, ezafe):
    (example,) = corpora.formal(examples(tmp_path, written, sounds))
    assert example.ezafe == ezafe


@pytest.mark.parametrize(
    ("written", "sounds", "ezafe"),
    [
        ("کتاب من خوبه", "ketAbe man xube", (True, False, False)),
        ("بچه ما خونه بود", "baCCeye mA xune bud", (True, False, False, False)),
        ("ماه دیگه", "mAhe dige", (True, False)),
    ],
)
def test_in_speech_an_ezafe_is_heard_after_a_silent_he_too(tmp_path, written, sounds, ezafe):
    (example,) = corpora.colloquial(examples(tmp_path, written, sounds))
    assert example.ezafe == ezafe
