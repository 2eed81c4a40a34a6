"""Runs of capitalised words, cut where a small word or the calendar parts two names."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from newsbrief.analysis.lexicon import offices, organisations, people
from newsbrief.analysis.lexicon.calendar import CALENDAR, MONTHS
from newsbrief.analysis.lexicon.countries import countries
from newsbrief.analysis.lexicon.english import is_common
from newsbrief.analysis.lexicon.persons import are_people
from newsbrief.analysis.lexicon.tables import word_set

# The bytes of UTF-8 of which no letter of a cased script beyond Latin-1 is made: a text without
# others is told in a tenth of the time that a pattern takes to look at its characters.
_NO_CASED = bytes((*range(0xC4), *range(0xE2, 0x100)))
_SHORT = "Mr Mrs Ms Dr Prof Rev Fr St Jr Sr Hon Mt Ft Inc Corp Co Ltd Bros"
Word = tuple[str, int]  # a word and its offset in the run
_PARTICLES = word_set(
    "de da do dos das du del della di la le van von der den ter ten bin ibn al el bint y e"
)
_JOINERS = word_set("of for on at and &")
_SMALL = _JOINERS | _PARTICLES | {"the"}
_BREAKERS = word_set(
    "Did Does The A An In On At He She It They We I You His Her Their Its Our This That These "
    "Those But And Or If When While As With For From Among After Before By To Of Is Was Are Were "
    "Not What Who Why How Where Which There Here My Your Photo Image Caption Getty Watch Click "
    "Read"
)


def latin(text: str) -> str:
    """``text`` with "À" for every capital beyond Latin-1, so that one small class of letters finds
    all capitals: with the others in it, the pattern took 6.5 ms to compile instead of 2."""
    if text.isascii() or not text.encode("utf-8", "surrogatepass").translate(None, _NO_CASED):
        return text
    capitals = {c for c in set(text) if "ÿ" < c < "\u2000" and c.isupper()}
    return text.translate(dict.fromkeys(map(ord, capitals), "À")) if capitals else text


def find(text: str) -> Iterator[tuple[int, str]]:
    """The runs in ``text`` and where they begin."""
    for m in run_pattern().finditer(latin(text)):
        yield m.start(), text[m.start() : m.end()]


@functools.cache
def run_pattern() -> re.Pattern[str]:
    """Finds in :func:`latin` text capitalised words with the small words that may join them; one
    space between words."""
    up = "[A-ZÀ-ÖØ-Þ]"
    short = offices.OFFICE_ABBREVIATIONS | set(_SHORT.split())
    tails = "|".join(sorted({word[1:] for word in short}))
    # The first letter stands alone in front, so that the scan is for one class of letters: 0.04
    # instead of 0.11 ms per 2,000 characters. Plain words come before what marks may join.
    rest = (
        rf"(?:[a-z\w]++(?![.'’&-])|\.(?:{up}\.)*(?:-{up}\w*)?|(?:{tails})\.|"
        rf"\w*(?:['’](?!(?:[stdmS]|ll|re|ve)\b)\w+"
        rf"|-(?:{up}\w*|(?!led\b|era\b|run\b)\w{{1,3}}\b(?!-?{up}\w)|\w{{1,3}}-{up}\w*)|&{up}\w*)*)"
    )
    small = (
        r"(?:of|for|on|at|and)(?: the)?|&|de(?: la| los| las)?|d[aou]s?|del|della|di|la|le|"
        r"van(?: der| den| de)?|von(?: der)?|der|den|ter|ten|bin|ibn|bint|al|el|y"
    )
    free = r"(?<![\w@#].)(?:(?<!\w-.)|(?<=\b[ae]l-.))"
    # What can begin the next word is asked before any small word is tried.
    return re.compile(
        rf"{up}{free}{rest}"
        rf"(?:[ \xa0](?=[a&bdefilotuvy]|{up})(?:(?:{small})[ \xa0])?"
        rf"(?:{up}{rest}|(?:al|el|ul)-{up}\w*))*"
    )


def split(run: str) -> list[Word]:
    """The words of a run with single spaces."""
    found, at = [], 0
    for word in run.split(" "):
        found.append((word, at))
        at += len(word) + 1
    return found


def _is_subject(word: str) -> bool:
    """What a body may be about: "Food and Drug Administration", "Monitoring and Research"."""
    return word in offices.PORTFOLIOS or (
        word not in organisations.OF_HEADS
        and word.endswith(("tion", "ment", "ing", "ity", "ics", "ture"))
        and len(word) > 6
    )


def _both_subjects(last: str, rest: list[Word]) -> bool:
    """Whether common words on both sides of "and" are one public body's: "Fire and Rescue
    Service", but not "Marlow and the Fire Service"."""
    if len(rest) < 2 or rest[-1][0] not in organisations.AND_ENDS:
        return False
    words = (last, rest[0][0])
    return not any(w in organisations.ORG_ENDS or w in people.given_names() for w in words) and all(
        is_common(w.lower()) for w in words
    )


