"""Names in free text: capitalised words, and whether an article holds them in any form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsbrief.analysis.lexicon import geography, offices, organisations
from newsbrief.analysis.lexicon.countries import countries
from newsbrief.analysis.lexicon.english import is_common, stems
from newsbrief.analysis.lexicon.people import full_forms, given_names
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.lexicon.words import closed
from newsbrief.analysis.patterns import Lazy
from newsbrief.cached import cached_property

# "U.S.", "O’Malley", "Pro-Trump", "AT&T"; among the wide ranges are small letters, which
# `Names.hold` tells apart.
CAPITAL = Lazy(
    r"[A-ZÀ-ÖØ-ÞĀ-ɏͰ-ϿЀ-Я\u1e00-\u1eff](?<![\w@#].)(?:\.(?:[A-ZÀ-Þ]\.)+|\w*(?:['’&./-]\w+)*)"
)
_SMALL_LETTER = Lazy(r"(?<![\w'’.-])[a-zß-öø-ÿ][\w'’-]*")
_POSSESSIVE = Lazy(r"['’]s?$")
_PARTS = Lazy(r"[^-–/&’'.]+")
_CAMEL = Lazy(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_LETTERS = Lazy(r"[^\W\d_]*")
_RUN = Lazy(r"[A-Z][\w’']+(?:[ \n-](?:(?:of|and|the|for|on|in) ){0,2}[A-Z][\w’']+)+")
_FULL_NAME = Lazy(r"\b([A-Z]\w+) (?=(?:[A-Z]\. )?([A-Z][a-z][\w’'-]*))")
# Not capitalised in a headline that capitalises its words.
_IN_TITLES = word_set(
    "a an the and or nor but for so yet as at by in into of off on onto out over per to up upon "
    "via vs v with from about after amid before against between during through under until without "
    "than that is are was be it its if when while s t de la le al el von van der"
)
_ALIKE = 4  # letters with which names begin that may be the same, misspelt
# What may stand behind a name that is still that name: "Trump's", "Iowan", "Republicans".
_ENDINGS = word_set("s es n ns an ans ian ians ese ic ist ists ite ites ish er ers")
_EVERYDAY = {
    "dem": "democrat", "dems": "democrat", "gop": "republican", "vp": "vice presiden",
    "pm": "prime minister", "ceo": "chief executive", "potus": "president", "uk": "brit",
    "scotus": "supreme court", "er": "emergency room", "ag": "attorney general", "tv": "televis",
}  # fmt: skip


def is_label(prose: str) -> bool:
    """Whether ``prose`` may capitalise what is no name: it has no full stop, as a sentence has, or
    nearly all its words have capitals, as in some headlines (at most one in nine, small words
    aside, has none)."""
    if prose.rstrip(" \n\"”’')]")[-1:] not in (".", "!", "?", "…"):
        return True
    small = sum(m.group() not in _IN_TITLES for m in _SMALL_LETTER.finditer(prose))
    return 8 * small <= len(CAPITAL.findall(prose))


def opens(prose: str, at: int) -> bool:
    """Whether a sentence, or what counts as one in a headline, begins at ``at``."""
    before = prose[:at].rstrip(" \n\"“”‘'’([")
    return not before or before[-1] in ".!?:;—–-…|"


class Names:
    """The names of a text, to be asked for. Places are ranges of its characters."""

    def __init__(self, text: str) -> None:
        self._text = text

    def hold(self, word: str, doubtful: bool, start: int, end: int) -> bool:
        """Whether ``[start, end)`` of the text holds ``word``, in this or another form.

        ``doubtful`` says that its place may have capitalised it: then a common word is no name.
        """
        name = _POSSESSIVE.sub("", word)
        if len(name) == 1 or not name[0].isupper() or self.stands(name, start, end):
            return True
        low = name.lower().replace("’", "'")
        if doubtful and low in closed():
            return True
        if "'" in low and (low.partition("'")[0] in closed() or low.endswith("n't")):
            return True  # "I'm", "Don't"
        if any(_stands(self.low, stem, start, end) for stem in _roots(low)):
            return True
        if self._is_short(name, start, end) or self._is_country(name, start, end):
            return True
        if low in _TITLES or (doubtful and (is_common(low) or offices.is_role(low))):
            return True
        parts = _PARTS.findall(name)
        if parts == [name]:
            parts = _CAMEL.findall(name)
            if len(parts) < 2 or "".join(parts) != name:
                return False
        return all(not p[0].isupper() or self.hold(p, doubtful, start, end) for p in parts)

    def hold_run(self, prose: str, at: int, start: int, end: int) -> int:
        """Where the name of several words that begins ``at`` ends in ``prose``, if the text has it
        in short: "World Health Organization" as "WHO", "United States" as "US". Else 0."""
        run = _RUN.match(prose, at)
        if run is None:
            return 0
        words = run.group().replace("\n", " ").split(" ")
        for size in range(len(words), 1, -1):
            name = _POSSESSIVE.sub("", " ".join(words[:size]))
            short = "".join(re.findall(r"\b[A-Z]", name))
            if self._is_country(name, start, end) or (
                len(short) > 2 and any(self.stands(form, start, end) for form in _written(short))
            ):
                return at + len(" ".join(words[:size]))
        return 0

    def is_nobodys(self, given: str, surname: str) -> bool:
        """Whether ``given surname`` is made of the names of two people whom the text names, or
        misspells a surname of one whom it knows: "Paul Reyess" of Paul Reyes."""
        if given not in given_names() or f"{given} {surname}" in self._text:
            return False
        return self._is_of_two(given, surname) or self._is_misspelt(given, surname)

    def _is_of_two(self, given: str, surname: str) -> bool:
        known = given_names()
        bearers = self._bearers.get(surname, set()) & known.keys()
        others = {full for name in bearers for full in full_forms().get(name, ())}
        if not bearers or given in bearers | others or bearers & full_forms().get(given, set()):
            return False
        return any(given in names for names in self._bearers.values())

    def _is_misspelt(self, given: str, surname: str) -> bool:
        """Whether the text knows ``given`` by a surname that begins as ``surname`` does, and by
        this one nobody."""
        if surname.lower().replace("’", "'") in self.low:
            return False
        return any(
            given in bearers and name[:_ALIKE] == surname[:_ALIKE]
            for name, bearers in self._bearers.items()
        )

    def is_told_in_short(self, prose: str, at: int, start: int, end: int) -> bool:
        """Whether the given name at ``at`` in ``prose`` is that of somebody whom ``[start, end)``
        calls by surname alone, and the text in full: "Donald Trump" for "Mr Trump". Not where the
        text names two of that surname."""
        name = _FULL_NAME.match(prose, at)
        if name is None:
            return False
        given, surname = name[1], _POSSESSIVE.sub("", name[2])
        if given not in self._bearers.get(surname, ()) or not self.stands(surname, start, end):
            return False
        others = self._bearers[surname] - {given}
        return not any(other in given_names() or not _may_precede(other) for other in others)

    @cached_property
    def _bearers(self) -> dict[str, set[str]]:
        """Capitalised word -> those that stand right before it, or before an initial."""
        found: dict[str, set[str]] = {}
        for m in _FULL_NAME.finditer(self._text):
            found.setdefault(_POSSESSIVE.sub("", m[2]), set()).add(m[1])
        return found

    def stands(self, word: str, start: int, end: int) -> bool:
        """Whether ``word`` stands there as it is, but for an ending."""
        return _stands(self._text, word, start, end)

    @cached_property
    def low(self) -> str:
        """The text in small letters, with straight apostrophes."""
        low = self._text.lower()  # in rare cases longer than the text; a place may be off by a few
        return low.replace("’", "'")

    def _is_short(self, name: str, start: int, end: int) -> bool:
        """Whether ``name`` is short for something that the text holds, or in capitals only here."""
        letters = name.replace(".", "").replace("&", "")
        if (long := _EVERYDAY.get(letters.lower())) and self.low.find(long, start, end) >= 0:
            return True
        if not (2 <= len(letters) <= 6 and letters.isupper()):
            return self.stands(name.title(), start, end) if name.isupper() else False
        forms = (*_written(letters), organisations.SAME_BODY.get(letters, letters))
        if any(self.stands(form, start, end) for form in forms):
            return True
        return any(start <= at < end for at in self._initials.get(letters, ()))

    @cached_property
    def _initials(self) -> dict[str, list[int]]:
        """The initials of two to six capitalised words in a row, and where they stand."""
        found: dict[str, list[int]] = {}
        for m in _RUN.finditer(self._text):
            capitals: list[str] = re.findall(r"\b[A-Z]", m.group())
            for first in range(len(capitals)):
                for last in range(first + 2, min(len(capitals), first + 6) + 1):
                    found.setdefault("".join(capitals[first:last]), []).append(m.start())
        return found

    def _is_country(self, name: str, start: int, end: int) -> bool:
        """Whether the text names the same country or state: "Chinese" for "China"."""
        tables: tuple[dict[str, str], ...] = (*countries()[:3], geography.states())
        name = name if name.endswith(".") or "." not in name else f"{name}."
        for written in (name, name.rstrip("s"), name.rstrip(".")):
            for table in tables:
                if whole := table.get(written):
                    return any(
                        self.stands(form, start, end)
                        for forms in tables
                        for form, other in forms.items()
                        if other == whole
                    )
        return False


def _may_precede(word: str) -> bool:
    """Whether a capitalised word before a surname is no name: a title, an office, or the first of
    its sentence."""
    low = word.lower()
    return low in _TITLES or low in closed() or offices.is_role(low) or is_common(low)


def _stands(text: str, word: str, start: int, end: int) -> bool:
    at = text.find(word, start, end)
    while at >= 0:
        behind = at + len(word)
        if not (at and text[at - 1].isalnum()) and (
            not text[behind : behind + 1].isalnum()
            or ((tail := _LETTERS.match(text, behind)) and tail.group() in _ENDINGS)
        ):
            return True
        at = text.find(word, behind, end)
    return False


def _written(letters: str) -> tuple[str, str]:
    return letters, ".".join(letters) + "."


def _roots(low: str) -> Iterator[str]:
    yield from stems(low)
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) > len(ending) + 3:
            yield low[: -len(ending)]


# Words in front of a name that are no part of it.
_TITLES = frozenset(
    w.lower() for w in (*offices.HONORIFICS, *offices.OFFICE_ABBREVIATIONS, "St", "Anti", "Pro")
)
