"""Looking at a repository before bringing it: what it is, what runs it, which voices it offers."""

from dataclasses import dataclass

from bazgoo.hub.cards import Card, RemoteFile
from bazgoo.hub.client import Hub
from bazgoo.hub.formats import Finding, configs_to_read, dataset, sniff
from bazgoo.hub.names import is_dataset
from bazgoo.hub.piper_voices import LANGUAGE, REPOSITORY, OfferedVoice, persian_voices, voices_among

README = "README.md"


@dataclass(frozen=True, slots=True)
class Look:
    """A repository at one commit, as far as names and small files tell."""

    card: Card
    commit: str
    files: tuple[RemoteFile, ...]
    finding: Finding
    voices: tuple[OfferedVoice, ...]
    readme: str
    """Its card as written, in Markdown; empty when there is none or it is not open to this token."""

    @property
    def size_bytes(self) -> int:
        """Bytes of all files together."""
        return sum(file.size for file in self.files)


def guess(card: Card) -> Finding:
    """What a search result probably is, from the names of its files and the model type alone."""
    if is_dataset(card.repo_id):
        return dataset(card.paths)
    config = {"config.json": {"model_type": card.model_type}} if card.model_type else {}
    return sniff(dict.fromkeys(card.paths, 0), config)


async def look(hub: Hub, repo_id: str, revision: str | None = None) -> Look:
    """What is known of ``repo_id`` without its large files; of Piper's great repository, the Persian part."""
    card = await hub.model(repo_id, revision)
    commit = card.sha or revision or "main"
    great = card.repo_id == REPOSITORY
    files = await hub.tree(card.repo_id, commit, LANGUAGE if great else "")
    sizes = {file.path: file.size for file in files}
    closed = card.gated or card.disabled
    configs = (
        {}
        if closed or is_dataset(card.repo_id)
        else {path: await hub.read(card.repo_id, commit, path) for path in configs_to_read(sizes)}
    )
    if closed and card.model_type:
        configs["config.json"] = b'{"model_type": "%s"}' % card.model_type.encode()
    finding = dataset(sizes) if is_dataset(card.repo_id) else sniff(sizes, configs)
    voices = await persian_voices(hub, commit) if great else voices_among(files, finding)
    readable = README in card.paths and not closed
    readme = (await hub.read(card.repo_id, commit, README)).decode(errors="replace") if readable else ""
    return Look(card, commit, tuple(files), finding, tuple(voices), readme)
