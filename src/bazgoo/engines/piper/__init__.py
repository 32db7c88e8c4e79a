"""Piper: any voice exported for it, run by ONNX Runtime."""

from bazgoo.engines.piper.engine import PiperEngine

__all__ = ["PiperEngine"]
