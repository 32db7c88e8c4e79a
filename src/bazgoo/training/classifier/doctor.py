"""What is to be known before a classifier is taught: what forbids it, what to mind, what it will take."""

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from bazgoo.datasets import Dataset
from bazgoo.errors import in_persian_digits
from bazgoo.training.classifier.examples import Labelled, counts, divided, labelled
from bazgoo.training.classifier.layers import Layer, layers, multiplications, parameters
from bazgoo.training.classifier.seeing import fits, network, numeric_columns, proposed, seen
from bazgoo.training.config import ClassifierConfig
from bazgoo.training.doctor import Finding, Machine, Needs

FEWEST = 2
"""Examples of a label below which it can only be learnt by heart."""
FEW = 20
"""Examples of a label from which it is usually told well."""
UNBALANCED = 10
"""How many times as many examples the most usual label has as the rarest, from which rare ones are told badly."""
_NAMED = 5

_TORCH_MB = 350
_STEP_S, _WEIGHT_S, _MULTIPLICATIONS_PER_S = 2e-3, 10e-9, 20e9
"""A step whatever it does, each of its weights, and what a core multiplies; measured, torch 2.13 on AVX-512."""
_HEARD_S_PER_S = 500
"""Seconds of recordings that a core makes features of in a second."""
_BYTES = 4
_STATES = 3 * 3
"""Weights with both moments of their optimiser, in checkpoints: the best, the last and one that is being written."""


def findings(dataset: Dataset, config: ClassifierConfig, machine: Machine) -> Needs:  # noqa: ARG001 - fits any
    """Looks at labels, columns and sizes; nothing is heard or measured."""
    records = labelled(dataset, config)
    learning, validating = divided(records, config.validation_split)
    refusals = tuple(_refusals(dataset, config, records))
    plan: Sequence[Layer] = ()
    work = size = 0
    if not refusals:
        features = proposed(dataset, config, learning)
        kind = network(dataset, config)
        plan = layers(features, len(counts(records)), kind, config.hidden, config.dropout)
        work, size = multiplications(plan, features), math.prod(features.shape)
    steps = math.ceil(len(learning) / config.batch_size) * config.epochs
    steps = min(steps, config.max_steps or steps)
    duration_s = sum(one.record.duration_s or 0.0 for one in records)
    learns = parameters(plan)
    return Needs(
        refusals=refusals,
        warnings=tuple(_warnings(dataset, config, records, learning)) if not refusals else (),
        records=len(records),
        duration_s=duration_s,
        steps=steps,
        seconds=_seconds(config, steps, learns, work, len(validating)) + duration_s / _HEARD_S_PER_S,
        memory_mb=_TORCH_MB + _mb(size * len(records) * 2 + learns * 4),
        disk_mb=1 + _mb(learns * (_STATES + 2)),
        parameters=learns,
    )


def _seconds(config: ClassifierConfig, steps: int, learns: int, work: int, validating: int) -> float:
    """Three multiplications for every one of the network: one forwards, two backwards."""
    step_s = _STEP_S + learns * _WEIGHT_S + 3 * work * config.batch_size / _MULTIPLICATIONS_PER_S
    return steps * step_s + config.epochs * validating * work / _MULTIPLICATIONS_PER_S


def _mb(numbers: int) -> int:
    return math.ceil(numbers * _BYTES / (1 << 20))


def _refusals(dataset: Dataset, config: ClassifierConfig, records: Sequence[Labelled]) -> Iterator[Finding]:
    if not fits(dataset, config):
        yield Finding(
            "features_unfit",
            "این مجموعه‌داده چنین ویژگی‌هایی ندارد. «features» را «auto» بگذارید.",
            "This dataset has no such features. Set “features” to “auto”.",
        )
        return
    often = counts(records)
    small = [label for label, count in often.items() if count < FEWEST]
    if not records:
        yield _no_labels(config)
    elif len(often) < 2:
        yield Finding(
            "one_label",
            f"همهٔ نمونه‌ها یک برچسب («{next(iter(often))}») دارند. نمونه‌هایی با برچسبی دیگر هم بیفزایید.",
            f"All examples have the same label (“{next(iter(often))}”). Add examples of another one.",
        )
    elif small:
        yield Finding(
            "label_too_small",
            f"از برخی برچسب‌ها تنها یک نمونه هست ({_names_fa(small)}). نمونه بیفزایید یا آن‌ها را کنار بگذارید.",
            f"Some labels have a single example ({_names(small)}). Add examples, or leave those out.",
        )
    elif seen(dataset, config) == "numbers" and not numeric_columns(records)[0]:
        yield Finding(
            "columns_not_numbers",
            "هیچ ستونی عدد ندارد. جدولی با ستون‌های عددی بدهید یا «features» را «characters» بگذارید.",
            "No column holds numbers. Give a table that has some, or set “features” to “characters”.",
        )


