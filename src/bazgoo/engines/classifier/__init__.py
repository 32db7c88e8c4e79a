"""Sounds, texts, rows of numbers → labels: the classifiers that training makes, run without torch."""

from bazgoo.engines.classifier.classifier import Classifier, Example, Likely
from bazgoo.engines.classifier.description import Description
from bazgoo.engines.classifier.sound import Sound

__all__ = ["Classifier", "Description", "Example", "Likely", "Sound"]
