"""Noting what was done, in the transaction in which it is done."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bazgoo.server.accounts.tables import User
from bazgoo.server.audit.schemas import Action
from bazgoo.server.audit.tables import AuditEntry


async def note(
    session: AsyncSession,
    *,
    action: Action,
    user: User | None = None,
    email: str | None = None,
    target: object = None,
    address: str | None = None,
    details: dict[str, Any] | None = None,
) -> None:
    """Note that ``user`` did ``action`` to ``target``; kept with the deed, or not at all.

    ``details`` is JSON and never holds a secret. ``email`` is for when nobody is known to have done it.
    """
    entry = AuditEntry(
        action=action,
        user_id=user.id if user else None,
        email=user.email if user else email,
        target=None if target is None else str(target),
        address=address,
        details=details or {},
    )
    session.add(entry)
    await session.flush()
