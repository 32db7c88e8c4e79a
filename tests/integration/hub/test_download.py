"""Over a line on which everything goes wrong, downloads arrive whole or say why not."""

import asyncio
import errno
import itertools
import os
from pathlib import Path

import pytest

from bazgoo.errors import (
    BazgooError,
    DiskFull,
    DownloadCorrupt,
    FolderBusy,
    HubAnswerInvalid,
    HubBlocked,
    HubPortal,
    HubRateLimited,
    HubUnreachable,
    RepoGated,
    RepoNotFound,
)
from bazgoo.events import DownloadDelayed, DownloadProgressed, Event, FileFinished, FileRestarted
from bazgoo.hub import Bandwidth, Download, Endpoints, Hub, Line, Plan, discard, make_plan
from tests.hub_standin import Fault, HubStandin, Repository
from tests.integration.hub.conftest import BIG, FILES, QUICK

REPO = "someone/mms-tts-fas"
RANGE = 700_000


async def bring(hub: Hub, folder: Path, plan: Plan | None = None, **options: object) -> list[Event]:
    events: list[Event] = []
    plan = plan or await make_plan(hub, REPO, globs=["*"])
    given = {"emit": events.append, "range_bytes": RANGE, **options}
    await Download(hub.line, plan, folder, **given).run()  # type: ignore[arg-type]
    return events


async def until_sent(standin: HubStandin, size: int) -> None:
    while standin.bytes_sent < size:  # noqa: ASYNC110 - the stand-in lives in threads
        await asyncio.sleep(0.01)


def is_whole(folder: Path, big: Path) -> bool:
    there = {path.name: path for path in folder.iterdir()}
    return (
        set(there) == {*FILES, "model.safetensors"}
        and there["model.safetensors"].read_bytes() == big.read_bytes()
        and all(there[name].read_bytes() == content for name, content in FILES.items())
    )


async def test_a_clean_line_brings_every_file_and_each_byte_once(
    hub: Hub, standin: HubStandin, tmp_path, big
):
    events = await bring(hub, tmp_path / "m")
    assert is_whole(tmp_path / "m", big)
    assert standin.bytes_sent == BIG
    assert {event.path for event in events if isinstance(event, FileFinished)} == {
        *FILES,
        "model.safetensors",
    }
    last = events[-1]
    assert isinstance(last, DownloadProgressed)
    assert last.bytes_downloaded == last.bytes_total and last.eta_s == 0


@pytest.mark.parametrize(
    "fault",
    [
        Fault("fin", after=300_000),
        Fault("fin", after=0),
        Fault("fin", after=100_000, times=12),
        Fault("rst", after=300_000),
        Fault("rst", after=100_000, times=12),
        Fault("refuse", times=2),
        Fault("stall", after=200_000),
        Fault("slow", rate=20_000_000, times=2),
        Fault("truncate", after=1000),
        Fault("corrupt", after=77),
        Fault("ignore_range"),
        Fault("ignore_range", times=99),
        Fault("wrong_range"),
        Fault("expired", times=3),
        Fault("status", status=500),
        Fault("status", status=503),
        Fault("status", status=429, headers={"Retry-After": "0"}),
        Fault("loop"),
        Fault("no_headers", "resolve", times=20),
        Fault("refuse", "resolve", times=2),
        Fault("stall", "resolve", "model.safetensors"),
        Fault("status", "resolve", status=502),
        Fault("loop", "resolve"),
        Fault("corrupt", "resolve", "README", methods=("GET",), times=1),
        Fault("truncate", "resolve", "README", after=3, methods=("GET",)),
    ],
    ids=lambda fault: f"{fault.place}-{fault.kind}-{fault.after}-{fault.times}",
)
async def test_a_passing_fault_is_survived(fault: Fault, hub: Hub, standin: HubStandin, tmp_path, big):
    standin.faults.add(fault)
    await bring(hub, tmp_path / "m")
    assert is_whole(tmp_path / "m", big)


