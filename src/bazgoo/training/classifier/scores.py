"""How good a classifier is on examples that it did not learn from."""

import numpy as np
from numpy.typing import NDArray

from bazgoo.engines.classifier.description import Scores


def scores(told: NDArray[np.float32], right: NDArray[np.int64]) -> Scores:
    """Of logarithms of probabilities [examples, labels] and the right labels [examples]."""
    labels = told.shape[1]
    confusion = np.zeros((labels, labels), np.int64)
    np.add.at(confusion, (right, told.argmax(axis=1)), 1)
    hits, there, guessed = np.diag(confusion), confusion.sum(axis=1), confusion.sum(axis=0)
    f1 = 2 * hits / np.maximum(1, there + guessed)
    return Scores(
        examples=len(right),
        loss=max(0.0, -float(told[np.arange(len(right)), right].mean())),
        accuracy=float(hits.sum() / len(right)),
        f1=float(f1[there + guessed > 0].mean()),
        confusion=tuple(map(tuple, confusion.tolist())),
    )
