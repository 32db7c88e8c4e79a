"""Who may see and fetch what: the table of errors of the Hub."""

from tests.hub_standin.accounts import Account
from tests.hub_standin.answers import Answer, refusal
from tests.hub_standin.repositories import Repository

FINE_GRAINED = (
    "Please enable access to public gated repositories in your fine-grained token settings "
    "to view this repository."
)


def see(
    repository: Repository | None, account: Account | None, token: str | None, *, text: bool
) -> Answer | None:
    """Why this repository cannot be looked at, or None."""
    if token is not None and account is None and not (repository and repository.gated and text):
        return refusal(401, "Invalid credentials in Authorization header", text=text)
    hidden = repository is None or (
        repository.private and (account is None or repository.id not in account.owns)
    )
    if not hidden:
        return None
    if account is None:
        return refusal(401, "Invalid username or password.", text=text)
    return refusal(404, "Repository not found", "RepoNotFound", text=text)


def fetch(repository: Repository, account: Account | None) -> Answer | None:
    """Why the bytes of this repository cannot be had, or None."""
    name = repository.id
    if repository.disabled:
        return refusal(403, "Access to this resource is disabled.", text=True)
    if not repository.gated:
        return None
    restricted = f"Access to model {name} is restricted and you are not in the authorized list. "
    if account is None:
        login = "You must have access to it and be authenticated to access it. Please log in."
        return refusal(401, f"Access to model {name} is restricted. {login}", "GatedRepo", text=True)
    if account.role == "fineGrained" and not account.reads_gated:
        return refusal(403, FINE_GRAINED, text=True)
    if name in account.granted or name in account.owns:
        return None
    if name in account.pending:
        waiting = f"Your request to access model {name} is awaiting a review from the repo authors."
        return refusal(403, waiting, "GatedRepo", text=True)
    if name in account.rejected:
        rejected = f"Your request to access model {name} has been rejected by the repo's authors."
        return refusal(403, rejected, "GatedRepo", text=True)
    return refusal(
        403, f"{restricted}Visit https://huggingface.co/{name} to ask for access.", "GatedRepo", text=True
    )
