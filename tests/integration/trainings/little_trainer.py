"""A trainer that learns one line in numpy, and speaks as `python -m bazgoo.training` does.

python little_trainer.py RUN [--from FILE] [--export FILE]; `LITTLE_STEP_S` paces it, `LITTLE_EXPORT` is what it makes.
"""

import argparse
import hashlib
import json
import os
import shutil
import signal
import sys
import threading
import time
from pathlib import Path
from typing import Any

import numpy as np

given = argparse.ArgumentParser()
given.add_argument("run", type=Path)
given.add_argument("--from", dest="begin")
given.add_argument("--export")
asked = given.parse_args()
run, events = asked.run, asked.run / "events.jsonl"
config = json.loads((run / "training.json").read_text("utf-8"))["config"]
stopping = threading.Event()


def listen() -> None:
    while os.read(0, 4096):
        pass
    stopping.set()


def tell(name: str, **fields: Any) -> None:
    with events.open("a", encoding="utf-8") as file:
        file.write(json.dumps({"event": name, "at": time.time(), **fields}, ensure_ascii=False) + "\n")


def save(step: int, weights: np.ndarray, loss: float) -> None:
    file = f"step-{step:08d}.pt"
    (run / "checkpoints" / file).write_bytes(weights.tobytes())
    digest = hashlib.sha256(weights.tobytes()).hexdigest()
    saved = {"epoch": step // 10, "step": step, "loss": loss, "accuracy": None, "file": file, "best": True}
    tell("checkpoint_saved", **saved, sha256=digest, size_bytes=weights.nbytes)
    folder = run / "samples" / f"step-{step:08d}"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "1.wav").write_bytes(b"RIFF" + weights.tobytes())
    name = f"{folder.name}/1.wav"
    tell("sample_made", step=step, kind="audio", text="سلام دنیا", file=name)


def export(weights: np.ndarray, step: int) -> None:
    shutil.rmtree(run / "export", ignore_errors=True)
    shutil.copytree(os.environ["LITTLE_EXPORT"], run / "export")
    (run / "export" / "README.md").write_text(f"weights {weights.tolist()}\n", "utf-8")
    tell(
        "training_completed", step=step, stopped_early=False, metrics={"val_loss": float(abs(weights[0] - 2))}
    )


def states() -> list[Path]:
    return sorted((run / "checkpoints").glob("step-*.pt"))


def step_of(path: Path) -> int:
    return int(path.stem.partition("-")[2])


def main() -> None:
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopping.set())
    threading.Thread(target=listen, daemon=True).start()
    (run / "checkpoints").mkdir(exist_ok=True)
    if events.exists():  # a line that a crash has left half written
        whole = events.read_bytes()
        events.write_bytes(whole[: whole.rfind(b"\n") + 1])
    if asked.export:
        state = run / "checkpoints" / asked.export
        return export(np.frombuffer(state.read_bytes()), step_of(state))
    if asked.begin:
        for path in states():
            if path.name > asked.begin:
                path.unlink()
                tell("checkpoint_removed", file=path.name)
    return learn()


def learn() -> None:
    last = states()[-1] if states() else None
    weights = np.frombuffer(last.read_bytes()).copy() if last else np.zeros(2)
    first, steps = (step_of(last) if last else 0), config["max_steps"]
    sys.stdout.write(f"learning from step {first}\n")
    sys.stdout.flush()
    if busy := os.environ.get("LITTLE_BUSY"):
        tell("training_preparing", prepared=3, total=12)
        while Path(busy).exists():
            time.sleep(0.01)
    tell(
        "training_started",
        step=first,
        total_epochs=steps // 10,
        total_steps=steps,
        device="cpu",
        parameters=2,
    )
    for step in range(first + 1, steps + 1):
        dice = np.random.default_rng([config["seed"], step])
        x = dice.standard_normal(16)
        error = weights[0] * x + weights[1] - (2 * x + 1)
        weights -= config["learning_rate"] * np.array([(error * x).mean(), error.mean()])
        loss = float((error**2).mean())
        metrics = {"loss": loss, "learning_rate": config["learning_rate"], "steps_per_s": 50.0}
        told = {"epoch": 1 + (step - 1) // 10, "step": step, "metrics": metrics}
        tell("training_progressed", **told, total_epochs=steps // 10, progress=100 * step / steps, eta_s=1.0)
        if step % 10 == 0:
            tell("epoch_finished", **told)
            save(step, weights, loss)
        if stopping.is_set():
            save(step, weights, loss)
            tell("training_paused", step=step)
            return
        if not np.isfinite(loss):
            tell("training_failed", code="training_diverged", fa="از هم پاشید.", en="It fell apart.")
            sys.exit(1)
        time.sleep(float(os.environ.get("LITTLE_STEP_S", "0.01")))
    export(weights, steps)


if __name__ == "__main__":
    main()