@pytest.mark.parametrize(
    "fault,error",
    [
        (Fault("fin", after=0, times=999), HubUnreachable),
        (Fault("refuse", times=999), HubUnreachable),
        (Fault("stall", after=0, times=999), HubUnreachable),
        (Fault("truncate", after=0, times=999), DownloadCorrupt),
        (Fault("corrupt", after=5, times=999), DownloadCorrupt),
        (Fault("wrong_range", times=999), HubAnswerInvalid),
        (Fault("expired", times=999), HubBlocked),
        (Fault("status", status=500, times=999), HubUnreachable),
        (Fault("status", status=429, headers={"Retry-After": "3600"}, times=999), HubRateLimited),
        (Fault("loop", times=999), HubAnswerInvalid),
        (Fault("portal_page", times=999), HubPortal),
        (Fault("portal_redirect", "resolve", times=999), HubPortal),
        (Fault("portal_page", "resolve", times=999), HubPortal),
        (Fault("middle_box", "resolve", status=403, times=999), HubBlocked),
        (Fault("middle_box", "resolve", status=451, times=999), HubBlocked),
        (Fault("middle_box", status=403, times=999), HubBlocked),
        (Fault("refuse", "resolve", times=999), HubUnreachable),
    ],
    ids=lambda value: f"{value.place}-{value.kind}" if isinstance(value, Fault) else "",
)
async def test_a_lasting_fault_is_told_and_leaves_no_file(
    fault, error, hub: Hub, standin: HubStandin, tmp_path
):
    plan = await make_plan(hub, REPO, globs=["*.safetensors"])
    standin.faults.add(fault)
    with pytest.raises(error):
        await bring(hub, tmp_path / "m", plan)
    assert not list(tmp_path.rglob("*.safetensors"))


async def test_what_came_before_a_failure_is_not_brought_again(hub: Hub, standin: HubStandin, tmp_path, big):
    standin.faults.add(Fault("fin", after=500_000, times=2), Fault("refuse", times=99))
    with pytest.raises(HubUnreachable):
        await bring(hub, tmp_path / "m", connections=1)
    standin.faults.clear()
    await bring(hub, tmp_path / "m")
    assert is_whole(tmp_path / "m", big)
    assert standin.bytes_sent == BIG


async def test_pausing_keeps_the_bytes(hub: Hub, standin: HubStandin, tmp_path, big):
    plan = await make_plan(hub, REPO, globs=["*"])
    standin.faults.add(Fault("stall", after=200_000, times=99))
    task = asyncio.create_task(bring(hub, tmp_path / "m", plan))
    await until_sent(standin, 4 * 200_000)
    await asyncio.sleep(0.1)  # the last of it is still on the way
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    standin.faults.clear()
    before = standin.bytes_sent
    await bring(hub, tmp_path / "m", plan)
    assert is_whole(tmp_path / "m", big)
    assert standin.bytes_sent - before == BIG - 4 * 200_000


async def test_cancelling_leaves_nothing(hub: Hub, standin: HubStandin, tmp_path):
    standin.faults.add(Fault("stall", after=200_000, times=99))
    task = asyncio.create_task(bring(hub, tmp_path / "m"))
    await until_sent(standin, 200_000)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    discard(tmp_path / "m")
    assert not (tmp_path / "m").exists()


async def test_discarding_leaves_what_was_there_before(tmp_path):
    (tmp_path / "m/.parts").mkdir(parents=True)
    (tmp_path / "m/.parts/0.part").write_bytes(b"half")
    (tmp_path / "m/other.txt").write_bytes(b"mine")
    discard(tmp_path / "m")
    assert [path.name for path in (tmp_path / "m").iterdir()] == ["other.txt"]


