"""How fast is learnt, from the first step to the last."""

import math

_LONGEST_WARM_UP = 400
_FLOOR = 0.02


def share_of_rate(step: int, total_steps: int) -> float:
    """The share of the learning rate at ``step``: a short rise to 1, then half a cosine down."""
    rise = min(_LONGEST_WARM_UP, -(-total_steps // 20))
    if step < rise:
        return (step + 1) / rise
    fallen = (step - rise) / max(total_steps - rise, 1)
    return _FLOOR + (1 - _FLOOR) * (1 + math.cos(math.pi * min(fallen, 1.0))) / 2
