"""What a person is, in the article's own words before the name: "Commerce Minister Wang"."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from newsbrief.analysis.lexicon import offices
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.names import fronts, runs
from newsbrief.analysis.names.officewords import (
    DETERMINERS,
    MODALS,
    NOT_FIRST,
    RANKED,
    extends,
    head_before,
    head_before_rank,
    head_with_place,
    in_midst,
    is_head,
    may_be_verb,
    named_in,
    owner,
    owns,
    weakness,
    words_in,
)
from newsbrief.analysis.names.phrases import opens
from newsbrief.analysis.names.sharing import is_plural
from newsbrief.analysis.patterns import Lazy
from newsbrief.span import Span

# Nine words hold "Assistant Secretary of State for Near Eastern Affairs"; 110 code points too.
MAX_WORDS = 9
_MAX_WIDTH = 110


class Role(NamedTuple):
    """Where the text states an office, and the body or country that it names with it.

    ``affiliation`` lies inside ``span`` ("Senate" in "Senate Majority Leader") or beside it
    ("China" in "China’s Commerce Minister"). ``rank`` orders statements: 0 is the best.
    """

    span: Span
    affiliation: Span | None
    rank: int


# What may follow a name in apposition that no comma closes: "the mayor, Ann Lee and her son".
_GOES_ON = word_set("and or of from in at for with on to by who whose as")
_AFTER_NAME = Lazy(r" ([a-z]+)|, (?:an?|the|who|whose|his|her|its|aged|\d\d)\b")


def _is_dative(text: str, floor: int, comma: int, end: int) -> bool:
    """Whether the office before the comma is somebody else's: "Flanked by the mayor, Ann Lee
    said", where no comma closes the name, or "After meeting the mayor, Ann Lee, the coach"."""
    m = _AFTER_NAME.match(text, end, end + 24)
    if m is None:
        return False
    return m[1] not in _GOES_ON if m[1] else opens(text, floor, comma)


_SUBJECTS = word_set("who which that he she they it we i you")


@functools.lru_cache(maxsize=8192)
def _may_end(word: str) -> bool:
    """Whether what stands before a name may be the end of an office: "minister", "envoy,"; or of a
    place that an office is held in: "the envoy to Norway,"."""
    bare = word.rstrip(",")
    if (
        is_head(bare)
        or is_plural(word)
        or word in fronts.OF_OFFICES
        or word.rstrip(".") in offices.HONORIFICS
    ):
        return True
    return word[-1:] == "," and not (bare.isalpha() and bare.islower() and bare != "and")


def before(text: str, floor: int, start: int, stop: int) -> Role | None:
    """The office right before the name ``text[start:stop]``, not reaching below ``floor``."""
    low = start - _MAX_WIDTH if start - _MAX_WIDTH > floor else floor
    if start - low < 3:
        return None
    last = text[low : start - 1].rpartition(" ")[2]
    if not _may_end(last) and not (last[-1:] == "," == text[stop : stop + 1]):
        return _shared(text, floor, low, start) if last == "and" else None
    over = _over_rank(text, floor, start - 1 - len(last), stop) if last.lower() in RANKED else None
    return over or _before(text, floor, low, start, stop, last)


def _over_rank(text: str, floor: int, at: int, stop: int) -> Role | None:
    """The office before a rank at ``at``: "The chief of the Army, General Ann Lee,"."""
    over = before(text, floor, at, stop) if text[at - 2 : at] == ", " else None
    return over if over and over.rank <= 3 else None


