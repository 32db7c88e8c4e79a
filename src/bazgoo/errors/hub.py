"""The Hub and the way to it."""

from bazgoo.errors.kinds import Conflict, Forbidden, Invalid, NotFound, TooMany, Unavailable
from bazgoo.errors.studio import DiskFull


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


class HubAddressPrivate(Invalid):
    code = "hub_address_private"
    fa = "{host} به نشانی درونی {address} می‌رسد و بازگو به شبکهٔ درونی وصل نمی‌شود. اگر آینه را خودتان افزوده‌اید، نشانی‌اش را درست کنید؛ وگرنه DNS را عوض کنید."
    en = "{host} leads to the private address {address}, and Bazgoo does not connect to private networks. Correct the mirror's address if you added one; otherwise change your DNS."


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
