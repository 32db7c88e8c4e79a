"""Every error a person can meet, drawn as a tree.

BazgooError
├── NotFound
│   ├── VoiceNotFound
│   ├── SpeechModelNotFound
│   ├── PathNotFound
│   ├── UserNotFound
│   ├── KeyNotFound
│   ├── RepoNotFound
│   ├── RevisionNotFound
│   └── RepoFileNotFound
├── Conflict
│   ├── EmailTaken
│   ├── LastAdmin
│   ├── StudioRunning
│   ├── PortBusy
│   ├── DatabaseOlder
│   ├── DatabaseNewer
│   └── FolderBusy
├── Invalid
│   ├── TooLarge
│   │   ├── TextTooLong
│   │   └── BodyTooLarge
│   ├── MethodNotAllowed
│   ├── RequestInvalid
│   ├── CursorInvalid
│   ├── ExpiryPast
│   ├── TextEmpty
│   ├── NothingToSpeak
│   ├── SsmlInvalid
│   ├── FormatUnavailable
│   ├── FileUnreadable
│   ├── FileUnwritable
│   ├── VoiceDamaged
│   ├── SettingInvalid
│   ├── HubTokenInvalid
│   ├── NothingToDownload
│   └── FileNameUnsafe
├── Forbidden
│   ├── RegistrationClosed
│   ├── AccountDisabled
│   ├── AdminOnly
│   ├── LoginOnly
│   ├── RepoGated
│   ├── RepoDisabled
│   ├── HubTokenScope
│   └── Unauthenticated
│       ├── LoginRequired
│       ├── CredentialsInvalid
│       ├── TokenInvalid
│       ├── TokenExpired
│       ├── KeyInvalid
│       └── RefreshTokenInvalid
├── InternalError
└── Unavailable
    ├── PlayerMissing
    ├── DatabaseUnavailable
    ├── DatabaseUnusable
    ├── DatabaseNotStarted
    ├── DatabaseRefusesRoot
    ├── DataDirUnwritable
    ├── DiskFull
    │   └── NoRoomForDownload
    ├── StudioNotStarted
    ├── EngineUnavailable
    ├── PeerNotStarted
    ├── HubUnreachable
    ├── HubBlocked
    ├── HubPortal
    ├── HubAnswerInvalid
    ├── DownloadCorrupt
    └── TooMany
        ├── RateLimited
        └── HubRateLimited

The class is the kind; ``code`` is stable and for machines; ``fa`` and ``en`` are sentences for people, filled
with the keyword arguments the error was raised with.  The library knows no HTTP: ``server/problems.py`` maps
kinds to statuses.
"""

from typing import Any, ClassVar, Literal

Language = Literal["fa", "en"]


class BazgooError(Exception):
    """Something a person should be told, with what to do about it."""

    code: ClassVar[str]
    fa: ClassVar[str]
    en: ClassVar[str]

    def __init__(self, **data: Any) -> None:
        self.data = data
        super().__init__(self.message("en"))

    def message(self, language: Language) -> str:
        """The sentence for people, in ``language``."""
        sentence: str = getattr(self, language)
        if language == "en":
            return sentence.format_map(self.data)
        return sentence.format_map({name: in_persian_digits(value) for name, value in self.data.items()})


def in_persian_digits(value: Any) -> Any:
    """A number as Persian writes it; anything else as it is."""
    return str(value).translate(_PERSIAN_DIGITS) if isinstance(value, int | float) else value


_PERSIAN_DIGITS = str.maketrans("0123456789.", "۰۱۲۳۴۵۶۷۸۹٫")


class NotFound(BazgooError):
    """What was named does not exist, or belongs to someone else."""


class Conflict(BazgooError):
    """The request contradicts what is already there."""


class Invalid(BazgooError):
    """The input cannot be used as it is."""


class TooLarge(Invalid):
    """The input is over a limit."""


class Forbidden(BazgooError):
    """This account may not do that."""


