"""What `bazgoo voice embed` does: lay a page, its script and a voice into a folder that any static host can serve."""

from dataclasses import asdict, dataclass
from pathlib import Path

from bazgoo.cli.models.printing import megabytes, print_json
from bazgoo.cli.speak import voice_file
from bazgoo.cli.terminal import say
from bazgoo.cli.voice.contents import contents
from bazgoo.cli.voice.laying import lay
from bazgoo.engines import Voice
from bazgoo.errors import VoiceNotInBrowser
from bazgoo.settings import Settings
from bazgoo.speech import open_speaker
from bazgoo.store import Shelf


@dataclass(frozen=True, slots=True)
class Embedded:
    """A folder that speaks."""

    voice: str
    license: str | None
    folder: str
    files: int
    size_bytes: int


def embed(voice: str, out: Path | None, *, force: bool = False) -> Embedded:
    """Make the folder; raises VoiceNotFound, VoiceNotInBrowser, FolderNotEmpty, PagesNotBuilt, FileUnwritable."""
    models_dir = Settings.load().models_dir
    files, voice_id = voice_file(voice)
    chosen = open_speaker(models_dir, files=files, cache_bytes=0).voice(voice_id)
    if not chosen.runs_in_browser or chosen.path is None:
        raise VoiceNotInBrowser(voice=chosen.id)
    license = chosen.license or _stated(models_dir, chosen)
    folder = (out or Path(chosen.id.replace("#", "-"))).resolve()
    parts = contents(chosen, chosen.path, license)
    lay(parts, folder, force=force)
    return Embedded(chosen.id, license, str(folder), len(parts), sum(part.size_bytes for part in parts))


def _stated(models_dir: Path, voice: Voice) -> str | None:
    """The licence that the repository of an installed voice states."""
    return next((model.license for model in Shelf(models_dir).models() if voice.id in model.voices), None)


def show(made: Embedded, *, as_json: bool) -> None:
    """Tell what was made, how to serve it, and what the licence of the voice demands."""
    if as_json:
        print_json(asdict(made))
    else:
        size = megabytes(made.size_bytes)
        say(
            f"«{made.folder}» ساخته شد: {size} مگابایت. برای دیدنش:",
            f"Made “{made.folder}”: {size} MB. To look at it:",
        )
        serve = f"  python -m http.server --directory '{made.folder}'    http://localhost:8000"
        say(serve, serve)
    _warn(made)


def _warn(made: Embedded) -> None:
    if made.license is None:
        say(
            f"پروانهٔ صدای «{made.voice}» نامعلوم است: پیش از انتشار از سازندگانش بپرسید.",
            f"The licence of the voice “{made.voice}” is not known: ask its makers before you publish it.",
        )
        return
    fa, en = demands(made.license)
    say(f"پروانهٔ صدا {made.license} است: {fa}", f"The licence of the voice is {made.license}: {en}")


def demands(license: str) -> tuple[str, str]:
    """What a licence asks of whoever publishes the voice, in Persian and English; Creative Commons' by their names."""
    words = license.lower().replace("_", "-").split("-")
    if words[0] in ("cc0", "unlicense"):
        return "چیزی نمی‌خواهد.", "it asks for nothing."
    asked = [sentence for word, sentence in _DEMANDS.items() if words[0] == "cc" and word in words]
    if not asked:
        return "پیش از انتشار آن را بخوانید.", "read it before you publish."
    return "؛ ".join(fa for fa, _ in asked) + ".", "; ".join(en for _, en in asked) + "."


_DEMANDS = {
    "by": ("نام سازندگانش را ببرید", "name its makers"),
    "nc": ("از آن سود نبرید", "make no profit of it"),
    "nd": ("آن را دگرگون نکنید", "do not change it"),
    "sa": ("ساخته‌های خود را با همین پروانه بدهید", "pass on what you make of it under the same licence"),
}
