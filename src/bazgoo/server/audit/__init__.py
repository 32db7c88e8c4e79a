"""Who did what: logins, and what changes who may do what here or is gone afterwards."""

from bazgoo.server.audit.schemas import Action
from bazgoo.server.audit.service import note

__all__ = ["Action", "note"]