class Unauthenticated(Forbidden):
    """Nobody is logged in, or the credentials are wrong."""


class Unavailable(BazgooError):
    """A part that is needed does not answer now."""


class TooMany(Unavailable):
    """Too many requests for now; ``retry_after_s`` says when to come back."""


# -- speaking


class VoiceNotFound(NotFound):
    code = "voice_not_found"
    fa = "صدایی به نام «{voice}» اینجا نیست. فهرست صداها را ببینید و یکی را انتخاب کنید."
    en = "There is no voice named “{voice}” here. Look at the list of voices and choose one."


class SpeechModelNotFound(NotFound):
    code = "model_not_found"
    fa = "مدلی به نام «{model}» برای گفتار نیست. یکی از این‌ها را بنویسید: {known}"
    en = "There is no speech model named “{model}”. Name one of these: {known}"


class TextTooLong(TooLarge):
    code = "text_too_long"
    fa = "متن {length} نویسه دارد و در هر درخواست حداکثر {limit} نویسه پذیرفته می‌شود. متن را به چند بخش تقسیم کنید."
    en = "The text has {length} characters; one request takes at most {limit}. Split it into parts."


class TextEmpty(Invalid):
    code = "text_empty"
    fa = "متنی برای خواندن نیست. چیزی بنویسید."
    en = "There is no text to read. Write something."


class NothingToSpeak(Invalid):
    code = "nothing_to_speak"
    fa = "در این متن چیزی نیست که بتوان به زبان آورد. واژه یا عددی بنویسید."
    en = "Nothing in this text can be said aloud. Write a word or a number."


class SsmlInvalid(Invalid):
    code = "ssml_invalid"
    fa = "این SSML درست نیست (سطر {line}): {reason_fa}"
    en = "This SSML is not valid (line {line}): {reason_en}"


class FormatUnavailable(Invalid):
    code = "format_unavailable"
    fa = "قالب «{format}» روی این دستگاه در دسترس نیست. قالب دیگری مانند mp3 انتخاب کنید، یا بستهٔ «{package}» را نصب کنید."
    en = "The format “{format}” is not available on this machine. Choose another, such as mp3, or install “{package}”."


class FileUnreadable(Invalid):
    code = "file_unreadable"
    fa = "پروندهٔ «{file}» خوانده نشد: {reason_fa}"
    en = "The file “{file}” cannot be read: {reason_en}"


class FileUnwritable(Invalid):
    code = "file_unwritable"
    fa = "در «{file}» نمی‌توان نوشت: {reason_fa}"
    en = "Cannot write to “{file}”: {reason_en}"


class PlayerMissing(Unavailable):
    code = "player_missing"
    fa = "برنامه‌ای برای پخش صدا پیدا نشد. صدا را در پرونده بنویسید: ‎-o salam.wav‎، یا یکی از این‌ها را نصب کنید: {players}"
    en = "No program that plays sound was found. Write the sound to a file: -o salam.wav, or install one of: {players}"


class VoiceDamaged(Invalid):
    code = "voice_damaged"
    fa = "پرونده‌های صدای «{voice}» خوانده نشد: {reason_fa} صدا را دوباره نصب کنید."
    en = "The files of the voice “{voice}” cannot be read: {reason_en} Install the voice again."


class EngineUnavailable(Unavailable):
    code = "engine_unavailable"
    fa = "موتور گفتار {engine} روی این دستگاه راه نمی‌افتد. دلیلش در گزارش برنامه هست؛ «bazgoo doctor» را اجرا کنید یا برنامه را دوباره نصب کنید."
    en = "The speech engine {engine} does not start on this machine. The log says why; run “bazgoo doctor”, or install again."


# -- starting


class SettingInvalid(Invalid):
    code = "setting_invalid"
    fa = "تنظیم {setting} درست نیست: {reason}. آن را در محیط یا پروندهٔ .env درست کنید."
    en = "The setting {setting} is not valid: {reason}. Correct it in the environment or in .env."


