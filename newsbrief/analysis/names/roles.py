"""What a person is, in the article's own words: before the name, after it, or by "who was"."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from newsbrief.analysis.lexicon import offices
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.names import fronts, naming, runs
from newsbrief.analysis.names.officewords import (
    DETERMINERS,
    MODALS,
    NOT_FIRST,
    extends,
    head_before,
    head_with_place,
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
_MAX_WORDS = 9
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
    tail = re.split(r"[,;:()“”\"—–\n]", chunk[:-2] if comma else chunk)[-1]
    base = start - len(tail) - (2 if comma else 0)
    ws = words_in(text, base, base + len(tail))
    head = head_before(ws)
    if head is None and comma:
        head = head_with_place(ws)
    if head is None:
        return None
    first = head
    titled = ws[head][0][:1].isupper() and head > 0
    while first and head - first < _MAX_WORDS and extends(ws, first - 1, titled):
        first -= 1
    while first < head and ws[first][0].lower() in NOT_FIRST:
        first += 1
    if 0 < first < head and ws[first - 1][0].lower() in _SUBJECTS and ws[first][0].islower():
        first += 1  # "which paints rival Ann Lee as"
    if 0 < first < head and ws[first - 1][0].lower() in MODALS:
        behind = ws[first + 1][0]
        object_too = behind[0].isupper() or behind in offices.ROLE_MODIFIERS
        if object_too and may_be_verb(ws[first][0]):
            first += 1  # "should favor Democratic nominee Ann Lee"
    if comma and not (
        first and (ws[first - 1][0].lower() in DETERMINERS or owns(ws[first - 1][0]))
    ):
        return None
    end = ws[-1][1] + len(ws[-1][0])
    span = Span(ws[first][1], end)
    affiliation = None
    if first and owns(ws[first - 1][0]):
        affiliation = owner(ws, first - 1)
    rank = (1 if comma else 0) + weakness(ws[head][0])
    return Role(span, affiliation or named_in(text, span), rank)


_SHARED = Lazy(r"\b([A-Z][a-z]+s\.?) (?:[A-Z][\w.’'-]*(?: \([^()]{1,16}\))? ){1,4}and $")


def _shared(text: str, floor: int, low: int, start: int) -> Role | None:
    """The office of two, which stands before the first: "Sens. Ann Lee and Tom Hale"."""
    m = _SHARED.search(text, low, start)
    if m is None or not is_plural(m[1]):
        return None
    return before(text, floor, m.end(1) + 1, start - len(" and "))


@functools.cache
def _after() -> re.Pattern[str]:
    return re.compile(
        r"(?:, (?:\d\d?|aged \d\d?))?"
        r"(?:(?P<who>,? (?:who )?(?:is|was|has been|had been) (?:named|appointed|elected|chosen|"
        r"nominated|made|promoted to|sworn in as|serving as) |,? who (?:is|was|has been|had been|"
        r"serves as|served as|became|works as|worked as) |,? (?:named|appointed|elected) )|"
        r"(?P<is> is (?=an? |the ))"
        r"|(?P<apposed>, (?=[\w])))"
        r"(?P<det>(?:an?|the|its|his|her|their|one of the|[\w.]+['’]s) )?"
        r"(?P<np>[^,;:.()“”\"—–\n]{1,110}(?:\.(?:(?=\w)|(?<=\b[A-Z]\.))[^,;:.()“”\"—–\n]*)*)"
    )


_LINKS = (" who ", " is a", " is the ", " named ", " appointed ", " elected ")
_NP_ENDS = word_set(
    "at for in with from who whose which that and on to since during until under but as when "
    "where after -- before is was has had said says told"
)


_VERBS = word_set(
    "is was are were has had have will would could should may might can must did does said says "
    "told tells asked wrote made took came went gave held left won lost spoke began met sent saw "
    "put kept knew thought felt found got"
)


def _is_subject(text: str, ws: list[runs.Word], head: int, stop: int, opened: bool) -> bool:
    """Whether what looks apposed is a clause's subject: "In a letter to Ann Lee, the mayor said",
    where a verb follows, or where no comma closes it after an opening phrase."""
    verb = ws[head + 1][0] if head + 1 < len(ws) else ""
    if verb in _VERBS:
        return True
    closed = text[stop : stop + 1] == ","
    if opened:
        return not closed or any(w in _VERBS or w.endswith("ed") for w, _ in ws[head + 1 :])
    return len(verb) > 4 and verb.endswith("ed") and not closed


def _is_of_next(ws: list[runs.Word], head: int) -> bool:
    """Whether it is the title of one more: "Ann Lee, Constable Tom Hale and"."""
    return (
        head + 1 < len(ws)
        and ws[head][0][0].isupper()
        and ws[head][0].lower() in offices.TITLES
        and ws[head + 1][0][0].isupper()
    )


def _is_titled(ws: list[runs.Word]) -> bool:
    """Whether an office is the title of whom the words name: "President Obama's" former aide."""
    return all(word[0].isupper() for word, _ in ws)


def after(text: str, end: int, ceiling: int, floor: int | None = None) -> Role | None:
    """The office stated right after a name that ends at ``end``, not reaching past ``ceiling``;
    ``floor`` is where the sentence begins."""
    mark = text[end : end + 1]
    if mark != "," and not (mark == " " and text.startswith(_LINKS, end)):
        return None
    m = _after().match(text, end, min(ceiling, end + 160))
    if m is None:
        return None
    start, stop = m.span("np")
    ws = words_in(text, start, stop)
    if m["who"] and not m["det"] and ws and ws[0][0].endswith("ing") and may_be_verb(ws[0][0]):
        return None  # "who is challenging Sen. Ann Lee"
    head = cut = None
    first = 0
    for n, (word, _) in enumerate(ws[: _MAX_WORDS + 4]):
        low = word.lower()
        joined = (
            low == "and"
            and 0 < n < len(ws) - 1
            and (ws[n - 1][0] in offices.PORTFOLIOS and ws[n + 1][0] in offices.PORTFOLIOS)
        )
        if low in _NP_ENDS and not joined:
            cut = n
            break
        if low == "of":
            if head is None:
                return None
            continue
        if head is None and is_head(word) and not _more_head(ws, n):
            head = n
        elif owns(word) and (head is None or _is_titled(ws[head : n + 1])):
            head, first = None, n + 1
        elif head is None and n >= first + 6:
            return None
    if head is None:
        return None
    if m.group("apposed"):
        opened = floor is not None and opens(text, floor, end)
        if _is_subject(text, ws, head, stop, opened):
            return None
        if not m["det"] and _is_of_next(ws, head):
            return None
    while first < head and ws[first][0].lower() in NOT_FIRST:
        first += 1
    det = m.group("det")
    if m.group("apposed") and not det and not first and not _bare(ws, head):
        return None
    last = head
    if head + 1 < len(ws) and ws[head + 1][0] in ("of", "emeritus"):
        last = min(cut or len(ws), head + 8) - 1
        if owns(ws[last][0]) or ws[last][0] in offices.HONORIFICS or last == head + 1:
            last = head
    elif cut is not None and cut - 1 > head + 2:
        return None
    span = Span(ws[first][1], ws[last][1] + len(ws[last][0]))
    if last > head:
        span = _with_body(text, span, ws[last][1], ceiling)
    affiliation = None
    if first and owns(ws[first - 1][0]):
        affiliation = owner(ws, first - 1)
    elif det and owns(det.strip()) and det[0].isupper():
        affiliation = Span(m.start("det"), m.end("det") - 3)
    if affiliation is None:
        inside, behind = named_in(text, span), _belongs(text, span.end, ceiling)
        at = behind is not None and text.startswith(" at ", span.end)
        affiliation = behind if at else inside or behind  # "chief UK economist at Marlow Bank"
    return Role(span, affiliation, (1 if m.group("who") else 2) + weakness(ws[head][0]))


def _with_body(text: str, span: Span, at: int, ceiling: int) -> Span:
    """The office with all of the name that its last word, at ``at``, belongs to: "director of the
    Institute for Fiscal Studies"."""
    body = named_in(text, Span(at, min(ceiling, span.end + 60)))
    goes_on = body is not None and body.start <= at < span.end < body.end
    return Span(span.start, body.end) if body is not None and goes_on else span


