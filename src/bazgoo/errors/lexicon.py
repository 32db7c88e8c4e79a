"""A person's own pronunciations."""

from bazgoo.errors.kinds import Conflict, Invalid, NotFound


class LexiconEntryNotFound(NotFound):
    code = "lexicon_entry_not_found"
    fa = "این واژه در واژه‌نامهٔ شما نیست. فهرست واژه‌ها را ببینید."
    en = "This word is not in your lexicon. Look at the list of its words."


class LexiconFull(Conflict):
    code = "lexicon_full"
    fa = "واژه‌نامه حداکثر {limit} واژه جا دارد. چند واژه را حذف کنید و دوباره بیفزایید."
    en = "A lexicon holds at most {limit} words. Delete some, then add again."


class LexiconWordInvalid(Invalid):
    code = "lexicon_word_invalid"
    fa = "این واژه پذیرفته نشد: {reason_fa}"
    en = "This word is not accepted: {reason_en}"


class PronunciationInvalid(Invalid):
    code = "pronunciation_invalid"
    fa = "این تلفظ پذیرفته نشد: {reason_fa}"
    en = "This pronunciation is not accepted: {reason_en}"


class LexiconFileInvalid(Invalid):
    code = "lexicon_file_invalid"
    fa = "پرونده پذیرفته نشد و چیزی از آن ذخیره نشد؛ سطر {line}: {reason_fa}"
    en = "The file is not accepted and nothing of it was kept; line {line}: {reason_en}"
