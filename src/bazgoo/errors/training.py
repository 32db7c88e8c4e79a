"""Teaching: what is asked for, what it is taught with, how it ends."""

from bazgoo.errors.kinds import Conflict, Invalid, NotFound, Unavailable


class TrainingNotFound(NotFound):
    code = "training_not_found"
    fa = "این آموزش پیدا نشد. فهرست آموزش‌ها را دوباره ببینید."
    en = "There is no such training. Look at the list of trainings again."


class CheckpointNotFound(NotFound):
    code = "checkpoint_not_found"
    fa = "این نقطهٔ بازیابی پیدا نشد. فهرست نقطه‌ها را دوباره ببینید."
    en = "There is no such checkpoint. Look at the list of checkpoints again."


class SampleNotFound(NotFound):
    code = "sample_not_found"
    fa = "این نمونه پیدا نشد. فهرست نمونه‌ها را دوباره ببینید."
    en = "There is no such sample. Look at the list of samples again."


class PairNotFound(NotFound):
    code = "pair_not_found"
    fa = "این جفت برای شنیدن پیدا نشد. جفت دیگری بگیرید."
    en = "There is no such pair to listen to. Ask for another one."


class TrainingConfigInvalid(Invalid):
    """``complaints`` lists every field that is wrong, by language, as `{loc, msg}`."""

    code = "training_config_invalid"
    fa = "«{field}» در تنظیم آموزش درست نیست: {reason_fa} آن را اصلاح کنید و دوباره بکوشید."
    en = "“{field}” in the training's config is not valid: {reason_en} Correct it and try again."


class TrainingRefused(Invalid):
    """``reason_fa`` and ``reason_en`` name the first reason; ``reasons`` lists all as `{code, fa, en}`."""

    code = "training_refused"
    fa = "این آموزش شدنی نیست: {reason_fa}"
    en = "This cannot be taught: {reason_en}"


class TrainingDiverged(Invalid):
    code = "training_diverged"
    fa = "آموزش از هم پاشید: خطا در گام {step} دیگر عدد نیست. سرعت یادگیری را کمتر کنید و از نقطهٔ بازیابی پیشین ادامه دهید."
    en = "The training fell apart: the loss is no number at step {step}. Lower the learning rate and go on from the last checkpoint."


class CheckpointDamaged(Invalid):
    code = "checkpoint_damaged"
    fa = "نقطهٔ بازیابی «{file}» خراب است. از نقطهٔ دیگری ادامه دهید."
    en = "The checkpoint “{file}” is damaged. Go on from another one."


class TrainingFinished(Conflict):
    code = "training_finished"
    fa = "این آموزش پایان یافته است و دیگر نمی‌توان آن را نگه داشت یا ادامه داد. آموزش تازه‌ای آغاز کنید."
    en = "This training has ended and can neither be paused nor resumed. Start a new one."


class TrainingBusy(Conflict):
    code = "training_busy"
    fa = "این آموزش اکنون در حال کار است. آن را نگه دارید یا صبر کنید تا تمام شود، سپس دوباره بکوشید."
    en = "This training is at work now. Pause it or wait until it ends, then try again."


class TooManyTrainings(Conflict):
    code = "too_many_trainings"
    fa = "شما {limit} آموزش ناتمام دارید و بیش از این پذیرفته نیست. یکی را لغو کنید یا بگذارید تمام شود."
    en = "You have {limit} unfinished trainings, which is the most there may be. Cancel one or let one end."


class TorchMissing(Unavailable):
    code = "torch_missing"
    fa = "بخش آموزش نصب نیست. آن را با اجرای ‎./setup.sh (بدون ‎--light) بیفزایید و دوباره بکوشید."
    en = "Training is not installed. Add it by running ./setup.sh (without --light) and try again."


class ClusterMissing(Unavailable):
    code = "cluster_missing"
    fa = "بخش خوشه نصب نیست. آن را با pip install 'bazgoo[cluster]' بیفزایید، یا بی ‎--cluster آموزش دهید."
    en = "Clusters are not installed. Add them by pip install 'bazgoo[cluster]', or train without --cluster."


class TrainerCrashed(Unavailable):
    code = "trainer_crashed"
    fa = "آموزش ناگهان پایان یافت، شاید از کمبود حافظه. اندازهٔ دسته را کمتر کنید و آن را ادامه دهید؛ از آخرین نقطهٔ بازیابی آغاز می‌شود."
    en = "The training ended abruptly, perhaps for want of memory. Lower the batch size and resume it; it goes on from its last checkpoint."


class BaseCheckpointUnusable(Invalid):
    """``reason_fa`` and ``reason_en`` say what is wrong with it."""

    code = "base_checkpoint_unusable"
    fa = "آموزش نمی‌تواند از «{file}» آغاز شود: {reason_fa} نقطهٔ بازیابی دیگری از پایپر (‎.ckpt) برگزینید."
    en = "The training cannot start from “{file}”: {reason_en} Choose another checkpoint of Piper (.ckpt)."


class TrainingMemoryFull(Unavailable):
    code = "training_memory_full"
    fa = "حافظه برای این آموزش بس نیست. اندازهٔ دسته یا شبکه را کمتر کنید و دوباره بکوشید."
    en = "There is not enough memory for this training. Lower the batch size, or take a smaller network, and try again."


class TrainingBroken(Unavailable):
    """``reason`` is what the program says of it, in English."""

    code = "training_broken"
    fa = "خطایی پیش‌بینی‌نشده آموزش را پایان داد ({reason}). گزارش آموزش را ببینید و از آخرین نقطهٔ بازیابی ادامه دهید."
    en = "An unforeseen fault ended the training ({reason}). See its log, and go on from the last checkpoint."
