"""The engine: which files are VITS voices for sherpa-onnx, and what they say of themselves."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Final

from bazgoo.engines.files import FileEngine, Loaded
from bazgoo.engines.piper.config import has_phonemes
from bazgoo.engines.properties import read_properties
from bazgoo.engines.sherpa.config import SherpaConfig, read_config
from bazgoo.engines.sherpa.graph import SherpaGraph
from bazgoo.engines.tokens import is_vocoder, tokens_among, tokens_of
from bazgoo.engines.voice import Voice


class SherpaEngine(FileEngine[SherpaConfig]):
    """Speaks with the VITS voices made for sherpa-onnx."""

    name: Final = "sherpa-vits"

    def claims(self, model: Path, beside: Collection[str]) -> bool:
        """A graph beside a table of tokens that is neither Piper's, nor Matcha's, nor a vocoder."""
        return is_sherpa(model, beside) and not is_matcha(model)

    def parts(self, model: Path) -> Sequence[Path]:
        """The graph, its tokens and its name."""
        return [*super().parts(model), tokens_of(model)]

    def read(self, model: Path) -> SherpaConfig:
        """What the metadata of ``model`` and its tokens say; raises VoiceDamaged."""
        return read_config(model)

    def describe(self, model: Path, config: SherpaConfig) -> Voice:
        """The voice as its metadata describes it."""
        voice_id = self.voice_id(model)
        return Voice(
            id=voice_id,
            name=voice_id,
            language=config.language,
            engine=self.name,
            sample_rate=config.sample_rate,
            path=model,
        )

    def load(self, model: Path, config: SherpaConfig) -> Loaded:
        """The graph in memory; raises VoiceDamaged."""
        return SherpaGraph(model, config)


def is_sherpa(model: Path, beside: Collection[str]) -> bool:
    """A graph for sherpa-onnx that speaks, with its table of tokens beside it; recognisers have one too."""
    if model.suffix != ".onnx" or is_vocoder(model.name) or tokens_among(beside) is None:
        return False
    if f"{model.name}.json" in beside and has_phonemes(model):
        return False
    kind = read_properties(model).get("model_type", "")
    return not kind or "vits" in kind or kind.startswith("matcha")


def is_matcha(model: Path) -> bool:
    """It makes a spectrogram, which a vocoder turns into sound."""
    kind = read_properties(model).get("model_type", "")
    return kind.startswith("matcha") or "matcha" in model.name.lower() or model.name.startswith("model-steps")
