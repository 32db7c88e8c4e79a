"""Secrets that have found their way into a line of the log are made unreadable before it is written."""

import re

_SECRETS = (
    re.compile(r"\b(bzg_|hf_)[A-Za-z0-9_-]{8,}"),  # keys of ours, tokens of the Hub
    re.compile(r"\b(eyJ)[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*){1,2}"),  # access tokens and tickets
    re.compile(r"(://[^\s:/@\"]*:)[^\s@/\"]+(?=@)"),  # the password in an address
    re.compile(r"(?i)(\bbearer )[A-Za-z0-9._~+/=-]{8,}"),
    re.compile(r"(?i)(\bpassword\\?[\"']?\s*[=:]\s*\\?[\"']?)[^\s\"',;}\\]+"),
)


def masked(line: str) -> str:
    """``line`` with an ellipsis in place of each secret; what kind it was can still be read."""
    for secret in _SECRETS:
        line = secret.sub(r"\1…", line)
    return line
