"""Datasets: what comes in, what is in them, what they are asked for."""

from bazgoo.errors.kinds import Conflict, Invalid, NotFound, TooLarge, Unavailable


class DatasetNotFound(NotFound):
    code = "dataset_not_found"
    fa = "این مجموعه‌داده پیدا نشد. فهرست مجموعه‌داده‌ها را دوباره ببینید."
    en = "There is no such dataset. Look at the list of datasets again."


class RecordNotFound(NotFound):
    code = "record_not_found"
    fa = "رکورد {number} در این مجموعه‌داده نیست. فهرست رکوردها را دوباره ببینید."
    en = "The dataset has no record {number}. Look at the list of records again."


class DatasetBusy(Conflict):
    code = "dataset_busy"
    fa = "این مجموعه‌داده اکنون در حال کار است. صبر کنید تا تمام شود، سپس دوباره بکوشید."
    en = "The dataset is being worked on now. Wait until that ends, then try again."


class WorkCancelled(Conflict):
    code = "cancelled"
    fa = "کار لغو شد و چیزی از آن نماند."
    en = "The work was cancelled and nothing of it was kept."


class DatasetTooLarge(TooLarge):
    code = "dataset_too_large"
    fa = "این مجموعه‌داده از {limit_mb} مگابایت بزرگ‌تر است. آن را چند بخش کنید، یا از مدیر بخواهید BAZGOO_MAX_DATASET_MB را بیشتر کند."
    en = "The dataset is over {limit_mb} MB. Split it, or ask the admin to raise BAZGOO_MAX_DATASET_MB."


class QuotaExceeded(TooLarge):
    code = "quota_exceeded"
    fa = "مجموعه‌داده‌ها، مدل‌ها و آموزش‌های شما روی هم از {limit_mb} مگابایت بیشتر می‌شود. چیزی را حذف کنید، یا از مدیر سهم بیشتری بخواهید."
    en = "Your datasets, models and trainings together would be over {limit_mb} MB. Delete something, or ask the admin for a larger quota."


class DatasetDamaged(Invalid):
    code = "dataset_damaged"
    fa = "پوشهٔ «{folder}» مجموعه‌دادهٔ سالمی از بازگو نیست. آن را دوباره کپی کنید یا از نو بسازید."
    en = "The folder “{folder}” is not an intact dataset of Bazgoo. Copy it again, or make it anew."


class DatasetInvalid(Invalid):
    """``reason_fa`` and ``reason_en`` are clauses that say what is wrong."""

    code = "dataset_invalid"
    fa = "از «{file}» مجموعه‌داده‌ای ساخته نشد: {reason_fa}"
    en = "No dataset can be made of “{file}”: {reason_en}"


class ArchiveUnsafe(Invalid):
    """``reason_fa`` and ``reason_en`` say what is hostile about the entry ``name``."""

    code = "archive_unsafe"
    fa = "در این بایگانی «{name}» هست که {reason_fa}؛ هیچ چیز آن باز نشد. بایگانی را از نو و بدون آن بسازید."
    en = "The archive holds “{name}”, which {reason_en}; nothing was unpacked. Make the archive again without it."


class ArchiveDamaged(Invalid):
    code = "archive_damaged"
    fa = "این بایگانی باز نمی‌شود: {reason_fa}. آن را دوباره کپی کنید یا از نو بسازید."
    en = "The archive cannot be unpacked: {reason_en}. Copy it again, or make it anew."


class AudioUnreadable(Invalid):
    code = "audio_unreadable"
    fa = "«{file}» صدایی نیست که بتوان خواند. آن را به WAV، FLAC، MP3 یا OGG برگردانید."
    en = "“{file}” is not audio that can be read. Convert it to WAV, FLAC, MP3 or OGG."


class ClipTooLong(TooLarge):
    code = "clip_too_long"
    fa = "این ضبط از {limit_s} ثانیه بلندتر است. جمله را در چند ضبط کوتاه‌تر بخوانید، یا از مدیر بخواهید BAZGOO_MAX_CLIP_S را بیشتر کند."
    en = "The recording is longer than {limit_s} s. Read it in shorter ones, or ask the admin to raise BAZGOO_MAX_CLIP_S."


class WorkCrashed(Unavailable):
    code = "work_crashed"
    fa = "کار روی این مجموعه‌داده ناگهان پایان یافت، شاید از کمبود حافظه یا پرونده‌ای خراب. دوباره بکوشید، یا آن را در چند بخش کوچک‌تر بفرستید."
    en = "The work on this dataset ended abruptly, perhaps for want of memory or by a broken file. Try again, or send it in smaller parts."
