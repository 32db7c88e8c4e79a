"""The engine: which files are Matcha voices, and what they say of themselves."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Final

from bazgoo.engines.files import FileEngine, Loaded
from bazgoo.engines.matcha.config import MatchaConfig, read_config, vocoder_of
from bazgoo.engines.matcha.graph import MatchaGraph
from bazgoo.engines.sherpa.engine import is_matcha, is_sherpa
from bazgoo.engines.tokens import tokens_of
from bazgoo.engines.voice import Voice


class MatchaEngine(FileEngine[MatchaConfig]):
    """Speaks with the Matcha voices made for sherpa-onnx, through the vocoder beside them."""

    name: Final = "matcha"

    def claims(self, model: Path, beside: Collection[str]) -> bool:
        """An acoustic model of Matcha beside a table of tokens."""
        return is_sherpa(model, beside) and is_matcha(model)

    def parts(self, model: Path) -> Sequence[Path]:
        """The acoustic model, its tokens, its vocoder and its name."""
        vocoder = vocoder_of(model)
        return [*super().parts(model), tokens_of(model), *([vocoder] if vocoder else [])]

    def read(self, model: Path) -> MatchaConfig:
        """What the metadata of ``model`` and its tokens say; raises VoiceDamaged."""
        return read_config(model)

    def describe(self, model: Path, config: MatchaConfig) -> Voice:
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

    def load(self, model: Path, config: MatchaConfig) -> Loaded:
        """The acoustic model and the vocoder in memory; raises VoiceDamaged."""
        return MatchaGraph(model, config)
