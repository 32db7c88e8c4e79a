"""A studio beside a Hub on loopback; nobody works, so that what is asked for waits."""

from tests.integration.sources.conftest import ask, big, reza, sara, settings, standin

__all__ = ["ask", "big", "reza", "sara", "settings", "standin"]
