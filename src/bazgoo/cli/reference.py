"""Pages of the reference that are made from the code: `python -m bazgoo.cli.reference` writes them all."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from pydantic import AliasChoices, BaseModel, SecretStr
from pydantic.fields import FieldInfo

from bazgoo.errors import BazgooError
from bazgoo.phonemes.alphabet import CONSONANTS as CONSONANTS_OF_IPA
from bazgoo.phonemes.alphabet import VOWELS, repr1
from bazgoo.phonemes.letters import CONSONANTS
from bazgoo.server.problems import status_of
from bazgoo.settings import Settings


def variables(
    model: type[BaseModel] = Settings, prefix: str = "BAZGOO_", section: str = ""
) -> Iterator[tuple[str, str, FieldInfo]]:
    """Every environment variable: its name, its default as one would write it, and the field behind it."""
    for name, field in model.model_fields.items():
        default = field.get_default(call_default_factory=False)
        if isinstance(default, BaseModel):
            yield from variables(type(default), prefix, f"{section}{name}__".upper())
            continue
        yield _variable(name, field, prefix, section), _written(default), field


def _variable(name: str, field: FieldInfo, prefix: str, section: str) -> str:
    alias = field.validation_alias
    if isinstance(alias, AliasChoices):
        return str(alias.choices[-1])
    return f"{prefix}{section}{alias or name}".upper()


def _written(default: object) -> str:
    if (
        default is None
        or isinstance(default, SecretStr)
        or default is ...
        or repr(default) == "PydanticUndefined"
    ):
        return ""
    if isinstance(default, bool):
        return str(default).lower()
    return ",".join(map(str, default)) if isinstance(default, tuple) else str(default)


def _sentence(field: FieldInfo) -> str:
    return " ".join((field.description or "").split())


def settings_page() -> str:
    """`docs/reference/settings.md`."""
    rows = "\n".join(
        f"| `{name}` | {f'`{default}`' if default else ''} | {_sentence(field)} |"
        for name, default, field in variables()
    )
    return (
        "# Settings\n\nMade from `settings.py` by `python -m bazgoo.cli.reference`; do not edit.\n\n"
        "Settings come from the environment, or from a file `.env` in the folder where Bazgoo starts;\n"
        "the environment wins.\n"
        "Names without `BAZGOO_` are those other programs use; with the prefix they work too.\n"
        "A wrong value stops the start with a sentence that names it.\n\n"
        f"| variable | default | means |\n|---|---|---|\n{rows}\n"
    )


def example_page() -> str:
    """`.env.example`."""
    blocks = "\n".join(f"# {_sentence(field)}\n#{name}={default}\n" for name, default, field in variables())
    heading = (
        "# Every setting, with its default. Copy to .env and take the # away where you want another value."
    )
    return f"{heading}\n\n{blocks}"


def errors_page() -> str:
    """`docs/reference/errors.md`."""
    told = sorted(_told(BazgooError), key=lambda kind: (status_of(kind), kind.code))
    rows = "\n".join(f"| `{kind.code}` | {status_of(kind)} | {kind.fa} | {kind.en} |" for kind in told)
    return (
        "# Errors\n\nMade from `errors/` by `python -m bazgoo.cli.reference`; do not edit.\n\n"
        "Over HTTP an error is an RFC 9457 problem: `code` is for programs and stays, `detail` is one of the\n"
        "sentences here, in Persian unless `Accept-Language` prefers English. Under `/v1` errors have OpenAI's shape\n"
        "with the same `code`.\n"
        "The command line prints the sentence and the code, and exits with 1.\n\n"
        f"| code | status | Persian | English |\n|---|---|---|---|\n{rows}\n"
    )


def _told(kind: type[BazgooError]) -> Iterator[type[BazgooError]]:
    """Every error below ``kind`` that has words for people."""
    for error in kind.__subclasses__():
        if "code" in vars(error):
            yield error
        yield from _told(error)


def alphabet_page() -> str:
    """`docs/reference/alphabet.md`."""
    spelled = {"a": "اَ", "A": "آ ا", "e": "اِ ـه", "o": "اُ و", "i": "ای", "u": "او"}
    for letter, sound in CONSONANTS.items():
        spelled[sound] = f"{spelled.get(sound, '')} {letter}".strip()
    rows = "\n".join(
        f"| {spelled[repr1(ipa)]} | {ipa} | `{mnemonic}` | `{repr1(ipa)}` |"
        for ipa, mnemonic in (VOWELS | CONSONANTS_OF_IPA).items()
    )
    return (
        "# The alphabet of sounds\n\nMade from `phonemes/` by `python -m bazgoo.cli.reference`; do not edit.\n\n"
        "Bazgoo writes Persian sounds in IPA: 29 of them, `ː` for length, `ˈ` and `ˌ` for stress right before\n"
        "the vowel that carries it. Each has exactly one symbol in eSpeak NG's Persian (so every Piper voice knows\n"
        "it) and one letter in Repr.1, the alphabet of KaamelDict and SentenceBench, with no stress or length.\n\n"
        f"| letters | IPA | eSpeak NG | Repr.1 |\n|---|---|---|---|\n{rows}\n\n"
        "Style: «ow» before a consonant or at the end is `o` (نو `no`), «iyy» before a vowel is `iy` (جمعیت\n"
        "`jam?iyat`), a consonant doubled in Arabic is written twice inside a word (محمد `mohammad`) and once at its\n"
        "end (حق `haq`), where the ezafe doubles it (`haqq-e`); a glottal stop at the beginning of a word is not\n"
        "written; an ezafe is `e`, and `ye` (IPA `je`) behind a vowel. From Python: `alphabet.mnemonics`,\n"
        "`alphabet.repr1`, `alphabet.from_repr1`.\n"
    )


PAGES: dict[str, Callable[[], str]] = {
    "docs/reference/settings.md": settings_page,
    "docs/reference/errors.md": errors_page,
    "docs/reference/alphabet.md": alphabet_page,
    ".env.example": example_page,
}
"""Every page that is made from the code, by its place in the repository."""


def main() -> None:
    """Write all pages below the working directory."""
    for place, page in PAGES.items():
        path = Path(place)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page(), encoding="utf-8")
        sys.stdout.write(f"{place}\n")


if __name__ == "__main__":
    main()
