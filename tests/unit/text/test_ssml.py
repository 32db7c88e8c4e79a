"""SSML: what each element does, where each token lies in the document, and what is refused."""

from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bazgoo.errors import SsmlInvalid
from bazgoo.text import Passage, Token, parse_ssml, read
from bazgoo.text.passages import PARAGRAPH_S, SENTENCE_S


def speak(inside: str) -> list[Passage]:
    return list(parse_ssml(f"<speak>{inside}</speak>"))


def spoken(inside: str) -> list[str]:
    return [passage.spoken for passage in speak(inside)]


def token(inside: str) -> Token:
    ((token,),) = (passage.tokens for passage in speak(inside))
    return token


def test_sentences_and_paragraphs_end_passages() -> None:
    found = speak("<p><s>یک</s><s>دو</s></p><p>سه</p>چهار")
    assert [(passage.spoken, passage.pause_s) for passage in found] == [
        ("یک", SENTENCE_S),
        ("دو", PARAGRAPH_S),
        ("سه", PARAGRAPH_S),
        ("چهار", 0.0),
    ]


def test_new_lines_of_a_document_are_only_spaces() -> None:
    assert spoken("\n  سلام\n  دنیا\r\n") == ["سلام دنیا"]


@pytest.mark.parametrize(
    ("element", "pause_s"),
    [
        ('<break time="500ms"/>', 0.5),
        ('<break time="2s"/>', 2.0),
        ('<break time=".25s"/>', 0.25),
        ('<break time="0s"/>', 0.0),
        ("<break/>", 0.35),
        ('<break strength="x-strong"/>', 1.2),
        ('<break strength="weak"/>', 0.18),
        ('<break time="1s"/> <break time="500ms"/>', 1.5),
    ],
)
def test_a_break_is_just_the_silence_that_was_asked_for(element: str, pause_s: float) -> None:
    first, second = speak(f"سلام. {element} دنیا")
    assert (first.spoken, first.pause_s, second.spoken) == ("سلام.", pause_s, "دنیا")


def test_a_break_in_the_middle_of_a_sentence_divides_it() -> None:
    assert spoken('سلام <break time="1s"/> دنیا') == ["سلام", "دنیا"]


def test_a_break_of_no_strength_divides_nothing() -> None:
    assert spoken('سلام <break strength="none"/> دنیا') == ["سلام دنیا"]


def test_a_break_before_the_first_word_is_a_passage_of_its_own() -> None:
    silence, greeting = speak('<break time="1s"/>سلام')
    assert (silence.tokens, silence.pause_s, silence.has_words) == ((), 1.0, False)
    assert greeting.spoken == "سلام"


def test_breaks_in_a_row_last_ten_seconds_at_most() -> None:
    silence, _ = speak('<break time="8s"/>' * 1000 + "سلام")
    assert silence.pause_s == 10.0


def test_a_break_at_the_end_is_kept() -> None:
    assert [passage.pause_s for passage in speak('سلام.<break time="2s"/>')] == [2.0]


@pytest.mark.parametrize(
    ("attributes", "rate", "gain_db"),
    [
        ('rate="slow"', 0.75, 0.0),
        ('rate="150%"', 1.5, 0.0),
        ('rate="+20%"', 1.2, 0.0),
        ('rate="-50%"', 0.5, 0.0),
        ('rate="2"', 2.0, 0.0),
        ('rate="1000%"', 4.0, 0.0),
        ('rate="0%"', 0.25, 0.0),
        ('volume="loud"', 1.0, 6.0),
        ('volume="-3.5dB"', 1.0, -3.5),
        ('volume="100"', 1.0, 0.0),
        ('volume="silent"', 1.0, -96.0),
        ('rate="fast" volume="+2dB" pitch="high"', 1.3, 2.0),
    ],
)
def test_prosody_sets_pace_and_loudness(attributes: str, rate: float, gain_db: float) -> None:
    inner, outer = speak(f"<prosody {attributes}>تند</prosody> عادی")
    assert (inner.rate, inner.gain_db) == pytest.approx((rate, gain_db))
    assert (outer.rate, outer.gain_db) == (1.0, 0.0)


def test_prosody_inside_prosody_multiplies_pace_and_adds_loudness() -> None:
    _, inner, _ = speak(
        '<prosody rate="50%" volume="+3dB">یک <prosody rate="50%" volume="+3dB">دو</prosody> سه</prosody>'
    )
    assert (inner.spoken, inner.rate, inner.gain_db) == ("دو", 0.25, 6.0)


def test_sub_is_said_as_its_alias() -> None:
    said = token('<sub alias="سازمان ۲ ملل.">س.م</sub>')
    assert (said.text, said.spoken) == ("س.م", "سازمان دو ملل")


def test_phoneme_carries_the_pronunciation_of_the_author() -> None:
    said = token('<phoneme alphabet="ipa" ph="sælɒːm">سلام</phoneme>')
    assert (said.text, said.spoken, said.ipa) == ("سلام", "سلام", "sælɒːm")


def test_phoneme_without_text_is_still_said() -> None:
    said = token('<phoneme ph="sælɒːm"/>')
    assert (said.is_word, said.ipa) == (True, "sælɒːm")