def _of_two_places(left: list[Word], rest: list[Word]) -> bool:
    """ "Devon and Cornwall Police"."""
    return (
        len(left) == 1
        and len(rest) == 2
        and rest[1][0] in ("Police", "Constabulary")
        and left[0][0] not in people.given_names()
        and left[0][0].istitle()
    )


def _of_members(last: str, rest: list[Word]) -> bool:
    """ "Nurses and Midwives Organisation": of people of two kinds."""
    return (
        len(rest) == 2
        and rest[1][0] in _OF_MEMBERS
        and last[-1] == rest[0][0][-1] == "s"
        and are_people(last.lower())
        and are_people(rest[0][0].lower())
    )


def _of_a_nation(left: list[Word], rest: list[Word]) -> bool:
    """ "National Bus and Rail Union": what it is about are common words, and no body's name ends
    before the "and"; "International Longshore and Warehouse Union Canada"."""
    last = left[-1][0]
    end = 2 if len(rest) > 2 and rest[-1][0] in countries().names else 1
    return (
        len(left) > 1
        and len(rest) > end
        and left[0][0] in _NATIONAL
        and rest[-end][0] in organisations.ORG_ENDS
        and last not in organisations.ORG_ENDS
        and (is_common(last.lower()) or (len(left) == 2 and last[-1] != "s"))
        and is_common(rest[0][0].lower())
        and join(left) not in organisations.KNOWN_ORGANISATIONS
    )


def _of_trades(left: list[Word], rest: list[Word]) -> bool:
    """ "Australian Mining and Energy Union": common words, but for a country's."""
    return (
        rest[-1][0] in ("Union", "Project")
        and len(rest) == 2
        and is_common(rest[0][0].lower())
        and (_is_subject(left[-1][0]) or left[-1][0].endswith("ing"))
        and all(is_common(w.lower()) or w in countries().adjectives for w, _ in left)
    )


def is_national(word: str) -> bool:
    """Whether the word opens the names of unions: "National", "United"."""
    return word in _NATIONAL


_NATIONAL = word_set("National International Federal Royal Central General United American British")
_TAUGHT = word_set("College School University Hospital Home")
_PURPOSE = frozenset(("for", "on"))
_OF_MEMBERS = word_set("Organisation Organization Union Federation Association Alliance Guild")


def _glues(left: list[Word], small: str, rest: list[Word]) -> bool:
    """Whether a small word binds the name before it to the name after it."""
    last, nxt = left[-1][0], rest[0][0]
    if small in _PARTICLES or small == "&":
        return True
    if small == "and":
        if (_is_subject(last) and _is_subject(nxt)) or _both_subjects(last, rest):
            return True
        if _of_two_places(left, rest) or _of_members(last, rest) or _of_a_nation(left, rest):
            return True
        return _of_trades(left, rest)
    if small == "at":
        return left[0][0] == "University"
    if small == "for" and last.lower() in offices.ROLE_HEADS:
        return nxt in offices.PORTFOLIOS  # "Minister for Housing"
    if small == "for" and last in _TAUGHT:
        return are_people(nxt.lower())  # "Marlow College for Women"
    if small in ("for", "on"):
        return last in organisations.FOR_HEADS
    if (
        small == "of"
        and last.endswith(("tion", "ment"))
        and not _PURPOSE.isdisjoint(join(left).split())
    ):
        return True  # "Society for the Promotion of Science"
    if last in organisations.OF_HEADS:
        return not (last == "State" and nxt == "Union")
    if small != "of" or last.lower() not in offices.ROLE_HEADS:
        return False
    return nxt in offices.PORTFOLIOS or nxt == "Police"


