"""The process that does one step, as the worker sees it: begun, listened to, ended with all its own."""

import asyncio
import json
import logging
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from bazgoo.errors import WorkCrashed
from bazgoo.server.datasets.failing import error_from

log = logging.getLogger(__name__)

ENDS_WITHIN_S = 3.0
LONGEST_LINE = 64 << 20
"""The last line holds the whole report."""

Note = Callable[[dict[str, Any]], None]


async def do(asked: dict[str, Any], note: Note) -> dict[str, Any]:
    """What the step ``asked`` for came to; ``note`` hears how far it is.

    Raises the error that it ended with, WorkCrashed when it ended without a word; ends it when cancelled.
    """
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bazgoo.server.datasets.working.bench"),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        limit=LONGEST_LINE,
        process_group=0,  # so that it can be ended together with those who measure for it
    )
    try:
        return await _listen(process, asked, note)
    finally:
        await asyncio.shield(_end(process))


async def _listen(process: asyncio.subprocess.Process, asked: dict[str, Any], note: Note) -> dict[str, Any]:
    assert process.stdin
    assert process.stdout
    with suppress(BrokenPipeError, ConnectionResetError):
        process.stdin.write(json.dumps(asked).encode() + b"\n")
        await process.stdin.drain()
    async for line in process.stdout:
        told = json.loads(line)
        if "done" in told:
            return dict(_storable(told["done"]))
        if "error" in told:
            raise error_from(_storable(told["error"]))
        note(told)
    log.error("the step %s of a dataset ended with status %s", asked["do"], await process.wait())
    raise WorkCrashed


def _storable(value: Any) -> Any:
    """``value`` without what PostgreSQL's JSON does not take: null characters, and halves of characters."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode().replace("\0", "�")
    if isinstance(value, list):
        return [_storable(each) for each in value]
    if isinstance(value, dict):
        return {_storable(key): _storable(each) for key, each in value.items()}
    return value


async def _end(process: asyncio.subprocess.Process) -> None:
    """Let it end by itself, then make it."""
    assert process.stdin
    process.stdin.close()
    with suppress(TimeoutError):
        await asyncio.wait_for(process.wait(), ENDS_WITHIN_S)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    await process.wait()
