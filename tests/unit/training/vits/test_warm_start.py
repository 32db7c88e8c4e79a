"""A training can begin with the weights of a Piper checkpoint, and runs nothing that such a file brings."""

import argparse
import contextlib
import os
import pathlib
import pickle
import shutil
from pathlib import Path

import pytest

torch = pytest.importorskip("torch")

from bazgoo.errors import BaseCheckpointUnusable  # noqa: E402 - after the check for torch
from bazgoo.training.vits.names import generator_layers, listener_layers, theirs  # noqa: E402
from bazgoo.training.vits.network import Vits  # noqa: E402
from bazgoo.training.vits.warm_start import read_checkpoint, warm_start  # noqa: E402
from tests.unit.training.vits.recorded import listeners, tiny  # noqa: E402


def checkpoint(file, size, **more):
    """A checkpoint as Piper's trainer writes it: its names, its weight norm, its hyperparameters."""
    torch.manual_seed(8)
    layers, heard = dict(generator_layers(size)), dict(listener_layers(5))
    state = {f"model_g.{theirs(name, layers)[0]}": t for name, t in Vits(size).state_dict().items()}
    for name, tensor in listeners().state_dict().items():
        if their := theirs(name, heard):
            state[f"model_d.{their[0]}"] = tensor
    told = {"dataset": [pathlib.PosixPath("voices/ds.jsonl")], "args": argparse.Namespace(quality="medium")}
    torch.save({"epoch": 3, "state_dict": state, "hyper_parameters": told, **more}, file)
    return state


def started(size, file):
    torch.manual_seed(9)
    network, heard = Vits(size), listeners()
    return network, warm_start(network, heard, file)


def test_all_of_the_generator_and_the_listeners_to_periods_are_taken(tmp_path):
    state = checkpoint(tmp_path / "base.ckpt", tiny())
    network, taken = started(tiny(), tmp_path / "base.ckpt")
    assert len(taken.taken) == len(state)
    assert all(name.startswith("spectra.") for name in taken.fresh)
    assert torch.equal(network.text.embedding.weight, state["model_g.enc_p.emb.weight"])
    assert torch.equal(
        network.decoder.lengthen[0].parametrizations.weight.original1, state["model_g.dec.ups.0.weight_v"]
    )


def test_another_number_of_symbols_keeps_those_that_both_have(tmp_path):
    state = checkpoint(tmp_path / "base.ckpt", tiny(symbols=130))
    network, taken = started(tiny(symbols=256), tmp_path / "base.ckpt")
    assert "text.embedding.weight" in taken.taken
    assert torch.equal(network.text.embedding.weight[:130], state["model_g.enc_p.emb.weight"])


def test_another_number_of_speakers_keeps_the_rest(tmp_path):
    checkpoint(tmp_path / "base.ckpt", tiny(speakers=4))
    _, taken = started(tiny(speakers=2), tmp_path / "base.ckpt")
    assert [name for name in taken.fresh if not name.startswith("spectra.")] == ["speakers.weight"]
    _, taken = started(tiny(), tmp_path / "base.ckpt")
    assert all(name.startswith("spectra.") for name in taken.fresh)


@pytest.mark.parametrize("deed", [shutil.copytree, os.mkdir, exec])
def test_nothing_that_a_checkpoint_brings_is_run(tmp_path, deed):
    (tmp_path / "source").mkdir()
    target = str(tmp_path / "done")
    given = {shutil.copytree: (str(tmp_path / "source"), target), os.mkdir: (target,)}
    words = given.get(deed, (f"import os; os.mkdir({target!r})",))

    class Hostile:
        def __reduce__(self):
            return deed, words

    checkpoint(tmp_path / "base.ckpt", tiny(), callbacks=Hostile())
    # What torch forbids by name is refused, all else becomes a stand-in.
    with contextlib.suppress(BaseCheckpointUnusable):
        _, taken = started(tiny(), tmp_path / "base.ckpt")
        assert len(taken.taken) > 100
    assert not Path(target).exists()


@pytest.mark.parametrize(
    "content",
    [b"", b"no checkpoint", pickle.dumps({"state_dict": {}}), None],
    ids=["empty", "text", "pickle", "missing"],
)
def test_what_is_no_checkpoint_is_refused(tmp_path, content):
    if content is not None:
        (tmp_path / "base.ckpt").write_bytes(content)
    with pytest.raises(BaseCheckpointUnusable):
        read_checkpoint(tmp_path / "base.ckpt")


def test_a_checkpoint_of_another_network_is_refused(tmp_path):
    torch.save({"state_dict": {"model_g.enc_p.emb.weight": torch.zeros(256, 24)}}, tmp_path / "other.ckpt")
    with pytest.raises(BaseCheckpointUnusable, match="only 1"):
        started(tiny(), tmp_path / "other.ckpt")
