"""`POST /api/text/analyze`: how a text will be read."""

import httpx
import pytest


def analyze(client: httpx.Client, text: str) -> dict:
    answer = client.post("/api/text/analyze", json={"text": text})
    assert answer.status_code == 200
    return answer.json()


def test_each_written_word_has_its_reading(client: httpx.Client) -> None:
    read = analyze(client, "سلام. ساعت ۱۲:۳۰ است.")
    words = {word["text"]: word for sentence in read["sentences"] for word in sentence["words"]}
    assert "دوازده" in read["normalized"]
    assert "دوازده" in words["۱۲:۳۰"]["spoken"]
    assert words["سلام"]["ipa"] == "salˈɑm"
    assert words["سلام"]["phonemes"] == "sal'Am"
    assert words["سلام"]["source"] == "dictionary"
    assert words["سلام"]["ezafe"] is False
    assert words["سلام"]["alternatives"] == []


def test_punctuation_is_a_mark_of_its_own(client: httpx.Client) -> None:
    words = analyze(client, "سلام.")["sentences"][0]["words"]
    assert [word["source"] for word in words] == ["dictionary", "mark"]


def test_a_word_is_shown_with_its_vowels_and_its_ezafe(client: httpx.Client) -> None:
    words = analyze(client, "کتابِ من")["sentences"][0]["words"]
    assert [word["vocalized"] for word in words] == ["کِتابِ", "مَن"]


def test_colloquial_mode_reads_as_tehran_speaks(client: httpx.Client) -> None:
    answer = client.post("/api/text/analyze", json={"text": "به خانه می‌روم.", "mode": "colloquial"})
    assert answer.json()["normalized"] == "به خونه می‌رم."
    assert client.post("/api/text/analyze", json={"text": "سلام", "mode": "x"}).status_code == 422
    assert client.post("/api/text/analyze", json={"text": "سلام", "mode": None}).status_code == 200


def test_a_text_without_words_has_an_empty_reading(client: httpx.Client) -> None:
    assert all(not sentence["words"] for sentence in analyze(client, "😀")["sentences"])


@pytest.mark.parametrize(
    ("text", "status", "code"), [(" ", 422, "text_empty"), ("س" * 100_001, 413, "text_too_long")]
)
def test_what_cannot_be_read_is_a_problem(client: httpx.Client, text: str, status: int, code: str) -> None:
    answer = client.post("/api/text/analyze", json={"text": text})
    assert (answer.status_code, answer.json()["code"]) == (status, code)
