"""Tokens: signed access tokens, and opaque secrets of which only a digest is kept."""

import hashlib
import secrets
import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import jwt

from bazgoo.errors import TokenExpired, TokenInvalid

ALGORITHM = "HS256"
KEY_PREFIX = "bzg_"
"""What every API key begins with, so that a leaked one is recognised."""

SHOWN_OF_KEY = 12
"""How many characters of a key its owner sees again in the list."""


@dataclass(frozen=True, slots=True)
class AccessToken:
    """What a valid access token says: whose it is, and of which login."""

    user_id: uuid.UUID
    session_id: uuid.UUID
    expires_at: datetime | None = field(default=None, compare=False)
    """Read from a token; a new one gets it when it is signed."""


def sign_access_token(token: AccessToken, role: str, signing_key: str, minutes: int) -> str:
    """A JWT (RFC 7519) good for ``minutes``; ``role`` is for clients to see, the server asks the database."""
    now = datetime.now(UTC)
    claims = {
        "sub": str(token.user_id),
        "sid": str(token.session_id),
        "role": role,
        "jti": uuid.uuid4().hex,
        "iat": now,
        "exp": now + timedelta(minutes=minutes),
    }
    return jwt.encode(claims, signing_key, ALGORITHM)


def read_access_token(encoded: str, signing_key: str) -> AccessToken:
    """What the token says; raises TokenExpired or TokenInvalid."""
    try:
        claims = jwt.decode(
            encoded,
            signing_key,
            [ALGORITHM],
            # not by when it was made: the clock may have been set back since
            options={"require": ["sub", "sid", "role", "jti", "exp"], "verify_iat": False},
        )
        return AccessToken(
            user_id=uuid.UUID(claims["sub"]),
            session_id=uuid.UUID(claims["sid"]),
            expires_at=datetime.fromtimestamp(claims["exp"], UTC),
        )
    except jwt.ExpiredSignatureError:
        raise TokenExpired from None
    except (jwt.InvalidTokenError, ValueError, AttributeError, TypeError):
        raise TokenInvalid from None


def make_secret(prefix: str = "") -> str:
    """A new opaque token of 256 random bits."""
    return prefix + secrets.token_urlsafe(32)


def digest(secret: str) -> str:
    """What is stored of a secret; 256 random bits need no slow hash."""
    return hashlib.sha256(secret.encode(errors="surrogatepass")).hexdigest()