async def test_two_downloads_cannot_write_into_one_folder(hub: Hub, standin: HubStandin, tmp_path):
    standin.faults.add(Fault("stall", after=1000, times=99))
    first = asyncio.create_task(bring(hub, tmp_path / "m"))
    await until_sent(standin, 1)
    with pytest.raises(FolderBusy):
        await bring(hub, tmp_path / "m")
    with pytest.raises(FolderBusy):
        discard(tmp_path / "m")
    first.cancel()
    with pytest.raises(asyncio.CancelledError):
        await first


async def test_a_changed_file_begins_again_and_an_unchanged_one_goes_on(
    hub: Hub, standin: HubStandin, repository: Repository, tmp_path, big
):
    other = os.urandom(500_000)
    repository.commit({**FILES, "model.safetensors": big, "other.onnx": other})
    plan = await make_plan(hub, REPO, globs=["*"])
    standin.faults.add(Fault("fin", after=100_000, times=2), Fault("refuse", times=999))
    with pytest.raises(HubUnreachable):
        await bring(hub, tmp_path / "m", plan, connections=2)
    standin.faults.clear()
    before = standin.bytes_sent
    repository.commit({**FILES, "model.safetensors": big, "other.onnx": other[::-1]})
    fresh = await make_plan(Hub(hub.line), REPO, globs=["*"])
    assert fresh.commit != plan.commit
    events = await bring(hub, tmp_path / "m", fresh)
    restarted = [event.path for event in events if isinstance(event, FileRestarted)]
    assert restarted in ([], ["other.onnx"])
    assert (tmp_path / "m/other.onnx").read_bytes() == other[::-1]
    assert (tmp_path / "m/model.safetensors").read_bytes() == big.read_bytes()
    assert standin.bytes_sent - before < BIG + len(other)


async def test_files_that_are_there_already_are_checked_and_kept(
    hub: Hub, standin: HubStandin, tmp_path, big
):
    await bring(hub, tmp_path / "m")
    (tmp_path / "m/README.md").write_bytes(b"# changed by hand")
    before = standin.bytes_sent
    await bring(hub, tmp_path / "m")
    assert is_whole(tmp_path / "m", big)
    assert standin.bytes_sent == before


async def test_a_damaged_manifest_only_costs_the_bytes(hub: Hub, standin: HubStandin, tmp_path, big):
    plan = await make_plan(hub, REPO, globs=["*"])
    standin.faults.add(Fault("fin", after=100_000), Fault("refuse", times=999))
    with pytest.raises(HubUnreachable):
        await bring(hub, tmp_path / "m", plan, connections=1)
    standin.faults.clear()
    manifests = list((tmp_path / "m/.parts").glob("*.json"))
    assert manifests
    for manifest in manifests:
        manifest.write_text('{"version": 1, "done": [[0, 99')
    await bring(hub, tmp_path / "m", plan)
    assert is_whole(tmp_path / "m", big)


async def test_an_over_long_or_shortened_part_is_not_believed(hub: Hub, standin: HubStandin, tmp_path, big):
    plan = await make_plan(hub, REPO, globs=["*"])
    standin.faults.add(Fault("fin", after=100_000), Fault("refuse", times=999))
    with pytest.raises(HubUnreachable):
        await bring(hub, tmp_path / "m", plan, connections=1)
    standin.faults.clear()
    (part,) = (tmp_path / "m/.parts").glob("*.part")
    part.write_bytes(b"\0" * (BIG + 1000))  # longer, and other bytes than the manifest claims
    events = await bring(hub, tmp_path / "m", plan)
    assert FileRestarted("model.safetensors", "corrupt") in events
    assert is_whole(tmp_path / "m", big)


async def test_a_full_disk_is_told_before_the_first_byte(
    hub: Hub, standin: HubStandin, tmp_path, monkeypatch
):
    plan = await make_plan(hub, REPO, globs=["*"])
    full = type("Usage", (), {"free": 1_000_000})()
    monkeypatch.setattr("bazgoo.hub.plan.shutil.disk_usage", lambda path: full)
    with pytest.raises(DiskFull) as told:
        await bring(hub, tmp_path / "m", plan)
    assert told.value.data["free_mb"] == 1
    assert standin.bytes_sent == 0


