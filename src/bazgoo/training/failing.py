"""How a training that cannot go on says so."""

import contextlib
import errno
import logging
from collections.abc import Iterator

from bazgoo.errors import BazgooError, DiskFull, TrainingBroken, TrainingMemoryFull
from bazgoo.events import Emit, TrainingFailed
from bazgoo.training.run import Run

log = logging.getLogger(__name__)

_LONGEST_REASON = 200
_MEMORY = ("out of memory", "not enough memory", "can't allocate memory")


@contextlib.contextmanager
def told_failures(emit: Emit, run: Run) -> Iterator[None]:
    """Whatever goes wrong becomes an error that a person can be told, and TrainingFailed."""
    try:
        yield
    except Exception as error:
        told = error if isinstance(error, BazgooError) else _error_of(error, run)
        if told is not error:
            log.exception("the training broke")
        emit(TrainingFailed(told.code, told.message("fa"), told.message("en")))
        raise told from error


def _error_of(error: Exception, run: Run) -> BazgooError:
    if isinstance(error, MemoryError) or any(sign in str(error) for sign in _MEMORY):
        return TrainingMemoryFull()
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(path=run.folder)
    return TrainingBroken(reason=f"{type(error).__name__}: {error}"[:_LONGEST_REASON])
