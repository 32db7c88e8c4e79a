import pytest

from bazgoo.phonemes import transcribe
from bazgoo.text.tokens import Token


def tokens(*spoken: str, ipa: str | None = None) -> list[Token]:
    """Tokens as a reader of text would give them, one after the other with spaces between."""
    starts = [sum(len(part) + 1 for part in spoken[:number]) for number in range(len(spoken))]
    return [
        Token(part, start, start + len(part), part, ipa) for part, start in zip(spoken, starts, strict=True)
    ]


def test_each_word_has_its_own_sounds_and_place():
    first, second = transcribe(tokens("سلام", "دنیا")).words
    assert (first.text, first.start, first.end, first.ipa, first.source) == (
        "سلام",
        0,
        4,
        "salˈɑm",
        "dictionary",
    )
    assert (second.text, second.start, second.end, second.ipa) == ("دنیا", 5, 9, "dˈonjɑ")


def test_a_token_said_in_many_words_keeps_them_all():
    number, thing = transcribe([Token("۲۳", 0, 2, "بیست و سه"), Token("کتاب", 3, 7, "کتاب")]).words
    assert len(number.ipa.split()) == 3
    assert thing.ipa.replace("ˈ", "") == "ketɑb"


@pytest.mark.parametrize(
    ("mark", "sign"), [("،", ","), ("؛", ";"), (":", ":"), (".", "."), ("؟", "?"), ("!", "!"), ("…", "…")]
)
def test_a_mark_is_kept_for_the_engine_and_follows_its_word(mark, sign):
    utterance = transcribe(tokens("سلام", mark, "دنیا"))
    assert utterance.words[1].source == "mark"
    assert utterance.ipa == f"salˈɑm{sign} dˈonjɑ"


def test_the_authors_ipa_wins_over_espeak():
    (word,) = transcribe(tokens("کرم", ipa="keˈræm")).words
    assert (word.ipa, word.source) == ("kerˈam", "author")


def test_an_authors_ipa_without_a_single_sound_is_passed_over():
    assert transcribe(tokens("سلام", ipa="☃")).ipa == "salˈɑm"


def test_silent_tokens_are_left_out():
    assert transcribe(tokens("", "سلام", "")).ipa == "salˈɑm"


def test_nothing_said_is_an_empty_utterance():
    assert transcribe([]).words == ()
    assert transcribe(tokens("", "")).ipa == ""


@pytest.mark.parametrize("word", ["کتابِ", "خانهٔ", "خانۀ"])
def test_a_written_ezafe_is_known(word):
    first, second = transcribe(tokens(word, "من")).words
    assert first.ezafe
    assert first.ipa.endswith("e")
    assert not second.ezafe


def test_words_that_espeak_would_split_still_match_their_tokens():
    spoken = ("x" * 400, "سلام", "a-b", "دنیا")
    utterance = transcribe(tokens(*spoken))
    heard = {word.spoken: word.ipa for word in utterance.words}
    assert heard["سلام"] == "salˈɑm"
    assert heard["دنیا"] == "dˈonjɑ"


def test_a_long_clause_is_transcribed_to_the_end():
    words = ["مردی", "بود", "که", "در", "شهر", "کوچکی", "زندگی", "می‌کرد"] * 50
    utterance = transcribe(tokens(*words))
    assert [word.spoken for word in utterance.words] == words
    assert len({word.ipa for word in utterance.words if word.spoken == "شهر"}) == 1
