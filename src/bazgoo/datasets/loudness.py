"""How loud speech is to the ear: integrated loudness after ITU-R BS.1770-4, in LUFS."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

FLOOR_LUFS = -99.0
"""Said of silence, whose loudness has no number."""

_STEP_S, _STEPS_A_BLOCK = 0.1, 4  # blocks of 400 ms that overlap by three quarters
_ABSOLUTE_GATE_LUFS, _RELATIVE_GATE_LU = -70.0, -10.0
_OFFSET_LUFS = -0.691
_TAIL_S = 0.2  # room for the filters to ring out, so that the end does not run into the beginning


def loudness_lufs(samples: NDArray[np.float32], rate_hz: int) -> float:
    """The loudness of mono ``samples``; what is shorter than one block of 400 ms counts as one."""
    if not samples.any():
        return FLOOR_LUFS
    powers = _block_powers(_weighted(samples, rate_hz), rate_hz)
    heard = powers[_lufs(powers) > _ABSOLUTE_GATE_LUFS]
    if not heard.size:
        return FLOOR_LUFS
    return float(_lufs(heard[_lufs(heard) > _lufs(heard.mean()) + _RELATIVE_GATE_LU].mean()))


def _lufs(power: NDArray[np.float64]) -> NDArray[np.float64]:
    return _OFFSET_LUFS + 10 * np.log10(np.maximum(power, 1e-20))


def _block_powers(weighted: NDArray[np.float32], rate_hz: int) -> NDArray[np.float64]:
    """The mean square of each block."""
    step = int(_STEP_S * rate_hz)
    steps = len(weighted) // step
    if steps < _STEPS_A_BLOCK:
        return np.array([np.square(weighted, dtype=np.float64).mean()])
    squares = np.square(weighted[: steps * step], dtype=np.float64).reshape(steps, step).mean(axis=1)
    return np.convolve(squares, np.full(_STEPS_A_BLOCK, 1 / _STEPS_A_BLOCK), "valid")


def _weighted(samples: NDArray[np.float32], rate_hz: int) -> NDArray[np.float32]:
    """``samples`` as the ear weights them (K-weighting), filtered in the frequency domain."""
    size = 1 << (len(samples) + int(_TAIL_S * rate_hz) - 1).bit_length()
    spectrum = np.fft.rfft(samples, size) * _response(size, rate_hz)
    return np.fft.irfft(spectrum, size)[: len(samples)].astype(np.float32, copy=False)


@lru_cache(maxsize=4)
def _response(size: int, rate_hz: int) -> NDArray[np.complex64]:
    """The two filters of the standard, a shelf for the head and a high-pass, made for any sample rate."""
    z = np.exp(-2j * np.pi * np.arange(size // 2 + 1) / size)
    response: NDArray[np.complex64] = (_shelf(z, rate_hz) * _high_pass(z, rate_hz)).astype(np.complex64)
    return response


def _shelf(z: NDArray[np.complex128], rate_hz: int) -> NDArray[np.complex128]:
    k, q = np.tan(np.pi * 1681.974450955533 / rate_hz), 0.7071752369554196
    high = 10 ** (3.999843853973347 / 20)
    middle = high**0.4996667741545416
    return _biquad(
        z,
        (high + middle * k / q + k * k, 2 * (k * k - high), high - middle * k / q + k * k),
        (1 + k / q + k * k, 2 * (k * k - 1), 1 - k / q + k * k),
    )


def _high_pass(z: NDArray[np.complex128], rate_hz: int) -> NDArray[np.complex128]:
    k, q = np.tan(np.pi * 38.13547087602444 / rate_hz), 0.5003270373238773
    gain = 1 + k / q + k * k  # the standard leaves this filter's numerator at 1, -2, 1
    return _biquad(z, (gain, -2 * gain, gain), (gain, 2 * (k * k - 1), 1 - k / q + k * k))


def _biquad(
    z: NDArray[np.complex128], above: tuple[float, float, float], below: tuple[float, float, float]
) -> NDArray[np.complex128]:
    return (above[0] + z * (above[1] + z * above[2])) / (below[0] + z * (below[1] + z * below[2]))
