"""Bazgoo: a self-hosted studio for Persian speech."""

__version__ = "0.1.0"
