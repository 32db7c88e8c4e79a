"""What `bazgoo bench voice` does: judge a voice on the held-out recordings of a dataset."""

import json
import sys
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from bazgoo.cli.bench.report import machine, short
from bazgoo.cli.bench.teaching import Bar, teach_judge
from bazgoo.cli.speak import voice_file
from bazgoo.cli.terminal import say
from bazgoo.datasets import Dataset
from bazgoo.evaluation.judge import Judge, is_judge
from bazgoo.evaluation.predictors import opinion_predictor_below, recogniser_below
from bazgoo.evaluation.voices import MEASURES, Judgement, Panel, judge_voice
from bazgoo.events import Event, VoiceJudged
from bazgoo.settings import Settings
from bazgoo.speech import open_speaker


def measure(voice: str, dataset: Path, judge: Path | None, most: int) -> Judgement:
    """Judge ``voice``; a judge is taught into ``judge`` first where there is none."""
    if judge is None:
        say(
            "داوری داده نشده است؛ خطای واج‌ها سنجیده نمی‌شود.",
            "No judge was given: phoneme errors are not measured.",
        )
    elif not is_judge(judge):
        teach_judge(dataset, judge)
    models_dir = Settings.load().models_dir
    panel = Panel(
        Judge.open(judge) if judge else None,
        recogniser_below(models_dir),
        opinion_predictor_below(models_dir),
    )
    files, voice_id = voice_file(voice)
    speaker = open_speaker(models_dir, files=files, cache_bytes=0)
    with Dataset.open(dataset) as opened, Bar("داوری", "judging") as bar:

        def show(event: Event) -> None:
            if isinstance(event, VoiceJudged):
                bar(event.done, event.total)

        return judge_voice(speaker, speaker.voice(voice_id).id, opened, panel, most=most, emit=show)


def print_table(judgement: Judgement) -> None:
    """A line for each figure, with the same of the recordings and of chance."""
    title = f"{judgement.voice}, {judgement.sentences} held-out sentences of {judgement.dataset}; {machine()}"
    table = Table("measured", "voice", "recordings", "another sentence", title=title, box=SIMPLE)
    for score in judgement.scores:
        name = score.name.replace("_", " ")
        unit = MEASURES[score.name]
        values = (score.voice, score.recordings, score.chance)
        table.add_row(f"{name} ({unit})" if unit else name, *("" if v is None else short(v) for v in values))
    Console(width=max(Console().width, 100)).print(table)


def print_json(judgement: Judgement) -> None:
    """The same as one JSON object."""
    scores = [{"unit": MEASURES[score.name], **asdict(score)} for score in judgement.scores]
    told = {"measured_at": datetime.now(UTC).isoformat(), "machine": machine(), **asdict(judgement)}
    json.dump(told | {"scores": scores}, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")
