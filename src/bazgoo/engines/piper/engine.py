"""The engine: which voices there are, and how one speaks."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bazgoo.engines.piper.folder import VoiceFile, VoiceFolder
from bazgoo.engines.piper.shelf import Shelf
from bazgoo.engines.piper.symbols import phoneme_ids
from bazgoo.engines.voice import Voice
from bazgoo.errors import VoiceDamaged, VoiceNotFound
from bazgoo.phonemes import Utterance


class PiperEngine:
    """Speaks with the Piper voices in a folder, and with files named one by one."""

    name: Final = "piper"

    def __init__(self, models_dir: Path | None = None, files: Sequence[Path] = ()) -> None:
        """Voices are looked for below ``models_dir`` at each listing; ``files`` are graphs (.onnx)."""
        self._folder = VoiceFolder(models_dir, files)
        self._shelf = Shelf()

    def voices(self) -> Sequence[Voice]:
        """The voices whose files are there and, as far as is known, whole."""
        return [voice for file in self._folder.scan() if not self._damage(file) for voice in file.voices()]

    def damage(self, voice_id: str) -> VoiceDamaged | None:
        """Why the files of that voice cannot be used; None when they can, or are not there."""
        stem = voice_id.partition("#")[0]
        return next((self._damage(file) for file in self._folder.scan() if file.model.stem == stem), None)

    def synthesize(self, utterance: Utterance, voice: Voice, speed: float) -> NDArray[np.float32]:
        """Speak ``utterance``; raises VoiceDamaged, and VoiceNotFound when the files have gone meanwhile."""
        if voice.path is None or not voice.path.exists():
            raise VoiceNotFound(voice=voice.id)
        file = self._folder.look(voice.path)
        if isinstance(file.config, VoiceDamaged):
            raise file.config
        graph = self._shelf.take(file, file.config)
        speaker = file.config.speakers.get(voice.id.partition("#")[2], 0)
        return graph.run(phoneme_ids(utterance, file.config), speaker, speed)

    def _damage(self, file: VoiceFile) -> VoiceDamaged | None:
        return file.config if isinstance(file.config, VoiceDamaged) else self._shelf.failure(file)
