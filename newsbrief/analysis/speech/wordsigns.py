"""What a word is by itself: the letter of its class (see wordclass.py), or a sign for what only its
sentence tells."""

from __future__ import annotations

from newsbrief.analysis.lexicon.persons import are_people
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.speech.closedwords import closed
from newsbrief.analysis.speech.reportwords import REPORTS

_NOT_ADVERB = word_set(
    """
    family supply reply ally rally bully july italy assembly anomaly butterfly monopoly daily
    early weekly monthly friendly likely elderly jelly belly
    """
)
NOUN_LIKE = word_set(
    """
    hundred need seed speed breed deed feed weed creed greed indeed sacred naked wicked
    unnamed morning evening spring king ring wing string thing something nothing anything
    everything building meeting hearing briefing ruling filing wedding bing ceiling offspring
    beijing sterling darling sibling red bed
    """
)


def _open_class(word: str, low: str) -> str:
    first = word[0]
    if first.isupper():
        return "N"
    if not first.isalpha():
        if first.isdigit():
            return "0"
        return "n" if len(word) > 1 else (first if first >= " " else "_")
    if len(low) > 4 and low[-1] in _ENDINGS:
        ending, but, letter = _ENDINGS[low[-1]]
        if low.endswith(ending) and low not in but:
            return letter
    return "n"


_ENDINGS = {
    "y": ("ly", _NOT_ADVERB, "A"),
    "g": ("ing", NOUN_LIKE, "g"),
    "d": ("ed", NOUN_LIKE, "e"),
}


# One sign for what the word alone leaves open, so that an article's words are one string at once:
# "Will", "May", "Says" until their sentence tells whether they are a verb or a name, and words
# that report though they are no verbs.
_CAPITAL = dict(zip("VvMX", "\1\2\3\4", strict=True))
_REPORTING = dict(zip("ngeNA", "\5\6\7\x0e\x0f", strict=True))
OPEN = {sign: letter for table in (_CAPITAL, _REPORTING) for letter, sign in table.items()}
NO = "\x10"  # "no": a determiner, but for "no longer"
BODY = "\x11"  # "WHO", "IT": a name, where its sentence is not set in capitals
BODIES = frozenset({"WHO", "IT", "US"})
HER = "\x12"  # "told her to go", "her plan"
CAPITALS = "\1\2\3\4"
_PARTED = {"no": NO, "her": HER}
_ALONE = OPEN | {NO: "D", BODY: "N", HER: "H"}


class _Signs(dict[str, str]):
    """Words already classed: nine in ten of an article's words are in the ones before it."""

    def __missing__(self, word: str) -> str:
        if len(self) > 50_000:
            self.clear()
        low = word.lower()
        found = closed().get(low)
        if found is None:
            found = _open_class(word, low)
            if low in REPORTS:
                found = _REPORTING.get(found, found)
        elif word in BODIES:
            found = BODY
        elif low in _PARTED:
            found = _PARTED[low]
        elif word[0].isupper():
            found = _CAPITAL.get(found, found)
        self[word] = found
        return found


sign_of = _Signs().__getitem__


def letter(word: str) -> str:
    """The part that ``word`` plays by itself, without its sentence; a mark is its own letter."""
    if not word[0].isalnum():
        return word
    sign = sign_of(word)
    part = _ALONE.get(sign, sign)
    if part in "vV" and ((low := word.lower()) == "fire" or are_people(low)):
        return "n"  # "fire officials", "child advocates"
    return part
