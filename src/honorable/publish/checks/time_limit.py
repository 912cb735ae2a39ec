"""Limit the time of a template, which is code that may loop forever."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Stop what takes more CPU time than this: raise TimeoutError in the line that is running then.

    Nothing is limited outside the main thread or on Windows, which have no such timer.
    """
    try:
        from signal import ITIMER_VIRTUAL, SIGVTALRM, setitimer, signal
    except ImportError:
        yield
        return
    if current_thread() is not main_thread():
        yield
        return

    def stop(*_: object) -> None:
        raise TimeoutError(too_long(seconds))

    before = signal(SIGVTALRM, stop)
    setitimer(ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        setitimer(ITIMER_VIRTUAL, 0)
        signal(SIGVTALRM, before)


def too_long(seconds: float) -> str:
    """Return what an operator reads about a template that takes longer than this."""
    return f"takes more than {seconds} seconds; does a loop never end?"
