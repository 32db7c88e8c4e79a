"""`python -m bazgoo` is `bazgoo`."""

from bazgoo.cli import main

main()
