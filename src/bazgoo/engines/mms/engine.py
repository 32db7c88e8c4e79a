"""The engine: which files are VITS voices of Transformers, and what they say of themselves."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Final

from bazgoo.engines.files import FileEngine, Loaded, Shelf
from bazgoo.engines.mms.config import CONFIG, TOKENIZER, VOCABULARY, MmsConfig, is_vits, read_config
from bazgoo.engines.mms.graph import MmsGraph
from bazgoo.engines.voice import Voice

_WEIGHTS = "model.safetensors"
# ISO 639-3, which MMS uses, for the languages that have a shorter code.
_LANGUAGES = {"fas": "fa", "pes": "fa", "per": "fa", "eng": "en", "ara": "ar"}


class MmsEngine(FileEngine[MmsConfig]):
    """Speaks with the VITS voices that Transformers keeps, such as facebook/mms-tts-fas."""

    name: Final = "mms"

    def __init__(
        self,
        models_dir: Path | None = None,
        files: Sequence[Path] = (),
        shelf: Shelf | None = None,
        seed: int | None = None,
    ) -> None:
        """As every engine of files; with a ``seed`` a sentence always sounds the same."""
        super().__init__(models_dir, files, shelf)
        self._seed = seed

    def claims(self, model: Path, beside: Collection[str]) -> bool:
        """Weights beside the configuration of a VITS voice."""
        return model.name == _WEIGHTS and CONFIG in beside and is_vits(model.parent)

    def parts(self, model: Path) -> Sequence[Path]:
        """The weights, what describes them, and the name."""
        return [*super().parts(model), *(model.with_name(name) for name in (CONFIG, VOCABULARY, TOKENIZER))]

    def read(self, model: Path) -> MmsConfig:
        """What the JSON files beside ``model`` say; raises VoiceDamaged."""
        return read_config(model)

    def describe(self, model: Path, config: MmsConfig) -> Voice:
        """The voice as its JSON files describe it."""
        voice_id = self.voice_id(model)
        language = config.tokenizer.language or "und"
        return Voice(
            id=voice_id,
            name=voice_id,
            language=_LANGUAGES.get(language, language),
            engine=self.name,
            sample_rate=config.network.sampling_rate,
            path=model,
        )

    def load(self, model: Path, config: MmsConfig) -> Loaded:
        """The voice in memory; raises VoiceDamaged."""
        return MmsGraph(model, config, self._seed)
