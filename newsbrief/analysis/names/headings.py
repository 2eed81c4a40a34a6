"""Lines set as titles, and the names in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newsbrief.analysis.lexicon import offices, people, words
from newsbrief.analysis.lexicon.countries import countries
from newsbrief.analysis.lexicon.tables import word_set
from newsbrief.analysis.names import naming
from newsbrief.analysis.names.acting import AGAINST, PLACED
from newsbrief.analysis.names.naming import Kind
from newsbrief.analysis.patterns import Lazy
from newsbrief.span import Span

# The words that titles leave small, of three letters and more.
_SMALL_IN_TITLES = word_set(
    "the and for but nor yet via per off out not are was has its his her our who how all any into "
    "with from that than over when amid upon near like onto down this have been will says about "
    "after against along among around before behind below between beyond during since through "
    "toward towards under until within without versus their there you your as"
)


_LONG_SMALL_WORD = Lazy(r"(?<![\w’'-])[a-zà-ÿ]{3,}")
# Nine sentences of ten hold a word of six letters that no title leaves small: one search tells.
_LONG_SMALL = "|".join(sorted(word for word in _SMALL_IN_TITLES if len(word) > 5))
_WEIGHTY = Lazy(rf" (?=[a-z]{{6}})(?!(?:{_LONG_SMALL})(?![a-zà-ÿ]))")


def is_heading(text: str, start: int, end: int) -> bool:
    """Whether these characters are set as a title: every weighty word has a capital letter."""
    if end - start > 300 or _WEIGHTY.search(text, start, end):
        return False
    for m in _LONG_SMALL_WORD.finditer(text, start, end):
        if m.group() not in _SMALL_IN_TITLES:
            return False
    line = text[start:end]
    spaces = line.count(" ")
    if spaces < 3:
        return False
    return line.isupper() or sum([w[0].isupper() for w in line.split()]) * 2 >= spaces + 1


def names_in(
    text: str, lines: Iterable[Span], kinds: Mapping[str, Kind | None]
) -> list[tuple[Span, Kind | None]]:
    """Names in lines whose every word is capitalised, by what the rest of the text calls a name.

    ``kinds`` holds the names written elsewhere. Spans come in order and do not overlap.
    """
    found: list[tuple[Span, Kind | None]] = []
    longer = {name.partition(" ")[0] for name in kinds if " " in name}
    upper: dict[str, Kind | None] = {}
    for span in lines:
        line = text[span.start : span.end]
        table = kinds
        if line.isupper():
            if not upper:
                upper = {name.upper(): kind for name, kind in kinds.items()}
                longer |= {first.upper() for first in longer}
            table = upper
        ws = [(m.group(), span.start + m.start()) for m in _HEADING_WORD.finditer(line)]
        at = 0
        while at < len(ws):
            size, kind = _heading_name(ws, at, table, longer, text)
            if not size:
                at += 1
                continue
            stop = ws[at + size - 1][1] + len(ws[at + size - 1][0])
            if kind == "place":
                kind = _acting_in_heading(text[ws[at][1] : stop], ws, at, size)
            found.append((Span(ws[at][1], stop), kind))
            at += size
    return found


_HEADING_WORD = Lazy(r"(?:\w\.)+|[^\W_](?:\w|[-&](?=\w)|['’](?!s\b|S\b)(?=\w))*")


def _heading_name(
    ws: list[tuple[str, int]],
    at: int,
    table: Mapping[str, Kind | None],
    longer: set[str],
    text: str,
) -> tuple[int, Kind | None]:
    """How many words from ``at`` on are a name, and its kind; ``longer``: what opens several."""
    word, start = ws[at]
    if not word[0].isupper():
        return 0, None
    most = min(5, len(ws) - at)
    if (
        text[start + len(word) : start + len(word) + 1] == " "
        and word not in longer
        and word not in naming.openings()
    ):
        most = 1
    for size in range(most, 0, -1):
        last, off = ws[at + size - 1]
        name = text[start : off + len(last)]
        if name in table and (size > 1 or name.lower() not in words.ordinary()):
            return size, table[name]
        if size > 1 or not name.isupper() or "." in name or len(name) < 4:
            kind = naming.known(name)
            if kind and (size > 1 or name.isupper() or name.lower() not in words.ordinary()):
                return size, kind
    given = people.given_names()
    if word in given and word.lower() not in words.ordinary() and at + 1 < len(ws):
        last, off = ws[at + 1]
        plain = last.lower() in words.ordinary() or last.lower() in offices.ROLE_HEADS
        if last[0].isupper() and not plain and text[start + len(word) : off] == " ":
            return 2, "person"
    return 0, None


def _acting_in_heading(name: str, ws: list[tuple[str, int]], at: int, size: int) -> Kind:
    table = countries()
    if name not in table.names and name not in table.capitals:
        return "place"
    before = ws[at - 1][0].lower() if at else ""
    if before == "the" and at > 1:
        before = ws[at - 2][0].lower()
    if before in PLACED:
        return "place"
    after = ws[at + size][0].lower() if at + size < len(ws) else ""
    if before in AGAINST or (name in table.names and after.endswith("s")) or at == 0:
        return "government"
    return "place"
