"""The time that stands at one place of an article, without those that stand elsewhere.

A model's answer asks for five times of an article that holds nine: to read only these takes three
fifths of the work.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, datetime
from itertools import pairwise
from operator import attrgetter

from newsbrief.analysis.text.sentences import Sentence
from newsbrief.analysis.text.tokens import Tokens
from newsbrief.analysis.times.atoms import Atom
from newsbrief.analysis.times.finding import TimeExpression, resolved
from newsbrief.analysis.times.grammar import scan
from newsbrief.analysis.times.numbers import is_ambiguous
from newsbrief.analysis.times.resolve import heeds_context
from newsbrief.span import Span

_ENDS = '.!?"”’'  # no time goes on behind such a mark
_APART = 32  # code points; times further apart have nothing to do with each other
_TAIL = len(" week")  # what may belong to the day before it: "Thursday week"


def times_at(
    text: str,
    sentences: Sequence[Sentence],
    published: date | datetime | None,
    tokens: Tokens,
    place: Span,
) -> list[TimeExpression] | None:
    """Those of all `times` that stand at ``place``, and maybe others beside it; ``None`` where what
    they name hangs on what the rest of the article says."""
    if published is None:  # the year of "Nov. 2" may stand anywhere
        return None
    first = last = max(0, bisect_right(sentences, place.start, key=attrgetter("span.start")) - 1)
    while first and text[sentences[first - 1].span.end - 1] not in _ENDS:
        first -= 1
    while last + 1 < len(sentences) and (
        sentences[last + 1].span.start < place.end
        or text[sentences[last].span.end - 1] not in _ENDS
    ):
        last += 1
    rows = tokens.between(sentences[first].span.start, sentences[last].span.end)
    if rows is None:
        return None
    low, high = rows
    columns = Tokens(tokens.text[low:high], tokens.start[low:high])
    atoms = _beside(list(scan(text, columns)), place)
    if any(heeds_context(atom) or is_ambiguous(atom) for atom in atoms):
        return None
    return resolved(text, sentences[first : last + 1], published, atoms)


def _beside(atoms: list[Atom], place: Span) -> list[Atom]:
    """Those at ``place``, and those that stand in a row with them: "Monday and Tuesday"."""
    gaps = [n for n, (a, b) in enumerate(pairwise(atoms), 1) if b.start - a.end > _APART]
    rows = (atoms[a:b] for a, b in pairwise((0, *gaps, len(atoms))))
    near = (row for row in rows if row and row[0].start < place.end + _APART)
    return [atom for row in near if place.start < row[-1].end + _TAIL for atom in row]
