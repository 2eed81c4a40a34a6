"""Whether the cost of some work grows as its text does."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable


def repeated(piece: str) -> Callable[[int], str]:
    return lambda size: (piece * (size // len(piece) + 1))[:size]


def is_linear(work: Callable[[str], object], text: Callable[[int], str], size: int = 4_000) -> bool:
    """Whether eight times the text costs less than 32 times the CPU time; quadratic growth would
    cost 64 times as much. What takes too long is timed twice more: it may be the machine.

    Garbage is not collected meanwhile: over a heap full of hypothesis's examples, one pass takes
    longer than the work.
    """
    few, many = text(size), text(8 * size)

    def seconds(text: str) -> float:
        start = time.process_time()
        work(text)
        return time.process_time() - start

    gc.collect()
    gc.disable()
    try:
        allowed = 32 * max(0.002, min(seconds(few) for _ in range(3)))
        return any(seconds(many) < allowed for _ in range(3))
    finally:
        gc.enable()
