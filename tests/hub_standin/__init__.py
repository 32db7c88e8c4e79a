"""A Hub on loopback: its wire contract over real HTTP on two ports, with faults on demand."""

from tests.hub_standin.accounts import Account
from tests.hub_standin.faults import Fault
from tests.hub_standin.repositories import Repository, noise
from tests.hub_standin.server import HubStandin

__all__ = ["Account", "Fault", "HubStandin", "Repository", "noise"]
