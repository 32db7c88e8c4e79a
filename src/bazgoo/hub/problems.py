"""From what came back (or did not) to an error that says what to do."""

import ssl
from urllib.parse import urlsplit

import httpx

from bazgoo import errors
from bazgoo.hub.rates import wait_s
from bazgoo.hub.retries import Again
from bazgoo.hub.sentences import GATES, NOTHING, WAYS


def host(url: str | httpx.URL) -> str:
    """The host of an address, for sentences."""
    return urlsplit(str(url)).netloc or str(url)


def unreachable(url: str | httpx.URL, reason: str) -> errors.HubUnreachable:
    """A HubUnreachable in the words of ``reason``."""
    fa, en = WAYS[reason]
    return errors.HubUnreachable(host=host(url), reason=reason, reason_fa=fa, reason_en=en)


def puzzling(url: str | httpx.URL, reason_fa: str, reason_en: str) -> errors.HubAnswerInvalid:
    """A HubAnswerInvalid with its reason."""
    return errors.HubAnswerInvalid(host=host(url), reason_fa=reason_fa, reason_en=reason_en)


def gated(repo: str, state: str) -> errors.RepoGated:
    """A RepoGated in the words of ``state``: login, ask, pending, rejected."""
    fa, en = GATES[state]
    return errors.RepoGated(
        repo=repo, state=state, reason_fa=fa.format(repo=repo), reason_en=en.format(repo=repo)
    )


def nothing(repo: str, reason: str) -> errors.NothingToDownload:
    """A NothingToDownload in the words of ``reason``: empty, globs, voice, choose."""
    fa, en = NOTHING[reason]
    return errors.NothingToDownload(repo=repo, reason=reason, reason_fa=fa, reason_en=en)


def transport(url: str | httpx.URL, error: httpx.TransportError) -> errors.HubUnreachable:
    """What a failure below HTTP means."""
    causes: list[BaseException] = [error]
    while following := causes[-1].__cause__ or causes[-1].__context__:
        causes.append(following)
    said = " ".join(str(cause) for cause in causes).lower()
    if isinstance(error, httpx.ProxyError):
        return unreachable(url, "proxy")
    if any(isinstance(cause, ssl.SSLError) for cause in causes) or "certificate" in said:
        return unreachable(url, "tls")
    if isinstance(error, httpx.TimeoutException):
        return unreachable(url, "timeout")
    if isinstance(error, httpx.ConnectError):
        names = ("name or service", "getaddrinfo", "nodename", "resolution", "no address")
        return unreachable(url, "dns" if any(name in said for name in names) else "refused")
    return unreachable(
        url, "reset" if isinstance(error, httpx.NetworkError | httpx.RemoteProtocolError) else "line"
    )


def is_page(response: httpx.Response) -> bool:
    """Whether this is a web page, which nothing that Bazgoo asks for is."""
    kind: str = response.headers.get("content-type", "")
    return kind.partition(";")[0].strip().lower() == "text/html"


def from_hub(response: httpx.Response) -> bool:
    """Whether the Hub (or a mirror passing its answer on) says this, not a box on the way."""
    kind: str = response.headers.get("content-type", "")
    told = "x-request-id" in response.headers or "x-error-code" in response.headers
    return told or kind.startswith("application/json")


def words(response: httpx.Response) -> str:
    """The message of a refusal: in a header always, in the body when there is one."""
    return str(response.headers.get("x-error-message") or response.text[:500])


def refusal(
    response: httpx.Response, *, repo: str = "", revision: str = "", path: str = "", token_sent: bool = False
) -> errors.BazgooError | Again:
    """The error behind a status of 400 or more; an Again where another attempt makes sense."""
    status, url = response.status_code, response.request.url
    if status == 429:
        pause = wait_s(response)
        limited = errors.HubRateLimited(retry_after_s=round(pause) if pause is not None else 60)
        return Again(limited, wait_s=pause)
    if status in (408, 500, 502, 503, 504):
        gone = status in (502, 503, 504)
        return Again(unreachable(url, "server"), blame=gone, wait_s=wait_s(response) if gone else None)
    said = _said_on_the_way(response)
    return said or _said_by_hub(response, repo or host(url), revision, path, token_sent)


def _said_on_the_way(response: httpx.Response) -> errors.BazgooError | None:
    """A refusal that the Hub cannot have meant: of a proxy, a portal, a box that blocks, another web site."""
    status, url = response.status_code, response.request.url
    if status == 407:
        return unreachable(url, "proxy")
    if status == 511:
        return errors.HubPortal(host=host(url))
    if from_hub(response):
        return None
    if status in (403, 451):
        return errors.HubBlocked(host=host(url), status=status)
    if status in (401, 404) and is_page(response):
        return puzzling(url, "به‌جای هاب، صفحهٔ وبی پاسخ داد.", "a web page answered instead of the Hub.")
    return None


def _said_by_hub(
    response: httpx.Response, repo: str, revision: str, path: str, token_sent: bool
) -> errors.BazgooError:
    """A refusal of the Hub itself, by its code or, where it gives none, by its words."""
    status, code, said = response.status_code, response.headers.get("x-error-code"), words(response)
    by_code = {
        "RepoNotFound": errors.RepoNotFound(repo=repo),
        "RevisionNotFound": errors.RevisionNotFound(repo=repo, revision=revision),
        "EntryNotFound": errors.RepoFileNotFound(repo=repo, path=path),
    }
    if code in by_code:
        return by_code[code]
    if code == "GatedRepo":  # a token that is good but lacks the right is answered 403
        return errors.HubTokenInvalid() if status == 401 and token_sent else gated(repo, _gate(status, said))
    if status == 401:
        return errors.HubTokenInvalid() if "credentials" in said else errors.RepoNotFound(repo=repo)
    if status == 403 and "disabled" in said:
        return errors.RepoDisabled(repo=repo)
    if status == 403 and token_sent:
        return errors.HubTokenScope(repo=repo)
    return puzzling(response.request.url, f"پاسخ {status} رسید.", f"it answered {status}.")


def _gate(status: int, said: str) -> str:
    if status == 401:
        return "login"
    return "pending" if "awaiting" in said else "rejected" if "rejected" in said else "ask"
