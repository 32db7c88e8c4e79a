"""A program that brings one model, for tests that kill it; prints the bytes on disk as they come.

`python bring_model.py HUB REPO FOLDER`
"""

import asyncio
import sys
from pathlib import Path

from bazgoo.events import DownloadProgressed, Event
from bazgoo.hub import Download, Endpoints, Hub, Line, Patience, make_plan


def tell(event: Event) -> None:
    if isinstance(event, DownloadProgressed):
        sys.stdout.write(f"{event.bytes_downloaded}\n")
        sys.stdout.flush()


async def bring(url: str, repo: str, folder: Path) -> None:
    patience = Patience(base_s=0.01, longest_s=0.1)
    async with Line(Endpoints([url], hub=url, trusted=[url]), patience=patience) as line:
        plan = await make_plan(Hub(line), repo, globs=["*"])
        await Download(line, plan, folder, emit=tell).run()


asyncio.run(bring(sys.argv[1], sys.argv[2], Path(sys.argv[3])))