# -- asking the server


class PathNotFound(NotFound):
    code = "not_found"
    fa = "چنین نشانی‌ای در این سرور نیست. فهرست نشانی‌ها در ‎/docs آمده است."
    en = "There is nothing at this address. /docs lists the addresses of this server."


class MethodNotAllowed(Invalid):
    code = "method_not_allowed"
    fa = "این نشانی روش {method} را نمی‌پذیرد. روش‌های پذیرفته‌شده: {allowed}."
    en = "This address does not take {method}. It takes: {allowed}."


class BodyTooLarge(TooLarge):
    code = "body_too_large"
    fa = "درخواست از {limit_mb} مگابایت بزرگ‌تر است. آن را کوچک‌تر کنید."
    en = "The request is over {limit_mb} MB. Send less at once."


class RequestInvalid(Invalid):
    code = "invalid_request"
    fa = "درخواست درست نیست: {reason_fa}"
    en = "The request is not valid: {reason_en}"


class CursorInvalid(Invalid):
    code = "cursor_invalid"
    fa = "نشانهٔ صفحه درست نیست. فهرست را از آغاز بخوانید."
    en = "The page cursor is not valid. Read the list from its beginning."


class RateLimited(TooMany):
    code = "rate_limited"
    fa = "درخواست‌ها بیش از اندازه است. {retry_after_s} ثانیهٔ دیگر دوباره بفرستید."
    en = "Too many requests. Try again in {retry_after_s} seconds."


class InternalError(BazgooError):
    code = "internal_error"
    fa = "خطایی در سرور رخ داد که پیش‌بینی نشده بود. دوباره بفرستید؛ اگر تکرار شد، شمارهٔ درخواست را به مدیر بدهید."
    en = "Something unforeseen failed in the server. Try again; if it fails again, give the request id to an admin."


class DatabaseUnavailable(Unavailable):
    code = "database_unavailable"
    fa = "پایگاه داده اکنون پاسخ نمی‌دهد. کمی بعد دوباره بفرستید."
    en = "The database does not answer now. Try again in a moment."


# -- accounts


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


class StudioRunning(Conflict):
    code = "studio_running"
    fa = (
        "بازگو با همین پوشهٔ داده در حال اجراست: {address}. همان را باز کنید، یا با «bazgoo stop» متوقفش کنید."
    )
    en = "Bazgoo is already running on this data folder, at {address}. Open that, or stop it with `bazgoo stop`."


class PeerNotStarted(Unavailable):
    code = "peer_not_started"
    fa = "سرور «{name}» که باید سنجیده می‌شد راه نیفتاد: {reason}"
    en = "The server “{name}” that was to be measured did not start: {reason}"


class StudioNotStarted(Unavailable):
    code = "studio_not_started"
    fa = "بازگو راه نیفتاد. علت در انتهای این پرونده نوشته شده است: {log}"
    en = "Bazgoo did not start. The reason is at the end of {log}"


class PortBusy(Conflict):
    code = "port_busy"
    fa = "درگاه {port} روی {host} در دست برنامهٔ دیگری است. درگاه دیگری بدهید؛ برای نمونه: bazgoo serve --port {other}"
    en = "Port {port} on {host} is in use by another program. Choose another, such as: bazgoo serve --port {other}"


class DataDirUnwritable(Unavailable):
    code = "data_dir_unwritable"
    fa = "در پوشهٔ داده نمی‌توان نوشت: {path}. به آن اجازهٔ نوشتن بدهید یا BAZGOO_DATA_DIR را روی پوشهٔ دیگری تنظیم کنید."
    en = "The data folder cannot be written to: {path}. Allow writing there, or set BAZGOO_DATA_DIR to another folder."


class DiskFull(Unavailable):
    code = "disk_full"
    fa = "روی دیسک جا نیست: {path}. جا باز کنید و دوباره تلاش کنید."
    en = "The disk is full: {path}. Free some space and try again."


