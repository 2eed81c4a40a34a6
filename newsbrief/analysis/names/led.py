"""Bodies by the office in front of them: "the founder of Rock the Vote"."""

from __future__ import annotations

from newsbrief.analysis.lexicon.english import is_common
from newsbrief.analysis.names.drafts import Draft
from newsbrief.analysis.names.naming import known
from newsbrief.analysis.patterns import Lazy

_OF_FIRMS = Lazy(
    r"\b(?:(?:chief executive|CEO|chairman|chairwoman|founder|co-founder|executive director|"
    r"managing director|managing partner) of|(?:analyst|economist|strategist) (?:at|with)) "
    r"(?:the )?$"
)
# Lands have presidents, films directors and persons spokesmen: of them only several words tell.
_OF_OTHERS = Lazy(r"\b(?:president|director|editor) of (?:the )?$")
_BEFORE = (" of ", " at ", "ith ", "the ")
# A campaign has a chairman as well, a department of a school a director.
_NO_END = (" at ", "'", "’", " campaign", " family", "-")
_ON = Lazy(r" [A-Z]")
# With a common word, "for Life": not "the founder of Marlow to Shell".
_GOES_ON = Lazy(r" (?:[Ff]or|to|the) ([A-Z][\w’'-]*)(?: [A-Z][\w’'-]*)*(?: of [A-Z]\w+)?")


def bodies(text: str, drafts: list[Draft]) -> list[Draft]:
    """The ``drafts``, with bodies where an office tells them, and their names whole. All 26 that
    this adds in 930 articles are bodies; seven of these go on behind a small word."""
    found: list[Draft] = []
    persons: set[str] | None = None
    end = 0
    for d in drafts:
        if d.start < end:
            continue
        if d.kind is None and not d.sure and text[d.start - 4 : d.start] in _BEFORE:
            stop = _end(text, d)
            if stop and persons is None:
                persons = {w for p in drafts if p.kind == "person" for w in p.name.split(" ")}
            if stop and persons is not None and d.name not in persons:
                end = d.end = stop
                d.name = " ".join(text[d.start : end].split())
                d.kind, d.sure = "organisation", True
        found.append(d)
    return found


def _end(text: str, d: Draft) -> int:
    """Where the name of the body ends; 0 where it is none."""
    low = max(0, d.start - 32)
    firm = _OF_FIRMS.search(text, low, d.start) is not None
    if not firm and _OF_OTHERS.search(text, low, d.start) is None:
        return 0
    m = _GOES_ON.match(text, d.end, d.end + 60)
    if m is not None and is_common(m[1].lower()) and known(m[1]) is None:
        return m.end()
    if text.startswith(_NO_END, d.end) or _ON.match(text, d.end):
        return 0
    if " " in d.name:
        return d.end if firm or not d.name.startswith(("San ", "Santa ")) else 0
    return d.end if firm and not is_common(d.name.lower()) else 0
