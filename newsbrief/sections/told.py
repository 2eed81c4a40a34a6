"""Free text by itself: in one line, with what it quotes, and how many of its words a text holds."""

from __future__ import annotations

from collections.abc import Iterator

from newsbrief.analysis.facts.words import Words, bare
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.patterns import Lazy
from newsbrief.analysis.text.passages import passages
from newsbrief.grounding import locate
from newsbrief.grounding.marks import DOUBLES, SINGLES

_PART = 4
_STEM = 5  # characters: "resigned" and "resignation" are one
_EMPTY = word_set(
    "about after again also because been before being between could does doing during each from "
    "have having here into just like made make more most much must only other over said same says "
    "should since some such than that their them then there these they this those under until very "
    "were what when where which while will with without would your"
)
_LONGEST = 15  # characters a word on average; where there are more, they are no words
_LAST_SPACED = "\u2e7f"  # behind it begin the scripts of East Asia
_PHRASE = 2  # words; one in marks is a name or a "term", not what somebody said
_OPENING = f"{DOUBLES}「『"
# An apostrophe within a word is no mark. A pattern that begins with one class is searched for at a
# tenth of the cost.
_MARK = Lazy(rf"[{_OPENING}{SINGLES}](?:(?<=[{_OPENING}])|(?<!\w.))")
_JOINERS = "\u200c\u200d"  # Persian and Hindi are written with them


def plain(words: str) -> str:
    """``words`` in one line, without what no reader sees: control characters, marks that turn the
    direction of what follows, spaces of no width but those that join or part letters."""
    if words.isprintable():
        return words
    kept = [
        char if char.isprintable() or char in _JOINERS else " " * char.isspace() for char in words
    ]
    return " ".join("".join(kept).split())


def quoted(words: str) -> Iterator[str]:
    """What ``words`` have in quotation marks, but for a name or a "term"."""
    for passage in passages(words) if _MARK.search(words) else ():
        said = words[passage.span.start : passage.span.end].rstrip(",. ")
        if len(said.split()) >= _PHRASE:
            yield said


def is_said(text: str, words: str) -> bool:
    """Whether ``text`` holds ``words``, typography and capitals aside."""
    return bool(locate(text, words) or locate(text.lower(), words.lower()))


class _Stems(dict[str, str]):
    """The stem of each word between spaces that says something; empty for one that does not."""

    def __missing__(self, raw: str) -> str:
        if len(self) > 50_000:
            self.clear()
        word = bare(raw)
        if number := _NUMBER.match(word):
            stem = number[0]
        else:
            stem = word[:_STEM] if len(word) > 3 and word not in _EMPTY else ""
        self[raw] = stem
        return stem


_NUMBER = Lazy(r"\d[\d.,]*\d")  # of one digit, there is one in every sentence


_STEMS = _Stems()


def shares(words: Words, told: str, start: int = 0, end: int | None = None) -> bool:
    """Whether a quarter of the words of ``words`` that say something (rounded up, one at least)
    stands in that range of ``told``, by its stem. ``told`` is in small letters. Of a script that
    puts no spaces between words, half of the letters must stand there."""
    stems = set(map(_STEMS.__getitem__, words.parts))
    stems.discard("")
    missing = max(1, -(-len(stems) // _PART))
    for stem in stems:
        missing -= told.find(stem, start, end) >= 0
        if not missing:
            return True
    return _is_unspaced(words) and _shares_characters(words.text, told)


def _is_unspaced(words: Words) -> bool:
    """Whether most of ``words`` is in a script that puts no spaces between them."""
    letters = [char for char in words.text if char.isalpha()]
    spaced = sum(char.isascii() for char in letters)
    long = _LONGEST * len(words.parts) < len(words.text) or max(words.text) > _LAST_SPACED
    return long and 2 * spaced < len(letters)


def _shares_characters(words: str, told: str) -> bool:
    """Whether half of the letters of ``words`` stand in ``told``."""
    letters = {char for char in words if char.isalpha()}
    return 2 * sum(map(told.__contains__, letters)) >= len(letters)
