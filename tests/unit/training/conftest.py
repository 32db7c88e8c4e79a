"""What one test tells torch is not told to the next."""

from collections.abc import Iterator

import pytest

try:
    import torch
except ModuleNotFoundError:
    torch = None  # type: ignore[assignment]

THREADS = torch.get_num_threads() if torch else 1


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    yield
    if torch:
        torch.set_num_threads(THREADS)
        torch.use_deterministic_algorithms(False)