def _no_labels(config: ClassifierConfig) -> Finding:
    if config.target == "speaker":
        return Finding(
            "no_labels",
            "گویندهٔ هیچ نمونه‌ای گفته نشده است. ستون «speaker» را پر کنید یا «target» را «label» بگذارید.",
            "No example says who speaks. Fill in the column “speaker”, or set “target” to “label”.",
        )
    return Finding(
        "no_labels",
        "هیچ نمونه‌ای برچسب ندارد. ستون «label» را پر کنید یا صداها را در پوشه‌هایی به نام برچسب‌ها بگذارید.",
        "No example has a label. Fill in the column “label”, or put recordings into folders named for their labels.",
    )


def _warnings(
    dataset: Dataset, config: ClassifierConfig, records: Sequence[Labelled], learning: Sequence[Labelled]
) -> Iterator[Finding]:
    yield from _about_labels(counts(records))
    unlabelled = dataset.count(excluded=False) - len(records)
    if unlabelled:
        yield Finding(
            "unlabelled",
            f"{in_persian_digits(unlabelled)} نمونه برچسب ندارد و از آن‌ها چیزی آموخته نمی‌شود.",
            f"{unlabelled} examples have no label; nothing is learnt from them.",
        )
    unreadable = sum("unreadable" in one.record.problems for one in records)
    if unreadable and seen(dataset, config) == "mel":
        yield Finding(
            "unreadable",
            f"{in_persian_digits(unreadable)} صدا خوانده نمی‌شود و از آن‌ها چیزی آموخته نمی‌شود.",
            f"{unreadable} recordings cannot be read; nothing is learnt from them.",
        )
    if network(dataset, config) != config.network:
        yield Finding(
            "network_dense",
            "ستون‌ها ترتیبی ندارند که شبکهٔ پیچشی آن را دنبال کند؛ شبکهٔ «dense» آموخته می‌شود.",
            "Columns have no order that convolutions could go along; a “dense” network is taught.",
        )
    if seen(dataset, config) == "numbers" and (left := numeric_columns(learning)[1]):
        yield Finding(
            "columns_left_out",
            f"این ستون‌ها عدد نیستند و نادیده می‌مانند: {_names_fa(left)}.",
            f"These columns are no numbers and are not looked at: {_names(left)}.",
        )


def _about_labels(often: Mapping[str, int]) -> Iterator[Finding]:
    few = [label for label, count in often.items() if count < FEW]
    if few:
        yield Finding(
            "few_examples",
            f"برخی برچسب‌ها از {in_persian_digits(FEW)} نمونه کمتر دارند ({_names_fa(few)}) و شاید خوب شناخته نشوند.",
            f"Some labels have fewer than {FEW} examples ({_names(few)}) and may be told badly.",
        )
    if max(often.values()) > UNBALANCED * min(often.values()):
        rarest, most = min(often, key=lambda label: often[label]), max(often, key=lambda label: often[label])
        yield Finding(
            "unbalanced",
            f"«{most}» بسیار بیش از «{rarest}» نمونه دارد. نادرها بیشتر به شمار می‌آیند، ولی افزودن به آن‌ها بهتر است.",
            f"“{most}” has far more examples than “{rarest}”. Rare ones count more, but it is better to add some.",
        )


def _names(labels: Sequence[str]) -> str:
    return ", ".join(islice(labels, _NAMED)) + (", …" if len(labels) > _NAMED else "")


def _names_fa(labels: Sequence[str]) -> str:
    return "، ".join(islice(labels, _NAMED)) + ("، …" if len(labels) > _NAMED else "")
