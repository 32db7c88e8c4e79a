"""Backups, and the way back."""

from bazgoo.errors.kinds import Conflict, Invalid, NotFound


class BackupNotFound(NotFound):
    code = "backup_not_found"
    fa = "پشتیبانی به نام «{name}» نیست. فهرست پشتیبان‌ها را ببینید."
    en = "There is no backup named “{name}”. Look at the list of backups."


class NothingToBackUp(Conflict):
    code = "nothing_to_back_up"
    fa = "در {folder} هنوز چیزی نیست که پشتیبان گرفته شود. با ‎--data-dir‎ پوشهٔ دادهٔ درست را بدهید."
    en = "There is nothing in {folder} to back up yet. Name the right data folder with --data-dir."


class BackupExists(Conflict):
    code = "backup_exists"
    fa = "«{file}» از پیش هست و چیزی رویش نوشته نمی‌شود. نام دیگری بدهید."
    en = "“{file}” is there already, and nothing is written over it. Give another name."


class BackupRunning(Conflict):
    code = "backup_running"
    fa = "هم‌اکنون پشتیبانی گرفته می‌شود. صبر کنید تا تمام شود، یا لغوش کنید."
    en = "A backup is being made now. Wait until it is done, or cancel it."


class BackupIsBase(Conflict):
    code = "backup_is_base"
    fa = "پشتیبان «{other}» بر این پشتیبان استوار است و بی آن به کار نمی‌آید. نخست آن را پاک کنید."
    en = "The backup “{other}” begins from this one and is nothing without it. Delete that one first."


class BackupDamaged(Invalid):
    code = "backup_damaged"
    fa = "«{file}» پشتیبان سالمی از بازگو نیست: بخشی از آن کم است یا تغییر کرده است. هیچ چیز بازیابی نشد؛ نسخهٔ دیگری از آن بدهید."
    en = "“{file}” is not an intact backup of Bazgoo: some of it is missing or was changed. Nothing was restored; give another copy of it."


class BackupPasswordMissing(Invalid):
    code = "backup_password_missing"
    fa = "پشتیبان «{file}» رمزنگاری شده است. گذرواژه‌اش را با ‎--password-file‎ یا BAZGOO_BACKUP_PASSWORD بدهید."
    en = "The backup “{file}” is encrypted. Give its password with --password-file or BAZGOO_BACKUP_PASSWORD."


class BackupPasswordWrong(Invalid):
    code = "backup_password_wrong"
    fa = "این گذرواژه «{file}» را باز نمی‌کند. گذرواژه‌ای را بدهید که پشتیبان با آن گرفته شد."
    en = "This password does not open “{file}”. Give the one with which the backup was made."


class BackupBaseMissing(Invalid):
    code = "backup_base_missing"
    fa = "پشتیبان «{file}» بر «{base}» استوار است که کنارش نیست. هر دو را در یک پوشه بگذارید."
    en = "The backup “{file}” begins from “{base}”, which is not beside it. Put both into one folder."


class BackupNewer(Conflict):
    code = "backup_newer"
    fa = "این پشتیبان را بازگو {program} گرفته است (بازنگری {found}؛ این نسخه تا {known} را می‌شناسد). بازگو را به‌روز کنید."
    en = "This backup was made by Bazgoo {program} (revision {found}; this one knows up to {known}). Update Bazgoo."


class DataThere(Conflict):
    code = "data_there"
    fa = "در {place} از پیش داده هست. جای خالی بدهید، یا با ‎--replace‎ بگویید که این پشتیبان جای آن را بگیرد."
    en = "There is data in {place} already. Name an empty place, or say with --replace that this backup takes its place."


class DatabaseForeign(Conflict):
    code = "database_foreign"
    fa = "در پایگاه داده چیزهایی از برنامه‌های دیگر هست ({names}) و جایش گرفته نشد. پایگاه داده‌ای جدا بسازید."
    en = "There are things of other programs in the database ({names}), so it was not replaced. Make a database of its own."


class DatabaseInUse(Conflict):
    code = "database_in_use"
    fa = "بازگوی دیگری با این پایگاه داده در کار است. نخست همه را متوقف کنید."
    en = "Another Bazgoo is at work in this database. Stop all of them first."


class RestoreRunning(Conflict):
    code = "restore_running"
    fa = "در {folder} هم‌اکنون پشتیبانی بازیابی می‌شود. صبر کنید تا تمام شود."
    en = "A backup is being restored in {folder} now. Wait until it is done."


class FolderFixed(Conflict):
    code = "folder_fixed"
    fa = "«{folder}» پیوند یا دیسکی جداست و نمی‌توان پوشهٔ تازه را یک‌باره جایش گذاشت. آن را بردارید، بازیابی کنید و سپس جابه‌جا کنید."
    en = "“{folder}” is a link or a disk of its own, so a new folder cannot take its place at once. Take it away, restore, and move it then."
