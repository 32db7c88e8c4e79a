"""Figures, and how they are shown."""

import json
import os
import platform
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

import psutil
from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from bazgoo import __version__


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing measured, of Bazgoo and of its peers in the same run; less is better, but for rates."""

    name: str
    """What was measured."""
    unit: str
    voice: str
    """With which voice; empty where it does not matter."""
    bazgoo: float
    peers: dict[str, float] = field(default_factory=dict)
    """The same of each peer."""

    @property
    def ratios(self) -> dict[str, float]:
        """Bazgoo's figure divided by each peer's: under 1 means better than that peer."""
        return {peer: self.bazgoo / value for peer, value in self.peers.items() if value}


def print_table(figures: Sequence[Figure]) -> None:
    """A line for each figure, Bazgoo's share of each peer's beside it."""
    table = Table("measured", "voice", "Bazgoo", "peers", "Bazgoo ÷ peer", title=machine(), box=SIMPLE)
    for figure in figures:
        peers = "\n".join(f"{peer} {short(value)}" for peer, value in figure.peers.items())
        ratios = "\n".join(f"{ratio:.2f}" for ratio in figure.ratios.values())
        table.add_row(f"{figure.name} ({figure.unit})", figure.voice, short(figure.bazgoo), peers, ratios)
    Console(width=max(Console().width, _WIDTH)).print(table)


_WIDTH = 120
"""A narrower table would break every line in two."""


def short(value: float) -> str:
    """Three digits, more where there are more before the point."""
    return f"{value:,.0f}" if value >= 100 or value == 0 else f"{value:.3g}"


def print_json(figures: Sequence[Figure]) -> None:
    """The same as one JSON object."""
    rows = [
        {
            "name": figure.name,
            "unit": figure.unit,
            "voice": figure.voice,
            "bazgoo": figure.bazgoo,
            "peers": figure.peers,
            "ratios": figure.ratios,
        }
        for figure in figures
    ]
    told = {"measured_at": datetime.now(UTC).isoformat(), "machine": machine(), "figures": rows}
    json.dump(told, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")


def machine() -> str:
    """What is measured on, in one line."""
    memory_gb = psutil.virtual_memory().total / 2**30
    busy = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    system = f"Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    return f"Bazgoo {__version__}, {system}, {os.cpu_count()} cores, {memory_gb:.0f} GB, load {busy:.1f}"
