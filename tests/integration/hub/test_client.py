"""What the Hub is asked arrives as it was meant, and every refusal is told apart from the others."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from bazgoo.errors import (
    HubAnswerInvalid,
    HubBlocked,
    HubPortal,
    HubRateLimited,
    HubTokenInvalid,
    HubTokenScope,
    HubUnreachable,
    NothingToDownload,
    RepoDisabled,
    RepoFileNotFound,
    RepoGated,
    RepoNotFound,
    RevisionNotFound,
)
from bazgoo.hub import Endpoints, Hub, Line, Patience, guess, look, make_plan
from tests.hub_standin import Fault, HubStandin, Repository
from tests.integration.hub.conftest import QUICK

REPO = "someone/mms-tts-fas"


def asking(standin: HubStandin, token: str | None = None, patience: Patience = QUICK) -> Hub:
    return Hub(
        Line(
            Endpoints([standin.url], hub=standin.url, trusted=[standin.url], token=token),
            patience=patience,
            idle_s=0.3,
        )
    )


async def test_a_search_finds_by_words_task_and_tag(hub: Hub) -> None:
    page = await hub.search("mms", task="text-to-speech", filters=["fa"], sort="downloads")
    (found,) = page.items
    assert (found.repo_id, found.author, found.license) == (REPO, "someone", "cc-by-nc-4.0")
    assert (found.model_type, found.gated, found.downloads) == ("vits", False, 20000)
    assert "model.safetensors" in found.paths


async def test_pages_follow_by_cursor_and_end(hub: Hub) -> None:
    seen: list[str] = []
    cursor = None
    while True:
        page = await hub.search(author="many", sort="downloads", limit=12, cursor=cursor)
        seen += [card.repo_id for card in page.items]
        cursor = page.next_cursor
        if cursor is None:
            break
    assert seen == [f"many/model-{n:02}" for n in reversed(range(30))]


async def test_the_same_search_is_asked_once(hub: Hub, standin: HubStandin) -> None:
    assert await hub.search("model") == await hub.search("model")
    assert len(standin.journal) == 1


async def test_a_tree_is_read_over_all_pages(hub: Hub, standin: HubStandin) -> None:
    standin.shelf.repositories["deep/one"] = Repository("deep/one", {f"a/b/{n}.txt": b"x" for n in range(25)})
    standin.shelf.tree_page = 7
    assert len(await hub.tree("deep/one", "main")) == 25
    assert len(await hub.tree("deep/one", "main", "a/b")) == 25


async def test_a_tree_of_a_mirror_that_links_to_the_hub_stays_at_the_mirror(
    standin: HubStandin, monkeypatch
) -> None:
    standin.shelf.tree_page = 2
    monkeypatch.setattr(standin, "url", "http://elsewhere.invalid")  # what its Links will name
    mirror = f"http://127.0.0.1:{standin._servers[0].server_address[1]}"
    files = await Hub(Line(Endpoints([mirror], trusted=[mirror]))).tree(REPO, "main")
    assert len(files) == 4


async def test_hashes_are_of_the_content(hub: Hub, big) -> None:
    import hashlib

    files = {file.path: file for file in await hub.tree(REPO, "main")}
    assert files["model.safetensors"].sha256 == hashlib.sha256(big.read_bytes()).hexdigest()
    assert files["model.safetensors"].git_sha1 is None
    assert files["README.md"].sha256 is None and len(files["README.md"].git_sha1 or "") == 40


async def test_a_renamed_repository_is_found_under_its_old_name(hub: Hub) -> None:
    assert (await hub.model("someone/old-name")).repo_id == REPO
    assert (await make_plan(hub, "someone/old-name", globs=["*"])).repo_id == REPO


async def test_a_small_file_is_read_through_its_redirect(hub: Hub, standin: HubStandin) -> None:
    assert b"vits" in await hub.read(REPO, "main", "config.json")
    standin.shelf.small_files_redirect = False
    assert b"vits" in await hub.read(REPO, "main", "config.json")


async def test_branches_have_their_commits(hub: Hub, repository: Repository) -> None:
    sha = repository.commit({"x": b"1"}, branch="refs-pr-1")
    assert (await hub.refs(REPO))["refs-pr-1"] == sha
    assert (await hub.model(REPO, "refs-pr-1")).sha == sha


async def test_whoami_tells_the_kind_and_rights_of_a_token(standin: HubStandin) -> None:
    plain, fine = await asking(standin).whoami("hf_good"), await asking(standin).whoami("hf_fine")
    assert (plain.username, plain.kind, plain.reads_gated) == ("sara", "read", True)
    assert (fine.username, fine.kind, fine.reads_gated) == ("deploy", "fineGrained", False)
    assert "repo.content.read:deploy" in fine.scopes


async def test_whoami_is_asked_of_the_hub_alone(standin: HubStandin, repository: Repository) -> None:
    with HubStandin([repository]) as mirror:
        hub = Hub(
            Line(
                Endpoints([mirror.url, standin.url], hub=standin.url, trusted=[standin.url, mirror.url]),
                patience=QUICK,
            )
        )
        assert (await hub.whoami("hf_good")).username == "sara"
        assert not mirror.journal


REFUSALS = [
    (None, "no/such", RepoNotFound),
    ("hf_good", "no/such", RepoNotFound),
    (None, "someone/private", RepoNotFound),
    ("hf_asks", "someone/private", RepoNotFound),
    ("hf_stale", REPO, HubTokenInvalid),
    ("hf_stale", "no/such", HubTokenInvalid),
    (None, "../../etc", RepoNotFound),
]


@pytest.mark.parametrize("token,repo,error", REFUSALS)
async def test_looking_is_refused_in_the_right_words(standin: HubStandin, token, repo, error) -> None:
    with pytest.raises(error):
        await asking(standin, token).model(repo)


FETCHES = [
    (None, "someone/gated", RepoGated, "login"),
    ("hf_asks", "someone/gated", RepoGated, "ask"),
    ("hf_waits", "someone/gated", RepoGated, "pending"),
    ("hf_refused", "someone/gated", RepoGated, "rejected"),
    ("hf_stale", "someone/gated", HubTokenInvalid, None),
    ("hf_fine", "someone/gated", HubTokenScope, None),
    (None, "someone/disabled", RepoDisabled, None),
]


@pytest.mark.parametrize("token,repo,error,state", FETCHES)
async def test_bytes_are_refused_in_the_right_words(standin: HubStandin, token, repo, error, state) -> None:
    with pytest.raises(error) as told:
        await asking(standin, token).read(repo, "main", "a.bin")
    assert told.value.data.get("state") == state


async def test_those_with_the_right_get_the_bytes(standin: HubStandin) -> None:
    hub = asking(standin, "hf_good")
    assert await hub.read("someone/gated", "main", "a.bin") == b"secret"
    assert await hub.read("someone/private", "main", "a.bin") == b"secret"


async def test_a_missing_revision_and_a_missing_file_are_told_apart(hub: Hub) -> None:
    with pytest.raises(RevisionNotFound):
        await hub.model(REPO, "nope")
    with pytest.raises(RepoFileNotFound):
        await hub.read(REPO, "main", "nope.txt")
    with pytest.raises(RepoFileNotFound):
        await hub.tree(REPO, "main", "nope")


FAULTS = [
    (Fault("portal_page", "api", times=9), HubPortal),
    (Fault("portal_redirect", "api", times=9), HubPortal),
    (Fault("middle_box", "api", status=403, times=9), HubBlocked),
    (Fault("middle_box", "api", status=451, times=9), HubBlocked),
    (Fault("middle_box", "api", status=511, times=9), HubPortal),
    (Fault("middle_box", "api", status=404, times=9), HubAnswerInvalid),
    (Fault("not_json", "api", times=9), HubAnswerInvalid),
    (Fault("loop", "api", times=99), HubAnswerInvalid),
    (Fault("refuse", "api", times=99), HubUnreachable),
    (Fault("stall", "api", after=5, times=99), HubUnreachable),
    (Fault("status", "api", status=504, times=99), HubUnreachable),
    (Fault("status", "api", status=418, times=99), HubAnswerInvalid),
    (Fault("status", "api", status=403, times=99), HubAnswerInvalid),
    (Fault("status", "api", status=429, headers={"Retry-After": "50"}, times=9), HubRateLimited),
]


@pytest.mark.parametrize("fault,error", FAULTS, ids=[f"{f.kind}-{f.status}" for f, _ in FAULTS])
async def test_trouble_on_the_way_is_named(hub: Hub, standin: HubStandin, fault: Fault, error) -> None:
    standin.faults.add(fault)
    with pytest.raises(error):
        await hub.search("mms")


@pytest.mark.parametrize("status", [408, 500, 502, 503, 504])
async def test_a_passing_server_error_is_not_noticed(hub: Hub, standin: HubStandin, status: int) -> None:
    standin.faults.add(Fault("status", "api", status=status, times=2))
    assert (await hub.search("mms")).items


@pytest.mark.parametrize("name", ["seconds", "date"])
async def test_retry_after_is_understood_as_a_number_and_as_a_date(
    hub: Hub, standin: HubStandin, name: str
) -> None:
    when = (
        "40" if name == "seconds" else format_datetime(datetime.now(UTC) + timedelta(seconds=40), usegmt=True)
    )
    standin.faults.add(Fault("status", "api", status=429, headers={"Retry-After": when}))
    with pytest.raises(HubRateLimited) as told:
        await hub.search("mms")
    assert 35 <= told.value.data["retry_after_s"] <= 40


async def test_an_empty_allowance_is_not_asked_again(hub: Hub, standin: HubStandin) -> None:
    standin.left["api"] = 1
    await hub.search("mms")
    with pytest.raises(HubRateLimited) as told:
        await hub.search("other")
    assert told.value.data["retry_after_s"] > 200
    assert len(standin.journal) == 1


@pytest.mark.parametrize(
    "url,reason",
    [("http://127.0.0.1:9", "refused"), ("http://no-such-host.invalid", "dns")],
)
async def test_a_hub_that_is_not_there_is_told_with_the_reason(url: str, reason: str) -> None:
    with pytest.raises(HubUnreachable) as told:
        await Hub(Line(Endpoints([url], hub=url, trusted=[url]), patience=Patience(attempts=1))).search("x")
    assert told.value.data["reason"] == reason


async def test_speaking_tls_to_something_else_is_told_with_the_reason(standin: HubStandin) -> None:
    url = standin.url.replace("http:", "https:")
    with pytest.raises(HubUnreachable) as told:
        await Hub(Line(Endpoints([url], hub=url, trusted=[url]), patience=Patience(attempts=1))).search("x")
    assert told.value.data["reason"] == "tls"


async def test_a_proxy_that_refuses_is_told_with_the_reason(standin: HubStandin, monkeypatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    with pytest.raises(HubUnreachable):
        await Hub(Line(Endpoints(["http://hub.invalid"]), patience=Patience(attempts=1))).search("x")


@pytest.mark.parametrize(
    "proxy", ["socks5://127.0.0.1:9", "http://127.0.0.1:9", "nonsense://x", "http://[::1"]
)
async def test_a_proxy_of_any_kind_that_does_not_work_is_told(monkeypatch, proxy: str) -> None:
    monkeypatch.setenv("ALL_PROXY", proxy)
    monkeypatch.setenv("NO_PROXY", "")
    with pytest.raises(HubUnreachable):
        await Hub(Line(Endpoints(["http://hub.invalid"]), patience=Patience(attempts=1))).search("x")


async def test_an_empty_repository_has_nothing_to_download(hub: Hub) -> None:
    with pytest.raises(NothingToDownload) as told:
        await make_plan(hub, "someone/nothing")
    assert told.value.data["reason"] == "empty"


async def test_a_plan_brings_what_the_engine_needs(hub: Hub, repository: Repository, big) -> None:
    weights = {"model.safetensors": big, "pytorch_model.bin": big}
    texts = {"config.json": b'{"model_type": "vits"}', "vocab.json": b"{}", "samples/a.wav": b"RIFF"}
    repository.commit({**weights, **texts})
    plan = await make_plan(hub, REPO)
    assert {file.path for file in plan.files} == {"config.json", "model.safetensors", "vocab.json"}


VOICE = "fa/fa_IR/amir/medium/fa_IR-amir-medium"


@pytest.fixture
def piper(standin: HubStandin) -> Repository:
    files = {f"{VOICE}.onnx": b"onnx" * 100, f"{VOICE}.onnx.json": b'{"audio": {}, "phoneme_id_map": {}}'}
    entry = {
        "key": "fa_IR-amir-medium",
        "name": "amir",
        "quality": "medium",
        "language": {"code": "fa_IR", "family": "fa", "region": "IR", "name_native": "فارسی"},
        "files": {f"{VOICE}.onnx": {"size_bytes": 400}, f"{VOICE}.onnx.json": {"size_bytes": 35}},
    }
    english = {**entry, "language": {"code": "en_US", "family": "en"}}
    import json

    files["fa/fa_IR/amir/medium/MODEL_CARD"] = b"card"
    files["voices.json"] = json.dumps({"fa_IR-amir-medium": entry, "en_US-amy-low": english}).encode()
    files["en/en_US/amy/low/en_US-amy-low.onnx"] = b"x"
    made = Repository("rhasspy/piper-voices", files)
    standin.shelf.repositories[made.id] = made
    return made


async def test_the_great_repository_of_piper_opens_as_its_persian_voices(hub: Hub, piper: Repository) -> None:
    from bazgoo.hub import persian_voices

    (voice,) = await persian_voices(hub)
    assert (voice.id, voice.language, voice.quality, voice.size_bytes) == (
        "fa_IR-amir-medium",
        "fa_IR",
        "medium",
        435,
    )
    piper.commit({path: content for path, content in piper.files.items() if path != "voices.json"})
    (voice,) = await persian_voices(Hub(hub.line))
    assert (voice.id, voice.name, len(voice.paths)) == ("fa_IR-amir-medium", "amir", 3)


async def test_a_look_tells_what_runs_it_and_reads_no_large_file(hub: Hub, standin: HubStandin) -> None:
    seen = await look(hub, REPO)
    assert (seen.finding.engine, seen.readme) == ("mms", "# مدل\n")
    assert seen.size_bytes == sum(file.size for file in seen.files) > 3_000_000
    assert standin.bytes_sent == 0


async def test_a_look_at_the_great_repository_shows_persian_voices_alone(hub: Hub, piper: Repository) -> None:
    seen = await look(hub, "rhasspy/piper-voices")
    assert seen.finding.format == "piper"
    assert [voice.id for voice in seen.voices] == ["fa_IR-amir-medium"]
    assert all(file.path.startswith("fa/") for file in seen.files)


async def test_a_closed_model_can_be_looked_at(hub: Hub) -> None:
    assert (await look(hub, "someone/gated")).card.gated


async def test_a_search_result_is_guessed_from_its_names(hub: Hub) -> None:
    (found,) = (await hub.search("mms")).items
    assert guess(found).engine == "mms"


async def test_a_voice_brings_its_three_files_and_no_other(hub: Hub, piper: Repository) -> None:
    plan = await make_plan(hub, "rhasspy/piper-voices", voice="fa_IR-amir-medium")
    assert [file.path for file in plan.files] == [
        f"{VOICE}.onnx.json",
        f"{VOICE}.onnx",
        "fa/fa_IR/amir/medium/MODEL_CARD",
    ]


async def test_a_voice_must_be_chosen_and_must_exist(hub: Hub, piper: Repository) -> None:
    with pytest.raises(NothingToDownload) as told:
        await make_plan(hub, "rhasspy/piper-voices")
    assert told.value.data["reason"] == "choose"
    for voice in ("fa_IR-nobody-medium", "nonsense"):
        with pytest.raises((NothingToDownload, RepoFileNotFound)):
            await make_plan(hub, "rhasspy/piper-voices", voice=voice)
