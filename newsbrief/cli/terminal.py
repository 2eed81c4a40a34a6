"""The terminal, or whatever stands in its place: what it can show, and how to speak to it."""

from __future__ import annotations

import codecs
import io
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from newsbrief.export.layout import clean

WIDEST = 100  # columns; the eye loses its way in longer lines
_PLAIN = {
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "–": "-",
    "—": "-",
    "─": "-",
    "·": "|",
    "…": "...",
}


def say(message: str) -> None:
    """``newsbrief: message`` as one line on standard error, harmless whatever it quotes."""
    if sys.stderr is not None:
        print(f"newsbrief: {clean(message)}", file=sys.stderr)


@contextmanager
def progress() -> Iterator[None]:
    """On a terminal, says what newsbrief logs within: that it waits for a server, or loads. A
    server that is not there fails six times for one reason, of three lines: it is told once."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield
        return
    import logging

    class Saying(logging.Handler):
        reason = ""

        def emit(self, record: logging.LogRecord) -> None:
            message = record.getMessage()
            before, (self.reason, _, wait) = self.reason, message.rpartition("; ")
            say(f"still so; {wait}" if self.reason and self.reason == before else message)

    logger, saying = logging.getLogger("newsbrief"), Saying()
    before = logger.level
    logger.addHandler(saying)
    logger.setLevel(logging.INFO)
    try:
        yield
    finally:
        logger.setLevel(before)
        logger.removeHandler(saying)


def width() -> int:
    """Columns to fill: the terminal's, at most 100; 80 where there is none."""
    return min(WIDEST, shutil.get_terminal_size().columns) if sys.stdout.isatty() else 80


def colour() -> bool:
    """Whether to paint; the environment decides before the terminal does, as for Python itself."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return os.environ.get("TERM") != "dumb" and sys.stdout.isatty()


def prepare_stdout(utf8: bool) -> None:
    """Lets every character through: as UTF-8, which JSON must be, or, on a terminal of another
    encoding, as the next best one, or a question mark."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        if utf8 and not sys.stdout.isatty():
            sys.stdout.reconfigure(encoding="utf-8")
        codecs.register_error("newsbrief", _next_best)
        sys.stdout.reconfigure(errors="newsbrief")


def _next_best(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lost = error.object[error.start : error.end]
    return "".join(_PLAIN.get(character, "?") for character in lost), error.end


def read_stdin(most: int) -> bytes:
    """What standard input holds, up to ``most`` bytes."""
    if sys.stdin is None:
        return b""
    if sys.stdin.isatty():
        say("reading the article from the terminal; Ctrl-D on a line of its own ends it")
    return sys.stdin.buffer.read(most)


def close_stdout() -> None:
    """After a failed write: nothing more is written, not even by Python on its way out."""
    with suppress(OSError, ValueError, AttributeError):  # no file behind it: nothing to flush
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
