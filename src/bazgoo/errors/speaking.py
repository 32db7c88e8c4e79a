"""Speaking: text, voices, engines, files."""

from bazgoo.errors.kinds import Invalid, NotFound, TooLarge, TooMany, Unavailable


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


class CharacterQuotaExceeded(TooMany):
    code = "character_quota_exceeded"
    fa = "این متن {length} نویسه دارد و از سهم روزانهٔ شما ({limit} نویسه) {left} نویسه مانده است. متن کوتاه‌تری بفرستید، تا فردا صبر کنید، یا از مدیر سهم بیشتری بخواهید."
    en = "The text has {length} characters; {left} of your {limit} a day are left. Send a shorter one, wait until tomorrow, or ask the admin for a larger quota."


class AudioQuotaExceeded(TooMany):
    code = "audio_quota_exceeded"
    fa = "سهم روزانهٔ شما {limit} دقیقه گفتار است و برای این متن بس نیست. متن کوتاه‌تری بفرستید، تا فردا صبر کنید، یا از مدیر سهم بیشتری بخواهید."
    en = "Your quota is {limit} minutes of speech a day, and what is left is not enough for this. Send a shorter text, wait until tomorrow, or ask the admin for a larger quota."


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


class VoiceUnsupported(VoiceDamaged):
    code = "voice_unsupported"
    fa = "صدای «{voice}» اینجا اجرا نمی‌شود: {reason_fa}"
    en = "The voice “{voice}” does not run here: {reason_en}"


class VoiceNotInBrowser(Invalid):
    code = "voice_not_in_browser"
    fa = "صدای «{voice}» در مرورگر اجرا نمی‌شود. بگذارید سرور با آن بخواند، یا یکی از صداهای Piper را انتخاب کنید."
    en = "The voice “{voice}” does not run in a browser. Let the server speak with it, or choose a Piper voice."


class EngineUnavailable(Unavailable):
    code = "engine_unavailable"
    fa = "موتور گفتار {engine} روی این دستگاه راه نمی‌افتد. دلیلش در گزارش برنامه هست؛ «bazgoo doctor» را اجرا کنید یا برنامه را دوباره نصب کنید."
    en = "The speech engine {engine} does not start on this machine. The log says why; run “bazgoo doctor”, or install again."