class DatabaseUnusable(Unavailable):
    code = "database_unusable"
    fa = "پایگاه داده را نمی‌توان به کار برد: {reason}. DATABASE_URL یا تنظیم‌های DB_* را ببینید."
    en = "The database cannot be used: {reason}. Look at DATABASE_URL or the DB_* settings."


class DatabaseNotStarted(Unavailable):
    code = "database_not_started"
    fa = "پایگاه دادهٔ درونی راه نیفتاد: {reason}"
    en = "The embedded database did not start: {reason}"


class DatabaseRefusesRoot(Unavailable):
    code = "database_refuses_root"
    fa = "PostgreSQL با کاربر root اجرا نمی‌شود و اینجا نمی‌توان آن را به کاربر دیگری سپرد ({reason}). بازگو را با یک کاربر عادی اجرا کنید یا DATABASE_URL را تنظیم کنید."
    en = "PostgreSQL does not run as root and cannot be handed to another user here ({reason}). Run Bazgoo as a normal user, or set DATABASE_URL."


class DatabaseOlder(Conflict):
    code = "database_older"
    fa = "پایگاه داده در {path} از PostgreSQL {found} است و این نسخه PostgreSQL {needed} دارد. با نسخهٔ پیشین بازگو پشتیبان بگیرید و اینجا بازیابی کنید."
    en = "The database in {path} is of PostgreSQL {found}; this version brings PostgreSQL {needed}. Back it up with the Bazgoo that made it and restore it here."


class DatabaseNewer(Conflict):
    code = "database_newer"
    fa = "پایگاه داده را نسخهٔ تازه‌تری از بازگو ساخته است (بازنگری {found}؛ این نسخه تا {known} را می‌شناسد). بازگو را به‌روز کنید."
    en = "A newer Bazgoo has been at work in this database (revision {found}; this one knows up to {known}). Update Bazgoo."


# -- the Hub


class RepoNotFound(NotFound):
    code = "repo_not_found"
    fa = "مخزن «{repo}» در هاب نیست، یا خصوصی است و اجازهٔ دیدنش را ندارید. نام را بررسی کنید؛ اگر خصوصی است، توکن هاب را در تنظیمات وارد کنید."
    en = "There is no repository “{repo}” on the Hub, or it is private. Check the name; if it is private, enter your Hub token in the settings."


class RevisionNotFound(NotFound):
    code = "revision_not_found"
    fa = "مخزن «{repo}» شاخه یا نسخه‌ای به نام «{revision}» ندارد. نام شاخه را بررسی کنید یا آن را خالی بگذارید."
    en = "The repository “{repo}” has no branch or version “{revision}”. Check the name or leave it out."


class RepoFileNotFound(NotFound):
    code = "repo_file_not_found"
    fa = "در مخزن «{repo}» پرونده‌ای به نشانی «{path}» نیست. فهرست پرونده‌های مخزن را ببینید."
    en = "The repository “{repo}” has no file “{path}”. Look at the list of its files."


class FolderBusy(Conflict):
    code = "folder_busy"
    fa = "بارگیری دیگری هم‌اکنون در همین پوشه می‌نویسد. صبر کنید تا تمام شود یا آن را لغو کنید."
    en = "Another download is writing into this folder. Wait until it ends, or cancel it."


class HubTokenInvalid(Invalid):
    code = "hub_token_invalid"
    fa = "هاب این توکن را نمی‌پذیرد؛ شاید منقضی یا حذف شده باشد. در huggingface.co/settings/tokens توکن تازه‌ای بسازید و در تنظیمات وارد کنید."
    en = "The Hub does not accept this token; it may have expired or been deleted. Make a new one at huggingface.co/settings/tokens and enter it in the settings."


class NothingToDownload(Invalid):
    code = "nothing_to_download"
    fa = "در مخزن «{repo}» چیزی برای بارگیری پیدا نشد: {reason_fa}"
    en = "There is nothing to download in “{repo}”: {reason_en}"


