"""Starting the studio, its data directory and its database."""

from bazgoo.errors.kinds import Conflict, Invalid, Unavailable


class SettingInvalid(Invalid):
    code = "setting_invalid"
    fa = "تنظیم {setting} درست نیست: {reason}. آن را در محیط یا پروندهٔ .env درست کنید."
    en = "The setting {setting} is not valid: {reason}. Correct it in the environment or in .env."


class DatabaseUnavailable(Unavailable):
    code = "database_unavailable"
    fa = "پایگاه داده اکنون پاسخ نمی‌دهد. کمی بعد دوباره بفرستید."
    en = "The database does not answer now. Try again in a moment."


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


class PagesNotBuilt(Unavailable):
    code = "pages_not_built"
    fa = "صفحه‌های بازگو هنوز ساخته نشده‌اند. در پوشهٔ پروژه ‎./setup.sh‎ را اجرا کنید."
    en = "The pages of Bazgoo have not been built. Run ./setup.sh in the project."


class FolderNotEmpty(Conflict):
    code = "folder_not_empty"
    fa = "پوشهٔ «{folder}» خالی نیست. پوشهٔ دیگری بدهید، یا با ‎--force‎ در همین بنویسید."
    en = "The folder “{folder}” is not empty. Name another, or write into it with --force."


class ChromiumMissing(Unavailable):
    code = "chromium_missing"
    fa = "مرورگری برای سنجیدن پیدا نشد: {reason_fa} Chromium و بستهٔ playwright را نصب کنید."
    en = "No browser to measure with was found: {reason_en} Install Chromium and the package playwright."


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


class DiskLow(Unavailable):
    code = "disk_low"
    fa = "روی دیسک کارگاه تنها {free_mb} مگابایت جا مانده است. جا باز کنید: بارگیری، ضبط و آموزش به‌زودی می‌ایستند."
    en = "Only {free_mb} MB are left on the studio's disk. Free some space: downloads, recordings and trainings will stop soon."


class WorkersGone(Unavailable):
    code = "no_worker"
    fa = "هیچ کارگری در کار نیست؛ بارگیری‌ها، مجموعه‌داده‌ها و آموزش‌ها منتظر می‌مانند. پروندهٔ logs/worker.log را ببینید."
    en = "No worker is running; downloads, datasets and trainings wait. Look at logs/worker.log."


class QueueWaits(Unavailable):
    code = "queue_waiting"
    fa = "کاری {minutes} دقیقه است که در صف مانده و هیچ کارگری به آن نرسیده است. کارگر دیگری اضافه کنید یا logs/worker.log را ببینید."
    en = "Work has waited in the queue for {minutes} minutes and no worker has come to it. Add a worker, or look at logs/worker.log."


class EngineFails(Unavailable):
    code = "engine_failing"
    fa = "موتور «{engine}» در آخرین گفتار خود شکست خورد. صداهای آن را دوباره بارگیری کنید یا logs/studio.log را ببینید."
    en = "The engine “{engine}” failed at its last speech. Download its voices again, or look at logs/studio.log."


class NothingSpeaks(Unavailable):
    code = "no_voice"
    fa = "هیچ صدایی نیست که سخن بگوید. نصب را با «bazgoo doctor» بررسی کنید."
    en = "There is no voice that can speak. Check the installation with `bazgoo doctor`."


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
