"""How large the networks of a voice are."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Size:
    """How large a voice is."""

    reader: int
    """Channels of the encoder."""
    reader_blocks: int
    attentions: int
    drawer: int
    """Channels of the decoder."""
    drawer_blocks: int
    vocoder: int
    """Channels of the vocoder."""
    vocoder_blocks: int
    quality: str
    """As Piper would name it."""


SIZES = {
    "tiny": Size(192, 4, 0, 256, 5, 256, 6, "low"),
    "base": Size(256, 6, 2, 384, 8, 512, 8, "medium"),
}
