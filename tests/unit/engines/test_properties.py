"""The metadata of ONNX files, read without the graph."""

import onnx
import pytest
from hypothesis import given
from hypothesis import strategies as some

from bazgoo.engines import protobuf
from bazgoo.engines.properties import read_properties


def test_metadata_are_those_that_onnx_wrote(make_sherpa, tmp_path):
    model = make_sherpa(tmp_path, "coqui", صدا="سارا")
    assert read_properties(model) == {entry.key: entry.value for entry in onnx.load(model).metadata_props}
    assert read_properties(model)["صدا"] == "سارا"


def test_a_changed_file_is_read_anew(make_sherpa, tmp_path):
    assert read_properties(make_sherpa(tmp_path, "mms"))["comment"] == "mms"
    assert read_properties(make_sherpa(tmp_path, "coqui"))["comment"] == "coqui"


@pytest.mark.parametrize(
    "content", [b"", b"\xff" * 40, b"\x72", b"\x72\xff\xff\xff\xff\x0f", b"\x72\x02\x0a\x05", b"\x73\x01"]
)
def test_what_is_no_onnx_file_has_none(content, tmp_path):
    (tmp_path / "a.onnx").write_bytes(content)
    assert read_properties(tmp_path / "a.onnx") == {}
    assert read_properties(tmp_path / "missing.onnx") == {}


@given(some.binary(max_size=200))
def test_no_bytes_whatever_break_the_reader(tmp_path_factory, content):
    file = tmp_path_factory.getbasetemp() / "any.onnx"
    file.write_bytes(content)
    assert isinstance(read_properties(file), dict)


@given(some.integers(-(2**63), 2**63 - 1))
def test_whole_numbers_are_written_as_onnx_reads_them(value):
    tensor = onnx.TensorProto()
    tensor.ParseFromString(protobuf.integers(7, [value]))
    assert list(tensor.int64_data) == [value]


@given(some.floats(width=32, allow_nan=False))
def test_floats_are_written_as_onnx_reads_them(value):
    attribute = onnx.AttributeProto()
    attribute.ParseFromString(protobuf.number(2, value))
    assert attribute.f == value
