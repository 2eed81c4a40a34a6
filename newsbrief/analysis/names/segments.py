"""The names inside one run of capitals, without the titles and offices in front of them."""

from __future__ import annotations

from newsbrief.analysis.lexicon import geography, offices, organisations, people, words
from newsbrief.analysis.lexicon.countries import countries, demonyms
from newsbrief.analysis.lexicon.english import is_common
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.names import fronts, naming, openers, sharing
from newsbrief.analysis.names.naming import Kind, known
from newsbrief.analysis.names.runs import Word, groups, join, split, trim_tail
from newsbrief.analysis.patterns import Lazy

# A longer run is a line of capitals or a heading, not a name ("Centers for Disease Control and
# Prevention" has six words, the longest department of the US government eleven).
MAX_WORDS = 12
# What small words part is a list of names, if none is longer: "A Bench of Chief Justice ... and".
_LONGEST = 6
# Kept with a lone name that would say nothing without them: "Lady Gaga", "Lord Hill".
_KEPT_HONORIFICS = frozenset(("Lady", "Lord", "Dame", "Sheikh", "Father", "Sister", "Don"))
_PARTY_ADJECTIVES = word_set(
    "Republican Democrat Democratic Conservative Liberal Socialist Communist Libertarian Islamist "
    "Muslim Jewish African-American African Hispanic Latino"
)
_ADJECTIVES = word_set(
    "Republican Democrat Democratic Conservative Liberal Socialist Communist Labour Libertarian "
    "Islamic Islamist Muslim Christian Jewish Catholic Protestant Sunni Shiite Shia Kurdish Arab "
    "Latino Hispanic Black White Asian European African Western Eastern Northern Southern Latin "
    "African-American Asian-American Mexican-American Internet Web Bible Koran Quran God Nazi "
    "Marxist Medicare Medicaid Nobel Oscar Emmy Grammy English Arabic Hebrew Hindi Urdu Mandarin "
    "Cantonese Latina Persian Earth Sun Moon Anglican Methodist Presbyterian Lutheran Orthodox"
)
_DOTTED = Lazy(r"(?:\w\.){2,}|Jr\.|Sr\.")


#: A name inside a run: its start and end there; what it seems to be; whether that is sure, by a
#: list or a noun in the name itself; whether a title or an office stands in front of it; whether
#: its first word opens a sentence or a quotation; the name as written there, with plain spaces.
#: A plain tuple of such values, unlike a named one, is nothing that the garbage collector goes
#: through again and again, and 30 an article are remembered.
Segment = tuple[int, int, Kind | None, bool, bool, bool, str]


def _segment(ws: list[Word], titled: bool, initial: bool) -> list[Segment]:
    ws = trim_tail(ws)
    while ws and not ws[0][0][:1].isupper() and "-" not in ws[0][0]:
        ws = ws[1:]
    if not ws:
        return []
    first, name = ws[0][0], join(ws)
    if first[:2] in ("R-", "D-", "I-"):  # a party and a state: "R-Ky."
        return []
    if len(ws) == 1:
        adjective = first in _ADJECTIVES or first in countries().adjectives
        doubtful = initial and first in people.EVERYDAY_SURNAMES
        if (adjective and not titled and not doubtful) or first == "Super":
            return []
        if first.replace(".", "") in naming.NOT_ORGANISATIONS:
            return []
    else:
        parts = _parted(ws, name, titled, initial)
        if parts is not None:
            return parts
    if name in demonyms():
        return []
    kind, sure = naming.classify(ws, titled, name)
    last, at = ws[-1]
    end = at + len(last)
    if last[-1] == "." and not _DOTTED.fullmatch(last):
        end -= 1
    name = name if end == at + len(last) else name[:-1]
    return [(ws[0][1], end, kind, sure, titled, initial, name)]