def _before(text: str, floor: int, low: int, start: int, stop: int, last: str) -> Role | None:
    chunk = text[low:start]
    while last.rstrip(".") in offices.HONORIFICS and len(chunk) > len(last) + 3:
        chunk = chunk[: -len(last) - 1]  # "its chairman, Sir Alan Roe"
        start -= len(last) + 1
        last = chunk.rstrip(" ").rsplit(" ", 1)[-1]
    if chunk[-1] not in " \xa0" or len(chunk) < 3:
        return None
    comma = chunk[-2] == ","
    if comma and _is_dative(text, floor, start - 2, stop):
        return None
    front = chunk[:-2] if comma else chunk
    if front[-1] == ")" and (short := _SHORT.search(front)):
        front = front[: short.start()]  # "secretary of the Workers Union (WU), Ann Lee,"
    tail = re.split(r"[,;:()“”\"—–\n]| - ", front)[-1]
    base = start - len(chunk) + len(front) - len(tail)
    ws = words_in(text, base, base + len(tail))
    head = head_before_rank(ws)
    if head is not None:
        ws = ws[:-1]
    else:
        head = head_before(ws)
    if head is None and comma:
        head = head_with_place(ws)
    if head is None:
        return None
    first = head
    titled = ws[head][0][:1].isupper() and head > 0
    while first and head - first < MAX_WORDS and extends(ws, first - 1, titled):
        first -= 1
    first = in_midst(ws, first, head)
    while first < head and ws[first][0].lower() in NOT_FIRST:
        first += 1
    if 0 < first < head and ws[first - 1][0].lower() in _SUBJECTS and ws[first][0].islower():
        first += 1  # "which paints rival Ann Lee as"
    if 0 < first < head and ws[first - 1][0].lower() in MODALS:
        behind = ws[first + 1][0]
        object_too = behind[0].isupper() or behind in offices.ROLE_MODIFIERS
        if object_too and may_be_verb(ws[first][0]):
            first += 1  # "should favor Democratic nominee Ann Lee"
    if comma and not (_is_definite(ws, first) or _opens(text, floor, ws, first, head, stop)):
        return None
    end = ws[-1][1] + len(ws[-1][0])
    span = Span(ws[first][1], end)
    affiliation = None
    if first and owns(ws[first - 1][0]):
        affiliation = owner(ws, first - 1)
    rank = (1 if comma else 0) + weakness(ws[head][0])
    return Role(span, affiliation or named_in(text, span), rank)


_SHORT = Lazy(r" \([A-Z][A-Za-z.&-]{1,9}\)$")
_OPENING = word_set("but and meanwhile however yet")


def _is_definite(ws: list[runs.Word], first: int) -> bool:
    """Whether the office that begins there is somebody's or a certain one: "the envoy", "Norway's
    former envoy", "the much-praised envoy"."""
    at = first - 1
    if at > 0 and ws[at][0].islower() and ws[at][0].endswith(("ed", "ing")):
        at -= 1
    return at >= 0 and (ws[at][0].lower() in DETERMINERS or owns(ws[at][0]))


def _opens(text: str, floor: int, ws: list[runs.Word], first: int, head: int, stop: int) -> bool:
    """Whether the sentence opens with the office, which needs no article there: "But Marlow Energy
    manager, Ann Lee, said"."""
    if first == head or text[stop : stop + 1] != ",":
        return False
    if first:
        return first == 1 and ws[0][0].lower() in _OPENING
    return ws[0][1] - floor < 3 or text[ws[0][1] - 2] == ","


_SHARED = Lazy(r"\b([A-Z][a-z]+s\.?) (?:[A-Z][\w.’'-]*(?: \([^()]{1,16}\))? ){1,4}and $")


def _shared(text: str, floor: int, low: int, start: int) -> Role | None:
    """The office of two, which stands before the first: "Sens. Ann Lee and Tom Hale"."""
    m = _SHARED.search(text, low, start)
    if m is None or not is_plural(m[1]):
        return None
    return before(text, floor, m.end(1) + 1, start - len(" and "))


def introduced(text: str, start: int, end: int) -> bool:
    """Whether an office and a comma come before a name: "Its envoy to Norway, Jane Roe, said"."""
    framed = text[start - 2 : start] == ", " and text[end : end + 1] in (",", ".")
    return framed and before(text, max(0, start - _MAX_WIDTH), start, end) is not None
