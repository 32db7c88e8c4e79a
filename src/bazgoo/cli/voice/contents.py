"""What lies in an embedded folder: the page, the script and its parts, the reader, the voice, the licences."""

import hashlib
import html
import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import distribution
from importlib.resources import files
from pathlib import Path
from string import Template

from bazgoo import __version__
from bazgoo.browser.archive import reader_archive
from bazgoo.cli.models.printing import megabytes
from bazgoo.engines import Voice
from bazgoo.errors import PagesNotBuilt

PAGES = Path(str(files("bazgoo"))) / "pages"
_PAGE = Path(__file__).parent / "page"
_CHECKOUT = Path(__file__).parents[4]
_CARDS = ("LICENSE", "LICENSE.txt", "LICENSE.md", "MODEL_CARD", "MODEL_CARD.md", "README.md")
"""What may lie beside a voice and say whose it is."""


@dataclass(frozen=True, slots=True)
class Part:
    """One file of the folder."""

    path: str
    """Below the folder, with slashes."""
    source: Path | bytes
    """The file it is a copy of, or its content."""

    @property
    def size_bytes(self) -> int:
        """How long it is."""
        return len(self.source) if isinstance(self.source, bytes) else self.source.stat().st_size


def contents(voice: Voice, model: Path, license: str | None) -> list[Part]:
    """Every file of the folder; raises PagesNotBuilt."""
    parts = [*_script(), *_voice(model), Part("reader.zip", reader_archive().content)]
    parts.append(Part("LICENSE", _license()))
    parts.append(Part("bazgoo.json", _description(voice, model, license, parts)))
    size_bytes = sum(part.size_bytes for part in parts)
    return [*parts, *_pages(voice, license, size_bytes)]


def _script() -> Iterator[Part]:
    """`bazgoo.js` and all it needs, as the build has listed it."""
    try:
        needed = json.loads((PAGES / "embed.json").read_bytes())["files"]
    except FileNotFoundError:
        raise PagesNotBuilt from None
    yield from (Part(path, PAGES / path) for path in needed)


def _voice(model: Path) -> Iterator[Part]:
    beside = [model.with_name(name) for name in (f"{model.name}.json", *_CARDS)]
    yield from (Part(f"voice/{file.name}", file) for file in (model, *beside) if file.is_file())


def _description(voice: Voice, model: Path, license: str | None, parts: list[Part]) -> bytes:
    """`bazgoo.json`: what the script fetches, under addresses that change with the content."""
    named = {
        "model": f"voice/{model.name}",
        "config": f"voice/{model.name}.json",
        "reader": "reader.zip",
    }
    found = {part.path: part for part in parts}
    described = {
        "id": voice.id,
        "name": voice.name,
        "language": voice.language,
        "license": license,
        **{what: f"{path}?v={_hash(found[path])}" for what, path in named.items()},
        "size_bytes": sum(found[path].size_bytes for path in named.values()),
    }
    return json.dumps(described, ensure_ascii=False, indent=1).encode()


def _hash(part: Part) -> str:
    if isinstance(part.source, bytes):
        return hashlib.sha256(part.source).hexdigest()[:12]
    with part.source.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:12]


def _pages(voice: Voice, license: str | None, size_bytes: int) -> Iterator[Part]:
    """The page and what is written about the folder, with the voice's words filled in."""
    words = {
        "id": voice.id,
        "name": voice.name,
        "license": license or "unknown: ask its makers",
        "license_fa": license or "نامعلوم؛ از سازندگانش بپرسید",
        "size_mb": megabytes(size_bytes),
        "version": __version__,
    }
    for file in sorted(_PAGE.iterdir()):
        fill = {key: html.escape(word) for key, word in words.items()} if file.suffix == ".html" else words
        yield Part(file.name, Template(file.read_text(encoding="utf-8")).safe_substitute(fill).encode())


def _license() -> bytes:
    """The GNU General Public License, from the installed program or from the checkout."""
    written = distribution("bazgoo").read_text("licenses/LICENSE")
    return written.encode() if written else (_CHECKOUT / "LICENSE").read_bytes()
