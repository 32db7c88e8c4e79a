"""The engine: which files are Piper voices, and what they say of themselves."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Final

from bazgoo.engines.classifier.description import DESCRIPTION
from bazgoo.engines.files import FileEngine, Loaded
from bazgoo.engines.piper.config import PiperConfig, has_phonemes, read_config
from bazgoo.engines.piper.graph import PiperGraph
from bazgoo.engines.tokens import is_vocoder, tokens_among
from bazgoo.engines.voice import Voice


class PiperEngine(FileEngine[PiperConfig]):
    """Speaks with the Piper voices in a folder, and with files named one by one."""

    name: Final = "piper"

    def claims(self, model: Path, beside: Collection[str]) -> bool:
        """Every graph that has its JSON beside it, and every other, unless tokens or a classifier lie there."""
        if model.suffix != ".onnx" or is_vocoder(model.name) or DESCRIPTION in beside:
            return False
        if tokens_among(beside) is None:
            return True
        return f"{model.name}.json" in beside and has_phonemes(model)

    def parts(self, model: Path) -> Sequence[Path]:
        """The graph and its JSON."""
        return [model, model.with_name(f"{model.name}.json")]

    def voice_id(self, model: Path) -> str:
        """A Piper voice is named by its file."""
        return model.stem

    def read(self, model: Path) -> PiperConfig:
        """What the JSON beside ``model`` says; raises VoiceDamaged."""
        return read_config(model)

    def describe(self, model: Path, config: PiperConfig) -> Voice:
        """The voice as its JSON describes it."""
        return Voice(
            id=model.stem,
            name=config.dataset or model.stem,
            language=(config.language.code if config.language else config.espeak.voice).partition("_")[0],
            engine=self.name,
            sample_rate=config.audio.sample_rate,
            quality=config.audio.quality,
            license=config.license,
            runs_in_browser=True,
            path=model,
        )

    def load(self, model: Path, config: PiperConfig) -> Loaded:
        """The graph in memory; raises VoiceDamaged."""
        return PiperGraph(model, config)
