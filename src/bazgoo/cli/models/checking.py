"""`bazgoo models check`: every file read whole and held against its hash; what changed can be brought again."""

import asyncio
from collections.abc import Mapping, Sequence
from glob import escape

import typer

from bazgoo.cli.models.printing import print_json
from bazgoo.cli.models.progress import Telling
from bazgoo.cli.terminal import say
from bazgoo.errors import ModelNotFromHub
from bazgoo.hub import Download, Hub, Line, hub_endpoints, make_plan
from bazgoo.hub.names import local_names
from bazgoo.settings import Settings
from bazgoo.store import Manifest, Shelf
from bazgoo.store import check as read_whole


def check(settings: Settings, shelf: Shelf, names: Sequence[str], *, mend: bool, as_json: bool) -> None:
    """Check the models ``names``, else all; exit 1 when one is damaged and was not mended."""
    models = [shelf.find(name) for name in names] or shelf.models()
    with Telling() as telling:
        damaged = read_whole(shelf, models, telling)
    found = {model.id: (model, damaged[model.id]) for model in models}
    _tell(found)
    mended = [
        model.id for model, files in found.values() if mend and files and _mend(settings, shelf, model, files)
    ]
    if as_json:
        items = [{"id": model.id, "name": model.name, "damaged": files} for model, files in found.values()]
        print_json({"items": items, "mended": mended})
    if any(files and model.id not in mended for model, files in found.values()):
        raise typer.Exit(1)


def _tell(found: Mapping[str, tuple[Manifest, Sequence[str]]]) -> None:
    for model, files in found.values():
        if files:
            listed = ", ".join(files)
            say(f"✗ «{model.name}» خراب شده است: {listed}", f"✗ “{model.name}” is damaged: {listed}")
        else:
            say(f"✓ «{model.name}» سالم است.", f"✓ “{model.name}” is whole.")


def _mend(settings: Settings, shelf: Shelf, model: Manifest, files: Sequence[str]) -> bool:
    asyncio.run(_bring(settings, shelf, model, files))
    say(f"«{model.name}» درست شد.", f"Mended “{model.name}”.")
    return True


async def _bring(settings: Settings, shelf: Shelf, model: Manifest, files: Sequence[str]) -> None:
    """Bring ``files`` from the commit that was installed; raises ModelNotFromHub when it has no such files."""
    if model.repo_id is None:
        raise ModelNotFromHub(model=model.name)
    async with Line(hub_endpoints(settings)) as line:
        globs = [escape(file) for file in files]
        plan = await make_plan(Hub(line), model.repo_id, revision=model.commit, globs=globs)
        if set(files) - set(local_names(plan.repo_id, (file.path for file in plan.files)).values()):
            raise ModelNotFromHub(model=model.name)
        with Telling() as telling:
            await Download(line, plan, shelf.folder(model.id), emit=telling).run()
    told = {name: getattr(model, name) for name in ("repo_id", "revision", "commit", "license")}
    await asyncio.to_thread(lambda: shelf.install(model.id, **told))
