"""A person's mirror and a redirect cannot reach what lies beside this machine; what its owner named can be anywhere."""

import pytest

from bazgoo.errors import HubAddressPrivate
from bazgoo.hub import Download, Endpoints, Hub, Line, hub_endpoints, make_plan
from bazgoo.settings import Settings
from tests.hub_standin import Fault, HubStandin, Repository
from tests.integration.hub.conftest import QUICK

REPO = "someone/mms-tts-fas"


async def test_a_mirror_in_a_private_network_is_not_asked_nor_tried_again(standin: HubStandin) -> None:
    endpoints = Endpoints([standin.url], hub=standin.url)
    async with Line(endpoints, patience=QUICK) as line:
        with pytest.raises(HubAddressPrivate) as refused:
            await Hub(line).search("x")
    assert refused.value.data["address"] == "127.0.0.1"
    assert not standin.journal
    assert not endpoints.resting(standin.url)


async def test_what_the_installation_names_may_lie_anywhere_and_what_a_person_adds_may_not(
    standin: HubStandin, repository: Repository, tmp_path
) -> None:
    settings = Settings(hf_endpoint=standin.url)
    async with Line(hub_endpoints(settings), patience=QUICK) as line:
        plan = await make_plan(Hub(line), REPO)
        assert await Download(line, plan, tmp_path / "m").run()
    with HubStandin([repository]) as mirror:
        async with Line(hub_endpoints(settings, extra=[mirror.url]), patience=QUICK) as line:
            with pytest.raises(HubAddressPrivate):
                await Hub(line).search("x")
        assert not mirror.journal


async def test_a_redirect_to_another_private_host_is_refused(
    standin: HubStandin, monkeypatch, tmp_path
) -> None:
    own = Endpoints([standin.url], hub=standin.url, trusted=[standin.url])
    async with Line(own, patience=QUICK) as line:
        plan = await make_plan(Hub(line), REPO)
        monkeypatch.setattr(standin, "cdn_url", standin.cdn_url.replace("127.0.0.1", "localhost"))
        asked = len(standin.requests("cdn"))
        with pytest.raises(HubAddressPrivate):
            await Download(line, plan, tmp_path / "m").run()
        assert len(standin.requests("cdn")) == asked


async def test_where_a_proxy_connects_the_proxy_decides(standin: HubStandin, monkeypatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", standin.url)
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    async with Line(Endpoints(["http://10.1.2.3"]), patience=QUICK) as line:
        assert (await Hub(line).search("mms")).items


async def test_whoami_is_asked_of_the_hub_also_when_only_mirrors_are_listed(
    standin: HubStandin, repository: Repository
) -> None:
    with HubStandin([repository]) as mirror:
        only = Endpoints([mirror.url], hub=standin.url, trusted=[standin.url, mirror.url])
        standin.faults.add(Fault("status", status=503), Fault("status", status=503))
        async with Line(only, patience=QUICK) as line:
            assert (await Hub(line).whoami("hf_good")).username == "sara"
        assert not mirror.journal


def test_settings_order_the_endpoints() -> None:
    settings = Settings(
        hf_endpoint="https://hub.example/", hub_endpoints="https://a.example,https://b.example/hf/"
    )
    endpoints = hub_endpoints(settings, "hf_mine", ["https://mine.example", "https://a.example"])
    assert endpoints.urls == (
        "https://mine.example",
        "https://a.example",
        "https://b.example/hf",
        "https://hub.example",
    )
    assert endpoints.token_for("https://hub.example/x") == "hf_mine"
    assert endpoints.token_for("https://mine.example/x") is None
    assert [endpoints.trusts(url) for url in endpoints.urls] == [False, True, True, True]
