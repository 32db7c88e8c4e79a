"""What `bazgoo bench text` measures: reading, on the yardstick, beside eSpeak NG alone."""

import time
from importlib.resources import files
from pathlib import Path

from bazgoo.cli.bench.report import Figure
from bazgoo.evaluation.reading import Reader, judge
from bazgoo.evaluation.writing import judge_writing
from bazgoo.evaluation.yardstick import KINDS, yardstick
from bazgoo.phonemes import Word, transcribe, weights
from bazgoo.phonemes.alphabet import from_espeak
from bazgoo.phonemes.espeak_ng import ipa
from bazgoo.text import normalize, read

ESPEAK = "eSpeak NG"
_WEIGHTS = (".npz", ".tsv", ".onnx")


def measure() -> list[Figure]:
    """Errors in percent, time a sentence, size of the weights."""
    sentences = list(yardstick())
    read_here(sentences[0].text)  # loads the weights
    figures = []
    for kind in KINDS:
        chosen = [sentence for sentence in sentences if sentence.kind == kind]
        ours, theirs = judge(chosen, read_here), judge(chosen, read_by_espeak)
        rows = (
            ("phonemes wrong (strict PER)", ours.per, theirs.per),
            ("phonemes wrong as papers count", ours.paper_per, theirs.paper_per),
            ("words wrong", ours.wer, theirs.wer),
            ("ezafe, 100 − precision", 100 - ours.ezafe_precision, 100 - theirs.ezafe_precision),
            ("ezafe, 100 − recall", 100 - ours.ezafe_recall, 100 - theirs.ezafe_recall),
            ("ezafe, 100 − F1", 100 - ours.ezafe_f1, 100 - theirs.ezafe_f1),
            ("homographs wrong", ours.homograph_errors, theirs.homograph_errors),
        )
        figures += [Figure(f"{kind}: {name}", "%", "", one, {ESPEAK: other}) for name, one, other in rows]
    scores = judge_writing(normalize)
    figures += [
        Figure(
            f"written to spoken: {kind.replace('_', ' ')} wrong, of {rows}", "%", "", 100 - 100 * right / rows
        )
        for kind, (right, rows) in {**scores, "all": _sum(scores)}.items()
    ]
    texts = [sentence.text for sentence in sentences]
    figures.append(
        Figure("time a sentence", "ms", "", _ms(texts, read_here), {ESPEAK: _ms(texts, read_by_espeak)})
    )
    folder = files(weights)
    size = sum(file.stat().st_size for file in Path(str(folder)).iterdir() if file.suffix in _WEIGHTS)
    return [*figures, Figure("weights and dictionary", "MB", "", size / 1e6)]


def _sum(scores: dict[str, tuple[int, int]]) -> tuple[int, int]:
    return sum(right for right, _ in scores.values()), sum(rows for _, rows in scores.values())


def read_here(text: str) -> list[Word]:
    """The words of ``text`` as Bazgoo reads them."""
    return [word for word in transcribe(read(text)).words if word.source != "mark"]


def read_by_espeak(text: str) -> list[Word]:
    """The words of ``text`` as eSpeak NG alone reads them; an «e» that the letters do not end in is an ezafe."""
    words = [token for token in read(text) if token.is_word]
    sounds = from_espeak(ipa(" ".join(word.spoken for word in words))).split()
    if len(sounds) != len(words):
        sounds = [from_espeak(ipa(word.spoken)) for word in words]
    return [
        Word(
            word.text, word.start, word.end, word.spoken, sound, "espeak",
            sound.endswith("e") and not word.spoken.endswith("ه"),
        )
        for word, sound in zip(words, sounds, strict=True)
    ]  # fmt: skip


def _ms(texts: list[str], reader: Reader) -> float:
    begun = time.perf_counter()
    for text in texts:
        reader(text)
    return 1000 * (time.perf_counter() - begun) / len(texts)