async def test_a_branch_that_moves_during_a_download_changes_nothing(
    hub: Hub, standin: HubStandin, repository: Repository, tmp_path, big
):
    plan = await make_plan(hub, REPO, globs=["*"])
    repository.commit({"model.safetensors": b"other", "config.json": b"[]"})
    await bring(hub, tmp_path / "m", plan)
    assert is_whole(tmp_path / "m", big)


async def test_an_address_that_expires_on_the_way_is_asked_for_again(
    hub: Hub, standin: HubStandin, tmp_path, big
):
    standin.shelf.signed_for_s = 0.15
    await bring(hub, tmp_path / "m", bandwidth=Bandwidth(6_000_000), connections=1)
    assert is_whole(tmp_path / "m", big)
    assert len(standin.requests("resolve", "HEAD")) > 1


async def test_an_address_is_asked_for_without_a_range(hub: Hub, standin: HubStandin, tmp_path):
    await bring(hub, tmp_path / "m")
    assert all("range" not in asked.headers for asked in standin.requests("resolve"))


@pytest.mark.parametrize("location", ["http://[::1", "http://host:port/", "javascript:alert(1)", "/%zz\x7f"])
async def test_a_redirect_to_nowhere_is_survived(location: str, hub: Hub, standin: HubStandin, tmp_path, big):
    standin.faults.add(Fault("status", "resolve", status=302, headers={"Location": location}, times=2))
    await bring(hub, tmp_path / "m")
    assert is_whole(tmp_path / "m", big)


async def test_the_ranges_of_a_file_share_connections(hub: Hub, standin: HubStandin, tmp_path):
    await bring(hub, tmp_path / "m", connections=2, range_bytes=100_000)
    assert len(standin.requests("cdn")) == 31
    assert len({asked.connection for asked in standin.requests("cdn")}) <= 2


async def test_a_disk_that_fills_up_on_the_way_is_told_and_the_bytes_stay(
    hub: Hub, tmp_path, monkeypatch, big
):
    write, written = os.pwrite, 0

    def small_disk(descriptor: int, piece: bytes, at: int) -> int:
        nonlocal written
        written += len(piece)
        if written > 1_500_000:
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(descriptor, piece, at)

    monkeypatch.setattr(os, "pwrite", small_disk)
    with pytest.raises(DiskFull):
        await bring(hub, tmp_path / "m")
    monkeypatch.undo()
    events = await bring(hub, tmp_path / "m")
    first = next(event for event in events if isinstance(event, DownloadProgressed))
    assert first.bytes_downloaded > 1_000_000
    assert is_whole(tmp_path / "m", big)


async def test_the_token_goes_to_the_hub_and_never_to_the_content_network(standin: HubStandin, tmp_path, big):
    async with Line(
        Endpoints([standin.url], hub=standin.url, trusted=[standin.url], token="hf_good"), patience=QUICK
    ) as line:
        await bring(Hub(line), tmp_path / "m")
    assert all("authorization" not in asked.headers for asked in standin.requests("cdn"))
    assert all(asked.headers["authorization"] == "Bearer hf_good" for asked in standin.requests("resolve"))


async def test_a_mirror_takes_over_and_never_sees_the_token(standin: HubStandin, repository, tmp_path, big):
    with HubStandin([repository]) as mirror:
        standin.faults.add(*(Fault("refuse", place, times=999) for place in ("api", "resolve")))  # type: ignore[arg-type]
        both = Endpoints(
            [standin.url, mirror.url], hub=standin.url, trusted=[standin.url, mirror.url], token="hf_good"
        )
        async with Line(both, patience=QUICK) as line:
            await bring(Hub(line), tmp_path / "m")
            assert both.resting(standin.url) and both.best() == mirror.url
        assert is_whole(tmp_path / "m", big)
        assert all("authorization" not in asked.headers for asked in mirror.journal)


