"""What a person is, in the article's own words: before the name, after it, or by "who was"."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from newsbrief.analysis.lexicon import offices, organisations, people, words
from newsbrief.analysis.lexicon.calendar import CALENDAR
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.names import naming, runs, segments
from newsbrief.span import Span

# Nine words hold "Assistant Secretary of State for Near Eastern Affairs"; 110 code points too.
_MAX_WORDS = 9
_MAX_WIDTH = 110
# Words before an office that are part of neither it nor the body it belongs to.
_BREAKS = word_set(
    "told said says asked met quoted by with and or as to from for of in on at against between "
    "than his her their its our my your whose like including both then week weekend month year "
    "day face faces support supports back backs beat beats defeat defeats fire fires hire hires "
    "trail trails endorse endorses bash slam slams meet meets interview urge urges call calls "
    "join joins replace replaces oust target targets attack attacks praise praises thank blame "
    "blames accuse accuses sue sues name names elect pick picks tap taps choose nominate "
    "challenge oppose want wants love hate know see sees expect expects show shows let make put "
    "send help morning afternoon evening night yesterday today tonight tomorrow election"
) | {w.lower() for w in CALENDAR}


class Role(NamedTuple):
    """Where the text states an office, and the body or country that it names with it.

    ``affiliation`` lies inside ``span`` ("Senate" in "Senate Majority Leader") or beside it
    ("China" in "China’s Commerce Minister"). ``rank`` orders statements: 0 is the best.
    """

    span: Span
    affiliation: Span | None
    rank: int


@functools.cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\s,;:()\[\]“”\"—–]+")


@functools.lru_cache(maxsize=4096)
def _is_head(word: str) -> bool:
    low = word.lower().removeprefix("ex-").removeprefix("then-").removeprefix("vice-")
    return (
        offices.is_role(low)
        or (word.endswith(".") and word[:-1] in offices.OFFICE_ABBREVIATIONS)
        or word in offices.UNSTOPPED
        or word in offices.RANK_LETTERS
    )


def _possessor(word: str) -> bool:
    return word.endswith(("'s", "’s", "s'", "s’"))


def before(text: str, floor: int, start: int) -> Role | None:
    """The office that stands right before a name at ``start``, not reaching below ``floor``."""
    low = max(floor, start - _MAX_WIDTH)
    last = text[max(low, text.rfind(" ", low, max(low, start - 1)) + 1) : max(low, start - 1)]
    if not (
        _is_head(last.rstrip(","))
        or last in offices.PORTFOLIOS
        or (last.rstrip(".") in offices.HONORIFICS or last[-1:] == ",")
    ):
        return None
    chunk = text[low:start]
    while last.rstrip(".") in offices.HONORIFICS and len(chunk) > len(last) + 3:
        chunk = chunk[: -len(last) - 1]  # "its chairman, Sir Alan Roe"
        start -= len(last) + 1
        last = chunk.rstrip(" ").rsplit(" ", 1)[-1]
    if chunk[-1:] not in (" ", "\xa0") or len(chunk) < 3:
        return None
    comma = chunk[-2] == ","
    tail = re.split(r"[,;:()“”\"—–\n]", chunk[:-2] if comma else chunk)[-1]
    base = start - len(tail) - (2 if comma else 0)
    ws = [(m.group(), base + m.start()) for m in _word().finditer(tail)]
    head = _head_before(ws)
    if head is None and comma:
        head = _head_with_place(ws)
    if head is None:
        return None
    first = head
    titled = ws[head][0][:1].isupper() and head > 0
    while first and head - first < _MAX_WORDS and _extends(ws, first - 1, titled):
        first -= 1
    while first < head and ws[first][0].lower() in _NOT_FIRST:
        first += 1
    if comma and not (
        first and (ws[first - 1][0].lower() in _DETERMINERS or _possessor(ws[first - 1][0]))
    ):
        return None
    end = ws[-1][1] + len(ws[-1][0])
    span = Span(ws[first][1], end)
    affiliation = None
    if first and _possessor(ws[first - 1][0]):
        affiliation = _owner(ws, first - 1)
    rank = (1 if comma else 0) + _weakness(ws[head][0])
    return Role(span, affiliation or _named_in(text, span), rank)


def _weakness(head: str) -> int:
    return 4 if head.lower() in offices.RELATIONS else 0


_NOT_FIRST = word_set("of and the for only last fellow under")
_DETERMINERS = word_set("the a an its his her their our")


def _head_before(ws: list[runs.Word]) -> int | None:
    """Index of the head noun of an office that ends the words: "minister", "Minister of X"."""
    if not ws:
        return None
    at = len(ws) - 1
    if _is_head(ws[at][0]):
        return at
    while at > 0 and (ws[at][0] in offices.PORTFOLIOS or ws[at][0] == "and"):
        at -= 1
    if at < len(ws) - 1 and at > 0 and ws[at][0] in ("of", "for") and _is_head(ws[at - 1][0]):
        return at - 1
    return None


def _head_with_place(ws: list[runs.Word]) -> int | None:
    """Index of the head noun in "the ambassador to Norway", whose name follows a comma."""
    for at in range(len(ws) - 2, max(0, len(ws) - 8), -1):
        if ws[at + 1][0] in ("to", "of", "for", "at", "in"):
            return at if _is_head(ws[at][0]) and ws[-1][0][0].isupper() else None
    return None


def _extends(ws: list[runs.Word], at: int, titled: bool) -> bool:
    """Whether the word before an office still belongs to it.

    A capitalised office ("President") takes no other small word than those of offices.
    """
    word = ws[at][0]
    low = word.lower()
    if _of_members(ws, at):
        return True
    if _possessor(word) or low in _BREAKS or low in _DETERMINERS or word.endswith("."):
        short = word.endswith(".") and (
            naming.known(word) or word[:-1] in offices.OFFICE_ABBREVIATIONS
        )
        return bool(short) or (low in ("of", "and", "for", "on") and _joins(ws, at))
    if low == "under":
        return ws[at + 1][0].lower() == "secretary"
    if low in offices.ROLE_MODIFIERS or low in offices.ROLE_HEADS or word in offices.PORTFOLIOS:
        return True
    if word[0].isupper():
        if word in offices.HONORIFICS:
            return False  # "Mr Justice Roe"
        if word in people.given_names():  # "Amber Valley MP", but not "Jane President"
            return ws[at + 1][0][0].isupper() and not _is_head(ws[at + 1][0])
        return low not in words.closed()
    plain = low not in words.closed() and low.replace("-", "").isalpha() and not titled
    return plain and not low.endswith(("ly", "ing", "ed", "es"))


def _of_members(ws: list[runs.Word], at: int) -> bool:
    """Whether a plural owner is part of a body's name: "National Farmers’ Federation president"."""
    word = ws[at][0]
    return (
        word.endswith(("s'", "s’"))
        and word[:1].isupper()
        and ws[at + 1][0] in organisations.ORG_ENDS
        and naming.known(word[:-1]) is None
    )


