"""Whatever the sequence of faults: the right bytes or a clear error, never a wrong file."""

import asyncio
import random
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bazgoo.errors import BazgooError
from bazgoo.hub import Download, Endpoints, Hub, Line, Patience, discard, make_plan
from tests.hub_standin import Fault, HubStandin, Repository

PATIENCE = Patience(attempts=3, base_s=0.0001, longest_s=0.001, longest_limit_s=0.1)
FILES = {
    "model.onnx": random.Random(1).randbytes(200_000),
    "model.onnx.json": b'{"audio": {}}',
    "data/other.bin": random.Random(2).randbytes(90_001),
    "README.md": b"# card",
}
KINDS = (
    *("fin", "rst", "stall", "truncate", "corrupt", "ignore_range", "wrong_range", "expired"),
    *("status", "middle_box", "portal_page", "portal_redirect", "loop", "no_headers", "refuse"),
)
faults = st.builds(
    Fault,
    kind=st.sampled_from(KINDS),
    place=st.sampled_from(["cdn", "cdn", "cdn", "resolve"]),
    after=st.integers(0, 60_000),
    times=st.integers(1, 4),
    status=st.sampled_from([403, 404, 408, 416, 429, 451, 500, 503]),
    headers=st.sampled_from([{}, {"Retry-After": "0"}, {"Retry-After": "9000"}]),
)


async def once(standin: HubStandin, folder: Path, connections: int, idle_s: float) -> None:
    endpoints = Endpoints([standin.url], hub=standin.url, trusted=[standin.url])
    async with Line(endpoints, patience=PATIENCE, idle_s=idle_s) as line:
        plan = await make_plan(Hub(line), "a/b", globs=["*"])
        await Download(line, plan, folder, connections=connections, range_bytes=50_000).run()


def right(folder: Path) -> None:
    for path, content in FILES.items():
        if (folder / path).exists():
            assert (folder / path).read_bytes() == content


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(faults, min_size=1, max_size=8), st.integers(1, 4))
def test_trouble_never_makes_a_wrong_file(troubles: list[Fault], connections: int) -> None:
    with tempfile.TemporaryDirectory() as name, HubStandin([Repository("a/b", FILES)]) as standin:
        folder = Path(name) / "m"
        standin.faults.add(*(Fault(**vars(fault)) for fault in troubles))
        try:
            asyncio.run(once(standin, folder, connections, idle_s=0.05))
        except BazgooError as error:
            assert error.message("fa") and error.message("en")
            right(folder)
        else:
            assert {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()} == set(FILES)
            right(folder)
        standin.faults.clear()
        asyncio.run(once(standin, folder, connections, idle_s=20))
        assert all((folder / path).read_bytes() == content for path, content in FILES.items())
        discard(folder)
