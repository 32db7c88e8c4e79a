"""Errors as the outside sees them: RFC 9457 problem details, and OpenAI's shape under ``/v1``."""

import logging
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bazgoo import errors
from bazgoo.errors import BazgooError, Language
from bazgoo.errors.validation import Complaint, complaints, invalid
from bazgoo.server.language import preferred_language

log = logging.getLogger(__name__)

STATUSES: dict[type[BazgooError], HTTPStatus] = {
    errors.NotFound: HTTPStatus.NOT_FOUND,
    errors.Conflict: HTTPStatus.CONFLICT,
    errors.MethodNotAllowed: HTTPStatus.METHOD_NOT_ALLOWED,
    errors.TooLarge: HTTPStatus.CONTENT_TOO_LARGE
    if hasattr(HTTPStatus, "CONTENT_TOO_LARGE")
    else HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    errors.RequestTooSlow: HTTPStatus.REQUEST_TIMEOUT,
    errors.Invalid: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.Unauthenticated: HTTPStatus.UNAUTHORIZED,
    errors.Forbidden: HTTPStatus.FORBIDDEN,
    errors.TooMany: HTTPStatus.TOO_MANY_REQUESTS,
    errors.DiskFull: HTTPStatus.INSUFFICIENT_STORAGE,
    **dict.fromkeys(
        (errors.HubUnreachable, errors.HubBlocked, errors.HubPortal, errors.HubAnswerInvalid),
        HTTPStatus.BAD_GATEWAY,
    ),
    errors.Unavailable: HTTPStatus.SERVICE_UNAVAILABLE,
    errors.BazgooError: HTTPStatus.INTERNAL_SERVER_ERROR,
}
"""The status of each kind of error; the nearest kind above an error's class decides."""

TITLES: dict[int, dict[Language, str]] = {
    401: {"fa": "وارد نشده‌اید", "en": "Not logged in"},
    403: {"fa": "اجازه ندارید", "en": "Not allowed"},
    404: {"fa": "پیدا نشد", "en": "Not found"},
    405: {"fa": "روش نادرست", "en": "Wrong method"},
    408: {"fa": "بیش از اندازه کند", "en": "Too slow"},
    409: {"fa": "ناسازگار با آنچه هست", "en": "Conflict"},
    413: {"fa": "بیش از اندازه بزرگ", "en": "Too large"},
    422: {"fa": "درخواست نادرست", "en": "Cannot be used"},
    429: {"fa": "درخواست‌های بیش از اندازه", "en": "Too many requests"},
    500: {"fa": "خطای سرور", "en": "Server error"},
    502: {"fa": "هاب پاسخ درستی نداد", "en": "The Hub was not reached"},
    503: {"fa": "در دسترس نیست", "en": "Not available"},
    507: {"fa": "جا روی دیسک کم است", "en": "The disk is full"},
}
"""What a status is called, in the words of people."""

_OPENAI_TYPES = {401: "authentication_error", 403: "permission_error", 429: "rate_limit_error"}


def status_of(error: BazgooError | type[BazgooError]) -> int:
    """The HTTP status of an error."""
    kind = error if isinstance(error, type) else type(error)
    return next(int(STATUSES[base]) for base in kind.__mro__ if base in STATUSES)


def problem(error: BazgooError, scope: Scope, complaints: list[Complaint] | None = None) -> dict[str, Any]:
    """The problem object of ``error`` in the language of the request; under ``/v1`` in OpenAI's shape."""
    language, status = preferred_language(scope), status_of(error)
    if scope["path"].startswith("/v1/"):
        kind = _OPENAI_TYPES.get(status, "server_error" if status >= 500 else "invalid_request_error")
        if isinstance(error, errors.CharacterQuotaExceeded | errors.AudioQuotaExceeded):
            kind = "insufficient_quota"  # OpenAI's clients tell it from a rate limit by this
        field = complaints[0]["loc"] if complaints else []
        param = ".".join(str(part) for part in field[1:]) or None
        return {
            "error": {"message": error.message(language), "type": kind, "param": param, "code": error.code}
        }
    described: dict[str, Any] = {
        "type": f"/problems/{error.code}",
        "title": TITLES[status][language],
        "status": status,
        "detail": error.message(language),
        "code": error.code,
        "request_id": scope.get("state", {}).get("request_id"),
    }
    return described | ({"errors": complaints} if complaints else {})


