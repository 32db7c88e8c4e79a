"""The Hugging Face Hub → files: search, cards, and downloads that survive a bad line."""

from bazgoo.hub.bandwidth import Bandwidth
from bazgoo.hub.cards import Card, Identity, Page, RemoteFile
from bazgoo.hub.client import Answers, Hub
from bazgoo.hub.download import Download, discard
from bazgoo.hub.endpoints import HUB, Endpoints, hub_endpoints
from bazgoo.hub.formats import Finding, configs_to_read, sniff
from bazgoo.hub.line import Line
from bazgoo.hub.look import Look, guess, look
from bazgoo.hub.piper_voices import OfferedVoice, persian_voices, voices_among
from bazgoo.hub.plan import Plan, check_disk, make_plan
from bazgoo.hub.retries import Patience
from bazgoo.hub.sentences import WHY_NOT

__all__ = [
    "HUB",
    "WHY_NOT",
    "Answers",
    "Bandwidth",
    "Card",
    "Download",
    "Endpoints",
    "Finding",
    "Hub",
    "Identity",
    "Line",
    "Look",
    "OfferedVoice",
    "Page",
    "Patience",
    "Plan",
    "RemoteFile",
    "check_disk",
    "configs_to_read",
    "discard",
    "guess",
    "hub_endpoints",
    "look",
    "make_plan",
    "persian_voices",
    "sniff",
    "voices_among",
]
