"""What the Hub tells, in the words of the API."""

from pathlib import PurePosixPath
from typing import Any

from bazgoo.errors import Language
from bazgoo.hub import WHY_NOT, Card, Finding, Look, OfferedVoice, Page, guess
from bazgoo.hub.piper_voices import REPOSITORY
from bazgoo.server.sources.schemas import FoundModel, FoundModels, RepositoryFile, RepositoryLook
from bazgoo.server.sources.schemas import OfferedVoice as VoiceShown

AUDIO = {".mp3": "audio/mpeg", ".wav": "audio/wav", ".ogg": "audio/ogg", ".opus": "audio/ogg",
         ".flac": "audio/flac", ".m4a": "audio/mp4"}  # fmt: skip
"""Suffixes of sounds that browsers play."""
MOST_SAMPLES = 12


def found_page(page: Page, language: Language) -> FoundModels:
    """A page of a search; the shelf is not asked here."""
    items = [FoundModel(**_described(card, guess(card), language)) for card in page.items]
    return FoundModels(items=items, next_cursor=page.next_cursor)


def closely(look: Look, revision: str | None, language: Language) -> RepositoryLook:
    """A repository at one commit; the shelf is not asked here."""
    sizes = {file.path: file.size for file in look.files}
    samples = [path for path in sizes if PurePosixPath(path).suffix.lower() in AUDIO]
    finding = look.finding
    # a repository of many voices is downloaded a voice at a time
    many = bool(look.voices) and look.card.repo_id == REPOSITORY
    described = _described(look.card, finding, language) | {"size_bytes": look.size_bytes}
    return RepositoryLook(
        **described,
        revision=revision or "main",
        sha=look.commit,
        format=finding.format,
        can_run=finding.engine is not None,
        files=[RepositoryFile.model_validate(file) for file in look.files],
        card=_without_front_matter(look.readme),
        voices=[_voice(voice, samples) for voice in look.voices],
        samples=samples[:MOST_SAMPLES],
        needed=[] if many else list(finding.needed),
        left_out=[] if many else list(finding.left_out),
        download_bytes=0 if many else sum(sizes[path] for path in finding.needed),
    )


def why_not(key: str | None, language: Language) -> str | None:
    """The sentence behind a key of WHY_NOT."""
    return WHY_NOT[key][0 if language == "fa" else 1] if key in WHY_NOT else None


def _described(card: Card, finding: Finding, language: Language) -> dict[str, Any]:
    taken = ("repo_id", "author", "task", "library", "license", "tags", "downloads", "likes")
    return {name: getattr(card, name) for name in (*taken, "updated_at", "gated", "private")} | {
        "type": finding.type,
        "engine": finding.engine,
        "why_not": why_not(finding.why_not, language),
        "size_bytes": card.size_bytes,
        "installed": False,
        "model_id": None,
    }


def _voice(voice: OfferedVoice, samples: list[str]) -> VoiceShown:
    folder = voice.paths[0].rpartition("/")[0] if voice.paths else ""
    sample = next((path for path in samples if path.startswith(f"{folder}/" if folder else "")), None)
    return VoiceShown(
        id=voice.id,
        name=voice.name,
        language=voice.language,
        quality=voice.quality,
        size_bytes=voice.size_bytes,
        files=list(voice.paths),
        sample=sample,
        installed=False,
    )


def _without_front_matter(readme: str) -> str:
    """The README as it is meant to be read: without the YAML between the first two `---`."""
    text = readme.lstrip("\ufeff")
    if not text.startswith("---\n"):
        return text
    _, marker, rest = text[4:].partition("\n---")
    return rest.lstrip("-\n") if marker else text
