"""Long work is not silent: on a terminal, it is said what is being done, and for how long."""

from __future__ import annotations

import sys
from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, Self

from newsbrief.cli.terminal import say

if TYPE_CHECKING:
    from threading import Thread

SAID = (2.0, 10.0, 30.0)  # seconds of silence after which something is said; then each minute
_MINUTE = 60.0
_LOOK = 0.25  # seconds


class Patience:
    """Within, a terminal is told what ``doing`` returns, once nothing else has been shown for
    longer than a person waits without a doubt. `restart` says that something has been."""

    def __init__(self, doing: Callable[[], str]) -> None:
        self._doing = doing
        self._watching: Thread | None = None
        self.restart()

    def restart(self) -> None:
        self._since = monotonic()
        self._due = SAID[0]

    def __enter__(self) -> Self:
        if sys.stderr is not None and sys.stderr.isatty():
            from threading import Event, Thread

            self._over = Event()
            self._watching = Thread(target=self._watch, daemon=True)
            self._watching.start()
        return self

    def __exit__(self, *raised: object) -> None:
        if self._watching is not None:
            self._over.set()
            self._watching.join()

    def _watch(self) -> None:
        while not self._over.wait(_LOOK):
            silent = monotonic() - self._since
            if silent >= self._due:
                say(f"{self._doing()}, for {silent:.0f} s now")
                later = (time for time in SAID if time > silent)
                self._due = next(later, silent + _MINUTE)
