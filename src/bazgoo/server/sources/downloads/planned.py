"""What a download will bring, as it is kept in its row."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from bazgoo.server.sources.tables import ModelType

if TYPE_CHECKING:
    from bazgoo.hub import Plan


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan with what else the Hub told when it was made."""

    plan: "Plan"
    type: ModelType
    license: str | None

    def written(self) -> dict[str, Any]:
        """The plan as JSON."""
        plan = self.plan
        files = [asdict(file) for file in plan.files]
        told = {"repo_id": plan.repo_id, "revision": plan.revision, "commit": plan.commit}
        return told | {"license": self.license, "files": files}


def read_plan(written: dict[str, Any]) -> "Plan":
    """The plan that was kept."""
    from bazgoo.hub import Plan, RemoteFile  # noqa: PLC0415 - only who downloads needs a way to the Hub

    files = tuple(
        RemoteFile(**file | {"kept_at": tuple(file["kept_at"]) if file["kept_at"] else None})
        for file in written["files"]
    )
    return Plan(written["repo_id"], written["revision"], written["commit"], files)


def request_key(repo_id: str, revision: str | None, files: Sequence[str] | None, voice: str | None) -> str:
    """The same for equal requests."""
    return _digest(repo_id, revision or "main", sorted(files or ()), voice)


def model_key(
    repo_id: str, files: Sequence[str] | None, voice: str | None, own_endpoints: Sequence[str]
) -> str:
    """The same for requests that bring the same model, perhaps at another commit.

    Whoever asks endpoints of their own gets a model of their own: nobody else trusts those.
    """
    return _digest(repo_id, sorted(files or ()), voice, sorted(own_endpoints))


def _digest(*parts: object) -> str:
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:32]
