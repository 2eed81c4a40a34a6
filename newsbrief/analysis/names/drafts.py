"""The names of a sentence as its runs of capitals give them, before the rest of the text tells."""

from __future__ import annotations

from dataclasses import dataclass

from newsbrief.analysis.lexicon import people
from newsbrief.analysis.lexicon.english import is_common
from newsbrief.analysis.names.naming import Kind
from newsbrief.analysis.names.runs import run_pattern
from newsbrief.analysis.names.segments import inside, opening
from newsbrief.analysis.patterns import Lazy

_OPENERS = "\"'“‘«„‹(["
_MARKS = ":…•|—–-"  # what, with a space, a new sentence may follow
_JOINING = frozenset("'’-")
_VERBS = ("'t", "’t", "'m", "’m")


@dataclass(slots=True)
class Draft:
    start: int
    end: int
    name: str
    kind: Kind | None
    sure: bool
    initial: bool


def words_before(text: str, d: Draft) -> list[str]:
    """The two words in front of the draft, and what else stands within 24 characters."""
    start = d.start
    if d.initial and text[start - 1 : start] == "\n":
        return []  # the end of a headline is no neighbour
    return text[start - 24 if start > 24 else 0 : start].rsplit(None, 2)


def read_runs(text: str, latin: str, start: int, end: int, drafts: list[Draft]) -> None:
    """Adds to ``drafts`` the names in the sentence ``text[start:end]``; ``latin`` is
    :func:`~newsbrief.analysis.names.runs.latin` of the text."""
    length = len(text)
    for m in run_pattern().finditer(latin, start, end):
        at = m.start()
        run = text[at : m.end()]
        if at == start:
            initial = True
        else:
            before = text[at - 1]
            if before == " ":
                initial = text[at - 2] in _MARKS or (at - start < 5 and _is_bare(text, start, at))
            else:
                initial = before in _OPENERS or (at - start < 5 and _is_bare(text, start, at))
                if before == "-" and text[at - 3 : at] in ("al-", "el-"):
                    at, run = at - 3, text[at - 3 : at] + run
        for first, last, kind, sure, _, opens, name in (opening if initial else inside)(run):
            stop = at + last
            if stop < length and text[stop] in _JOINING and _goes_on(text, stop):
                whole = _given_end(text, stop, name)
                if whole:
                    longer = f"{name}{text[stop:whole]}"
                    drafts.append(Draft(at + first, whole, longer, "person", True, opens))
                continue
            drafts.append(Draft(at + first, stop, name, kind, sure, opens))


_SYLLABLE = Lazy(r"-([a-z]{4,6})\b(?!-)")
_WORDS_TOO = ("moon", "young")


def _given_end(text: str, end: int, name: str) -> int:
    """Where a given name of two syllables ends behind its surname, which run on at ``end``: "Kim
    Ji-hoon", but not "Kim Seoul-based"; 0 where it is none."""
    surname, _, front = name.partition(" ")
    if surname not in people.SURNAME_FIRST or not front.istitle() or len(front) > 5:
        return 0
    m = _SYLLABLE.match(text, end)
    if m is None or (m[1] not in _WORDS_TOO and is_common(m[1])):
        return 0
    return m.end()


def _is_bare(text: str, start: int, end: int) -> bool:
    """Whether nothing but marks stands there."""
    return not any(map(str.isalnum, text[start:end]))


def _goes_on(text: str, end: int) -> bool:
    """Whether what looked like a name is the front of a longer word: "Don't", "US-led"."""
    after = text[end : end + 2]
    return after in _VERBS or (after[:1] == "-" and after[1:].islower())
