"""The endpoints that `bazgoo verify` asks are those of the contract, and the studio has them."""

import pytest
import typer

from bazgoo.cli.verify.contract import COLUMNS, ENDPOINTS
from bazgoo.cli.verify.subjects import SUBJECTS, chosen
from bazgoo.server.openapi import describe_without_a_studio

UNDESCRIBED = {"/openapi.json", "/docs"}


def test_every_endpoint_is_one_of_the_studio() -> None:
    described = {
        (method.upper(), path)
        for path, operations in describe_without_a_studio()["paths"].items()
        for method in operations
    }
    asked = {(each.method, each.path) for each in ENDPOINTS if each.path not in UNDESCRIBED}
    assert asked <= described


def test_an_endpoint_is_asked_once_and_the_contract_has_61_of_them() -> None:
    asked = [(each.method, each.path) for each in ENDPOINTS]
    assert len(asked) == len(set(asked)) == 61


def test_the_seven_tables_are_looked_at_and_no_subject_twice() -> None:
    assert len(COLUMNS) == 7
    names = [subject.name for subject in SUBJECTS]
    assert len(names) == len(set(names))


def test_subjects_are_chosen_by_their_names() -> None:
    assert [subject.name for subject in chosen(["speech", "health"])] == ["health", "speech"]
    assert len(chosen(None)) == len(SUBJECTS)
    with pytest.raises(typer.BadParameter, match="weather"):
        chosen(["weather"])
