"""Listeners learn to tell noise from tones, and whoever makes sound learns from them."""

from collections.abc import Sequence

import pytest

torch = pytest.importorskip("torch")

from bazgoo.training.adversarial import (  # noqa: E402 - after the check for torch
    PERIODS,
    RESOLUTIONS,
    SHORTEST,
    Discriminators,
    discriminator_loss,
    generator_losses,
)


def small(resolutions: Sequence[tuple[int, int, int]] = RESOLUTIONS[:1]) -> Discriminators:
    torch.manual_seed(1)
    return Discriminators((2, 3), resolutions, (4, 8, 8), 4)


def tones(count: int = 4, length: int = 4096) -> "torch.Tensor":
    torch.manual_seed(2)
    pitch = torch.rand(count, 1, 1) * 0.05 + 0.02
    return torch.sin(torch.arange(length) * pitch)


def noise(count: int = 4, length: int = 4096) -> "torch.Tensor":
    torch.manual_seed(3)
    return torch.randn(count, 1, length) * 0.5


def test_each_period_and_each_resolution_has_a_listener() -> None:
    judged = Discriminators()(tones(2, SHORTEST))
    assert len(judged) == len(PERIODS) + len(RESOLUTIONS)
    assert all(one.score.shape[0] == 2 and len(one.features) == 5 for one in judged)


@pytest.mark.parametrize("length", [SHORTEST, 4099])
def test_any_length_is_judged(length: int) -> None:
    assert all(torch.isfinite(one.score).all() for one in small(RESOLUTIONS)(tones(1, length)))


def test_listeners_learn_to_tell_noise_from_tones() -> None:
    listeners = small()
    optimizer = torch.optim.AdamW(listeners.parameters(), 1e-2)
    losses = []
    for _ in range(15):
        optimizer.zero_grad()
        loss = discriminator_loss(listeners, tones(), noise())
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    assert losses[-1] < losses[0] / 2


def test_made_speech_gets_a_gradient_and_the_listeners_none() -> None:
    listeners, made = small(), noise().requires_grad_()
    deceit, matching = generator_losses(listeners, tones(), made)
    (deceit + matching).backward()
    assert made.grad is not None
    assert made.grad.abs().sum() > 0
    assert all(one.grad is None and one.requires_grad for one in listeners.parameters())


def test_listeners_give_no_gradient_to_made_speech_while_they_learn() -> None:
    made = noise().requires_grad_()
    discriminator_loss(small(), tones(), made).backward()
    assert made.grad is None


def test_what_is_the_same_matches() -> None:
    assert generator_losses(small(), tones(), tones())[1].item() == 0
