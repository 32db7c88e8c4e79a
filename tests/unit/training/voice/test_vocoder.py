"""The vocoder's inverse transform is the inverse of a Fourier transform."""

import math

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from bazgoo.training.voice.features import HOP, PITCH, WINDOW, measure  # noqa: E402
from bazgoo.training.voice.losses import mel_of, melodic, spectral  # noqa: E402
from bazgoo.training.voice.sizes import SIZES  # noqa: E402
from bazgoo.training.voice.vocoder import InverseByBasis, InverseStft, Vocoder  # noqa: E402
from tests.unit.datasets.recordings import said  # noqa: E402


def _spectrum(frames: int) -> torch.Tensor:
    torch.manual_seed(1)
    return torch.randn(2, WINDOW // 2 + 1, frames, dtype=torch.complex64)


def test_it_is_the_inverse_of_torch():
    spectrum = _spectrum(20)
    spectrum.imag[:, [0, -1]] = 0
    expected = torch.istft(spectrum, WINDOW, HOP, window=torch.hann_window(WINDOW), center=True)
    columns = spectrum.transpose(1, 2)
    made = InverseStft()(columns.real, columns.imag)
    assert made.shape == (2, 20 * HOP)
    # torch drops half a window at the start, the vocoder the part of it that holds no whole hop.
    shift = WINDOW // 2 - (WINDOW - HOP) // 2
    inner = slice(WINDOW, 16 * HOP)
    torch.testing.assert_close(made[:, shift:][:, inner], expected[:, inner], atol=1e-5, rtol=1e-4)


def test_the_basis_says_the_same():
    columns = _spectrum(9).transpose(1, 2)
    torch.testing.assert_close(
        InverseByBasis()(columns.real, columns.imag),
        InverseStft()(columns.real, columns.imag),
        atol=1e-5,
        rtol=1e-4,
    )


def test_a_recording_comes_back_whole():
    samples = torch.from_numpy(said()[: 60 * HOP])[None]
    window = torch.hann_window(WINDOW)
    around = torch.nn.functional.pad(samples, ((WINDOW - HOP) // 2,) * 2)
    frames = around.unfold(1, WINDOW, HOP) * window
    spectrum = torch.fft.rfft(frames)
    made = InverseStft()(spectrum.real, spectrum.imag)
    inner = slice(WINDOW, -WINDOW)
    torch.testing.assert_close(made[:, inner], samples[:, inner], atol=1e-5, rtol=0)


def test_a_frame_is_a_hop_of_samples():
    assert Vocoder(SIZES["tiny"])(torch.zeros(2, 7, 80), torch.zeros(2, 7)).shape == (2, 7 * HOP)


def test_the_same_sound_is_no_loss_and_another_is():
    one, other = (torch.from_numpy(said(variant=variant)[5_000:20_000])[None] for variant in ("", "f2"))
    assert spectral(one, one) == melodic(one, one) == 0
    assert spectral(other, one) > 0.3
    assert melodic(other, one) > 0.3


def test_mels_heard_are_mels_measured():
    samples = said()[: 40 * HOP]
    heard = mel_of(torch.from_numpy(samples)[None, (WINDOW - HOP) // 2 :])[0]
    # Frame 0 of what is heard begins where frame 3 of what is measured does.
    measured = torch.from_numpy(measure(samples))[3:, :80]
    torch.testing.assert_close(heard[:10], measured[:10], atol=0.02, rtol=0)


@pytest.mark.parametrize("hertz", [90.0, 210.0])
def test_where_the_network_adds_but_harmonics_the_pitch_is_kept(hertz):
    vocoder = Vocoder(SIZES["tiny"])
    torch.nn.init.zeros_(vocoder.leave.weight)
    vocoder.leave.bias.data = torch.tensor([0.0, 6.0, 0.0]).repeat_interleave(WINDOW // 2 + 1)
    pitch = torch.full((1, 60), math.log(hertz))
    with torch.no_grad():
        made = vocoder(torch.zeros(1, 60, 80), pitch)
    heard = measure(made[0].numpy())[10:-10, PITCH]
    np.testing.assert_allclose(np.exp(heard), hertz, rtol=0.02)
