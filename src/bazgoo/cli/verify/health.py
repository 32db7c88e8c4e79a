"""Whether the studio answers, is well, and gives its pages out."""

import re
from collections.abc import Iterator

from bazgoo import __version__
from bazgoo.cli.verify.finding import Check, Gap, Words
from bazgoo.cli.verify.site import Site

_NEEDED = re.compile(r'(?:src|href)="(/[^"#/][^"#]*)"')


def checks(site: Site) -> Iterator[Check]:
    """Health, pages, the description of the API."""
    yield Check("تندرستی", "health", lambda: _health(site))
    yield Check("کارگرها", "workers", lambda: _workers(site))
    yield Check("صفحه‌ها", "pages", lambda: _pages(site))
    yield Check("شرح API", "the API described", lambda: _described(site))


def _health(site: Site) -> str:
    told = site.nobody.get_json("/health")
    if told["status"] != "ok" or told["database"] != "ok":
        raise Gap(str(told), str(told))
    if told["version"] != __version__:
        words = f"{told['version']} ≠ {__version__}"
        raise Gap(f"نسخهٔ دیگری در کار است: {words}", f"another version is running: {words}")
    return f"{site.url}, {told['version']}"


def _workers(site: Site) -> str:
    workers = site.nobody.get_json("/health")["workers"]
    if not workers:
        raise Gap(
            "هیچ کارگری زنده نیست؛ بارگیری و آموزش پیش نمی‌رود.",
            "No worker lives; nothing is brought or taught.",
        )
    return str(workers)


def _pages(site: Site) -> Words:
    """The first page, and everything it names."""
    page = site.nobody.ask("GET", "/").text
    needed = sorted(set(_NEEDED.findall(page)))
    if not any(each.endswith(".js") for each in needed):
        raise Gap("صفحه‌ها ساخته نشده‌اند: ‎./setup.sh", "The pages have not been built: ./setup.sh")
    for each in needed:
        site.nobody.ask("GET", each)
    return Words(f"{len(needed)} پرونده", f"{len(needed)} files")


def _described(site: Site) -> Words:
    paths = site.nobody.get_json("/openapi.json")["paths"]
    site.nobody.ask("GET", "/docs")
    count = sum(len(operations) for operations in paths.values())
    return Words(f"{count} کار", f"{count} operations")
