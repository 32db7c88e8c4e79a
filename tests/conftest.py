"""What all tests share."""

import runpy
import signal
from pathlib import Path

import pytest

# Where the run itself was started in the background, a shell has had Ctrl-C ignored, and every program started here
# would inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)

VOICES = Path(__file__).parent / "voices"
VOICE_SCRIPT = VOICES / "make_tiny_voice.py"


@pytest.fixture(scope="session")
def make_voice():
    """Makes Piper voices without training: `make_voice(folder, name="tiny", heavy=False, speakers=())`."""
    return runpy.run_path(str(VOICE_SCRIPT))["make_voice"]


@pytest.fixture(scope="session")
def tiny_voice(make_voice, tmp_path_factory) -> Path:
    """The graph of a tiny Piper voice, `fa_IR-tiny-x_low.onnx`, its JSON beside it; not to be changed."""
    return make_voice(tmp_path_factory.mktemp("voices"))


@pytest.fixture(scope="session")
def make_sherpa():
    """Makes VITS voices for sherpa-onnx: `make_sherpa(folder, kind="piper", speakers=1, **metadata)`."""
    return runpy.run_path(str(VOICES / "make_tiny_sherpa.py"))["make_sherpa"]


@pytest.fixture(scope="session")
def make_matcha():
    """Makes Matcha voices: `make_matcha(folder, kind="matcha", vocoder="vocos", **metadata)`."""
    return runpy.run_path(str(VOICES / "make_tiny_sherpa.py"))["make_matcha"]


@pytest.fixture(scope="session")
def make_mms():
    """Makes VITS voices of Transformers: `make_mms(folder, full=False, **configuration)`; gives the weights' path."""
    return runpy.run_path(str(VOICES / "make_tiny_mms.py"))["make_mms"]