def _parted(ws: list[Word], name: str, titled: bool, initial: bool) -> list[Segment] | None:
    """The names in several words that are not one ``name``."""
    given, adjectives = people.given_names(), countries().adjectives
    first, last = ws[0][0], ws[-1][0]
    if last.lower() in offices.TITLES and not titled and first not in given:
        # "Marlow CEO", but "Israeli Cabinet Minister"
        return [] if ws[-2][0] == "Cabinet" else _segment(ws[:-1], titled, initial)
    if first in demonyms() and ws[1][0][0].isupper():
        return _segment(ws[1:], True, False)  # "the Spaniard Antonio Roe"
    if known(name) is not None:
        return None
    if last in _PARTY_ADJECTIVES or (last in adjectives and not titled):
        return _segment(ws[:-1], titled, initial)
    if first in ("Republican", "Democrat", "Democratic") and (
        last not in organisations.ORG_ENDS or known(join(ws[1:])) == "organisation"
    ):
        called = (
            first == "Democrat"
            and len(ws) == 3
            and not any(is_common(w.lower()) for w, _ in ws[1:])
        )
        return _segment(ws[1:], titled or called, False)
    if first in _PARTY_ADJECTIVES or first in adjectives:
        if ws[1][0] in given and naming.classify(ws[1:], True)[0] == "person":
            return _segment(ws[1:], True, False)
        if len(ws) == 3 and not naming.ends_a_body(last) and naming.are_unheard(ws[1:]):
            return _segment(ws[1:], False, False)  # "American Zorval Brimm"
    glued = len(ws) > 3 and ws[-2][0] in given and naming.ends_a_body(ws[-3][0])
    if glued and naming.classify(ws[-2:], False)[0] == "person":  # "Marlow Bureau Ann Lee"
        return _segment(ws[:-2], titled, initial) + _segment(ws[-2:], True, False)
    # "Trump Republicans", "House Paul Ryan": two names side by side
    if known(last) == "group" and last != "House":
        return _segment(ws[:-1], titled, initial) + _segment(ws[-1:], False, False)
    # Two words stay in front: "Stephen Austin" is no city.
    size = 0
    if len(ws) > 2:
        size = next((n for n in range(min(3, len(ws) - 2), 0, -1) if known(join(ws[-n:]))), 0)
    dateline = last.isupper() and len(last) > 3 and not first.isupper()
    if dateline and known(last.title()) == "place":
        size = 1  # "By Jane Roe WASHINGTON"
    if size and ws[-size - 1][0].islower():
        size = 0  # "Santiago de Cuba"
    if size and (dateline or (first in given and naming.is_place(ws[-size:]))):
        # "Jane Roe South Carolina"
        return _segment(ws[:-size], titled, initial) + _segment(ws[-size:], False, False)
    if first in given:
        return None
    size = naming.known_at(ws, 0)
    rest = ws[size:]
    if (
        size
        and len(rest) > 1
        and rest[0][0] in given
        and naming.classify(rest, False)[0] == "person"
    ):
        return _segment(ws[:size], titled, initial) + _segment(rest, False, False)
    return None


_BESIDE_BODIES = ("Rival", "Owner", "Developer", "Maker")
_ONCE = ("former", "retired", "then", "acting", "late")


