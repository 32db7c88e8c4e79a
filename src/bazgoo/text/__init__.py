"""Written Persian to spoken Persian."""

from bazgoo.text.passages import Passage, passages
from bazgoo.text.ssml import parse_ssml
from bazgoo.text.tehrani import Mode, in_mode
from bazgoo.text.tokens import Token, normalize, read

__all__ = ["Mode", "Passage", "Token", "in_mode", "normalize", "parse_ssml", "passages", "read"]
