"""People: who they are, keys for programs, tokens that end at once, and what is nobody else's business."""

from collections.abc import Iterator

import jwt

from bazgoo.cli.verify.contract import POOL
from bazgoo.cli.verify.finding import Check, Gap, Words
from bazgoo.cli.verify.site import Site, Visitor
from bazgoo.cli.verify.visiting import take_login


def checks(site: Site) -> Iterator[Check]:
    """What holds of logins, keys and roles."""
    yield Check("من کیستم", "who I am", lambda: _me(site))
    yield Check("کلید برنامه‌ها", "a key for programs", lambda: _key(site))
    yield Check("خروج بی‌درنگ", "logging out holds at once", lambda: _log_out(site))
    yield Check("ورود تازه‌شونده", "a refresh token is good once", lambda: _refresh(site))
    yield Check("نشان جعلی", "forged tokens are refused", lambda: _forged(site))
    yield Check("نمای مدیر و کاربر", "what admins and users see", lambda: _status(site))


def _me(site: Site) -> str:
    roles = []
    for visitor, role in ((site.admin, "admin"), (site.user, "user")):
        me = visitor.get_json("/api/auth/me")
        if (me["email"], me["role"]) != (visitor.login["email"], role):
            raise Gap(str(me), str(me))
        roles.append(role)
    return ", ".join(roles)


def _key(site: Site) -> Words:
    """Made, used, deleted, and of no use any more."""
    made = site.user.ask("POST", "/api/auth/keys", 201, json={"name": "verify"}).json()
    with Visitor(site.url, made["key"]) as program:
        program.ask("GET", "/api/auth/me")
        program.ask("POST", "/api/auth/keys", 403, json={"name": "another"})
        if any("key" in key for key in site.user.get_json("/api/auth/keys")["items"]):
            raise Gap("کلید در فهرست دیده می‌شود.", "The list shows the key itself.")
        site.user.ask("DELETE", f"/api/auth/keys/{made['id']}", 204)
        program.ask("GET", "/api/auth/me", 401)
    return Words("ساخته، به‌کاررفته و پاک شد", "made, used, deleted, refused")


def _log_out(site: Site) -> str:
    with Visitor(site.url) as other:
        take_login(other, site.user.login["email"], site.user.login["password"])
        other.ask("POST", "/api/auth/logout", 204)
        other.ask("GET", "/api/auth/me", 401)
    return "204, 401"


def _refresh(site: Site) -> Words:
    """The second use of one ends the login, with what the first use got."""
    with Visitor(site.url) as other:
        take_login(other, site.user.login["email"], site.user.login["password"])
        said = {"refresh_token": other.login["refresh_token"]}
        fresh = other.ask("POST", "/api/auth/refresh", json=said).json()
        other.ask("POST", "/api/auth/refresh", 401, json=said)
        other.headers["Authorization"] = f"Bearer {fresh['access_token']}"
        other.ask("GET", "/api/auth/me", 401)
    return Words("بار دوم، ورود پایان یافت", "used twice, the login ended")


def _forged(site: Site) -> Words:
    """The token of this login, signed by somebody else or by nobody."""
    said = jwt.decode(site.user.login["access_token"], options={"verify_signature": False})
    forged = (
        jwt.encode(said, "x" * 32, algorithm="HS256"),
        jwt.encode(said, "", algorithm="none"),
        "bzg_" + "x" * 43,
    )
    for token in forged:
        with Visitor(site.url, token) as stranger:
            stranger.ask("GET", "/api/auth/me", 401)
    return Words(f"{len(forged)} نشان", f"{len(forged)} tokens")


def _status(site: Site) -> Words:
    seen, own = (visitor.get_json("/api/system/status") for visitor in (site.admin, site.user))
    if "cpu" in own:
        raise Gap("کاربر همهٔ دستگاه را می‌بیند.", "A user sees the whole machine.")
    if seen["database"]["size"] != POOL:
        raise Gap(
            f"استخر {seen['database']['size']} اتصال دارد.",
            f"The pool has {seen['database']['size']} connections.",
        )
    waiting, free = seen["queue"]["waiting"], seen["disk"]["free_bytes"] // 10**9
    return Words(
        f"استخر {POOL} اتصال، {waiting} کار در صف، {free} گیگابایت جا",
        f"a pool of {POOL}, {waiting} jobs waiting, {free} GB free",
    )
