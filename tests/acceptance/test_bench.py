"""`bazgoo bench speech`, with real servers and whatever peers are installed."""

import json
import subprocess
import sys


def test_speech_is_measured_beside_its_peers_and_nobody_fails(tiny_voice, tmp_path):
    command = [sys.executable, "-m", "bazgoo", "bench", "speech", "--json", "--voice", str(tiny_voice)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True, timeout=280)
    figures = json.loads(done.stdout)["figures"]
    by_voice = {(figure["name"], figure["voice"]): figure for figure in figures}
    assert by_voice["whole files", "espeak-fa"]["bazgoo"] > 0
    assert by_voice["installed start to healthy", ""]["bazgoo"] > 0
    assert by_voice["memory idle", ""]["bazgoo"] > 0
    for voice in ("espeak-fa", "fa_IR-tiny-x_low"):
        for crowd in ("1 client", "8 clients", "64 clients"):
            assert by_voice[f"first audio, median, {crowd}", voice]["bazgoo"] > 0
            assert by_voice[f"failures, {crowd}", voice]["bazgoo"] == 0
    assert set(by_voice["whole files", "fa_IR-tiny-x_low"]["peers"]) <= {"piper-tts", "sherpa-onnx"}


def test_events_reach_every_client_and_none_is_lost(tmp_path):
    command = [sys.executable, "-m", "bazgoo", "bench", "events", "--json", "--clients", "20"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True, timeout=120)
    median, slowest, lost = (figure["bazgoo"] for figure in json.loads(done.stdout)["figures"])
    assert 0 < median <= slowest
    assert lost == 0


def test_a_crowd_is_served_beside_speech(tmp_path):
    command = [sys.executable, "-m", "bazgoo", "bench", "load", "--json", "--clients", "16", "--seconds", "4"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True, timeout=280)
    figures = {each["name"].partition(": ")[2]: each["bazgoo"] for each in json.loads(done.stdout)["figures"]}
    assert 0 < figures["API, median"] <= figures["API, slowest"]
    assert figures["speech for 8"] > 0
    assert figures["event loop"] > 0
