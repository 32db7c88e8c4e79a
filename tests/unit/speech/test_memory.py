"""What was heard lately is kept, and no more than allowed."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import numpy as np
import pytest

from bazgoo.speech.memory import Sound, SoundMemory


def sound(samples: int) -> Sound:
    return np.ones(samples, np.float32)


def test_a_sound_is_made_once_and_then_recalled() -> None:
    memory = SoundMemory(1000)
    first = memory.recall("a", lambda: sound(10))
    assert memory.recall("a", lambda: pytest.fail("made twice")) is first


def test_the_sound_not_heard_for_longest_is_forgotten_first() -> None:
    memory = SoundMemory(3 * 40)
    for key in ("a", "b", "c", "a", "d"):
        memory.recall(key, lambda: sound(10))
    made = []
    for key in ("a", "c", "d", "b"):
        memory.recall(key, lambda key=key: made.append(key) or sound(10))
    assert made == ["b"]


def test_the_bound_holds_whatever_is_made() -> None:
    memory = SoundMemory(1000)
    for size in range(1, 400):
        memory.recall(size, lambda size=size: sound(size))
        assert memory.held_bytes <= 1000


def test_without_room_nothing_is_kept() -> None:
    memory = SoundMemory(0)
    assert len(memory.recall("a", lambda: sound(10))) == 10
    assert memory.held_bytes == 0


def test_several_who_ask_at_once_share_one_making() -> None:
    memory, asked, finish, made = SoundMemory(1000), Barrier(4), Event(), []

    def make() -> Sound:
        made.append(1)
        finish.wait()
        return sound(10)

    def ask() -> Sound:
        asked.wait()
        return memory.recall("a", make)

    with ThreadPoolExecutor(4) as threads:
        answers = [threads.submit(ask) for _ in range(4)]
        finish.set()
    assert len({id(answer.result()) for answer in answers}) == 1
    assert made == [1]


def test_a_failure_is_told_to_everyone_and_not_kept() -> None:
    memory = SoundMemory(1000)

    def fail() -> Sound:
        raise ZeroDivisionError

    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            memory.recall("a", fail)
    assert len(memory.recall("a", lambda: sound(10))) == 10


def test_nobody_can_change_a_sound_that_others_will_hear() -> None:
    kept = SoundMemory(1000).recall("a", lambda: sound(10))
    with pytest.raises(ValueError, match="read-only"):
        kept[0] = 0
