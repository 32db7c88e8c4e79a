"""Texts with labels, and rows of numbers, in whatever table they stand."""

import json
from pathlib import Path

import pytest

from bazgoo.datasets.importing import import_path

TEXTS = [
    ("فیلم خوبی بود، دیدم", "مثبت"),
    ("اصلاً نپسندیدم؛ بد بود", "منفی"),
    ("باز هم می‌بینم آن را", "مثبت"),
] * 4


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("heads", [("text", "label"), ("برچسب", "متن"), None])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1256"])
@pytest.mark.parametrize("name", ["t.csv", "t.tsv"])
def test_labelled_texts_in_any_table(make, tmp_path, separator, heads, encoding, name) -> None:
    turned = heads is None or heads[0] == "برچسب"
    said = TEXTS
    if encoding == "cp1256":  # which has no Persian ye
        said = [(text.replace("ی", "ي"), label.replace("ی", "ي")) for text, label in TEXTS]
    rows = [(label, text) if turned else (text, label) for text, label in said]
    lines = [separator.join(heads)] if heads else []
    lines += [separator.join(row) for row in rows]
    (tmp_path / name).write_bytes("\r\n".join(lines).encode(encoding))
    dataset = make("text")
    report = import_path(tmp_path / name, dataset)
    assert (report.layout, report.accepted, report.rejected) == ("labelled_texts", 12, [])
    assert [(record.text, record.label) for record in dataset.all()] == said


def test_json_lines(make, tmp_path: Path) -> None:
    rows = [
        '{"text": "خوب", "label": 1}',
        "not json",
        "[1]",
        '{"text": "", "label": 2}',
        '{"label": 3}',
        "",
        '{"text": "بد"}',
    ]
    (tmp_path / "t.jsonl").write_text("\n".join(rows), "utf-8")
    dataset = make("text")
    report = import_path(tmp_path / "t.jsonl", dataset)
    assert [(record.text, record.label) for record in dataset.all()] == [("خوب", "1")]
    assert [(each.line, each.code) for each in report.rejected] == [
        (2, "json_invalid"), (3, "json_invalid"), (4, "no_text"), (5, "no_text"), (7, "no_label"),
    ]  # fmt: skip


def test_texts_without_labels(make, tmp_path: Path) -> None:
    (tmp_path / "t.txt").write_text("سلام دنیا\n\nحال شما، خوب است؟\nآری\n", "utf-8")
    dataset = make("text")
    import_path(tmp_path / "t.txt", dataset)
    assert [(record.text, record.label) for record in dataset.all()] == [
        ("سلام دنیا", None),
        ("حال شما، خوب است؟", None),
        ("آری", None),
    ]


def test_quotes_that_close_and_quotes_that_do_not(make, tmp_path: Path) -> None:
    rows = 'text,label\n"یک, دو\nسه ""چهار""",الف\n"باز مانده,ب\nپنج,پ\nشش,هفت,هشت\nنه,ت\n'
    (tmp_path / "t.csv").write_text(rows, "utf-8")
    dataset = make("text")
    report = import_path(tmp_path / "t.csv", dataset)
    assert [(record.text, record.label) for record in dataset.all()] == [
        ('یک, دو سه "چهار"', "الف"), ('"باز مانده', "ب"), ("پنج", "پ"), ("نه", "ت"),
    ]  # fmt: skip
    assert [(each.line, each.code) for each in report.rejected] == [(6, "too_many_columns")]


def test_rows_of_numbers(make, tmp_path: Path) -> None:
    (tmp_path / "n.csv").write_text(
        "طول,عرض,گونه\n5.1,۳٫۵,ستوسا\n4.9,x,ستوسا\n6,-2,ورسی\n7,,ورسی\n6,3,\n" + "1,2,ستوسا\n" * 20, "utf-8"
    )
    dataset = make("csv")
    report = import_path(tmp_path / "n.csv", dataset)
    assert (report.layout, report.accepted) == ("columns", 22)
    assert json.loads(dataset.record(1).text) == {"طول": 5.1, "عرض": 3.5}
    assert [record.label for record in dataset.records(limit=2)] == ["ستوسا", "ورسی"]
    assert [(each.line, each.code) for each in report.rejected] == [
        (3, "number_invalid"), (5, "number_invalid"), (6, "no_label"),
    ]  # fmt: skip
    assert "عرض" in report.rejected[0].reason_fa


@pytest.mark.parametrize("text", ["1;2,5;a\n3;4;b\n", "x;y;label\n1;2,5;a\n3;4;b\n", "a;1;2,5\nb;3;4\n"])
def test_numbers_with_decimal_commas_and_without_names(make, tmp_path: Path, text: str) -> None:
    (tmp_path / "n.csv").write_text(text, "utf-8")
    dataset = make("csv")
    import_path(tmp_path / "n.csv", dataset)
    assert [list(json.loads(record.text).values()) for record in dataset.all()] == [[1, 2.5], [3, 4]]
    assert [record.label for record in dataset.all()] == ["a", "b"]


def test_an_endless_line_is_refused_alone(make, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("text,label\nخوب,الف\n" + "x" * 3_000_000 + ",ب\nبد,پ\n", "utf-8")
    dataset = make("text")
    report = import_path(tmp_path / "t.csv", dataset)
    assert [record.text for record in dataset.all()] == ["خوب", "بد"]
    assert [(each.line, each.code) for each in report.rejected] == [(3, "line_unreadable")]
