"""Judging: the recordings it needs, and those who judge."""

from bazgoo.errors.kinds import Invalid


class NothingHeldOut(Invalid):
    code = "nothing_held_out"
    fa = "در مجموعه‌دادهٔ «{dataset}» ضبطی برای سنجیدن کنار گذاشته نشده است (یکی از هر ۲۰ ضبط، به قرعه). ضبط‌های بیشتری بیفزایید."
    en = "No recording of the dataset “{dataset}” is held out for judging (one in 20, by lot). Add more recordings."


class NothingToLearn(Invalid):
    code = "nothing_to_learn"
    fa = "از مجموعه‌دادهٔ «{dataset}» تنها {count} ضبط برای آموختن به کار می‌آید و دست‌کم {least} ضبط لازم است. ضبط‌های بیشتری بیفزایید."
    en = "Only {count} recordings of the dataset “{dataset}” can be learnt from, and {least} are needed. Add more recordings."


class JudgeDamaged(Invalid):
    code = "judge_damaged"
    fa = "داورِ پوشهٔ «{folder}» خراب است: {reason_fa} آن را دوباره بیاموزید."
    en = "The judge in the folder “{folder}” is damaged: {reason_en} Teach it again."
