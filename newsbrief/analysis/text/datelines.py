"""Where and by whom a story was filed: "KYIV, Ukraine (AP) - ", which nobody says."""

from __future__ import annotations

import re

from newsbrief.analysis.lexicon.countries import countries
from newsbrief.analysis.lexicon.geography import cities
from newsbrief.analysis.patterns import Lazy

FOREMOST = 8  # sentences among which the first of the story stands
_LONGEST = 120  # characters
_CAPITALS = r"[A-Z][A-Z'’./-]{2,}(?: [A-Z][A-Z'’./-]+){0,3}"  # "YEREVAN/BAKU", too
_NAME = r"[A-Z][\w'’-]++(?: [A-Z][\w'’-]++){0,2}"
# "(Reuters) -", and "/PRNewswire/ --" of those who send their own news
_AGENCY = r" ?(?:\((?=\w*[A-Za-z])[\w/ ]{2,40}\)|/[A-Za-z][\w -]{1,30}/)\s?(?:--|[–—]|-\s)\s*"
# "Nov. 8, 2016" or "8 November 2016"
_DAY = r"(?:,? (?:\w++\.? \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z]\w++(?: \d{4})?))?"
_PLACE = rf"(?:, [A-Z][\w.'’-]+(?: [\w.'’-]+){{0,2}})?{_DAY}"
_DATELINE = Lazy(
    rf"(?:{_CAPITALS}{_PLACE}(?:{_AGENCY}|\s?(?:--|[–—])\s*|\s-\s+)"
    rf"|(?:{_NAME}{_PLACE})?{_AGENCY})"
    r"(?=[\"“'‘(]?[A-Z0-9])"
)
_CITY = Lazy(rf"({_NAME}){_PLACE}(?:: |\s?(?:--|[–—])\s?)(?=[\"“'‘(]?[A-Z0-9])")
# "RAJKOT: India won", as papers of India have it.
_SHOUTED = Lazy(r"([A-Z][A-Z'’.-]{3,}(?: [A-Z][A-Z'’.-]{2,}){0,2}): (?=[A-Z0-9])")
_LABELS = frozenset(
    "BREAKING WATCH LIVE UPDATE UPDATED EXCLUSIVE OPINION ANALYSIS NOTE NASA".split()
)
_OTHER_LABEL = Lazy(r"^[A-Z][A-Z'’.-]+(?: [A-Z][A-Z'’.-]+)*:", re.MULTILINE)
# What the posts of a live blog and the points of a list open with.
_STAMP = Lazy(
    r"(?:[•*·▪–-] +)?(?:[0-2]?\d[:.][0-5]\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?(?: ?[:|–—-])? )?"
    r"(?=[\"“'‘]?[A-Z])"
)
_STAMPED = frozenset("0123456789•*·▪–-")
_CAPITALS_OR_MARKS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ'’.-")


def dateline_end(text: str, start: int, end: int) -> int:
    """Where the story begins in the sentence from ``start`` to ``end``: behind a dateline."""
    limit = end if end < start + _LONGEST else start + _LONGEST
    near = text[start:limit]
    # Every dateline holds one of these; four sentences of five do not, and cost a fifth so.
    if not ("-" in near or ":" in near or "(" in near or "–" in near or "—" in near):
        return start
    # It begins with a word in capitals, or has an agency's bracket.
    shouted = near[1:2] in _CAPITALS_OR_MARKS
    if (shouted or ")" in near) and (m := _DATELINE.match(text, start, limit)):
        return m.end()
    front = text[start : start + 40]
    if shouted and ":" in front and (m := _SHOUTED.match(text, start, limit)):
        alone = text[end - 1] in '.”"' and len(_OTHER_LABEL.findall(text)) == 1
        if alone and m[1] not in _LABELS:
            return m.end()
    if ":" in front or "–" in front or "—" in front or "--" in front:
        m = _CITY.match(text, start, limit)
        if m is not None and _is_filed(text, m[1], m[0], end):
            return m.end()
    return start


def stamp_end(text: str, start: int) -> int:
    """Where what is told begins, behind the time of a post or the mark of a point in a list: "18:40
    The mayor", "- The mayor"."""
    if text[start] in _STAMPED and (start == 0 or text[start - 1] == "\n"):
        m = _STAMP.match(text, start, start + 40)
        return m.end() if m else start
    return start


def _is_filed(text: str, city: str, label: str, end: int) -> bool:
    """Whether a sentence is filed from the ``city`` that ``label`` names. A headline may mean its
    government ("Moscow: Talks fail"); whoever is named like a city comes back in an interview."""
    known = city.title() if city.isupper() else city
    placed = known in cities() or known in countries().capitals
    return placed and text[end - 1] in '.”"' and text.count(f"\n{label}") < 2
