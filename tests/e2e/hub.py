"""The Hub that the Models page is tested with: voices, something big, and repositories that refuse."""

import io
import wave
from pathlib import Path

from tests.hub_standin import Account, HubStandin, Repository, noise

BIG_BYTES = 6_000_000
SLOWLY_BYTES_S = 400_000
AMIR = "fa/fa_IR/amir/medium"
TOKEN = "hf_sara_reads_what_is_hers"
CARD = "# صدای ریز\n\nبرای آزمون. <script>window.broken = true</script>\n\n- **کوچک**\n"


def second_of_silence() -> bytes:
    """A sample that browsers play."""
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setparams((1, 2, 8000, 0, "NONE", ""))
        sound.writeframes(bytes(2 * 8000))
    return file.getvalue()


def fill_hub(tiny_voice: Path, folder: Path) -> HubStandin:
    """A Hub with ``tiny_voice`` under several names; it speaks, as the pages need to hear."""
    graph, config = tiny_voice.read_bytes(), tiny_voice.with_name(f"{tiny_voice.name}.json").read_bytes()

    def voice(path: str) -> dict[str, bytes]:
        return {f"{path}.onnx": graph, f"{path}.onnx.json": config}

    speaks = {"tags": ["fa"], "pipeline_tag": "text-to-speech", "card": {"license": "mit"}}
    big = noise(folder / "model.safetensors", BIG_BYTES)
    repositories = [
        Repository(
            "rhasspy/piper-voices",
            voice(f"{AMIR}/fa_IR-amir-medium")
            | voice("fa/fa_IR/gyro/medium/fa_IR-gyro-medium")
            | voice("fa/fa_IR/ganji/medium/fa_IR-ganji-medium")
            | {f"{AMIR}/samples/speaker_0.wav": second_of_silence(), "README.md": b"# Voices\n"},
            downloads=100,
            **speaks,
        ),
        Repository(
            "someone/tiny", voice("fa_IR-tiny-x_low") | {"README.md": CARD.encode()}, downloads=7, **speaks
        ),
        Repository(
            "someone/choir", voice("one/fa_IR-one-low") | voice("two/fa_IR-two-low"), downloads=5, **speaks
        ),
        Repository("someone/other", voice("fa_IR-other-low"), downloads=6, **speaks),
        Repository("someone/big", {"model.safetensors": big, "config.json": b'{"model_type": "bert"}'}),
        Repository("someone/gated", voice("fa_IR-gated-low"), gated="manual", **speaks),
        *(Repository(f"many/model-{n}", {"a.bin": b"x"}) for n in range(25)),
    ]
    return HubStandin(repositories, {TOKEN: Account("sara")})
