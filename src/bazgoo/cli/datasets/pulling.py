"""`bazgoo dataset pull`: from the Hub to a dataset; what came stays until all is imported."""

import asyncio
import shutil
from dataclasses import dataclass
from pathlib import Path

import typer

from bazgoo.cli.datasets.bringing import Wish as Imported
from bazgoo.cli.datasets.bringing import bring_in
from bazgoo.cli.models.printing import megabytes
from bazgoo.cli.models.progress import Telling
from bazgoo.cli.models.pulling import INTERRUPTED
from bazgoo.cli.terminal import say
from bazgoo.datasets import Kind
from bazgoo.hub import Card, Download, Hub, Line, Plan, hub_endpoints, make_plan
from bazgoo.hub.names import DATASETS, is_dataset
from bazgoo.settings import Settings


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants of the Hub."""

    repo: str
    folder: Path
    files: tuple[str, ...]
    revision: str | None
    kind: Kind | None

    @property
    def repo_id(self) -> str:
        """As the Hub names data."""
        return self.repo if is_dataset(self.repo) else DATASETS + self.repo

    @property
    def incoming(self) -> Path:
        """Where the files lie until they are imported."""
        return self.folder.absolute().with_name(f".{self.folder.absolute().name}.download")


def pull(settings: Settings, wish: Wish, *, as_json: bool) -> None:
    """Bring the files and import them; Ctrl-C keeps what came."""
    try:
        plan, card = asyncio.run(_bring(settings, wish))
    except KeyboardInterrupt:
        say(
            "متوقف شد. آنچه رسیده می‌ماند؛ با همین فرمان ادامه دهید.",
            "Stopped. What came stays; run the same command to go on.",
        )
        raise typer.Exit(INTERRUPTED) from None
    facts = {"source": plan.repo_id, "commit": plan.commit}
    facts |= {"license": card.license} if card.license else {}
    name = plan.repo_id.removeprefix(DATASETS)
    bring_in(wish.incoming, wish.folder, Imported(name, wish.kind, None, facts), as_json=as_json)
    shutil.rmtree(wish.incoming, ignore_errors=True)


async def _bring(settings: Settings, wish: Wish) -> tuple[Plan, Card]:
    async with Line(hub_endpoints(settings)) as line:
        hub = Hub(line)
        plan = await make_plan(hub, wish.repo_id, revision=wish.revision, globs=wish.files)
        say(
            f"{plan.repo_id}: {megabytes(plan.size_bytes)} MB در {len(plan.files)} پرونده",
            f"{plan.repo_id}: {megabytes(plan.size_bytes)} MB, files: {len(plan.files)}",
        )
        with Telling() as telling:
            await Download(line, plan, wish.incoming, emit=telling).run()
        return plan, await hub.model(plan.repo_id, plan.commit)
