"""Who holds which token, and what it opens."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Account:
    """The holder of a token."""

    name: str
    role: str = "read"
    reads_gated: bool = True
    granted: frozenset[str] = frozenset()
    pending: frozenset[str] = frozenset()
    rejected: frozenset[str] = frozenset()
    owns: frozenset[str] = frozenset()

    def whoami(self) -> dict[str, Any]:
        user_id = f"{abs(hash(self.name)) % 16**24:024x}"
        token: dict[str, Any] = {
            "displayName": "bazgoo",
            "role": self.role,
            "createdAt": "2026-07-23T10:27:03.276Z",
        }
        answer: dict[str, Any] = {
            "type": "user",
            "id": user_id,
            "name": self.name,
            "fullname": self.name.title(),
            "canPay": False,
            "billingMode": "prepaid",
            "periodEnd": 1785542400,
            "isPro": False,
            "avatarUrl": "/avatars/c29c.svg",
            "orgs": [],
        }
        if self.role == "fineGrained":
            entity = {"_id": user_id, "type": "user", "name": self.name}
            token["fineGrained"] = {
                "canReadGatedRepos": self.reads_gated,
                "global": ["discussion.write"],
                "scoped": [{"entity": entity, "permissions": ["repo.content.read"]}],
            }
        else:
            answer |= {"email": f"{self.name}@example.org", "emailVerified": True}
        return answer | {"auth": {"type": "access_token", "accessToken": token}}
