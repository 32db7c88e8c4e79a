"""Threads that take the most urgent first."""

from threading import Event

import pytest

from bazgoo.server.speech.pool import SpeechPool, Turn


@pytest.fixture
def pool():
    pool = SpeechPool(threads=1)
    yield pool
    pool.close()


@pytest.fixture
def busy(pool: SpeechPool):
    """The pool's one thread, at work until the event is set."""
    begun, release = Event(), Event()
    pool.submit(Turn.FIRST_WORDS, lambda: begun.set() or release.wait())
    begun.wait()
    yield release
    release.set()


def test_first_words_go_before_next_words_and_in_order_among_themselves(
    pool: SpeechPool, busy: Event
) -> None:
    done: list[str] = []
    jobs = [
        pool.submit(turn, lambda name=name: done.append(name))
        for name, turn in [
            ("reading", Turn.READING),
            ("next 1", Turn.NEXT_WORDS),
            ("next 2", Turn.NEXT_WORDS),
            ("first 1", Turn.FIRST_WORDS),
            ("first 2", Turn.FIRST_WORDS),
        ]
    ]
    busy.set()
    for job in jobs:
        job.result()
    assert done == ["first 1", "first 2", "next 1", "next 2", "reading"]


def test_a_reading_waits_for_many_who_listen_but_not_for_ever(pool: SpeechPool, busy: Event) -> None:
    done: list[str] = []
    reading = pool.submit(Turn.READING, lambda: done.append("reading"))
    jobs = [pool.submit(Turn.NEXT_WORDS, lambda: done.append("next")) for _ in range(100)]
    busy.set()
    for job in [reading, *jobs]:
        job.result()
    assert 0 < done.index("reading") < Turn.READING


def test_a_job_cancelled_while_it_waits_is_never_begun(pool: SpeechPool, busy: Event) -> None:
    done: list[int] = []
    cancelled = pool.submit(Turn.FIRST_WORDS, lambda: done.append(1))
    assert cancelled.cancel()
    busy.set()
    assert pool.submit(Turn.NEXT_WORDS, lambda: 2).result() == 2
    assert done == []


def test_a_failure_is_the_jobs_and_the_thread_goes_on(pool: SpeechPool) -> None:
    with pytest.raises(ZeroDivisionError):
        pool.submit(Turn.FIRST_WORDS, lambda: 1 // 0).result()
    assert pool.submit(Turn.FIRST_WORDS, lambda: 2).result() == 2


def test_closing_finishes_what_was_asked_for() -> None:
    pool = SpeechPool(threads=2)
    jobs = [pool.submit(Turn.NEXT_WORDS, lambda number=number: number) for number in range(50)]
    pool.close()
    assert [job.result(timeout=0) for job in jobs] == list(range(50))
