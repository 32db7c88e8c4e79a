"""The whole API asked whatever comes to mind; `python -m tests.attack` does it for longer."""

from tests.attack.campaign import attack
from tests.attack.target import Target


def test_whatever_is_asked_nothing_fails_and_nothing_is_left_behind(target: Target) -> None:
    findings = attack(target, requests=400, seed=8)
    assert findings.faults == {}, findings.told()
    assert findings.sent >= 400
