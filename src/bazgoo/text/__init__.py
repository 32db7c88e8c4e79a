"""Written Persian to spoken Persian."""

from bazgoo.text.passages import Passage, passages
from bazgoo.text.ssml import parse_ssml
from bazgoo.text.tokens import Token, normalize, read

__all__ = ["Passage", "Token", "normalize", "parse_ssml", "passages", "read"]
