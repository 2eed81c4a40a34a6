"""Where the marks of a text stand."""

from __future__ import annotations


def places_of(text: str, marks: str) -> list[int]:
    """Where any of the characters ``marks`` stands, in order.

    One is looked for after the other: in an article that takes half the time that a pattern takes
    to ask of every character whether it is among them.
    """
    found: list[int] = []
    for mark in marks:
        at = text.find(mark) if mark in text else -1  # most are not: "in" takes half of the time
        while at >= 0:
            found.append(at)
            at = text.find(mark, at + 1)
    found.sort()
    return found
