"""Asking the server."""

from bazgoo.errors.kinds import BazgooError, Conflict, Invalid, NotFound, TooLarge, TooMany


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


class RequestTooSlow(Invalid):
    code = "request_too_slow"
    fa = "درخواست کندتر از آن رسید که بتوان منتظرش ماند. خط خود را ببینید و دوباره بفرستید."
    en = "The request came too slowly to be waited for. Look at your line and send it again."


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


class JobNotFound(NotFound):
    code = "job_not_found"
    fa = "چنین کاری نیست. فهرست کارها را دوباره ببینید."
    en = "There is no such job. Look at the list of jobs again."


class JobFinished(Conflict):
    code = "job_finished"
    fa = "این کار به پایان رسیده است ({status}) و چیزی برای لغو نمانده است."
    en = "This job has ended ({status}), so there is nothing left to cancel."


class InternalError(BazgooError):
    code = "internal_error"
    fa = "خطایی در سرور رخ داد که پیش‌بینی نشده بود. دوباره بفرستید؛ اگر تکرار شد، شمارهٔ درخواست را به مدیر بدهید."
    en = "Something unforeseen failed in the server. Try again; if it fails again, give the request id to an admin."
