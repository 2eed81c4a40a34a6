"""One reported statement in words, and which of several in a sentence stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newsbrief.analysis.speech.sources import Source

TURN = "turn of a transcript"
SEEMING = "seeming"
TRAILING = "trailing"
BACK = "according to, behind"
_BEHIND = frozenset({TRAILING, BACK})
_SAID = frozenset({"said", "says", "reported", "reports", "told"})


@dataclass(slots=True)
class Reported:
    """Content words ``first`` to ``last`` (half-open) with their source and cue."""

    first: int
    last: int
    source: Source | None
    cue: tuple[int, int]
    unit: int
    how: str


def outermost(items: list[Reported], low: Sequence[str]) -> list[Reported]:
    """Without the reports that stand inside the content of another one, or tell the same again.

    Inner ones were annotated 15 times in a hundred, outer ones 66 times (PolNeAR, train).
    """
    holders = sorted([(item.first, _reach(item), item.how == SEEMING) for item in items])
    signed = [
        i for i in items if i.how == TRAILING and i.last <= i.cue[0] and low[i.cue[0]] in _SAID
    ]
    kept: dict[tuple[int, int], Reported] = {}
    k, reach, told = 0, -1, -1
    for item in sorted(items, key=lambda i: i.cue):
        while k < len(holders) and holders[k][0] <= item.cue[0]:
            _, end, seeming = holders[k]
            reach = end if end > reach else reach
            if not seeming and end > told:
                told = end
            k += 1
        if item.how == SEEMING:
            inner = item.last <= told  # "Lee said talks appear to have failed"
        else:
            inner = item.first >= item.cue[0] and item.last <= reach
        for one in signed:  # "The film shows Lee in a room, the police said"
            if one.first <= item.cue[0] and item.first < one.cue[0] < item.last:
                inner = True
        same = kept.get((item.first, item.last))  # "said in a statement that"
        if not inner and (same is None or same.source is None):
            kept[item.first, item.last] = item
    return list(kept.values())


def _reach(item: Reported) -> int:
    """How far the item holds others; "Lee plans to quit, she said" leaves nothing to "plans"."""
    end = item.last
    return max(end, item.cue[1] + 1) if item.how in _BEHIND else end
