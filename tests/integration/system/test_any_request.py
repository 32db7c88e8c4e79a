"""Whatever is sent to whatever address, the studio answers as its description says."""

import asyncio
from contextlib import suppress
from functools import partial

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as bounded
from hypothesis.errors import Unsatisfiable
from schemathesis.checks import not_a_server_error
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance

from bazgoo.engines import EspeakEngine
from bazgoo.server.database import Database
from bazgoo.server.openapi import describe_without_a_studio
from bazgoo.settings import RateLimits, Settings
from bazgoo.speech import Speaker
from tests.hub_standin import HubStandin
from tests.integration.people import bearer, register, serve

SCHEMA = schemathesis.openapi.from_dict(describe_without_a_studio())
CHECKS = (not_a_server_error, content_type_conformance, response_schema_conformance)
OFTEN = "1000000/minute"
UNLIMITED = RateLimits(register=OFTEN, login=OFTEN, token_check=OFTEN, search=OFTEN, speech=OFTEN, api=OFTEN)


def _ask_everything(mode: GenerationMode, address: str, headers: dict[str, str]) -> int:
    """Send a few of all requests that the description allows, or forbids; how many were sent."""
    sent = 0
    for found in SCHEMA.get_all_operations():
        operation = found.ok()

        @bounded(
            max_examples=5,
            deadline=None,
            database=None,
            derandomize=True,
            phases=(Phase.generate,),
            suppress_health_check=list(HealthCheck),
        )
        @given(operation.as_strategy(generation_mode=mode))
        def ask(case: schemathesis.Case) -> None:
            nonlocal sent
            sent += 1
            leaves = case.path == "/api/auth/logout"  # which would end the login that all others need
            response = case.call(base_url=address, headers={} if leaves else headers)
            case.validate_response(response, checks=CHECKS)

        with suppress(Unsatisfiable):  # where nothing is asked for, nothing can be wrong
            ask()
    return sent


@pytest.mark.parametrize("mode", list(GenerationMode))
async def test_any_request_is_answered_as_described(
    database: Database, settings: Settings, mode: GenerationMode
) -> None:
    with HubStandin() as hub:
        unlimited = settings.model_copy(update={"rate_limit": UNLIMITED, "hf_endpoint": hub.url})
        sent = await _ask(database, unlimited, mode)
    assert sent > len(SCHEMA)


async def _ask(database: Database, settings: Settings, mode: GenerationMode) -> int:
    async with serve(database, settings, Speaker([EspeakEngine()])) as address:
        async with httpx.AsyncClient(base_url=address, trust_env=False) as client:
            admin = bearer(await register(client, "sara"))
        return await asyncio.to_thread(partial(_ask_everything, mode, address, admin))
