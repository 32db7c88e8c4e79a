"""Recordings and texts → dataset: a folder with its records, the originals, and what is prepared of them."""

from bazgoo.datasets.dataset import Dataset
from bazgoo.datasets.records import Kind, Order, Record, Split

__all__ = ["Dataset", "Kind", "Order", "Record", "Split"]
