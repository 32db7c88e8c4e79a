"""`/api/sources`: search the Hub, look at a repository, check a token."""

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query, Response

from bazgoo.errors import (
    HubRateLimited,
    HubUnreachable,
    RateLimited,
    RepoGated,
    RepoNotFound,
    RevisionNotFound,
    SampleUnusable,
)
from bazgoo.server.dependencies import InstalledDatabase, InstalledSettings, rate_limit, visitor_limit
from bazgoo.server.problems import described
from bazgoo.server.sources.access import of_visitor
from bazgoo.server.sources.reception import AnyAccess, ReaderLanguage, TheDesk
from bazgoo.server.sources.repository import mark_installed
from bazgoo.server.sources.schemas import FoundModels, RepositoryLook, TokenCheck, TokenToCheck

router = APIRouter(prefix="/api/sources", tags=["sources"])

SEARCH_LIMIT = rate_limit("search")
HUB_TROUBLE = (RateLimited, HubRateLimited, HubUnreachable)

Words = Annotated[str, Query(max_length=200)]
Tag = Annotated[str, Query(max_length=100, pattern=r"^[^\x00-\x1f\x7f]*$")]
Sort = Literal["downloads", "likes", "lastModified", "createdAt", "trendingScore"]
Segment = Annotated[str, Path(max_length=200)]
Revision = Annotated[str | None, Query(max_length=200)]


@router.get("/search", dependencies=[SEARCH_LIMIT], responses=described(*HUB_TROUBLE))
async def search_hub(  # noqa: PLR0917  FastAPI passes them by name
    desk: TheDesk,
    access: AnyAccess,
    database: InstalledDatabase,
    language: ReaderLanguage,
    q: Words = "",
    task: Tag | None = None,
    author: Tag | None = None,
    filter: Annotated[
        list[Tag] | None, Query(max_length=10, description="Tags, all of which must fit.")
    ] = None,
    sort: Sort | None = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
    cursor: Annotated[str | None, Query(max_length=2000)] = None,
) -> FoundModels:
    """Repositories of the Hub, each with the engine here that can run it."""
    found = await desk.search(
        access,
        q.strip(),
        task=task,
        author=author,
        filters=filter or (),
        sort=sort,
        limit=limit,
        cursor=cursor,
        language=language,
    )
    async with database.session() as session:
        await mark_installed(session, found.items)
    return found


@router.get(
    "/model/{owner}/{name}",
    dependencies=[SEARCH_LIMIT],
    responses=described(RepoNotFound, RevisionNotFound, *HUB_TROUBLE),
)
async def read_repository(  # noqa: PLR0917
    owner: Segment,
    name: Segment,
    desk: TheDesk,
    access: AnyAccess,
    database: InstalledDatabase,
    language: ReaderLanguage,
    revision: Revision = None,
) -> RepositoryLook:
    """A repository with its files, its voices and its card."""
    look = await desk.look(access, f"{owner}/{name}", revision or None, language)
    async with database.session() as session:
        voices = await mark_installed(session, [look])
    for voice in look.voices:
        voice.installed = voice.id in voices
    return look


@router.get(
    "/sample",
    dependencies=[SEARCH_LIMIT],
    response_class=Response,
    responses={
        200: {"content": {"audio/*": {}}},
        **described(RepoNotFound, RepoGated, SampleUnusable, *HUB_TROUBLE),
    },
)
async def read_sample(
    desk: TheDesk,
    access: AnyAccess,
    repo_id: Words,
    path: Annotated[str, Query(max_length=500)],
    revision: Revision = None,
) -> Response:
    """A sound file of a repository, to listen to before downloading."""
    sound, media_type = await desk.sample(access, repo_id, revision or "main", path)
    return Response(sound, media_type=media_type, headers={"Cache-Control": "private, max-age=3600"})


@router.post(
    "/validate-token", dependencies=[visitor_limit("token_check")], responses=described(*HUB_TROUBLE)
)
async def check_token(
    given: TokenToCheck, desk: TheDesk, settings: InstalledSettings, language: ReaderLanguage
) -> TokenCheck:
    """What the Hub says of a token; it is not stored."""
    return await desk.check_token(of_visitor(settings), given.token, language)
