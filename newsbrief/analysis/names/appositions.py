"""What a person is, in the article's own words behind the name: "Ann Lee, the mayor", "who was"."""

from __future__ import annotations

import functools
import re

from newsbrief.analysis.lexicon import offices
from newsbrief.analysis.lexicon.persons import is_person
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.lexicon.words import closed
from newsbrief.analysis.names import naming, runs
from newsbrief.analysis.names.officewords import (
    NOT_FIRST,
    is_head,
    may_be_verb,
    named_in,
    owner,
    owns,
    weakness,
    words_in,
)
from newsbrief.analysis.names.phrases import opens
from newsbrief.analysis.names.roles import MAX_WORDS, Role
from newsbrief.span import Span


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


def _is_both(ws: list[runs.Word], at: int) -> bool:
    """Whether "and" joins an office to what else somebody is: "a philanthropist and president"."""
    return is_person(ws[at - 1][0]) and ws[at + 1][0] not in closed()


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
    for n, (word, _) in enumerate(ws[: MAX_WORDS + 4]):
        low = word.lower()
        joined = (
            low == "and"
            and 0 < n < len(ws) - 1
            and (
                (ws[n - 1][0] in offices.PORTFOLIOS and ws[n + 1][0] in offices.PORTFOLIOS)
                or (head is not None and _both_describe(ws, head, n))
                or (head is None and _is_both(ws, n))
            )
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
        elif (joined and head is None and _is_both(ws, n)) or (
            owns(word) and (head is None or _is_titled(ws[head : n + 1]))
        ):
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


def _both_describe(ws: list[runs.Word], head: int, at: int) -> bool:
    """ "vice president of medical and scientific relations"."""
    left, right = ws[at - 1][0], ws[at + 1][0]
    of = at == head + 3 and ws[head + 1][0] == "of" and at + 2 < len(ws)
    return of and all(word.islower() and word.endswith(_DESCRIBING) for word in (left, right))


_DESCRIBING = ("al", "ic", "ive", "ary")


def _is_employed(ws: list[runs.Word], head: int) -> bool:
    """Whether the office is somewhere: "Jane Roe, senior markets economist at Marlow Bank"."""
    if head + 2 >= len(ws) or ws[head + 1][0] != "at":
        return False
    at = head + 3 if ws[head + 2][0] == "the" and head + 3 < len(ws) else head + 2
    front = [word for word, _ in ws[: head + 1]]
    plain = all(word.replace("-", "").isalpha() and word.islower() for word in front)
    verb = front[0].endswith(("ed", "ing", "s")) or not closed().isdisjoint(front)
    return plain and not verb and ws[at][0][0].isupper()


def _bare(ws: list[runs.Word], head: int) -> bool:
    """An apposition without an article: "Jane Roe, professor of law", "chief of staff"."""
    return _is_employed(ws, head) or all(
        w.lower() in offices.ROLE_MODIFIERS
        or w.lower() in offices.ROLE_HEADS
        or w in offices.PORTFOLIOS
        or (w[0].isupper() and naming.known(w) is not None)
        for w, _ in ws[: head + 1]
    )
