"""`bazgoo backup` and `bazgoo restore`: an installation as one file, and back."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bazgoo.cli.models.printing import megabytes, print_json
from bazgoo.cli.models.progress import Telling
from bazgoo.cli.serve import DataDir
from bazgoo.cli.terminal import say
from bazgoo.errors import FileUnreadable, NothingToBackUp
from bazgoo.settings import Settings

if TYPE_CHECKING:
    from bazgoo.server.backups.archive import Chain, Header
    from bazgoo.server.backups.restoring import Restored

Out = Annotated[
    Path | None, typer.Option(help="The file to write, or the folder; `backups/` of the data folder else.")
]
Files = Annotated[
    bool, typer.Option("--files/--no-files", help="With the files of models that the Hub has too.")
]
Base = Annotated[
    Path | None, typer.Option(help="An earlier backup, beside which only what is new is written.")
]
PasswordFile = Annotated[
    Path | None, typer.Option(help="A file whose first line is the password that seals the backup.")
]
Source = Annotated[Path, typer.Argument(help="The backup; what it begins from lies beside it.")]
Replace = Annotated[
    bool, typer.Option("--replace", help="Let it take the place of what is there, which is deleted then.")
]
Check = Annotated[bool, typer.Option("--check", help="Only see whether it is whole; nothing is restored.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print a JSON object.")]


def backup(  # noqa: PLR0917  Typer passes them by name
    out: Out = None,
    files: Files = True,
    base: Base = None,
    password_file: PasswordFile = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """Write a backup of everything, whether the studio runs or not: database, datasets, models, trainings."""
    from bazgoo.server import addresses  # noqa: PLC0415
    from bazgoo.server.backups.making import Wish, make_backup  # noqa: PLC0415
    from bazgoo.server.backups.names import a_place  # noqa: PLC0415
    from bazgoo.server.embedded import EmbeddedPostgres  # noqa: PLC0415

    settings = Settings.load(data_dir=data_dir)
    wish = Wish(files=files, base=base, password=_password(settings, password_file))
    if (
        addresses.configured(settings) is None
        and not EmbeddedPostgres(settings.data_dir).cluster.folder.exists()
    ):
        raise NothingToBackUp(folder=settings.data_dir)
    place = a_place(settings, out)
    with _stoppable(), addresses.opened(settings) as address, Telling() as telling:
        header = make_backup(settings, address, place, wish, telling)
    _tell_made(place, header, as_json=as_json)


def _tell_made(place: Path, header: "Header", *, as_json: bool) -> None:
    size = place.stat().st_size
    if as_json:
        told = {"file": str(place), "id": header.id, "kind": header.kind, "size_bytes": size}
        print_json({**told, "base": header.base_name, "encrypted": header.seal is not None})
        return
    say(
        f"پشتیبان در «{place}» است ({megabytes(size)} مگابایت).",
        f"The backup is “{place}” ({megabytes(size)} MB).",
    )
    if header.seal is None:
        say(
            "رمزنگاری نشده است، پس کلید نصب در آن نیست: پس از بازیابی روی دستگاه دیگر همه دوباره وارد می‌شوند"
            " و توکن‌های هاب را دوباره می‌دهند.",
            "It is not encrypted, so the key of the installation is not in it: restored on another machine, "
            "everybody logs in again and gives their Hub token again.",
        )


def restore(  # noqa: PLR0917  Typer passes them by name
    file: Source,
    replace: Replace = False,
    check: Check = False,
    password_file: PasswordFile = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """Make the installation what a backup says, while the studio is stopped."""
    from bazgoo.server.backups import restoring  # noqa: PLC0415
    from bazgoo.server.backups.archive import Chain  # noqa: PLC0415

    settings = Settings.load(data_dir=data_dir)
    password = _password(settings, password_file)
    with _stoppable(), Chain(file, password) as chain, Telling() as telling:
        if not check:
            restored = restoring.restore(settings, chain, replace=replace, emit=telling)
        else:
            restoring.check(chain, telling)
    if check:
        _tell_checked(chain, as_json=as_json)
    else:
        _tell_restored(restored, as_json=as_json)


def _tell_checked(chain: "Chain", *, as_json: bool) -> None:
    header, size = chain.header, chain.contents.size_bytes
    if as_json:
        print_json({"id": header.id, "kind": header.kind, "revision": header.revision, "size_bytes": size})
        return
    say(
        f"پشتیبان سالم است: {len(chain.contents.files)} پرونده، {megabytes(size)} مگابایت.",
        f"The backup is whole: {len(chain.contents.files)} files, {megabytes(size)} MB.",
    )


def _tell_restored(restored: "Restored", *, as_json: bool) -> None:
    missing = [each.repo_id for each in restored.left_out]
    if as_json:
        told = {"files": restored.files, "size_bytes": restored.size_bytes, "models_to_bring": missing}
        print_json({**told, "tokens_lost": restored.tokens_lost})
        return
    size = megabytes(restored.size_bytes)
    say(
        f"بازیابی شد: {restored.files} پرونده، {size} مگابایت. با «bazgoo serve» آغاز کنید.",
        f"Restored {restored.files} files, {size} MB. Start with `bazgoo serve`.",
    )
    if missing:
        say(
            f"پروندهٔ این مدل‌ها در پشتیبان نبود؛ دوباره بارگیری‌شان کنید: {'، '.join(missing)}",
            f"The files of these models were not in the backup; download them again: {', '.join(missing)}",
        )
    if restored.tokens_lost:
        say(
            f"کلید این نصب {restored.tokens_lost} توکن هاب را باز نمی‌کند؛ صاحبانشان دوباره واردشان کنند.",
            f"The key of this installation does not open {restored.tokens_lost} Hub tokens; their owners enter "
            "them again.",
        )


def _password(settings: Settings, file: Path | None) -> str | None:
    """From the file, else from the settings."""
    if file is None:
        return settings.backup_password.get_secret_value() if settings.backup_password else None
    try:
        return file.read_text("utf-8").partition("\n")[0].rstrip("\r") or None
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise FileUnreadable(file=file, reason_fa=reason, reason_en=reason) from None


@contextmanager
def _stoppable() -> Iterator[None]:
    """Leave every block in order when told to stop, so that nothing half-made is left."""
    before = signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit(143))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
