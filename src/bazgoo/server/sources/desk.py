"""Where the web asks the Hub and the shelf: search, look, plan, check a token, carry bundles."""

from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import cast
from uuid import UUID

from bazgoo.errors import HubTokenInvalid, Language, SampleUnusable
from bazgoo.hub import Hub, Patience, Plan, check_disk, guess, look, make_plan
from bazgoo.server.sources.access import Access
from bazgoo.server.sources.downloads.planned import Planned
from bazgoo.server.sources.installed.holding import holds
from bazgoo.server.sources.lines import Lines
from bazgoo.server.sources.looking import AUDIO, closely, found_page, why_not
from bazgoo.server.sources.schemas import FoundModels, RepositoryLook, TokenCheck
from bazgoo.server.sources.tables import ModelType
from bazgoo.settings import Settings
from bazgoo.store import Manifest, Shelf, bundle_stream, import_files

LARGEST_SAMPLE = 4 << 20


class Desk:
    """What a web process knows of the Hub and of the installed models; made when it is first needed."""

    def __init__(self, settings: Settings) -> None:
        # somebody waits for the answer, so it comes soon, whatever it is
        self.lines = Lines(Patience(attempts=2, base_s=0.3, longest_s=1, longest_limit_s=1), 6.0, 15.0)
        self.shelf = Shelf(settings.models_dir)

    @asynccontextmanager
    async def hub(self, access: Access) -> AsyncIterator[Hub]:
        """The Hub, asked by ``access``."""
        async with self.lines.open(access) as way:
            yield Hub(way.line, way.answers)

    async def search(
        self,
        access: Access,
        query: str,
        *,
        task: str | None,
        author: str | None,
        filters: Sequence[str],
        sort: str | None,
        limit: int,
        cursor: str | None,
        language: Language,
    ) -> FoundModels:
        """A page of repositories."""
        async with self.hub(access) as hub:
            page = await hub.search(
                query, task=task, author=author, filters=filters, sort=sort, limit=limit, cursor=cursor
            )
        return found_page(page, language)

    async def look(
        self, access: Access, repo_id: str, revision: str | None, language: Language
    ) -> RepositoryLook:
        """One repository, closely."""
        async with self.hub(access) as hub:
            return closely(await look(hub, repo_id, revision), revision, language)

    async def sample(self, access: Access, repo_id: str, revision: str, path: str) -> tuple[bytes, str]:
        """A small sound file of a repository and its media type; raises SampleUnusable."""
        suffix = Path(path).suffix.lower()
        if suffix not in AUDIO:
            raise SampleUnusable(path=path)
        async with self.hub(access) as hub:
            return await hub.read(repo_id, revision, path, most=LARGEST_SAMPLE), AUDIO[suffix]

    async def plan(
        self, access: Access, repo_id: str, revision: str | None, files: Sequence[str], voice: str | None
    ) -> Planned:
        """What a download will bring."""
        async with self.hub(access) as hub:
            plan = await make_plan(hub, repo_id, revision=revision, globs=files, voice=voice)
            card = await hub.model(repo_id, revision)  # just asked, so remembered
        return Planned(plan, cast(ModelType, guess(card).type), card.license)

    def check_room(self, planned: Planned) -> None:
        """Raise NoRoomForDownload unless the disk has room for all of it."""
        check_disk(planned.plan.size_bytes, self.shelf.models_dir)

    def has_all(self, model_id: UUID, plan: Plan) -> bool:
        """Whether the files of ``plan`` are those of a model on the shelf."""
        return holds(self.shelf, str(model_id), plan)

    async def check_token(self, access: Access, token: str, language: Language) -> TokenCheck:
        """What the Hub says of ``token``; raises HubUnreachable and its like when it says nothing."""
        async with self.hub(access) as hub:
            try:
                identity = await hub.whoami(token)
            except HubTokenInvalid as error:
                return TokenCheck(valid=False, reason=error.message(language), code=error.code)
        return TokenCheck(
            valid=True, username=identity.username, kind=identity.kind, scopes=list(identity.scopes)
        )

    def bundle(self, model_id: UUID) -> tuple[str, int, Iterator[bytes]]:
        """The file name, size and pieces of a model's bundle."""
        return bundle_stream(self.shelf, str(model_id))

    def bring_in(self, files: Sequence[Path], names: Sequence[str]) -> list[Manifest]:
        """Install what was uploaded."""
        return import_files(self.shelf, files, names)

    def why_not(self, key: str | None, language: Language) -> str | None:
        """Why no engine here runs a model, as a sentence."""
        return why_not(key, language)
