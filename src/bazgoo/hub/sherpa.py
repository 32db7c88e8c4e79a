"""Voices made for sherpa-onnx: a graph with a table of tokens in its folder; one folder is one voice."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

VOCODER = ("k2-fsa/sherpa-onnx-models", "vocoder-models/vocos-22khz-univ.onnx")
"""A repository and its file: the vocoder for Matcha voices that bring none."""
_VOCODERS = ("vocos", "hifigan", "vocoder")
_NAMELESS = ("model", "model.int8", "model.fp16")
_CARDS = ("README.md", "MODEL_CARD", "LICENSE")


@dataclass(frozen=True, slots=True)
class SherpaVoice:
    """One voice and its files."""

    folder: str
    """Where it lies in the repository; empty at the top."""
    model: str
    matcha: bool
    vocoders: tuple[str, ...]
    paths: tuple[str, ...]
    """All that an engine reads, and the cards beside."""

    @property
    def id(self) -> str | None:
        """The file's own name if it says something, else the folder's; None at the top of a repository."""
        name = self.model.rpartition("/")[2].removesuffix(".onnx")
        if not is_nameless(name):
            return name
        return self.folder.rpartition("/")[2] or None


def is_nameless(stem: str) -> bool:
    """Whether the name of a graph says nothing about the voice."""
    return stem in _NAMELESS or stem.startswith("model-steps")


def sherpa_voices(sizes: Mapping[str, int], without: Collection[str] = ()) -> list[SherpaVoice]:
    """The voices among files of these sizes; graphs ``without`` are known to be something else."""
    folders: dict[str, list[str]] = {}
    for path in sizes:
        folders.setdefault(path.rpartition("/")[0], []).append(path)
    found = (_voice(folder, paths, sizes, without) for folder, paths in folders.items())
    return [voice for voice in found if voice]


def _voice(
    folder: str, paths: Sequence[str], sizes: Mapping[str, int], without: Collection[str]
) -> SherpaVoice | None:
    tokens = _tokens(paths)
    onnx = [path for path in paths if path.endswith(".onnx") and path not in without]
    vocoders = [path for path in onnx if any(word in _name(path).lower() for word in _VOCODERS)]
    graphs = [path for path in onnx if path not in vocoders]
    if tokens is None or not graphs:
        return None
    matcha = bool(vocoders) or any("matcha" in path.lower() or "model-steps" in path for path in graphs)
    model = max(graphs, key=lambda path: sizes[path])
    beside = [path for path in paths if path == f"{model}.json" or _name(path) in ("lexicon.txt", *_CARDS)]
    return SherpaVoice(folder, model, matcha, tuple(vocoders), (model, *vocoders, tokens, *beside))


def _tokens(paths: Iterable[str]) -> str | None:
    """`tokens.txt`, or the first like `tokens_fa.txt`."""
    tables = sorted(path for path in paths if _name(path).startswith("tokens") and path.endswith(".txt"))
    return next((path for path in tables if _name(path) == "tokens.txt"), next(iter(tables), None))


def _name(path: str) -> str:
    return path.rpartition("/")[2]