def introduced(text: str, start: int, end: int) -> bool:
    """Whether an office and a comma come before a name: "Its envoy to Norway, Jane Roe, said"."""
    framed = text[start - 2 : start] == ", " and text[end : end + 1] == ","
    return framed and before(text, max(0, start - _MAX_WIDTH), start, end) is not None


def apposed(text: str, end: int) -> bool:
    """Whether an office follows the comma at ``end``, where a name ends: ", a professor at"."""
    return after(text, end, min(len(text), end + 160)) is not None


@functools.cache
def _belonging() -> re.Pattern[str]:
    return re.compile(r" (?:at|for|with|from|of|in) (?:the )?(?=[A-Z])")


def _belongs(text: str, end: int, ceiling: int) -> Span | None:
    """The body or country right behind an office: "professor at X", "senator from Y"."""
    m = _belonging().match(text, end, ceiling)
    if m is None:
        return None
    named = named_in(text, Span(m.end(), min(ceiling, m.end() + 80)))
    return named if named and named.start == m.end() else None


def _more_head(ws: list[runs.Word], at: int) -> bool:
    """Whether the office goes on: "chief executive", "chief UK economist"."""
    if at + 1 < len(ws) and is_head(ws[at + 1][0]):
        return True
    if ws[at][0] in offices.ROLE_MODIFIERS:  # "a veteran opposition leader"
        behind = (word for word, _ in ws[at + 1 :] if word not in offices.ROLE_MODIFIERS)
        if is_head(next(behind, "")):
            return True
    if (
        ws[at][0].lower() not in ("chief", "head")
        or at + 2 >= len(ws)
        or not is_head(ws[at + 2][0])
    ):
        return False
    return ws[at + 1][0] not in _NP_ENDS and ws[at + 1][0] != "of"


def _bare(ws: list[runs.Word], head: int) -> bool:
    """An apposition without an article: "Jane Roe, professor of law", "chief of staff"."""
    return all(
        w.lower() in offices.ROLE_MODIFIERS
        or w.lower() in offices.ROLE_HEADS
        or w in offices.PORTFOLIOS
        or (w[0].isupper() and naming.known(w) is not None)
        for w, _ in ws[: head + 1]
    )
