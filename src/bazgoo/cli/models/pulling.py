"""`bazgoo models pull`: from the Hub to the shelf; what came stays, whatever interrupts it."""

import asyncio
import contextlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

import typer

from bazgoo.cli.models.printing import megabytes, print_json
from bazgoo.cli.models.progress import Telling
from bazgoo.cli.terminal import language, say
from bazgoo.hub import WHY_NOT, Download, Hub, Line, Plan, hub_endpoints, make_plan
from bazgoo.hub.names import local_names
from bazgoo.hub.piper_voices import REPOSITORY
from bazgoo.settings import Settings
from bazgoo.store import Manifest, Shelf

_PIPER_VOICE = re.compile(r"[a-z]{2,3}_[A-Z]{2}-\w+-(x_low|low|medium|high)")
INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants of the Hub."""

    repo: str
    voice: str | None
    files: tuple[str, ...]
    revision: str | None

    def place(self, repo_id: str) -> str:
        """The id of the model that it becomes: the same each time, so that an unfinished one is found again."""
        said = [repo_id, self.revision or "main", sorted(self.files), self.voice]
        return str(uuid5(NAMESPACE_URL, "bazgoo " + json.dumps(said)))


def wish(repo: str, *, voice: str | None, files: Iterable[str], revision: str | None) -> Wish:
    """A Wish; ``repo`` may be a Piper voice alone, which lies in Piper's great repository."""
    if voice is None and _PIPER_VOICE.fullmatch(repo):
        return Wish(REPOSITORY, repo, tuple(files), revision)
    return Wish(repo, voice, tuple(files), revision)


def pull(settings: Settings, shelf: Shelf, wish: Wish, *, as_json: bool) -> None:
    """Bring what is wished for and say how to use it; Ctrl-C keeps what came."""
    try:
        model = asyncio.run(_bring(settings, shelf, wish))
    except KeyboardInterrupt:
        say(
            "متوقف شد. آنچه رسیده می‌ماند؛ با همین فرمان ادامه دهید.",
            "Stopped. What came stays; run the same command to go on.",
        )
        raise typer.Exit(INTERRUPTED) from None
    if as_json:
        print_json({**asdict(model), "size_bytes": model.size_bytes, "folder": str(shelf.folder(model.id))})
    _tell(model)


async def _bring(settings: Settings, shelf: Shelf, wish: Wish) -> Manifest:
    async with Line(hub_endpoints(settings)) as line:
        hub = Hub(line)
        plan = await make_plan(hub, wish.repo, revision=wish.revision, globs=wish.files, voice=wish.voice)
        if there := _installed(shelf, plan):
            return there
        say(
            f"{plan.repo_id}: {megabytes(plan.size_bytes)} MB در {len(plan.files)} پرونده",
            f"{plan.repo_id}: {megabytes(plan.size_bytes)} MB, files: {len(plan.files)}",
        )
        model_id = wish.place(plan.repo_id)
        with Telling() as telling, _nothing_left(shelf.folder(model_id)):
            placed = await Download(line, plan, shelf.folder(model_id), emit=telling).run()
        card = await hub.model(plan.repo_id, plan.commit)
    _clear_out(shelf.folder(model_id), placed)
    return shelf.install(
        model_id, repo_id=plan.repo_id, revision=plan.revision, commit=plan.commit, license=card.license
    )


def _installed(shelf: Shelf, plan: Plan) -> Manifest | None:
    """The model on the shelf that has just the files of ``plan``, whole."""
    names = local_names(plan.repo_id, (file.path for file in plan.files))
    wanted = {(names[file.path], file.size) for file in plan.files}
    for model in shelf.models():
        same = (model.repo_id, model.commit) == (plan.repo_id, plan.commit)
        if same and {(file.path, file.size) for file in model.files} == wanted and not shelf.missing(model):
            return model
    return None


@contextlib.contextmanager
def _nothing_left(folder: Path) -> Iterator[None]:
    """No empty folder stays where not a byte came."""
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            folder.rmdir()


def _clear_out(folder: Path, placed: Sequence[Path]) -> None:
    """Take away what an earlier version of the same model left."""
    kept = {*placed, folder / "bazgoo.json"}
    for path in [path for path in folder.rglob("*") if path.is_file() and path not in kept]:
        path.unlink()


def _tell(model: Manifest) -> None:
    if model.engine and model.voices:
        voice = model.voices[0]
        say(
            f"آماده است. بشنوید: bazgoo speak 'سلام دنیا' --voice '{voice}'",
            f"Ready. Hear it: bazgoo speak 'سلام دنیا' --voice '{voice}'",
        )
    elif model.why_not in WHY_NOT:
        reason = WHY_NOT[model.why_not][0 if language() == "fa" else 1]
        say(f"«{model.name}» نگه داشته شد. {reason}", f"Kept “{model.name}”. {reason}")
