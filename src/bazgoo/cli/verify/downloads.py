"""A download from the endpoint that is configured, or a bundle where there is no line."""

from collections.abc import Iterator
from typing import Any

from bazgoo.cli.verify.ear import Ear, rising
from bazgoo.cli.verify.finding import Check, Gap, Skipped, Words
from bazgoo.cli.verify.site import Site, wait_for

BROUGHT_WITHIN_S = 600.0
OUT_OF_REACH = {"hub_unreachable", "hub_blocked", "hub_portal", "hub_answer_invalid", "hub_rate_limited"}


def checks(site: Site) -> Iterator[Check]:
    """The Hub, or what is done without it."""
    yield Check("بارگیری از Hub", "a download from the Hub", lambda: _download(site))
    yield Check("نصب از پرونده", "a bundle installed", lambda: _bundle(site))


def _download(site: Site) -> Words:
    asked: dict[str, Any] = {"repo_id": site.wanted.repo}
    if site.wanted.files:
        asked["files"] = list(site.wanted.files)
    endpoint = site.settings.hf_endpoint
    with Ear(site.url, site.user.login["access_token"]) as ear:
        answer = site.user.post("/api/sources/download", json=asked)
        if answer.status_code not in (200, 202):
            _explain(site, answer.json(), endpoint)
        download = answer.json()
        done = _wait(site, download["id"])
        if answer.status_code == 202:
            events = ear.wait_for("download:complete", download["id"])
            rising(events)
            return _uninstalled(
                site, done, f"{endpoint}: {done['bytes_downloaded']:,} bytes, {len(events)} events"
            )
    return Words(f"{endpoint} پاسخ داد؛ پیش‌تر نصب بود", f"{endpoint} answered; it was installed already")


def _explain(site: Site, problem: dict[str, Any], endpoint: str) -> None:
    """Raise what keeps a download from being begun: no line is no gap where a bundle proves the rest."""
    if problem["code"] in OUT_OF_REACH and site.wanted.bundle:
        raise Skipped(f"{endpoint} در دسترس نیست.", f"{endpoint} is out of reach.")
    hint = problem["code"] in OUT_OF_REACH
    raise Gap(
        f"{endpoint}: {problem['detail']}" + (" بی‌خط، پرونده‌ای با ‎--bundle بدهید." if hint else ""),
        f"{endpoint}: {problem['detail']}" + (" Without a line, name a file with --bundle." if hint else ""),
    )


def _wait(site: Site, download_id: str) -> dict[str, Any]:
    def ended() -> dict[str, Any] | None:
        now: dict[str, Any] = site.user.get_json(f"/api/sources/download/{download_id}")
        return now if now["status"] in ("completed", "failed", "cancelled") else None

    done = wait_for(ended, BROUGHT_WITHIN_S, "بارگیری به پایان نرسید.", "The download did not end.")
    if done["status"] != "completed":
        raise Gap(f"{done['status']}: {done['error']}", f"{done['status']}: {done['error']}")
    return done


def _uninstalled(site: Site, done: dict[str, Any], told: str) -> Words:
    site.made.add(done["model_id"])
    installed = {model["id"]: model for model in site.user.get_json("/api/sources/installed")["items"]}
    if done["model_id"] not in installed:
        raise Gap("پس از بارگیری نصب‌شده نیست.", "It is not installed after its download.")
    site.user.ask("DELETE", f"/api/sources/installed/{done['model_id']}")
    return Words(told, told)


def _bundle(site: Site) -> Words:
    """What is named is installed and uninstalled again, unless it was there before."""
    if site.wanted.bundle is None:
        raise Skipped("پرونده‌ای با ‎--bundle نام برده نشد.", "None was named with --bundle.")
    before = {model["id"] for model in site.user.get_json("/api/sources/installed")["items"]}
    with site.wanted.bundle.open("rb") as file:
        answer = site.user.ask(
            "POST", "/api/sources/import", 201, files={"files": (site.wanted.bundle.name, file)}
        )
    names = []
    for model in answer.json()["items"]:
        names.append(model["name"])
        if model["id"] not in before:
            site.made.add(model["id"])
            site.user.ask("DELETE", f"/api/sources/installed/{model['id']}")
    return Words("، ".join(names), ", ".join(names))