def _joins(ws: list[runs.Word], at: int) -> bool:
    if not 0 < at < len(ws) - 1:
        return False
    left, right = ws[at - 1][0], ws[at + 1][0]
    heads = organisations.OF_HEADS if ws[at][0] == "of" else organisations.FOR_HEADS
    if left in heads and right[0].isupper():
        return True  # "Commission on Human Rights chairwoman", "Friends of Marlow chairwoman"
    return left in offices.PORTFOLIOS and right in offices.PORTFOLIOS


def _owner(ws: list[runs.Word], at: int) -> Span | None:
    """The capitalised name that a possessive ends: "South Korea’s"."""
    word, start = ws[at]
    end = start + len(word) - (2 if word[-1] == "s" else 1)
    first = at
    while first and ws[first - 1][0][:1].isupper() and at - first < 4:
        if ws[first - 1][0].lower() in words.closed():
            break
        first -= 1
    if not ws[first][0][:1].isupper():
        return None
    return Span(ws[first][1], end)


_RANKS = word_set(
    "chief deputy vice assistant associate senior junior former acting interim executive managing "
    "general"
)


def _named_in(text: str, span: Span) -> Span | None:
    """The first body or country named inside an office."""
    found = _body_in(text[span.start : span.end])
    return found and Span(span.start + found[0], span.start + found[1])


