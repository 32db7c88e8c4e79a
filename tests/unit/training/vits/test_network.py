"""The network is that of Piper: with Piper's weights it makes what Piper's own program makes."""

import warnings

import pytest

torch = pytest.importorskip("torch")
models = pytest.importorskip("piper.train.vits.models")

from piper.phoneme_ids import DEFAULT_PHONEME_ID_MAP, phonemes_to_ids  # noqa: E402 - after the check for torch

from bazgoo.training.vits.network import Vits  # noqa: E402
from bazgoo.training.vits.symbols import IDS, number  # noqa: E402
from bazgoo.training.vits.warm_start import take_generator  # noqa: E402
from tests.unit.training.vits.recorded import tiny  # noqa: E402

LIMIT = 1e-5


def theirs(speakers):
    """Piper's own network of the same size, with weights by chance."""
    size = tiny(speakers, 40)
    torch.manual_seed(0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        network = models.SynthesizerTrn(
            size.symbols, size.spectrum, size.segment, size.latent, size.hidden, size.wide, size.heads, size.layers,
            3, 0.1, "2", size.kernels, size.dilations, size.rates, size.decoder, [16, 16, 8],
            n_speakers=speakers, gin_channels=size.known_of_speaker,
        ).eval()  # fmt: skip
    for name, weights in network.named_parameters():
        size_of = (
            torch.rand_like(weights) + 0.3 if name.endswith("weight_g") else torch.randn_like(weights) * 0.1
        )
        weights.data.copy_(size_of)
    return network


def both(speakers):
    network = theirs(speakers)
    ours = Vits(tiny(speakers, 40)).eval()
    taken = take_generator(ours, {f"model_g.{name}": tensor for name, tensor in network.state_dict().items()})
    assert not taken.fresh
    assert len(taken.taken) == len(network.state_dict())
    return network, ours


@pytest.mark.parametrize("speakers", [1, 3])
def test_speech_without_dice_is_the_same(speakers):
    network, ours = both(speakers)
    ids, count, speaker = torch.randint(0, 40, (1, 11)), torch.tensor([11]), torch.tensor([speakers - 1])
    with torch.no_grad():
        wanted = network.infer(ids, count, sid=speaker, noise_scale=0, length_scale=1.3, noise_scale_w=0)[0]
        made, lasting = ours.speak(ids, count, torch.tensor([0, 1.3, 0]), speaker)
    assert made.shape == wanted.shape == (1, 1, int(lasting.sum()) * 256)
    torch.testing.assert_close(made, wanted, atol=LIMIT, rtol=0)


@pytest.mark.parametrize("speakers", [1, 3])
def test_durations_with_the_same_dice_are_the_same(speakers):
    network, ours = both(speakers)
    ids, count, speaker = torch.randint(0, 40, (2, 11)), torch.tensor([11, 7]), torch.tensor([0, 0])
    with torch.no_grad():
        known, *_, mask = ours.text(ids, count)
        told = ours.speakers(speaker).unsqueeze(-1) if ours.speakers else None
        frames = torch.randint(1, 9, (2, 1, 11)) * mask
        torch.manual_seed(7)
        wanted = network.dp(known, mask, frames, g=told)
        torch.manual_seed(7)
        torch.testing.assert_close(ours.durations(known, mask, frames, told), wanted)


@pytest.mark.parametrize("speakers", [1, 3])
def test_recordings_are_heard_alike(speakers):
    network, ours = both(speakers)
    spectra, frames = torch.rand(2, 513, 40), torch.tensor([40, 33])
    with torch.no_grad():
        told = ours.speakers(torch.tensor([0, 0])).unsqueeze(-1) if ours.speakers else None
        latents, means, spreads, mask = network.enc_q(spectra, frames, g=told)
        for made, wanted in zip(ours.posterior(spectra, frames, told), (means, spreads, mask), strict=True):
            torch.testing.assert_close(made, wanted)
        there = ours.flow(latents, mask, told)
        torch.testing.assert_close(there, network.flow(latents, mask, g=told))
        torch.testing.assert_close(ours.flow.back(there, mask, told), latents, atol=LIMIT, rtol=0)


def test_symbols_have_the_numbers_that_piper_gives_them():
    assert {symbol: [id_] for symbol, id_ in IDS.items()}.items() <= DEFAULT_PHONEME_ID_MAP.items()
    assert number("salˈɑm 1.") == phonemes_to_ids(list("salˈɑm 1."))
