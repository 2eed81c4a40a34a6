"""Single marks, told from apostrophes; and those that are marks of speech but seldom."""

from __future__ import annotations

from typing import NamedTuple

from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.text.carried import Carried
from newsbrief.analysis.text.pairing import AFTER_CLOSE, BEFORE_OPEN, Passage, add, glyph, width
from newsbrief.span import Span

SINGLES = "‘’'‛‚＇"
SELDOM = "`´″"
# Words that begin with an apostrophe, not with a quote.
_CLIPPED = word_set(
    """
    em tis twas til till cause cos n bout round neath nuff ere ll s t re ve d m
    """
)
# Words that end with one, besides those in -in ("goin’").
_SHORTENED = word_set(
    """
    n o an ol th tha wi fo mo mornin lil
    """
)
_STOPS = ".,!?…"
_CLOSERS = {"`": "`'’´", "´": "´", "″": "″", "‘": "’'", "'": "'’"}


class _Opened(NamedTuple):
    at: int
    room: int  # the number of the double passage that it stands in


def pair_singles(
    text: str,
    block: Span,
    marks: list[int],
    doubles: list[Passage],
    carried: Carried,
    follower: int,
) -> list[Passage]:
    """The passages in single marks; none straddles a double mark.

    ``follower``: where the next paragraph begins; speech may go on there.
    """
    edges = sorted(e for p in doubles for e in (p.outer.start, p.outer.end - 1))
    room, k = 0, 0
    opened: _Opened | None = None
    doubtful = -1
    seen = False
    pairs: list[Passage] = []
    rooms = _rooms(doubles)
    for at in marks:
        while k < len(edges) and edges[k] < at:
            room = rooms[edges[k]]
            k += 1
        kind = _kind(text, at, block)
        if not kind:
            continue
        if opened is not None and opened.room != room:
            if doubtful >= 0:
                add(pairs, text, opened.at + 1, doubtful, 1, 1)
                opened, doubtful = None, -1
            elif room > opened.room:
                continue
        if kind == _LOW_CLOSE:
            kind = -1 if opened is not None and text[opened.at] == "‚" else 0
        elif kind == _APART:
            kind = -1 if opened is not None else 0 if text[at] == "’" else 1
        if kind == 1:
            if opened is not None and doubtful >= 0:
                add(pairs, text, opened.at + 1, doubtful, 1, 1)
            opened, doubtful = _Opened(at, room), -1
        elif kind and opened is not None and room == opened.room:
            if kind == -2:
                doubtful = at if doubtful < 0 else doubtful
                continue
            add(pairs, text, opened.at + 1, at, 1, 1)
            opened, doubtful = None, -1
        elif kind == -1 and not seen and not room and carried.closer and text[at - 1] in _STOPS:
            carried.close(pairs, text, block, at, 1)
        seen = seen or kind in (1, -1)
    if opened is not None:
        _leave(text, block, opened, doubtful, pairs, carried, follower)
    elif seen:
        carried.end()
    else:
        carried.pass_over(block)  # apostrophes only
    return pairs


def _leave(
    text: str,
    block: Span,
    opened: _Opened,
    doubtful: int,
    pairs: list[Passage],
    carried: Carried,
    follower: int,
) -> None:
    """A mark that no sure one closes: up to a doubtful one, over the next paragraph, or none."""
    leads_in = not opened.room and _leads_in(text, opened.at, block)
    goes_on = leads_in and _reopens(text, follower) and text[block.end - 1] in _STOPS
    told = leads_in and opened.at > 1 and ":" in text[opened.at - 2 : opened.at]
    # The ‘never again’ mill; but he said: ‘The workers’ union won.
    if doubtful >= 0 and not (told and goes_on):
        add(pairs, text, opened.at + 1, doubtful, 1, 1)
        carried.end()
        return
    rest = Passage(Span(opened.at + 1, block.end), Span(opened.at, block.end), False)
    sure = goes_on or (told and text[opened.at] == "‘")
    if sure:
        pairs.append(rest)
    if leads_in:
        carried.leave(text, opened.at, "’", None if sure else rest)
    else:
        carried.end()


def _reopens(text: str, at: int) -> bool:
    return text[at : at + 1] in ("‘", "'", "＇") and text[at + 1 : at + 2].isalnum()