def _prefix(ws: list[Word], initial: bool) -> list[Segment]:
    """The bodies and countries named inside an office: "FBI Director", "Texas Governor"."""
    found: list[Segment] = []
    at = 0
    while at < len(ws):
        size = naming.known_at(ws, at)
        best = 0
        letters = ws[at][0].isupper() and ws[at][0].lower() in offices.ROLE_HEADS  # "CTO"
        if letters or ws[at][0] == "of" or ws[at][0].lower() in _ONCE:
            at += 1
            continue
        for stop in range(len(ws), at + 1, -1):
            last = ws[stop - 1][0]
            about = stop == len(ws) - 1 and (last in offices.PORTFOLIOS or last == "Cabinet")
            if about and ws[stop][0] == "Minister":
                continue  # "Emergency Management Minister"
            if ws[stop - 1][0] in organisations.ORG_ENDS and not any(
                w.lower() in offices.ROLE_HEADS for w, _ in ws[at:stop]
            ):
                best = stop - at
                break
        size = size if size > 1 else max(size, best, fronts.body_at(ws, at))
        if size == 1 and ws[at][0].lower() in offices.ROLE_HEADS:
            at += 1  # no newspaper: "Chief Economist"
            continue
        if size:
            found += _segment(ws[at : at + size], False, initial and at == 0)
        elif naming.is_acronym(ws[at][0]) and ws[at][0] not in offices.RANK_LETTERS:
            size = 1
            found += _segment(ws[at : at + 1], False, initial and at == 0)
        at += size or 1
    return found


def _lone(ws: list[Word], initial: bool) -> list[Segment]:
    """What one word names; the opening of a sentence tells less."""
    word = ws[0][0]
    low = word.lower()
    plain = words.ordinary() if initial else words.closed()
    if low in plain and word not in people.EVERYDAY_SURNAMES and word != "US":
        return []
    if not _is_listed(word):
        if low in offices.ROLE_HEADS or word in naming.ROLE_ABBREVIATIONS:
            return _prefix(ws, initial)
        if low in offices.TITLES or word in naming.HONORIFICS:
            return []
    return _segment(ws, False, initial)


def _is_listed(name: str) -> bool:
    return known(name) is not None or (name.isupper() and known(name.title()) is not None)


def _cut(ws: list[Word], initial: bool) -> list[Segment]:
    if len(ws) == 1:
        return _lone(ws, initial)
    opened, name = ws[0], join(ws)
    if not (known(name) or known(name.title())):
        stripped = openers.without_ordinary(ws, initial)
        if not stripped:
            return []
        if stripped is not ws:
            ws, name = stripped, join(stripped)
    initial = initial and ws[0] == opened
    titled = False
    if _is_listed(name):
        return _segment(ws, False, initial)
    end = fronts.office(ws)
    if initial and len(ws) > 2 and ws[0][0] in _BESIDE_BODIES:
        return _named(ws[1:], False, False)  # "Rival Marlow Group is due to report"
    if end and end < len(ws) and not initial and fronts.is_occupation(ws, end):
        end = 0
    if end and end < len(ws) and ws[end][0] in ("League", "Leagues"):  # "Major League Baseball"
        end = 0
    if end == len(ws) > 2 and ws[-2][0] == "of" and ws[-1][0] == "Police":
        return []  # "The Commissioner of Police"
    whole = 1 < len(ws) != end and (
        ws[-1][0] in organisations.ORG_ENDS or ws[-1][0] in geography.PLACE_ENDS
    )
    if end and (not whole or ws[end - 1][0].endswith(".") or fronts.bears_title(ws, end)):
        found = _prefix(ws[:end], initial)
        rest = ws[end:]
        # "Rival Infineon is due to report", but "Senate Minority Leader Zorvan Lee"
        head = ws[end - 1][0].lower()
        titled = (
            head not in offices.OF_BODIES
            or (head == "leader" and end > 1)
            or (bool(rest) and rest[0][0] in people.given_names())
        )
        return found + (_named(rest, titled, False) if rest else [])
    return _named(ws, titled, initial)


