"""sherpa-onnx's VITS voices: a graph that describes itself, and a table of its symbols."""

from bazgoo.engines.sherpa.engine import SherpaEngine

__all__ = ["SherpaEngine"]
