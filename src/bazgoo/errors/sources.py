"""Downloads and installed models, as the studio keeps them."""

from bazgoo.errors.kinds import Conflict, Forbidden, Invalid, NotFound, TooLarge


class DownloadNotFound(NotFound):
    code = "download_not_found"
    fa = "این بارگیری پیدا نشد. فهرست بارگیری‌ها را دوباره ببینید."
    en = "There is no such download. Look at the list of downloads again."


class LinkExpired(NotFound):
    code = "link_expired"
    fa = "این پیوند دیگر کار نمی‌کند. خروجی‌گرفتن را دوباره آغاز کنید."
    en = "This link no longer works. Begin the export again."


class DownloadFinished(Conflict):
    """``status``: `completed`, `failed` or `cancelled`, or what it is now."""

    code = "download_finished"
    fa = "این بارگیری اکنون «{status}» است و این کار برایش ممکن نیست."
    en = "This download is “{status}” now, so that is not possible."


class ModelInUse(Conflict):
    code = "model_in_use"
    fa = "بارگیری «{model}» هنوز در جریان است. صبر کنید تا تمام شود یا آن را لغو کنید، سپس حذفش کنید."
    en = "“{model}” is still being downloaded. Wait until it ends or cancel it, then uninstall."


class ModelNotYours(Forbidden):
    code = "model_not_yours"
    fa = "«{model}» را کس دیگری آورده است. از او یا از مدیر بخواهید حذفش کند."
    en = "Someone else brought “{model}”. Ask them or an admin to uninstall it."


class UploadTooLarge(TooLarge):
    code = "upload_too_large"
    fa = "پرونده‌ها از {limit_mb} مگابایت بزرگ‌ترند. مدل کوچک‌تری بفرستید، یا از مدیر بخواهید BAZGOO_MAX_UPLOAD_MB را بیشتر کند."
    en = "The files are over {limit_mb} MB. Send a smaller model, or ask the admin to raise BAZGOO_MAX_UPLOAD_MB."


class SampleUnusable(Invalid):
    code = "sample_unusable"
    fa = "«{path}» نمونهٔ صدایی نیست که بتوان شنید. یکی از نمونه‌های فهرست را برگزینید."
    en = "“{path}” is not a sound that can be listened to. Choose one of the samples in the list."


class HubTokenMissing(Invalid):
    code = "hub_token_missing"
    fa = "هنوز توکن هاب وارد نکرده‌اید. در huggingface.co/settings/tokens یکی بسازید و در تنظیمات وارد کنید."
    en = "You have not entered a Hub token yet. Make one at huggingface.co/settings/tokens and enter it in the settings."