@functools.lru_cache(maxsize=4096)  # 40 µs; most offices stand in many articles
def _body_in(office: str) -> tuple[int, int] | None:
    for m in runs.run_pattern(office).finditer(office):
        ws = [(w.group(), w.start()) for w in _word().finditer(office, m.start(), m.end())]
        if ws[0][0].lower() in _RANKS:  # "Chief Financial" of "Chief Financial Officer"
            continue
        listed = naming.known_at([(w, 0) for w, _ in ws], 0)
        for size in (listed,) if listed > 1 else range(len(ws), 0, -1):
            end = ws[size - 1][1] + len(ws[size - 1][0])
            name = office[ws[0][1] : end]
            for seg in segments.segments(name, False):
                plain = seg.kind in ("organisation", "place") and not seg.titled
                plain = plain and not name.endswith((" District", " Circuit", " Cabinet"))
                sure = seg.sure or size == 1
                if plain and sure and seg.start == 0 and seg.end == len(name):
                    return ws[0][1], end
    return None


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


def after(text: str, end: int, ceiling: int) -> Role | None:
    """The office stated right after a name that ends at ``end``, not reaching past ``ceiling``."""
    if text[end : end + 1] not in (",", " "):
        return None
    if text[end] == " " and not text.startswith(_LINKS, end):
        return None
    m = _after().match(text, end, min(ceiling, end + 160))
    if m is None:
        return None
    start, stop = m.span("np")
    ws = [(w.group(), w.start()) for w in _word().finditer(text, start, stop)]
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
        if head is None and _is_head(word) and not _more_head(ws, n):
            head = n
        elif head is None and _possessor(word):
            first = n + 1
        elif head is None and n >= first + 6:
            return None
    if head is None:
        return None
    while first < head and ws[first][0].lower() in _NOT_FIRST:
        first += 1
    det = m.group("det")
    if m.group("apposed") and not det and not first and not _bare(ws, head):
        return None
    last = head
    if head + 1 < len(ws) and ws[head + 1][0] in ("of", "emeritus"):
        last = min(cut or len(ws), head + 8) - 1
        if _possessor(ws[last][0]) or ws[last][0] in offices.HONORIFICS or last == head + 1:
            last = head
    elif cut is not None and cut - 1 > head + 2:
        return None
    span = Span(ws[first][1], ws[last][1] + len(ws[last][0]))
    affiliation = None
    if first and _possessor(ws[first - 1][0]):
        affiliation = _owner(ws, first - 1)
    elif det and _possessor(det.strip()) and det[0].isupper():
        affiliation = Span(m.start("det"), m.end("det") - 3)
    affiliation = affiliation or _named_in(text, span) or _belongs(text, span.end, ceiling)
    return Role(span, affiliation, (1 if m.group("who") else 2) + _weakness(ws[head][0]))


def introduced(text: str, start: int, end: int) -> bool:
    """Whether an office and a comma come before a name: "Its envoy to Norway, Jane Roe, said"."""
    framed = text[start - 2 : start] == ", " and text[end : end + 1] == ","
    return framed and before(text, max(0, start - _MAX_WIDTH), start) is not None


def apposed(text: str, end: int) -> bool:
    """Whether an office follows a name that ends at ``end``: ", a professor at"."""
    return text[end : end + 2] == ", " and after(text, end, min(len(text), end + 160)) is not None


@functools.cache
def _belonging() -> re.Pattern[str]:
    return re.compile(r" (?:at|for|with|from|of|in) (?:the )?(?=[A-Z])")


def _belongs(text: str, end: int, ceiling: int) -> Span | None:
    """The body or country right behind an office: "professor at X", "senator from Y"."""
    m = _belonging().match(text, end, ceiling)
    if m is None:
        return None
    named = _named_in(text, Span(m.end(), min(ceiling, m.end() + 80)))
    return named if named and named.start == m.end() else None


def _more_head(ws: list[runs.Word], at: int) -> bool:
    return at + 1 < len(ws) and _is_head(ws[at + 1][0])


def _bare(ws: list[runs.Word], head: int) -> bool:
    """An apposition without an article: "Jane Roe, professor of law", "chief of staff"."""
    return all(
        w.lower() in offices.ROLE_MODIFIERS
        or w.lower() in offices.ROLE_HEADS
        or w in offices.PORTFOLIOS
        or (w[0].isupper() and naming.known(w) is not None)
        for w, _ in ws[: head + 1]
    )