def _leads_in(text: str, at: int, block: Span) -> bool:
    """Whether speech may well begin here: at the start, or behind `she said:`."""
    lead = text[max(block.start, at - 2) : at].rstrip()
    return text[at + 1 : at + 2].isupper() and (at == block.start or lead[-1:] in (":", ","))


def _rooms(doubles: list[Passage]) -> dict[int, int]:
    """For each double mark, the number of the passage that holds what follows it (0: none)."""
    after: dict[int, int] = {}
    stack: list[tuple[int, int]] = []
    for number, p in enumerate(sorted(doubles, key=lambda p: p.outer), 1):
        while stack and stack[-1][1] <= p.outer.start:
            stack.pop()
        after[p.outer.start] = number
        after.setdefault(p.outer.end - 1, stack[-1][0] if stack else 0)
        stack.append((number, p.outer.end))
    return after


_APART = 3
_LOW_CLOSE = 4


def _kind(text: str, at: int, block: Span) -> int:
    """+1 opening, -1 closing, -2 closing or the end of a plural possessive or a shortened word,
    0 an apostrophe; _APART: closing if one is open, else opening; _LOW_CLOSE: closing if a low
    one is open."""
    mark = text[at]
    before = text[at - 1] if at > block.start else " "
    after = text[at + 1] if at + 1 < block.end else " "
    if mark == "‚":
        return 0 if after.isspace() or before.isalnum() else 1
    if before.isspace() and after.isspace():
        return _apart(text, at, block)
    if (before.isspace() or before in BEFORE_OPEN) and not after.isspace():
        if mark == "’" and not before.isspace():
            return -1 if after in AFTER_CLOSE else 0
        if after in ".,:;!?)" and before.isspace():
            return 0
        if mark == "’" and not _leads_in(text, at, block):  # he said: ’We won,’ and left
            return 0
        if after in ".,:;!?)":
            return -1  # 'we will never "close the pier"'.
        end = at + 1
        while end < block.end and end - at < 8 and text[end].isalnum():
            end += 1
        word = text[at + 1 : end].lower()
        if word in _CLIPPED or (word[:2].isdigit() and word[2:] in ("s", "")):
            return 0
        return 1
    if before.isspace():
        return 0
    if mark == "‘":
        return 0 if after.isalnum() else _LOW_CLOSE
    if after.isalnum():
        missing = before in ".!?," and after.isupper() and text[at + 2 : at + 3].isalnum()
        return -1 if missing else 0  # ‘We won.’Tom
    if (before == "s" and after.isspace()) or _is_shortened(text, at, block):
        return -2
    return -1


def _apart(text: str, at: int, block: Span) -> int:
    """Of a mark with blanks on both sides, as in tokenised text: never `the workers ' union`."""
    k = at - 1
    while k > block.start and at - k < 4 and text[k].isspace():
        k -= 1
    if at > block.start and text[k] not in ".,!?:;":
        return 0
    return 1 if text[at] == "‘" else _APART


def _is_shortened(text: str, at: int, block: Span) -> bool:
    """`goin’`, `rock ’n’ roll`."""
    begin = at
    while begin > block.start and at - begin < 16 and text[begin - 1].isalpha():
        begin -= 1
    word = text[begin:at].lower()
    return (len(word) > 3 and word.endswith("in")) or word in _SHORTENED


def pair_seldom(text: str, block: Span, marks: list[int]) -> list[Passage]:
    """Backticks, acute accents, double primes and single marks as entities: the first before a
    word, the second behind a stop. So code, accents, inches and apostrophes are none."""
    pairs: list[Passage] = []
    opened, opening = -1, 0
    for at in marks:
        mark, past = text[at], at + 1
        if mark == "&":
            mark, past = glyph(text, at), at + width(text, at)
        before = text[at - 1] if at > block.start else " "
        after = text[past] if past < block.end else " "
        if (before.isspace() or before in BEFORE_OPEN) and after.isalnum():
            if mark in SELDOM or (mark != "’" and past > at + 1):
                opened, opening = at, past - at
        elif (
            opened >= 0
            and mark in _CLOSERS[glyph(text, opened)]
            and before in _STOPS
            and (after.isspace() or after in AFTER_CLOSE)
        ):
            add(pairs, text, opened + opening, at, opening, past - at)
            opened = -1
    return pairs
