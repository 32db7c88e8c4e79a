"""A small dataset: brought in, told of live, read, changed, nobody else's, deleted."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from bazgoo.cli.verify.ear import Ear, rising
from bazgoo.cli.verify.finding import Check, Gap, Words
from bazgoo.cli.verify.site import Site, wait_for

GOOD = ("هوا امروز خوب است", "چه روز زیبایی است", "از دیدنت شاد شدم", "این کتاب بسیار خوب بود")
BAD = ("هوا امروز بد است", "چه روز تلخی است", "از رفتنت غمگین شدم", "این کتاب بسیار بد بود")
ROWS = [
    f"{text} {number},{label}"
    for number in range(30)
    for label, texts in (("خوب", GOOD), ("بد", BAD))
    for text in texts
]
READY_WITHIN_S = 120.0


def checks(site: Site) -> Iterator[Check]:
    """From its upload to its end."""
    yield Check("آوردن، خواندن، پاک‌کردن", "brought in, read, deleted", lambda: _whole_life(site))


def _whole_life(site: Site) -> Words:
    with Ear(site.url, site.user.login["access_token"]) as ear, dataset(site) as made:
        where = f"/api/datasets/{made['id']}"
        told = ear.told(made["id"])
        if not told:
            raise Gap("از آوردن آن رویدادی شنیده نشد.", "Nothing was told of it live.")
        rising(told)
        if made["record_count"] != len(ROWS):
            raise Gap(
                f"{made['record_count']} رکورد، نه {len(ROWS)}",
                f"{made['record_count']} records, not {len(ROWS)}",
            )
        site.user.ask("PATCH", f"{where}/records/1", json={"label": "بد"})
        if site.user.get_json(f"{where}/records/1")["label"] != "بد":
            raise Gap("تغییر رکورد نماند.", "The change of a record was not kept.")
        site.admin.ask("GET", where, 404)  # another's is nobody's, not even an admin's
    site.user.ask("GET", where, 404)
    return Words(f"{len(ROWS)} رکورد، {len(told)} رویداد", f"{len(ROWS)} records, {len(told)} events")


@contextmanager
def dataset(site: Site) -> Iterator[dict[str, Any]]:
    """A dataset of labelled texts that is ready, for the length of a ``with`` block."""
    files = {"file": ("labels.csv", "\n".join(("text,label", *ROWS)).encode())}
    said = {"name": "verify", "type": "text"}
    made = site.user.ask("POST", "/api/datasets", 201, data=said, files=files).json()
    site.made.add(made["id"])
    where = f"/api/datasets/{made['id']}"

    def ready() -> dict[str, Any] | None:
        now: dict[str, Any] = site.user.get_json(where)
        return now if now["metadata"]["status"] in ("ready", "failed") else None

    try:
        yield wait_for(ready, READY_WITHIN_S, "مجموعه‌داده آماده نشد.", "The dataset did not get ready.")
    finally:
        site.user.delete(where)
