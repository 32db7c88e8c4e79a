"""Every attack at once, each in a thread of its own, and then a look at what is left of the studio."""

import random
import time
from concurrent.futures import ThreadPoolExecutor

from tests.attack.findings import Findings
from tests.attack.requests import Everything, ask_on
from tests.attack.target import PATIENCE_S, Target


def attack(target: Target, requests: int, seed: int, at_once: int = 4) -> Findings:
    """Send about so many ``requests``; what was found."""
    findings = Findings(requests)
    dice = random.Random(seed)
    everything = Everything()
    with ThreadPoolExecutor(at_once) as pool:
        working = [
            pool.submit(ask_on, target, everything, random.Random(dice.random()), findings)
            for _ in range(at_once)
        ]
        for work in working:
            work.result()
    look_after(target, findings)
    return findings


def look_after(target: Target, findings: Findings) -> None:
    """Whether the studio is as well as before: nothing died, nothing failed unforeseen, nothing was left behind."""
    if dead := len(target.installation.processes) - len(target.installation.left()):
        findings.fault("processes of the studio died", str(dead))
    if not (target.installation.health() or {}).get("workers"):
        findings.fault("the studio is not well", str(target.installation.health()))
    for failure, whole in target.failures().items():
        findings.fault(failure, whole[-2000:])
    until = time.monotonic() + PATIENCE_S
    while target.uploads_left() and time.monotonic() < until:
        time.sleep(0.2)
    if left := target.uploads_left():
        findings.fault("uploads were left behind", str(left[:3]))
