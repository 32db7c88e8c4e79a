"""What all engines that read files share: which voices there are, and how one speaks."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Generic, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from bazgoo.engines.files.folder import VoiceFile, VoiceFolder, damaged
from bazgoo.engines.files.names import MANIFEST, installed_name
from bazgoo.engines.files.shelf import Loaded, Shelf
from bazgoo.engines.files.whole import changed
from bazgoo.engines.voice import Voice
from bazgoo.errors import VoiceDamaged, VoiceNotFound
from bazgoo.phonemes import Utterance


class Config(Protocol):
    """What every format says of a model."""

    @property
    def speakers(self) -> Mapping[str, int]:
        """The speakers' names and numbers; empty when there is only one."""
        ...


C = TypeVar("C", bound=Config)


class FileEngine(ABC, Generic[C]):
    """Speaks with the models of one format in a folder, and in files named one by one.

    A format is what its engine says in `claims`, `read`, `describe` and `load`.
    """

    def __init__(
        self, models_dir: Path | None = None, files: Sequence[Path] = (), shelf: Shelf | None = None
    ) -> None:
        """Models are looked for below ``models_dir`` at each listing; ``shelf`` may serve several engines."""
        self._folder: VoiceFolder[C] = VoiceFolder(self, models_dir, files)
        self._shelf = shelf or Shelf()

    @property
    @abstractmethod
    def name(self) -> str:
        """What it is called, in `Voice.engine` too."""

    @abstractmethod
    def claims(self, model: Path, beside: Collection[str]) -> bool:
        """It is a model of this engine; ``beside`` are the names of all files in its folder."""

    @abstractmethod
    def read(self, model: Path) -> C:
        """What must be known to speak with ``model``; raises VoiceDamaged."""

    @abstractmethod
    def describe(self, model: Path, config: C) -> Voice:
        """The voice in ``model``, whoever of its speakers speaks."""

    @abstractmethod
    def load(self, model: Path, config: C) -> Loaded:
        """The model in memory; raises VoiceDamaged."""

    def parts(self, model: Path) -> Sequence[Path]:
        """The files that decide how it sounds and what it is called, whether they are there or not."""
        return [model, model.with_name(MANIFEST)]

    def voice_id(self, model: Path) -> str:
        """The id of its voice, or what stands before ``#speaker`` in those of its voices."""
        return installed_name(model)

    def voices(self) -> Sequence[Voice]:
        """The voices whose files are there and, as far as is known, whole."""
        return [
            voice for file in self._folder.scan() if not self._damage(file) for voice in self._voices(file)
        ]

    def damage(self, voice_id: str) -> VoiceDamaged | None:
        """Why the files of that voice cannot be used; None when they can, or are not there."""
        own = voice_id.partition("#")[0]
        return next((self._damage(file) for file in self._folder.scan() if file.voice_id == own), None)

    def damages(self) -> Sequence[VoiceDamaged]:
        """Why each model that is there and cannot be used cannot be."""
        return [damage for file in self._folder.scan() if (damage := self._damage(file))]

    def synthesize(self, utterance: Utterance, voice: Voice, speed: float) -> NDArray[np.float32]:
        """Speak ``utterance``; raises VoiceDamaged, and VoiceNotFound when the files have gone meanwhile."""
        if voice.path is None or not voice.path.exists():
            raise VoiceNotFound(voice=voice.id)
        file = self._folder.look(voice.path)
        config = file.config
        if isinstance(config, VoiceDamaged):
            raise config
        loaded = self._shelf.take(file, lambda: self._load_whole(file, config))
        return loaded.speak(utterance, config.speakers.get(voice.id.partition("#")[2], 0), speed)

    def _load_whole(self, file: VoiceFile[C], config: C) -> Loaded:
        """The model in memory, unless its files are not those that were installed."""
        if (part := changed(self.parts(file.model))) is not None:
            raise damaged(
                file.voice_id,
                f"پروندهٔ «{part.name}» دیگر همان نیست که نصب شد.",
                f"the file “{part.name}” is no longer what was installed.",
            )
        return self.load(file.model, config)

    def _voices(self, file: VoiceFile[C]) -> Iterator[Voice]:
        """The voice in this file, or one for each of its speakers."""
        if isinstance(file.config, VoiceDamaged):
            return
        voice = self.describe(file.model, file.config)
        if not file.config.speakers:
            yield voice
        for speaker in file.config.speakers:
            yield replace(voice, id=f"{voice.id}#{speaker}", name=f"{voice.name} {speaker}")

    def _damage(self, file: VoiceFile[C]) -> VoiceDamaged | None:
        return file.config if isinstance(file.config, VoiceDamaged) else self._shelf.failure(file)
