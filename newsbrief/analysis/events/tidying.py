"""A clause as the description of what happened: on one line, without what only links it."""

from __future__ import annotations

from newsbrief.analysis.patterns import Lazy

_LABEL = Lazy(r"(?:[QA]|[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,2}): (?=\w)")


def without_label(text: str, start: int) -> int:
    """Where a turn of an interview begins behind the name of who speaks, which comes back."""
    if text.find(": ", start, start + 60) < 0:
        return start
    m = _LABEL.match(text, start, start + 60)
    return m.end() if m and text.count(f"\n{m[0]}") > 1 else start


_OPENING = frozenset(
    "but and so yet however meanwhile also still instead now then indeed in moreover separately "
    "earlier later".split()
)
# "So far", "Instead of him", "Earlier this week" say more than that something follows.
_OPENER = Lazy(
    r"(?i:(?:(?:But|And|Yet|Then|Also|So(?! far\b| that\b| as\b| many\b| much\b| long\b)"
    r"|Now(?! that\b)|Instead(?! of\b)|However|Meanwhile|Still|Indeed)\b,?|(?:In fact|In addition|"
    r"Moreover|Separately|Earlier|Later),) )+(?=\w)"
)


def tidy(clause: str) -> str:
    """On one line, with a capital, without an opening "But" and the closing point."""
    even = clause.isprintable() and "  " not in clause  # no white space but single blanks
    line = (clause if even else " ".join(clause.split())).strip(" ,;:–—-")
    if line[:1] == "(" and ")" not in line:
        line = line[1:]
    elif line.endswith((")", ").", ".)")) and "(" not in line:
        line = line.rstrip(".)")
    first = line.partition(" ")[0].rstrip(",")
    if first.lower() in _OPENING:
        opener = _OPENER.match(line)
        if opener and len(line) - opener.end() > 20:
            line = line[opener.end() :]
            first = line.partition(" ")[0].rstrip(",")
    if first.isalpha() and first.islower() and first != "x":  # not "iPhone", "al-Shabab"
        line = line[:1].upper() + line[1:]
    return line.removesuffix(".").rstrip()
