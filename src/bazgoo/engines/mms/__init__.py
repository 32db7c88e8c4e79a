"""VITS as Transformers keeps it, such as Meta's MMS voices: weights and vocabularies, run without PyTorch."""

from bazgoo.engines.mms.engine import MmsEngine

__all__ = ["MmsEngine"]