class FileNameUnsafe(Invalid):
    code = "file_name_unsafe"
    fa = "مخزن «{repo}» پرونده‌ای با نام ناامن «{path}» دارد و بارگیری نشد. این را به سازندهٔ مخزن خبر دهید."
    en = "The repository “{repo}” has a file with the unsafe name “{path}”; it was not downloaded. Tell its author."


class RepoGated(Forbidden):
    """``state``: `login`, `ask`, `pending` or `rejected`."""

    code = "repo_gated"
    fa = "دسترسی به «{repo}» محدود است: {reason_fa}"
    en = "Access to “{repo}” is restricted: {reason_en}"


class RepoDisabled(Forbidden):
    code = "repo_disabled"
    fa = "هاب دسترسی به «{repo}» را بسته است و بارگیری آن ممکن نیست. مدل دیگری انتخاب کنید."
    en = "The Hub has disabled “{repo}”; it cannot be downloaded. Choose another model."


class HubTokenScope(Forbidden):
    code = "hub_token_scope"
    fa = "توکن شما درست است ولی اجازهٔ لازم برای «{repo}» را ندارد. در تنظیمات توکن در هاب، خواندن مخزن‌های محدود عمومی (public gated repositories) را فعال کنید."
    en = "Your token is valid but lacks a permission for “{repo}”. In the token's settings on the Hub, enable reading of public gated repositories."


class HubRateLimited(TooMany):
    code = "hub_rate_limited"
    fa = "هاب فعلاً درخواست بیشتری نمی‌پذیرد. {retry_after_s} ثانیهٔ دیگر دوباره امتحان کنید؛ با توکن هاب، سهم شما بیشتر می‌شود."
    en = "The Hub takes no more requests for now. Try again in {retry_after_s} seconds; with a Hub token the allowance is larger."


class HubUnreachable(Unavailable):
    """``reason``: `dns`, `refused`, `reset`, `timeout`, `tls`, `proxy`, `server` or `line`."""

    code = "hub_unreachable"
    fa = "به {host} نرسیدیم: {reason_fa}"
    en = "Could not reach {host}: {reason_en}"


class HubBlocked(Unavailable):
    code = "hub_blocked"
    fa = "چیزی میان راه، دسترسی به {host} را بسته است (پاسخ {status}). از راه دیگری وصل شوید، یا در تنظیمات یک آینه به فهرست نشانی‌های هاب اضافه کنید."
    en = "Something on the way blocks {host} (answer {status}). Connect another way, or add a mirror to the Hub's addresses in the settings."


class HubPortal(Unavailable):
    code = "hub_portal"
    fa = "به‌جای {host} صفحهٔ وب دیگری پاسخ داد؛ احتمالاً شبکه ورود می‌خواهد. مرورگر را باز کنید، وارد شبکه شوید و دوباره امتحان کنید."
    en = "A web page answered instead of {host}; the network probably wants a login. Open a browser, log in to the network, and try again."


class HubAnswerInvalid(Unavailable):
    code = "hub_answer_invalid"
    fa = "پاسخ {host} فهمیده نشد: {reason_fa} نشانی هاب در تنظیمات را بررسی کنید و دوباره امتحان کنید."
    en = "The answer of {host} made no sense: {reason_en} Check the Hub's address in the settings and try again."


class DownloadCorrupt(Unavailable):
    code = "download_corrupt"
    fa = "پروندهٔ «{path}» چند بار خراب رسید و نگه داشته نشد. دوباره امتحان کنید یا آینهٔ دیگری برگزینید."
    en = "The file “{path}” arrived damaged several times and was not kept. Try again, or choose another mirror."


class NoRoomForDownload(DiskFull):
    fa = "جا روی دیسک کم است: {needed_mb} مگابایت لازم است و {free_mb} مگابایت خالی است. جا باز کنید و ادامه دهید."
    en = "The disk is too full: {needed_mb} MB are needed and {free_mb} MB are free. Make room and continue."