_TITLES = ("Mr", "Mrs", "Ms", "Dr", "Prof")
_KNIGHTS = ("Sir", "Dame")
# What parts two names, apart from hyphens: where none is, there is one group.
_PARTING = frozenset(
    (
        *_SMALL,
        *_BREAKERS,
        *_TITLES,
        *_KNIGHTS,
        *CALENDAR,
        *(f"{word}." for word in (*_TITLES, *CALENDAR)),
    )
)


def _is_knight(left: list[Word], word: str) -> bool:
    """Whether "Sir" begins a name: "MP for Marlow Sir Alan Roe", not "Judge Sir Alan Roe"."""
    return word in _KNIGHTS and left[-1][0].lower() not in offices.ROLE_HEADS


def _listed_with(left: list[Word], word: str) -> bool:
    """Whether the word ends a name that the lists know: "Human Rights Watch"."""
    return f"{join(left)} {word}" in organisations.KNOWN_ORGANISATIONS


def _is_plain(left: list[Word]) -> bool:
    """Whether common words stand before "Watch", which they name: "Transparency Watch"."""
    words = [word for word, _ in left if word[0].isupper()]
    return all(is_common(w.lower()) and w not in people.given_names() for w in words)


def _in_a_name(ws: list[Word], at: int, left: list[Word]) -> bool:
    """ "Theresa May", "Dennis Jul Pedersen"."""
    word = ws[at][0]
    if left and left[-1][0].rstrip(".") in _TITLES:
        return True  # "Mr Jan"
    if not left or left[-1][0] not in people.given_names():
        return False
    if word == "Jan" and at + 1 == len(ws):
        return len(left) == 1  # "Akbar Jan"
    return word == "May" or (
        word in MONTHS
        and at + 2 == len(ws)
        and len(left) == 1
        and ws[at + 1][0] not in _PARTING
        and not is_common(ws[at + 1][0].lower())
    )


def groups(ws: list[Word], run: str) -> list[list[Word]]:
    """The names of ``run``, of which ``ws`` are the words, parted."""
    if "-" not in run and _PARTING.isdisjoint(run.split(" ")):
        return [ws]
    found: list[list[Word]] = [[]]
    at = 0
    while at < len(ws):
        word = ws[at][0]
        if word in _SMALL:
            after = at + 1
            while after < len(ws) - 1 and ws[after][0] in ("the", "la", "los", "las", "der", "den"):
                after += 1
            if found[-1] and after < len(ws) and _glues(found[-1], word, ws[after:]):
                found[-1].extend(ws[at:after])
            else:
                found.append([])
            at = after
            continue
        watch = word == "Watch" and at + 1 == len(ws) and found[-1] and _is_plain(found[-1])
        if word in _BREAKERS and not watch and not (found[-1] and _listed_with(found[-1], word)):
            # A caption without its full stop: "in Paris The police"
            found.append([])
            if word != "The" or at + 1 == len(ws) or ws[at + 1][0] != "Hague":
                at += 1
                continue
        bare = word.rstrip(".")
        if found[-1] and (bare in _TITLES or _is_knight(found[-1], word)):
            found.append([])
        if word.startswith(("Anti-", "Pro-", "Non-")) and ws[-1][0] not in organisations.ORG_ENDS:
            found.append([])
            at += 1
            continue
        eve = word == "Eve" and at > 0 and ws[at - 1][0] in CALENDAR
        if eve or (bare in CALENDAR and not _in_a_name(ws, at, found[-1])):
            found.append([])
        else:
            found[-1].append(ws[at])
        at += 1
    return [g for g in found if g]


def trim_tail(ws: list[Word]) -> list[Word]:
    while ws and ws[-1][0] in _SMALL:
        ws = ws[:-1]
    return ws


def join(ws: list[Word]) -> str:
    return ws[0][0] if len(ws) == 1 else " ".join([w for w, _ in ws])
