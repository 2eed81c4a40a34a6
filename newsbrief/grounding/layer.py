"""One rewriting of a text, and the way back from its offsets."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

Edit = tuple[int, int, str]  # what stood from here to there is now this


class Layer:
    """A text with ``edits``, which come in its order and do not overlap."""

    __slots__ = ("_edits", "_starts", "text")

    def __init__(self, text: str, edits: list[Edit]) -> None:
        parts: list[str] = []
        self._edits = edits
        self._starts: list[int] = []  # of each edit, in the rewritten text
        at = size = 0
        for start, end, new in edits:
            parts += (text[at:start], new)
            size += start - at
            self._starts.append(size)
            size += len(new)
            at = end
        parts.append(text[at:])
        self.text = "".join(parts)

    def start(self, offset: int) -> int:
        """Where the character at ``offset`` began before; -1 inside a rewritten one."""
        k = bisect_right(self._starts, offset) - 1
        if k < 0:
            return offset
        start, end, new = self._edits[k]
        within = offset - self._starts[k]
        if within >= len(new):
            return end + within - len(new)
        return -1 if within else start

    def end(self, offset: int) -> int:
        """Where the text up to ``offset`` ended before; -1 inside a rewritten character."""
        k = bisect_left(self._starts, offset) - 1
        if k < 0:
            return offset
        _, end, new = self._edits[k]
        beyond = offset - self._starts[k] - len(new)
        return end + beyond if beyond >= 0 else -1
