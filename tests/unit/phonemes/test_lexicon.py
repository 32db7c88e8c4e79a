"""A person's own pronunciations among those of the reader."""

import pytest

from bazgoo.errors import LexiconWordInvalid, PronunciationInvalid
from bazgoo.phonemes import transcribe
from bazgoo.phonemes.lexicon import make_entry
from bazgoo.text import parse_ssml, read


def ssml(document: str, lexicon: dict[str, str]):
    (passage,) = parse_ssml(document)
    return transcribe(passage.tokens, lexicon).words


def words(text: str, lexicon: dict[str, str]):
    return transcribe(read(text), lexicon).words


def test_a_word_is_said_as_its_person_says_it_and_other_words_as_before():
    before = transcribe(read("سلام گلناز جان")).words
    after = words("سلام گلناز جان", {"گلناز": "ɡolenˈɑz"})
    assert (after[1].ipa.removesuffix("e"), after[1].source) == ("ɡolenˈɑz", "lexicon")
    assert [word.ipa for word in (after[0], after[2])] == [word.ipa for word in (before[0], before[2])]


def test_the_reading_that_was_replaced_is_an_alternative():
    (usual,) = transcribe(read("گلناز")).words
    (word,) = words("گلناز", {"گلناز": "ɡolenˈɑz"})
    assert word.alternatives == (usual.ipa,)


def test_the_lexicon_wins_over_the_choice_among_homographs():
    (usual,) = transcribe(read("کرم")).words
    assert usual.source == "homograph"
    other = usual.alternatives[0]
    (word,) = words("کرم", {"کرم": other})
    assert (word.ipa, word.source) == (other, "lexicon")
    assert usual.ipa in word.alternatives
    assert other not in word.alternatives


def test_an_author_wins_over_the_lexicon():
    lexicon = {"کرم": "kˈerm"}
    (said,) = ssml('<speak><phoneme ph="karˈam">کرم</phoneme></speak>', lexicon)
    assert (said.ipa, said.source) == ("karˈam", "author")
    (respelled,) = ssml('<speak><sub alias="سلام">کرم</sub></speak>', lexicon)
    assert (respelled.ipa, respelled.source) == ("salˈɑm", "dictionary")
    (plain,) = ssml("<speak>کرم</speak>", lexicon)
    assert plain.source == "lexicon"


@pytest.mark.parametrize(
    ("written", "ipa"),
    [("خانهٔ ما", "xɑnˈeje"), ("خانۀ ما", "xɑnˈeje"), ("خانه ما", "xɑnˈeje"), ("خانه.", "xɑnˈe")],
)
def test_the_ezafe_is_still_added_by_context(written, ipa):
    first = words(written, {"خانه": "xɑnˈe"})[0]
    assert (first.ipa, first.source, first.ezafe) == (ipa, "lexicon", ipa.endswith("je"))


def test_a_word_is_known_in_every_usual_spelling():
    lexicon = {
        make_entry("كتاب‌هاي", ipa="ketˈɑb").word: "ketˈɑb",
        make_entry("می‌روم", ipa="mˈiɾam").word: "x",
    }
    assert set(lexicon) == {"کتاب‌های", "می‌روم"}
    assert words("كتاب‌های", lexicon)[0].source == "lexicon"
    assert words("می روم", lexicon)[0].source == "lexicon"


def test_a_number_is_not_taken_for_the_word_that_says_it():
    lexicon = {"دو": "dˈav"}
    assert words("۲", lexicon)[0].source == "dictionary"
    assert words("دو", lexicon)[0].ipa == "dˈav"


def test_what_is_said_in_other_letters_is_known_as_it_is_written():
    lexicon = {make_entry("GPT", ipa="dʒipitˈi").word: "dʒipitˈi", "ص": "sˈaf"}
    assert words("GPT", lexicon)[0].ipa == "dʒipitˈi"
    assert words("ص ۱۲", lexicon)[0].source == "lexicon"


@pytest.mark.parametrize("ipa", ["keˈræm", "kerˈam", "keram", "/kerˈam/"])
def test_ipa_is_kept_in_our_alphabet_with_its_stress(ipa):
    assert make_entry("کرم", ipa=ipa).ipa == "kerˈam"


@pytest.mark.parametrize(
    ("spoken", "ipa"), [("کِرِم", "kˈerem"), ("کَرَم", "kˈaram"), ("کِرم", "kˈerm"), ("مُحَمَّد", "mohˈammad")]
)
def test_a_respelling_is_said_with_its_vowels(spoken, ipa):
    entry = make_entry("کرم", spoken=spoken)
    assert (entry.ipa, entry.spoken) == (ipa, spoken)


def test_ipa_wins_over_the_respelling_that_is_kept_beside_it():
    entry = make_entry("کرم", ipa="karˈam", spoken="کِرِم")
    assert (entry.ipa, entry.spoken) == ("karˈam", "کِرِم")


@pytest.mark.parametrize("word", ["", " ", "دو کلمه", "سلام.", "؟", "😀", "س" * 101, "سلام\0", "\u200c"])
def test_what_is_not_one_word_is_refused(word):
    with pytest.raises(LexiconWordInvalid):
        make_entry(word, ipa="a")


@pytest.mark.parametrize(
    "said", [{"ipa": "☃"}, {"ipa": "ˈː"}, {"ipa": "a" * 201}, {}, {"ipa": "", "spoken": " "}]
)
def test_ipa_without_a_persian_sound_is_refused(said):
    with pytest.raises(PronunciationInvalid):
        make_entry("کرم", **said)


@pytest.mark.parametrize("spoken", ["😀", "…", "س" * 201, "سلا\0م", "\ud800"])
def test_a_respelling_that_says_nothing_is_refused(spoken):
    with pytest.raises(PronunciationInvalid):
        make_entry("کرم", spoken=spoken)
