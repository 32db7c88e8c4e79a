import numpy as np
import pytest

from bazgoo.phonemes.weights import one_stored, shipped, stored

FILES = ("reading.npz", "network.npz", "unknown.npz")


@pytest.mark.parametrize("name", FILES)
def test_arrays_are_read_as_numpy_reads_them(name: str) -> None:
    arrays = stored(shipped(name))
    with shipped(name).open("rb") as file, np.load(file) as loaded:
        assert set(arrays) == set(loaded.files)
        for array, (kind, shape, content) in arrays.items():
            there = loaded[array]
            assert (kind, shape, content) == (there.dtype.str, there.shape, there.tobytes())


def test_numbers_and_texts_come_without_numpy() -> None:
    with shipped("reading.npz").open("rb") as file, np.load(file) as loaded:
        transitions = one_stored(shipped("reading.npz"), "ezafe_transitions")
        assert [*transitions.numbers()] == loaded["ezafe_transitions"].ravel().tolist()
    with shipped("unknown.npz").open("rb") as file, np.load(file) as loaded:
        assert stored(shipped("unknown.npz"))["pieces"].texts() == loaded["pieces"].tolist()