@pytest.mark.parametrize(
    ("kind", "written", "said"),
    [
        ("cardinal", "12", "دوازده"),
        ("cardinal", "1,200", "هزار و دویست"),
        ("cardinal", "0912345", "نهصد و دوازده هزار و سیصد و چهل و پنج"),
        ("ordinal", "3", "سوم"),
        ("digits", "1403", "یک چهار صفر سه"),
        ("characters", "ABپ۲", "اِی بی پِ دو"),
        ("spell-out", "صدا", "صاد دال الف"),
        ("telephone", "2255", "بیست و دو پنجاه و پنج"),
        ("telephone", "09123456789", "صفر نهصد و دوازده سیصد و چهل و پنج شصت و هفت هشتاد و نه"),
        ("date", "1403/5/12", "دوازدهم مرداد هزار و چهارصد و سه"),
        ("time", "7:05", "هفت و پنج دقیقه"),
        ("currency", "$25", "بیست و پنج دلار"),
        ("poem", "۲ بیت", "دو بیت"),
    ],
)
def test_say_as_reads_what_the_author_says_it_is(kind: str, written: str, said: str) -> None:
    assert token(f'<say-as interpret-as="{kind}"> {written} </say-as>').spoken == said


def test_unknown_elements_are_spoken_through() -> None:
    assert spoken("خیلی <emphasis>خو<b>ب</b></emphasis> <x:y>است</x:y>.") == ["خیلی خوب است."]


def test_descriptions_are_not_spoken() -> None:
    assert spoken("<metadata>نویسنده</metadata><audio src='a.wav'><desc>صدای باران</desc>باران</audio>") == [
        "باران"
    ]


def test_a_namespace_and_a_declaration_change_nothing() -> None:
    document = (
        '<?xml version="1.0"?><speak xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="fa">سلام</speak>'
    )
    assert [passage.spoken for passage in parse_ssml(document)] == ["سلام"]
    assert [passage.spoken for passage in parse_ssml("<s:speak xmlns:s='x'>سلام</s:speak>")] == ["سلام"]


def test_tokens_point_into_the_document_as_given() -> None:
    document = (
        "<speak>😀 علی &amp; رضا&#1548;\r\n<sub alias='ب'> الف </sub> <![CDATA[<سه>&]]> ۱&#x6F2;</speak>"
    )
    tokens = [token for passage in parse_ssml(document) for token in passage.tokens]
    assert [(token.text, document[token.start : token.end]) for token in tokens] == [
        ("😀", "😀"),
        ("علی", "علی"),
        ("&", "&amp;"),
        ("رضا", "رضا"),
        ("،", "&#1548;"),
        ("الف", "الف"),
        ("<", "<"),
        ("سه", "سه"),
        (">", ">"),
        ("&", "&"),
        ("۱۲", "۱&#x6F2;"),
    ]


@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=60))
def test_escaped_text_is_said_like_plain_text_and_offsets_hold(text: str) -> None:
    document = f"<speak>{escape(text)}</speak>"
    tokens = [token for passage in parse_ssml(document) for token in passage.tokens]
    assert all(document[token.start : token.end] == escape(token.text) for token in tokens)
    assert [token.spoken for token in tokens] == [token.spoken for token in read(text)]


@pytest.mark.parametrize(
    ("document", "line", "reason"),
    [
        ("", 1, "empty"),
        ("سلام", 1, "well-formed"),
        ("<speak>سلام", 1, "empty"),
        ("<speak>\n<p>سلام</speak>", 2, "closing tag"),
        ("<speak>علی & رضا</speak>", 1, "well-formed"),
        ("<speak>&nbsp;</speak>", 1, "entity"),
        ("<speak/><speak/>", 1, "after"),
        ("<voice>سلام</voice>", 1, "first tag"),
        ("<speak>\n\n<sub>الف</sub></speak>", 3, "needs alias"),
        ("<speak><phoneme>الف</phoneme></speak>", 1, "needs ph"),
        ('<speak><phoneme alphabet="x-sampa" ph="a">الف</phoneme></speak>', 1, "must be ipa"),
        ("<speak><say-as>۱</say-as></speak>", 1, "needs interpret-as"),
        ('<speak><break time="long"/></speak>', 1, "time of break"),
        ('<speak><break time="11s"/></speak>', 1, "ten seconds"),
        ('<speak><break strength="huge"/></speak>', 1, "strength"),
        ('<speak><prosody rate="quick">الف</prosody></speak>', 1, "rate"),
        ('<speak><prosody volume="11dBm">الف</prosody></speak>', 1, "volume"),
        (f'<speak><say-as interpret-as="digits">{"1" * 301}</say-as></speak>', 1, "longer than 300"),
        (f'<speak><sub alias="{"ا" * 301}">الف</sub></speak>', 1, "longer than 300"),
        ("<!DOCTYPE speak><speak>الف</speak>", 1, "DOCTYPE"),
        ('<!DOCTYPE s [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><speak>&b;</speak>', 1, "DOCTYPE"),
    ],
)
def test_a_wrong_document_is_refused_at_once_with_its_line(document: str, line: int, reason: str) -> None:
    with pytest.raises(SsmlInvalid, match=reason) as refused:
        parse_ssml(document)
    assert refused.value.data["line"] == line
    assert refused.value.message("fa")
