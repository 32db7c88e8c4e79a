"""Passwords: bcrypt at cost 12, in threads of its own."""

import asyncio
import os
from concurrent.futures import ThreadPoolExecutor

import bcrypt

COST = 12
SHORTEST = 8
LONGEST_BYTES = 72
"""All that bcrypt reads; a longer password is refused, never cut."""

_STAND_IN = b"$2b$12$Tsj9dWNvw34fLfR6tc3eJu.t7f5YOPYYksZ6FjtGuABPCbeaVL2OC"
"""The hash that a password is compared with when there is no account, so that it takes the same time."""

# its own few threads: a flood of logins must not take those that speech is made in
_threads = ThreadPoolExecutor(max_workers=max(2, (os.cpu_count() or 2) // 2), thread_name_prefix="passwords")


def fits(password: str) -> bool:
    """Whether bcrypt reads the whole of ``password``."""
    return len(password.encode()) <= LONGEST_BYTES


async def hash_password(password: str) -> str:
    """The bcrypt hash to store."""
    hashed = await asyncio.get_running_loop().run_in_executor(
        _threads, bcrypt.hashpw, password.encode(), bcrypt.gensalt(COST)
    )
    return hashed.decode()


async def matches(password: str, password_hash: str | None) -> bool:
    """Whether ``password`` is the one behind the hash; without a hash, no, after the same work."""
    known = password_hash is not None and fits(password)
    against = password_hash.encode() if password_hash is not None else _STAND_IN
    same = await asyncio.get_running_loop().run_in_executor(
        _threads, bcrypt.checkpw, password.encode()[:LONGEST_BYTES], against
    )
    return known and same
