"""Files of weights: read as they are, refused when they cannot be."""

import json
import struct

import numpy as np
import pytest

from bazgoo.engines.mms.safetensors import SafeTensors


def write(file, header, data=b"\0" * 64):
    described = header if isinstance(header, bytes) else json.dumps(header).encode()
    file.write_bytes(len(described).to_bytes(8, "little") + described + data)
    return file


def entry(dtype="F32", shape=(2, 3), offsets=(0, 24)):
    return {"dtype": dtype, "shape": list(shape), "data_offsets": list(offsets)}


@pytest.mark.parametrize("kind, code", [("F16", "<f2"), ("F32", "<f4"), ("F64", "<f8")])
def test_numbers_come_back(kind, code, tmp_path):
    values = np.arange(6).reshape(2, 3).astype(code)
    file = write(
        tmp_path / "w",
        {"__metadata__": {"format": "pt"}, "a": entry(kind, (2, 3), (0, values.nbytes))},
        values.tobytes(),
    )
    tensors = SafeTensors(file)
    assert "a" in tensors and "b" not in tensors and "__metadata__" not in tensors
    taken = tensors.take("a")
    assert taken.dtype == np.float32
    np.testing.assert_array_equal(taken, values)


def test_brain_floats_come_back(tmp_path):
    values = np.array([1.0, -2.5, 0.15625, 3e38], np.float32)
    halves = (values.view(np.uint32) >> 16).astype("<u2")
    file = write(tmp_path / "w", {"a": entry("BF16", (4,), (0, 8))}, halves.tobytes())
    expected = (halves.astype(np.uint32) << 16).view(np.float32)
    np.testing.assert_array_equal(SafeTensors(file).take("a"), expected)


def test_other_types_are_passed_over(tmp_path):
    file = write(tmp_path / "w", {"a": entry("I64", (2,), (0, 16)), "b": entry()})
    assert "a" not in SafeTensors(file)
    assert SafeTensors(file).take("b").shape == (2, 3)


@pytest.mark.parametrize(
    "header",
    [
        b"",
        b"{",
        b"[]",
        b"[" * 100_000,
        {"a": None},
        {"a": {"dtype": "F32"}},
        {"a": entry(offsets=(0, 24, 48))},
        {"a": entry(offsets=(0, 20))},
        {"a": entry(offsets=(24, 0))},
        {"a": entry(offsets=(-24, 0))},
        {"a": entry(offsets=(60, 84))},
        {"a": entry(offsets=(0, 2**63))},
        {"a": entry(offsets=(0, 24.0))},
        {"a": entry(offsets=(False, 24))},
        {"a": entry(shape=(-2, -3))},
        {"a": entry(shape=("2", "3"))},
        {"a": entry(shape=(2**40, 2**40))},
        {"a": entry(shape=(1,) * 9, offsets=(0, 4))},
        {"a": entry() | {"shape": 6}},
        {"a": entry() | {"dtype": 32}},
    ],
)
def test_a_header_that_cannot_be_is_refused(header, tmp_path):
    with pytest.raises(ValueError):
        SafeTensors(write(tmp_path / "w", header))


@pytest.mark.parametrize("length", [0, 1, 2**20, 2**40, 2**63, 2**64 - 1])
def test_a_length_that_cannot_be_is_refused(length, tmp_path):
    (tmp_path / "w").write_bytes(struct.pack("<Q", length) + b'{"a": 1}')
    with pytest.raises(ValueError):
        SafeTensors(tmp_path / "w")


def test_a_file_cut_after_it_was_opened_is_refused(tmp_path):
    file = write(tmp_path / "w", {"a": entry()})
    tensors = SafeTensors(file)
    file.write_bytes(file.read_bytes()[:-50])
    with pytest.raises(ValueError):
        tensors.take("a")
