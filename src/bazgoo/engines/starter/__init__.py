"""The voice that Bazgoo ships with: a Piper voice taught by `recipes/starter_voice.sh` from speech of eSpeak NG."""

from pathlib import Path

STARTER = Path(__file__).parent / "fa_IR-espeak_starter-low.onnx"
"""Its graph; the JSON lies beside it."""
