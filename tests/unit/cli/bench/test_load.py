"""What `bazgoo bench load` makes of what it has measured."""

from bazgoo.cli.bench.load.crowd import Tally
from bazgoo.cli.bench.load.growing import Borne, Stage
from bazgoo.cli.bench.load.machine import Shares

FREE = Shares(loop=0.2, speech=0.2, database=0.1, worker=0.0, clients=0.1, others=0.0, cores=2)


def _borne(api: Tally, gone: int = 0) -> Borne:
    return Borne(Stage(100, 10), 10.0, api, Tally(), Tally(), FREE, gone)


def test_a_stage_bends_when_something_fails_or_is_late() -> None:
    quick = Tally(latencies_ms=[5.0] * 200)
    assert not _borne(quick).bends
    assert _borne(quick, gone=1).bends
    assert _borne(Tally(latencies_ms=[5.0] * 190 + [1500.0] * 10)).bends
    failing = Tally(latencies_ms=[5.0] * 200)
    failing.fail("GET /: 503")
    assert _borne(failing).bends


def test_the_bottleneck_is_named() -> None:
    assert FREE.bottleneck.startswith("nothing")
    loop = Shares(loop=0.95, speech=0.2, database=0.1, worker=0.0, clients=0.1, others=0.0, cores=4)
    assert "event loop" in loop.bottleneck
    all_of_it = Shares(loop=0.5, speech=1.0, database=0.2, worker=0.0, clients=0.1, others=0.1, cores=2)
    assert all_of_it.bottleneck.startswith("the 2 cores")