def _named(ws: list[Word], titled: bool, initial: bool) -> list[Segment]:
    if (
        len(ws) > 1
        and ws[0][0] == "Miss"
        and (known(ws[1][0]) or ws[1][0] in ("Universe", "World"))
    ):
        return []
    if initial and openers.is_opener(ws) and naming.classify(ws, False)[0] is None:
        ws, titled, initial = ws[1:], True, False
    mister = ws[0][0].rstrip(".") in ("Mr", "Mrs", "Ms", "Dr")
    named_after = len(ws) > 2 and not mister and ws[0][0] in naming.HONORIFICS
    if named_after and ws[-1][0] in organisations.ORG_ENDS:
        return _segment(ws, False, initial)  # "Don Dale Detention Centre"
    while len(ws) > 1 and (ws[0][0] in naming.HONORIFICS or ws[0][0] in naming.ROLE_ABBREVIATIONS):
        if ws[0][0] in _KEPT_HONORIFICS and len(ws) == 2:
            return _segment(ws, True, False)
        ws, titled, initial = ws[1:], True, False
    if len(ws) == 1 and mister and known(ws[0][0]) is not None:
        word, at = ws[0]
        return [(at, at + len(word), "person", True, True, False, word)]  # "Mr Fox"
    if titled and len(ws) > 1 and ws[0][0] == "Justice":  # "Mr Justice Cole"
        ws = ws[1:]
    if len(ws) == 1 and (
        ws[0][0] in naming.HONORIFICS
        or ws[0][0] in naming.ROLE_ABBREVIATIONS
        or ws[0][0].lower() in offices.TITLES
    ):
        return []
    # "Jane Roe Leader of the Green Party"
    led = len(ws) > 3 and (ws[3][0] in ("of", "for") or ws[-1][0] not in organisations.ORG_ENDS)
    if led and ws[0][0] in people.given_names() and ws[2][0].lower() in offices.TITLES:
        rest = _cut(ws[3:], False) if ws[3][0] not in ("of", "for") else _cut(ws[4:], False)
        return _segment(ws[:2], True, initial) + rest
    # "Trump Campaign Manager Kellyanne Conway": an office inside the run
    if len(ws) > 2 and ws[0][0] not in people.given_names() and not titled:
        for at in range(len(ws) - 2, 0, -1):
            low = ws[at][0].lower()
            title = low in offices.TITLES or ws[at + 1][0] in people.given_names()
            if low in offices.ROLE_HEADS and title and ws[-1][0] not in organisations.ORG_ENDS:
                return _segment(ws[:1], False, initial) + _named(ws[at + 1 :], True, False)
    return _segment(ws, titled, initial)


def _segments(run: str, initial: bool) -> tuple[Segment, ...]:
    run = run.replace("\xa0", " ")
    ws = split(run)
    parted = groups(ws, run)
    if len(ws) > MAX_WORDS and (len(ws) > 2 * MAX_WORDS or max(map(len, parted)) > _LONGEST):
        return ()
    if len(run) > 40 and any(len(w) > 40 for w, _ in ws):
        return ()
    found: list[Segment] = []
    if len(ws) > 3 and run.isupper():
        return ()  # a shouted line
    if ws and ("-of-" in ws[0][0] or ws[0][0].endswith(("-law", "-old"))):
        ws = ws[1:]  # "Mother-of-two Jane Roe"
        parted = groups(ws, run) if ws else []
    shared = len(parted) > 1 and sharing.is_shared(parted[0])
    for number, group in enumerate(parted):
        if shared and number and sharing.may_share(group):
            found += _named(group, True, False)
        else:
            found += _cut(group, initial and number == 0 and group[0][1] == 0)
    return tuple(found)


class _Runs(dict[str, tuple[Segment, ...]]):
    """The names in one run of :func:`run_pattern`, in order, not overlapping. Most runs of an
    article were seen before: to look one up takes half of the time of a cached function."""

    __slots__ = ("_initial",)

    def __init__(self, initial: bool) -> None:
        self._initial = initial

    def __missing__(self, run: str) -> tuple[Segment, ...]:
        if len(run) > 300:
            return ()
        if len(self) > 8_000:
            self.clear()
        found = self[run] = _segments(run, self._initial)
        return found


#: Of runs inside a sentence, and of those that open one or a quotation, where any word has a
#: capital letter.
inside, opening = _Runs(False).__getitem__, _Runs(True).__getitem__
