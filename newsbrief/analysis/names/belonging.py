"""The body that somebody belongs to, beside the name: "of Marlow Police", "ING's Jane Roe"."""

from __future__ import annotations

from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.names import naming, runs, segments
from newsbrief.analysis.names.owning import owns_persons
from newsbrief.analysis.patterns import Lazy
from newsbrief.span import Span

_OF = Lazy(r",? (?:of|from|with|at) (?:the )?(?=[A-Z])")
_FOR = Lazy(r" (?:at|for|with|of) (?:the )?(?=[A-Z])")
# Where people work; to the others one comes: "Ann Lee at the Capitol".
WORKPLACES = word_set("University College Institute School Museum Hospital Laboratory Observatory")
_OWNER = Lazy(r"(?:^|[\s“\"‘(])((?:[A-Z][\w&.-]* (?:of (?:the )?)?){0,4}[A-Z][\w&.-]*)['’]s $")


def beside(text: str, floor: int, start: int, end: int, ceiling: int) -> Span | None:
    """The body named right behind or before the name ``text[start:end]``, in its sentence."""
    m = _OF.match(text, end, min(ceiling, end + 16))
    if m is not None:
        span = _body(text, m.end(), min(ceiling, m.end() + 80))
        if span is not None:
            name = text[span.start : span.end]
            if " at " not in m[0] or not WORKPLACES.isdisjoint(name.split(" ")):
                return span
    if text[start - 3 : start] not in ("'s ", "’s "):
        return None
    m = _OWNER.search(text, max(floor, start - 60), start)
    if m is None:
        return None
    begin = m.start(1) + 4 * text.startswith("The ", m.start(1))
    span = _body(text, begin, m.end(1), owner=True)
    return span if span is not None and span.end == m.end(1) else None


def behind(text: str, end: int, ceiling: int) -> Span | None:
    """The body named behind an occupation that ends at ``end``: "investigator for Marlow Board"."""
    m = _FOR.match(text, end, min(ceiling, end + 12))
    return None if m is None else _body(text, m.end(), min(ceiling, m.end() + 80))


def _body(text: str, start: int, end: int, owner: bool = False) -> Span | None:
    """The body whose name begins at ``start``; as ``owner`` of somebody, whatever no list knows."""
    for at, run in runs.find(text[start:end]):
        if at:
            break
        for first, last, kind, *_ in segments.inside(run):
            name = run[first:last]
            known = kind or naming.known(name)
            body = known == "organisation" or (owner and known is None and owns_persons(name))
            if first == 0 and body:
                return Span(start, start + last)
            break
        break
    return None
