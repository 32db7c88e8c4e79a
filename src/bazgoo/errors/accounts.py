"""Accounts, logins and keys."""

from bazgoo.errors.kinds import Conflict, Forbidden, Invalid, NotFound, Unauthenticated


class EmailTaken(Conflict):
    code = "email_taken"
    fa = "با این رایانامه پیش‌تر حسابی ساخته شده است. وارد شوید یا رایانامهٔ دیگری بنویسید."
    en = "There is already an account with this e-mail. Log in, or use another e-mail."


class RegistrationClosed(Forbidden):
    code = "registration_closed"
    fa = "ساختن حساب تازه بسته است. از مدیر بخواهید برایتان حسابی بسازد."
    en = "Registration is closed. Ask an admin to make you an account."


class LoginRequired(Unauthenticated):
    code = "login_required"
    fa = "برای این کار باید وارد شوید."
    en = "Log in to do this."


class CredentialsInvalid(Unauthenticated):
    code = "invalid_credentials"
    fa = "رایانامه یا گذرواژه درست نیست."
    en = "The e-mail or the password is wrong."


class TokenInvalid(Unauthenticated):
    code = "token_invalid"
    fa = "این ورود دیگر معتبر نیست. دوباره وارد شوید."
    en = "This login is no longer valid. Log in again."


class TokenExpired(Unauthenticated):
    code = "token_expired"
    fa = "زمان این توکن گذشته است. آن را تازه کنید یا دوباره وارد شوید."
    en = "This token has expired. Refresh it, or log in again."


class KeyInvalid(Unauthenticated):
    code = "key_invalid"
    fa = "این کلید API معتبر نیست، یا پاک شده یا زمانش گذشته است. کلید تازه‌ای بسازید."
    en = "This API key is not valid: it is unknown, deleted or expired. Make a new one."


class RefreshTokenInvalid(Unauthenticated):
    code = "refresh_token_invalid"
    fa = "این ورود به پایان رسیده است. دوباره وارد شوید."
    en = "This login has ended. Log in again."


class AccountDisabled(Forbidden):
    code = "account_disabled"
    fa = "این حساب غیرفعال شده است. با مدیر تماس بگیرید."
    en = "This account has been disabled. Contact an admin."


class AdminOnly(Forbidden):
    code = "admin_only"
    fa = "این کار فقط از مدیر برمی‌آید."
    en = "Only an admin may do this."


class LoginOnly(Forbidden):
    code = "login_only"
    fa = "این کار با کلید API شدنی نیست؛ با رایانامه و گذرواژه وارد شوید."
    en = "An API key cannot do this; log in with e-mail and password."


class LastAdmin(Conflict):
    code = "last_admin"
    fa = "این حساب تنها مدیر فعال است. پیش از این کار، کس دیگری را مدیر کنید."
    en = "This account is the only active admin. Make someone else an admin first."


class UserNotFound(NotFound):
    code = "user_not_found"
    fa = "چنین کاربری نیست."
    en = "There is no such user."


class KeyNotFound(NotFound):
    code = "key_not_found"
    fa = "چنین کلیدی در حساب شما نیست."
    en = "Your account has no such key."


class ExpiryPast(Invalid):
    code = "expiry_past"
    fa = "زمان پایان کلید باید در آینده باشد."
    en = "The key must expire in the future."
