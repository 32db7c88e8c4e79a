"""From kinds of errors to statuses."""

import pytest

from bazgoo import errors
from bazgoo.errors import BazgooError
from bazgoo.server.problems import STATUSES, TITLES, described, problem, status_of


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        (errors.VoiceNotFound, 404),
        (errors.LastAdmin, 409),
        (errors.TextTooLong, 413),
        (errors.TextEmpty, 422),
        (errors.MethodNotAllowed, 405),
        (errors.CredentialsInvalid, 401),
        (errors.AdminOnly, 403),
        (errors.RateLimited, 429),
        (errors.DatabaseUnavailable, 503),
        (errors.InternalError, 500),
    ],
)
def test_the_nearest_kind_decides_the_status(kind: type[BazgooError], status: int) -> None:
    assert status_of(kind) == status


def test_every_status_has_a_title_in_both_languages() -> None:
    assert {int(status) for status in STATUSES.values()} == set(TITLES)
    assert all(set(title) == {"fa", "en"} for title in TITLES.values())


def test_a_problem_names_the_field_that_openai_calls_param() -> None:
    scope = {"type": "http", "path": "/v1/audio/speech", "headers": [(b"accept-language", b"en")]}
    complaint = {"loc": ["body", "speed"], "msg": "must be at most 4."}
    error = errors.RequestInvalid(reason_fa="", reason_en="x.")
    assert problem(error, scope, [complaint])["error"]["param"] == "speed"


def test_a_description_gathers_the_codes_of_a_status() -> None:
    assert described(errors.EmailTaken, errors.LastAdmin, errors.AdminOnly) == {
        409: {"description": "`email_taken`, `last_admin`"},
        403: {"description": "`admin_only`"},
    }
