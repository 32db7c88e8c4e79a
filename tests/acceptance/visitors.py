"""Programs that call a studio over HTTP and know nothing of it but the contract."""

from typing import Any

import httpx

PASSWORD = "گذرواژه-۱۲۳"


class Visitor(httpx.Client):
    """A program that calls the studio on ``port`` of this machine; with an account it is logged in."""

    def __init__(self, port: int) -> None:
        address = f"http://127.0.0.1:{port}"
        super().__init__(base_url=address, trust_env=False, timeout=60, headers={"Accept-Language": "en"})
        self.login: dict[str, Any] = {}

    def join(self, name: str) -> "Visitor":
        """Make an account and use it."""
        account = {"email": f"{name}@example.org", "username": name, "password": PASSWORD}
        self.take(self.post("/api/auth/register", json=account).raise_for_status().json())
        return self

    def take(self, login: dict[str, Any]) -> None:
        """Go on with this login."""
        self.login = login
        self.headers["Authorization"] = f"Bearer {login['access_token']}"
