"""Small datasets of real material, made on the spot."""

import json
import random
from pathlib import Path

import numpy as np
import soundfile

from bazgoo.datasets import Dataset
from bazgoo.phonemes import espeak_ng

WORDS = ("آب", "نان", "کتاب", "درخت", "خانه", "باران", "پنجره", "دریا", "گنجشک", "سلام دوست من", "روز خوبی است",
         "چای می‌خواهم", "کجا می‌روی", "هوا سرد شد", "برف می‌بارد", "شب به خیر")  # fmt: skip
VOICES = {"زهرا": ("f2", 170), "بهرام": ("m3", 170), "نوید": ("m7", 200)}
TOPICS = {
    "ورزش": (
        "تیم ملی فوتبال بازی را برد", "مربی از بازیکنان راضی بود", "دروازه‌بان توپ را گرفت",
        "مسابقهٔ کشتی فردا است", "گل دوم بازی را عوض کرد", "داور بازی را نگه داشت", "لیگ والیبال آغاز شد",
        "قهرمان وزنه‌برداری مدال گرفت", "هواداران ورزشگاه را پر کردند", "مهاجم تیم گل زد",
        "بازیکن تازه به تیم آمد", "تیم والیبال بازی را باخت", "مربی تیم را برای مسابقه آماده کرد",
        "گل بازی را مهاجم زد", "مسابقهٔ فوتبال در ورزشگاه برگزار شد", "بازیکنان مدال گرفتند",
    ),
    "آشپزی": (
        "برنج را با زعفران دم کنید", "پیاز را در روغن سرخ کنید", "خورش را با نمک بپزید",
        "سیب‌زمینی را پوست بگیرید", "گوشت را با پیاز بپزید", "کمی فلفل و نمک به خورش بزنید",
        "کیک را در فر بگذارید", "شیر و آرد را هم بزنید", "تخم‌مرغ را در روغن سرخ کنید", "سوپ را با سبزی بپزید",
        "زعفران را در آب دم کنید", "گوشت را در روغن سرخ کنید", "نمک و فلفل را به سوپ بزنید",
        "برنج را بشویید و بپزید", "آرد و شکر را هم بزنید", "سبزی را خرد کنید و به خورش بزنید",
    ),
}  # fmt: skip


def spoken(
    path: Path, text: str, variant: str = "", rate_wpm: int = 175, dice: random.Random | None = None
) -> None:
    """A clip of eSpeak's, as loud as dice say, in silence as long as they say, with a little noise."""
    dice = dice or random.Random(text)
    said = espeak_ng.synthesize(text, variant, rate_wpm).astype(np.float32) / 32_768
    before, after = (np.zeros(int(espeak_ng.SAMPLE_RATE_HZ * dice.uniform(0, 0.3)), np.float32) for _ in "ab")
    samples = np.concatenate([before, said * np.float32(dice.uniform(0.2, 1)), after])
    noise = np.random.default_rng(dice.randrange(1 << 30)).standard_normal(len(samples)).astype(np.float32)
    soundfile.write(path, samples + noise * np.float32(3e-4), espeak_ng.SAMPLE_RATE_HZ)


def add_clip(
    dataset: Dataset, text: str, variant: str, rate_wpm: int, dice: random.Random, **told: str
) -> None:
    path = dataset.folder.parent / "clip.wav"
    spoken(path, text, variant, rate_wpm, dice)
    info = soundfile.info(path)
    dataset.add(text, file=path, move=True, duration_s=info.duration, sample_rate=info.samplerate, **told)


def speakers(folder: Path) -> Dataset:
    """Three voices of eSpeak that say the same words."""
    dataset, dice = Dataset.create(folder, "گویندگان", "audio"), random.Random(1)
    with dataset.batch():
        for name, (variant, rate_wpm) in VOICES.items():
            for word in WORDS:
                add_clip(dataset, word, variant, rate_wpm, dice, speaker=name)
    return dataset


def words(folder: Path) -> Dataset:
    """«بله» and «نه», by many voices at many paces."""
    dataset, dice = Dataset.create(folder, "بله و نه", "audio"), random.Random(2)
    variants = [f"{sex}{n}" for sex in "mf" for n in range(1, 6 if sex == "f" else 9)]
    with dataset.batch():
        for word in ("بله", "نه"):
            for variant in variants:
                for _ in range(2):
                    add_clip(dataset, word, variant, dice.randrange(130, 230), dice, label=word)
    return dataset


def topics(folder: Path) -> Dataset:
    """Sport or cooking."""
    dataset = Dataset.create(folder, "موضوع", "text")
    with dataset.batch():
        for topic, texts in TOPICS.items():
            for text in texts:
                dataset.add(text, label=topic)
    return dataset


def table(folder: Path, rows: int = 300) -> Dataset:
    """«بزرگ» where the product of two columns is above 20; a third column says nothing, a fourth is no number."""
    dataset, dice = Dataset.create(folder, "جدول", "csv"), random.Random(3)
    with dataset.batch():
        for _ in range(rows):
            length, width = dice.uniform(1, 10), dice.uniform(1, 10)
            cells = {
                "طول": f"{length:.2f}",
                "عرض": f"{width:.2f}".replace(".", "٫"),
                "شماره": str(dice.randrange(1000)),
                "رنگ": dice.choice(["سرخ", "سبز"]),
            }
            label = "بزرگ" if length * width > 20 else "کوچک"
            dataset.add(json.dumps(cells, ensure_ascii=False), label=label)
    return dataset
