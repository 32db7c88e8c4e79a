"""Every subject, in the order in which they are looked at."""

from collections.abc import Sequence

import typer

from bazgoo.cli.verify import (
    accounts,
    backup,
    builds,
    database,
    datasets,
    downloads,
    endpoints,
    health,
    live,
    speech,
    training,
)
from bazgoo.cli.verify.finding import Subject

SUBJECTS = (
    Subject("health", "تندرستی", health.checks, visits=False),
    Subject("database", "پایگاه داده", database.checks, visits=False),
    Subject("accounts", "حساب‌ها", accounts.checks),
    Subject("endpoints", "نشانی‌ها", endpoints.checks),
    Subject("live", "رویدادهای زنده", live.checks),
    Subject("speech", "گفتار", speech.checks),
    Subject("datasets", "مجموعه‌داده", datasets.checks),
    Subject("download", "بارگیری", downloads.checks),
    Subject("training", "آموزش", training.checks),
    Subject("backup", "پشتیبان", backup.checks),
    Subject("builds", "ساخت", builds.checks, visits=False),
)


def chosen(names: Sequence[str] | None) -> list[Subject]:
    """The subjects of these names, all when none are named; raises BadParameter for one that there is not."""
    known = {subject.name: subject for subject in SUBJECTS}
    for name in names or ():
        if name not in known:
            raise typer.BadParameter(f"{name}: not one of {', '.join(known)}", param_hint="--only")
    return [subject for subject in SUBJECTS if not names or subject.name in names]