def problem_response(
    error: BazgooError, scope: Scope, complaints: list[Complaint] | None = None
) -> JSONResponse:
    """The response that tells a client of ``error``."""
    headers = {"Content-Language": preferred_language(scope), "Vary": "Accept-Language"}
    if isinstance(error, errors.Unauthenticated):
        headers["WWW-Authenticate"] = "Bearer"
    if isinstance(error, errors.TooMany):
        headers["Retry-After"] = str(error.data["retry_after_s"])
    if isinstance(error, errors.RequestTooSlow):
        headers["Connection"] = "close"  # the rest of it is not waited for
    if isinstance(error, errors.MethodNotAllowed):
        headers["Allow"] = error.data["allowed"]
    if (app := scope.get("app")) is not None:
        app.state.metrics.count_error(error.code)
    openai = scope["path"].startswith("/v1/")
    media_type = "application/json" if openai else "application/problem+json"
    body = problem(error, scope, complaints)
    return JSONResponse(body, status_of(error), headers=headers, media_type=media_type)


def described(*kinds: type[BazgooError]) -> dict[int | str, dict[str, Any]]:
    """For OpenAPI: the statuses of these errors, with their codes."""
    codes: dict[int | str, list[str]] = {}
    for kind in kinds:
        codes.setdefault(status_of(kind), []).append(f"`{kind.code}`")
    return {status: {"description": ", ".join(names)} for status, names in codes.items()}


def install_problems(app: FastAPI) -> None:
    """Make every error of ``app`` a problem, also those of the framework."""
    app.add_exception_handler(BazgooError, _on_error)
    app.add_exception_handler(HTTPException, _on_http_exception)
    app.add_exception_handler(RequestValidationError, _on_invalid_request)


async def _on_error(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, BazgooError)
    return problem_response(error, request.scope, _parts(error, preferred_language(request.scope)))


def _parts(error: BazgooError, language: Language) -> list[Complaint]:
    """What is wrong in particular, such as each line of a file, where an error has more than one place."""
    data = error.data
    complained: list[Complaint] = data.get("complaints", {}).get(language, [])
    parts = [Complaint(loc=list(place), msg=part.message(language)) for place, part in data.get("parts", ())]
    reasons = [Complaint(loc=[each["code"]], msg=each[language]) for each in data.get("reasons", ())]
    return parts + reasons + complained


async def _on_http_exception(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    return problem_response(_translate(error, request), request.scope)


def _translate(error: HTTPException, request: Request) -> BazgooError:
    """Our error for one of the framework's."""
    match error.status_code:
        case 404:
            return errors.PathNotFound()
        case 405:
            allowed = (error.headers or {}).get("Allow", "")
            return errors.MethodNotAllowed(method=request.method, allowed=allowed)
        case 408:
            return errors.RequestTooSlow()
        case 413:
            return errors.BodyTooLarge(limit_mb=request.app.state.settings.max_body_mb)
        case status if 400 <= status < 500:
            return errors.RequestInvalid(reason_fa="بدنه خوانده نشد.", reason_en="its body cannot be read.")
    return errors.InternalError()


async def _on_invalid_request(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    found = complaints(error, preferred_language(request.scope))
    return problem_response(invalid(error), request.scope, found)


class Failures:
    """Turns what nobody foresaw into a 500 without internals, written to the log with its traceback."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; answer for it when it fails before it has answered."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        started = False

        async def watch(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, watch)
        except ClientDisconnect:
            log.info("the client went away")
        except Exception as failure:
            if started:
                # the server breaks the connection, so that a cut answer is not taken for whole
                if not isinstance(failure.__cause__, BazgooError):
                    raise
                log.warning("an answer was broken off: %s", failure.__cause__.code)
                return None
            error = failure if isinstance(failure, BazgooError) else errors.InternalError()
            if not isinstance(failure, BazgooError):
                log.exception("a request failed")
            await problem_response(error, scope)(scope, receive, send)
        return None
