"""What is asked of a lexicon, and what it answers."""

from datetime import datetime

from pydantic import BaseModel, ConfigDict


class Pronunciation(BaseModel):
    """How a word is to be said: in IPA, or respelled in Persian with its vowels."""

    model_config = ConfigDict(
        extra="forbid",
        use_attribute_docstrings=True,
        json_schema_extra={"examples": [{"spoken": "کِرِم"}, {"ipa": "keˈrem"}]},
    )

    ipa: str | None = None
    """The International Phonetic Alphabet, without ezafe; folded to the nearest Persian sounds."""
    spoken: str | None = None
    """A Persian respelling with vowels; it is how the word is said unless `ipa` is given too."""


class LexiconEntry(BaseModel):
    """One word of a person's lexicon."""

    model_config = ConfigDict(from_attributes=True, use_attribute_docstrings=True)

    word: str
    """As Persian writes it."""
    ipa: str
    """How it is said; an ezafe is added where the word carries one."""
    spoken: str | None
    """The respelling that was written, if any."""
    updated_at: datetime


class LexiconImported(BaseModel):
    """What a file brought."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    added: int
    """Words that were not there before."""
    replaced: int
    """Words that were."""
