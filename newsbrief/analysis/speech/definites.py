"""Which named party "the mayor", "the 39-year-old" or "the Munich-based company" stands for.

Only where exactly one of those named before it fits: None beats a wrong speaker.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence, Set
from typing import TYPE_CHECKING

from newsbrief.analysis.lexicon import offices
from newsbrief.analysis.lexicon.collectives import BODIES
from newsbrief.analysis.lexicon.countries import countries, demonyms
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.names import appositions, roles
from newsbrief.analysis.names.clusters import speaks
from newsbrief.analysis.names.written import canonical, initials
from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.speech.businesses import is_business, is_firm
from newsbrief.analysis.speech.callings import LINKS, SAME, fits, is_of_another
from newsbrief.cached import cached_property
from newsbrief.span import Span

if TYPE_CHECKING:
    from newsbrief.analysis.names.finding import NameMention

_AGED = Lazy(r"(\d\d?)-year-old\b")
_PARENT = Lazy(
    r"(?:great-)?(?:mum|mom|mother|dad|father|gran|grandmother|grandfather|parent)-of-\w+\Z"
)
_CHILDREN = word_set("one two three four five six seven eight nine ten")
_AGE_AFTER = Lazy(r",? \(?(?:aged )?(\d\d?)\b(?![\d%-])")
_AGE_BEFORE = Lazy(r"(\d\d?)-year-old(?: [\w-]+){0,3} \Z")
# What says that another one is meant than the one named, or that more than an office names it.
_NOT_IN = word_set(
    "of for at in to from with by on and who whose which that "
    "other another rival second third parent sister former new latter same two three"
)
_RANKS = word_set("general admiral colonel dr doctor professor")
_PERSONS = ("person", None)
_MOST = 300  # names looked back at: those of a long article, so that no text costs more
_ALIKE = 20  # bodies of one first word that are told apart
_ENDINGS = ("-based", "-owned", "-listed", "-headquartered", "-backed", "-funded")


class Definites:
    """The parties that an article names outside quotation marks, asked for by what they are."""

    def __init__(
        self,
        text: str,
        names: Sequence[NameMention],
        quoted: Set[int],
        unit_starts: Sequence[int],
    ) -> None:
        self._text = text
        self._every, self._quoted = names, quoted  # and the numbers of those inside marks
        self._unit_starts = unit_starts
        self._roles: dict[int, str] = {}
        self._told: dict[str, set[int]] = {}

    @cached_property
    def _names(self) -> list[NameMention]:
        return [name for k, name in enumerate(self._every) if k not in self._quoted]

    def named(self, words: Sequence[str], start: int, of: Set[str]) -> Span | None:
        """The last mention before ``start`` of the one party that ``words``, in small letters and
        without their article, can mean; ``of`` are those with a capital."""
        if is_people(words):
            return self._only_person(start)
        if words and words[-1] in _CHILDREN and _PARENT.match("-".join(words)) is not None:
            return self._only_person(start)  # "the father of two"
        if not words or not _NOT_IN.isdisjoint(words):
            return None
        head = words[-1]
        if head in BODIES and not offices.is_role(head):
            return self._body(words, start, of)
        if aged := _AGED.match(words[0]) or _AGED.match(head):  # "the stunning 24-year-old"
            return self._aged(aged[1], start)
        if len(words) == 1 and _PARENT.match(head) is not None:
            return self._only_person(start)
        if offices.is_role(head) and head not in offices.RELATIONS:
            return self._holder(words, start, of)
        return None

    def _before(self, start: int) -> int:
        """How many names begin before ``start``."""
        return bisect_left(self._names, start, key=lambda n: n.span.start)

    # ---- people ------------------------------------------------------------------------

    def _people(self, start: int) -> dict[str, list[int]]:
        """The mentions before ``start`` of each person, by the name in full."""
        last = self._before(start)
        found: dict[str, list[int]] = {}
        bearers: dict[str, str] = {}
        for k in range(max(0, last - _MOST), last):
            mention = self._names[k]
            if mention.kind not in _PERSONS:
                continue
            name = mention.name
            key = name if " " in name else bearers.get(name, name)
            if " " in name:
                bearers.setdefault(name.rpartition(" ")[2], name)
            if mention.kind is None and key not in found and self._is_thing(mention):
                continue
            found.setdefault(key, []).append(k)
        return found

    def _is_thing(self, mention: NameMention) -> bool:
        """Whether nothing makes a person of an unknown name: "the Marlow", "its Marlow office"."""
        start = mention.span.start
        the = self._text[max(0, start - 4) : start].lower() == "the "
        return the or not (" " in mention.name or speaks(self._text, mention.span))

    def _only_person(self, start: int) -> Span | None:
        """The only one named so far, or else the only one of this sentence and the last before."""
        people = list(self._people(start).values())
        if len(people) > 1:
            unit = max(0, bisect_right(self._unit_starts, start) - 2)
            near = self._before(self._unit_starts[unit])
            people = [ks for ks in people if ks[-1] >= near]
        if len(people) != 1 or all(self._names[k].kind is None for k in people[0]):
            return None
        return self._names[people[0][-1]].span

    def _aged(self, age: str, start: int) -> Span | None:
        people = self._people(start)
        ages = {name: self._age(ks) for name, ks in people.items()}
        fitting = [name for name, stated in ages.items() if stated == age]
        if not fitting:
            found = self._only_person(start)
            theirs = next((name for name in people if found and self._is(found, people[name])), "")
            return None if ages.get(theirs) else found
        return self._names[people[fitting[0]][-1]].span if len(fitting) == 1 else None

    def _is(self, span: Span, mentions: list[int]) -> bool:
        return self._names[mentions[-1]].span == span

    def _age(self, mentions: list[int]) -> str:
        for k in mentions:
            span = self._names[k].span
            m = _AGE_AFTER.match(self._text, span.end, span.end + 12)
            m = m or _AGE_BEFORE.search(self._text, max(0, span.start - 50), span.start)
            if m:
                return str(m[1])
        return ""

    def _holder(self, words: Sequence[str], start: int, of: Set[str]) -> Span | None:
        """The one who is said to be what ``words`` call."""
        roles_of = self._fitting(words, self._before(start), of)
        if not roles_of:  # so it is of nine phrases in ten
            return None
        people = self._people(start)
        fitting: dict[str, set[str]] = {}
        for name, mentions in people.items():
            for k in mentions:
                if role := roles_of.get(k):
                    fitting.setdefault(name, set()).update(role)
        if len(fitting) > 1 and len(words) > 1:
            closer = [name for name, role in fitting.items() if role.issuperset(words[:-1])]
            fitting = {name: fitting[name] for name in closer}
        if len(fitting) != 1:
            return None
        (name,) = fitting
        return self._names[people[name][-1]].span

    def _fitting(self, words: Sequence[str], last: int, of: Set[str]) -> dict[int, list[str]]:
        """The offices stated beside the mentions before number ``last`` that ``words`` may call:
        "the Leeds coach" no "coach of York"."""
        units = self._telling(words[-1])
        found = {}
        for k in range(max(0, last - _MOST), last):
            mention = self._names[k]
            if mention.kind in _PERSONS and self._unit(mention.span) in units:
                stated = self._role(k)
                role = stated.lower().split()
                if len(role) > 1 and role[-1] in _RANKS and not fits(words, role):
                    del role[-1]  # "President General Lee": "the President"
                if role and fits(words, role) and not (of and is_of_another(of, words, stated)):
                    found[k] = role
        return found

    def has_office(self, one: Span) -> bool:
        """Whether an office is stated beside a mention of whoever the name ``one`` means."""
        people = self._people(one.end)
        mentions = next((ks for ks in people.values() if self._is(one, ks)), [])
        return any(map(self._role, mentions))

    def _role(self, k: int) -> str:
        """The office stated beside the mention; "" where there is none."""
        found = self._roles.get(k)
        if found is None:
            span = self._names[k].span
            unit = self._unit(span)
            floor = self._unit_starts[unit - 1] if unit else 0
            end = len(self._text)
            ceiling = self._unit_starts[unit] if unit < len(self._unit_starts) else end
            stated = roles.before(self._text, floor, span.start, span.end) or appositions.after(
                self._text, span.end, ceiling, floor
            )
            words = self._text[stated.span.start : stated.span.end] if stated else ""
            found = self._roles[k] = words
        return found

    def _unit(self, span: Span) -> int:
        """One more than the number of the unit that holds the name."""
        return bisect_right(self._unit_starts, span.start)

    def _telling(self, noun: str) -> set[int]:
        """The units that may state an office called ``noun``, counted as in ``_unit``: of thirty
        names one stands there, and to read what is stated beside it takes long."""
        found = self._told.get(noun)
        if found is None:
            found = self._told[noun] = set()
            common = SAME.get(noun, noun)
            called = [noun, common, *(other for other, same in SAME.items() if same == common)]
            forms = {
                form
                for word in called
                for form in (word, word.capitalize(), word.title(), word.upper())
            }
            for form in forms:
                at = self._text.find(form)
                while at >= 0:
                    found.add(bisect_right(self._unit_starts, at))
                    at = self._text.find(form, at + 1)
        return found

    # ---- bodies ------------------------------------------------------------------------

    def _body(self, words: Sequence[str], start: int, of: Set[str]) -> Span | None:
        """The body whose name has the noun for its head, or the only business for "the company" and
        "the German shoe maker"."""
        head = words[-1]
        last = self._before(start)
        bodies: dict[str, int] = {}
        for k in range(max(0, last - _MOST), last):
            if key := self._bodies[k]:
                bodies[key] = k
        called = head.title()
        fitting = [name for name in bodies if _head(name) == called]
        if not fitting and is_firm(head):
            fitting = [name for name in bodies if is_business(name)]
        # What a firm makes says nothing against "Adidas", but it does against "Vask Energy".
        proper = (
            [word for word in words[:-1] if word.title() in of] if is_firm(head) else words[:-1]
        )
        fitting = [
            name for name in fitting if _described(words[:-1] if " " in name else proper, name)
        ]
        return self._names[bodies[fitting[0]]].span if len(fitting) == 1 else None

    @cached_property
    def _bodies(self) -> list[str]:
        """For each mention the name under which its body is told of first, "" where it is none:
        "Marlow Energy" for "Marlow", "Harbour Police Unit" for "HPU"."""
        opening: dict[str, list[str]] = {}
        short: dict[str, str] = {}
        found = []
        for mention in self._names:
            if mention.kind != "organisation":
                found.append("")
                continue
            name = canonical(mention.name)
            same = opening.setdefault(name.partition(" ")[0], [])
            key = short.get(name) or next((known for known in same if _opens(known, name)), name)
            if key == name and len(same) < _ALIKE:
                same.append(name)
                short.setdefault(initials(name), name)
            found.append(key)
        return found


def is_people(words: Sequence[str]) -> bool:
    """Whether they call one of a people: "Italian", "New Zealander"."""
    name = " ".join(words).title()
    return name in countries().adjectives or name in demonyms()


def is_one_of_people(words: Sequence[str]) -> bool:
    """Whether they call one of a people by what he does: "German striker"."""
    return len(words) > 1 and offices.is_role(words[-1]) and is_people(words[:-1])


def _opens(known: str, name: str) -> bool:
    """Whether one of the names is the front of the other."""
    return known == name or f"{known} ".startswith(f"{name} ") or name.startswith(f"{known} ")


def _head(name: str) -> str:
    """The last word before a complement: "Institute" of "Public Policy Institute of Ohio"."""
    ws = name.split()
    end = next((n for n, word in enumerate(ws) if word in LINKS), len(ws))
    return ws[end - 1] if end else ""


def _described(words: Sequence[str], name: str) -> bool:
    """Whether nothing in front of the noun speaks against ``name``: "Munich-based", "Italian"."""
    own = name.lower().split()
    return all(
        word in own or word.endswith(_ENDINGS) or word.title() in countries().adjectives
        for word in words
    )