async def test_a_mirror_takes_over_where_the_content_network_is_closed(standin, repository, tmp_path, big):
    with HubStandin([repository]) as mirror:
        standin.faults.add(Fault("refuse", times=999))
        async with Line(
            Endpoints([standin.url, mirror.url], hub=standin.url, trusted=[standin.url, mirror.url]),
            patience=QUICK,
        ) as line:
            await bring(Hub(line), tmp_path / "m")
        assert is_whole(tmp_path / "m", big)
        assert mirror.bytes_sent == BIG


async def test_a_refusal_is_not_taken_to_the_mirror(standin: HubStandin, repository: Repository, tmp_path):
    with HubStandin([repository]) as mirror:
        both = Endpoints([standin.url, mirror.url], hub=standin.url, trusted=[standin.url, mirror.url])
        async with Line(both, patience=QUICK) as line:
            with pytest.raises(RepoNotFound):
                await bring(Hub(line), tmp_path / "m", await make_plan(Hub(line), "someone/missing"))
        assert not mirror.journal


async def test_a_gated_model_is_refused_before_anything_is_planned(hub: Hub):
    with pytest.raises(RepoGated) as told:
        await make_plan(hub, "someone/gated", globs=["*"])
    assert told.value.data["state"] == "login"


async def test_a_short_rate_limit_is_waited_for(hub: Hub, standin: HubStandin, tmp_path, big):
    plan = await make_plan(hub, REPO, globs=["*"])
    standin.use_up("resolvers", 0.2)
    events = await bring(hub, tmp_path / "m", plan)
    assert is_whole(tmp_path / "m", big)
    assert any(isinstance(event, DownloadDelayed) and event.code == "hub_rate_limited" for event in events)


async def test_progress_is_told_at_most_four_times_a_second(hub: Hub, standin: HubStandin, tmp_path):
    loop = asyncio.get_running_loop()
    told: list[float] = []

    def emit(event: Event) -> None:
        if isinstance(event, DownloadProgressed):
            told.append(loop.time())

    await bring(hub, tmp_path / "m", emit=emit, bandwidth=Bandwidth(3_000_000))
    assert len(told) >= 3
    assert all(later - earlier > 0.2 for earlier, later in itertools.pairwise(told[:-1]))


async def test_the_bandwidth_cap_holds_over_all_connections(hub: Hub, standin: HubStandin, tmp_path):
    loop = asyncio.get_running_loop()
    began = loop.time()
    await bring(hub, tmp_path / "m", bandwidth=Bandwidth(5_000_000))
    assert loop.time() - began > BIG / 5_000_000 - 0.3


async def test_names_that_lead_out_of_the_folder_are_refused(hub: Hub, standin: HubStandin, tmp_path):
    standin.shelf.repositories["evil/one"] = Repository("evil/one", {"../../out.txt": b"x", "a.txt": b"y"})
    with pytest.raises(BazgooError) as told:
        await bring(hub, tmp_path / "deep/m", await make_plan(hub, "evil/one", globs=["*"]))
    assert told.value.code == "file_name_unsafe"
    assert not list(tmp_path.rglob("*.txt"))


async def test_odd_names_arrive(hub: Hub, standin: HubStandin, tmp_path):
    odd = {
        "farsi/epoch=2-step=3.onnx": b"1",
        "با فاصله.txt": b"2",
        "a#b?c.txt": b"3",
        "aux.json": b"4",
        "é&%20.txt": b"5",
    }
    standin.shelf.repositories["odd/names"] = Repository("odd/names", odd)
    plan = await make_plan(hub, "odd/names", globs=["*"])
    paths = await Download(hub.line, plan, tmp_path / "m").run()
    assert {file.path: path.read_bytes() for file, path in zip(plan.files, paths, strict=True)} == odd
