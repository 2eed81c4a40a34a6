"""PolNeAR: who said what in news of the US election campaign (Newell et al., LREC 2018).

The gold of direct speech is every stretch of at least three words between quotation marks that
lies at least half inside one annotated Content; its speaker is that attribution's Source. The gold
of indirect speech is every Content that touches no such marks. Offsets count the characters of the
file as it is, carriage returns among them.

    quotes.recall      gold quotes covered to 80 % by one quote of the brief
    quotes.precision   quotes of the brief (three words and more) covered to 80 % by a gold quote
    quotes.verbatim    quotes of the brief whose words the article holds, but for typography
    quotes.speaker     recalled quotes whose speaker is right: the mention overlaps the Source, or
                       the name shares a capitalised word with it
    quotes.named       the same, where the Source holds a capitalised name
    quotes.end_to_end  gold quotes that are recalled with the right speaker
    indirect.*         as above; a pair matches where half of their common characters are shared

One outlet, out of an archive, sets doubled apostrophes for marks (''...''), which are none to this
gold: its quotes count against precision, and as reported speech that was missed. ``doubled`` scores
against a gold that knows them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from newsbrief.article import Article
from newsbrief.brief import Brief
from newsbrief.errors import InputError
from newsbrief.evals.running import Case
from newsbrief.evals.tally import Tally
from newsbrief.evals.texts import capitalised, read
from newsbrief.sections.quotes import Quote

Stretch = tuple[int, int]

_MIN_WORDS = 3
_MARKED = re.compile(r"“([^“”]{3,2000}?)(?:”|(?=\n))|\"([^\"\n]{3,2000}?)\"")
_OR_DOUBLED = re.compile(rf"{_MARKED.pattern}|''([^\n]{{3,2000}}?)''")
_STRETCH = re.compile(r"(T\d+)\t\w+ ([\d; ]+)\t(.*)", re.DOTALL)
_RELATION = re.compile(r"E\d+\t([^\t]*)")
_PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we", "you", "who", "his", "her", "their"})
_STRAIGHT = str.maketrans("’‘“”", "''\"\"")


class Source(NamedTuple):
    """Who said something: where the text says so, and in which words."""

    stretches: tuple[Stretch, ...]
    words: str

    @property
    def names(self) -> set[str]:
        return capitalised(self.words) - _PRONOUNS


class Attributed(NamedTuple):
    content: tuple[Stretch, ...]
    source: Source


class Said(NamedTuple):
    """One stretch of a quote in a brief."""

    at: Stretch
    text: str
    quote: Quote

    @property
    def indirect(self) -> bool:
        return self.quote.kind == "indirect"

    def is_by(self, source: Source) -> bool:
        mention = self.quote.speaker_span
        if mention and any(_shared((mention.start, mention.end), s) for s in source.stretches):
            return True
        return bool(source.names & (capitalised(self.quote.speaker_name or "") - _PRONOUNS))


def load(folder: Path, split: str) -> list[Case[list[Attributed]]]:
    """The articles of ``split`` in a copy of PolNeAR, by name, each with its first annotation.

    Raises `InputError` where there are none.
    """
    base = folder / "data" / split
    found = []
    for file in sorted((base / "text").glob("*.txt")):
        annotations = sorted((base / "attributions").glob(f"{file.stem}_*.ann"))
        if annotations:
            gold = list(_attributed(read(annotations[0])))
            found.append(Case(file.stem, Article(read(file)), gold))
    if not found:
        others = sorted(other.parent.name for other in folder.glob("data/*/text"))
        hint = f"; splits there: {', '.join(others)}" if others else ""
        if (folder / split / "text").is_dir():  # its data folder, not the one that holds it
            hint = f"; did you mean '{folder.parent}'?"
        raise InputError(f"there is no annotated article in {base}/text and .../attributions{hint}")
    return found


def score(
    pairs: Iterable[tuple[Case[list[Attributed]], Brief | None]], doubled: bool = False
) -> tuple[Tally, ...]:
    """An article without a brief counts as one in which nothing was found."""
    direct = Tally(
        "quotes", "recall", "precision", "f1", "verbatim", "speaker", "named", "end_to_end",
        round_first=True,  # else the third digit may differ from published figures
    )  # fmt: skip
    indirect = Tally("indirect", "recall", "precision", "f1", "speaker")
    for case, brief in pairs:
        said = [
            Said((span.start, span.end), case.article.text[span.start : span.end], quote)
            for quote in (brief.quotes if brief else ())
            for span in quote.spans
        ]
        marked = _marked(case.article.text, doubled)
        _score_direct(direct, case, said, marked)
        _score_indirect(indirect, case, [one for one in said if one.indirect], marked)
    return direct, indirect


def _attributed(annotation: str) -> Iterator[Attributed]:
    """The attributions of a brat stand-off file."""
    lines = annotation.split("\n")
    held: dict[str, tuple[list[Stretch], str]] = {}
    for line in lines:
        if found := _STRETCH.match(line):
            name, offsets, words = found.groups()
            held[name] = [_stretch(pair) for pair in offsets.split(";")], words
    for line in lines:
        if found := _RELATION.match(line):
            parts = [part.split(":") for part in found[1].split()]
            content = [held[name] for role, name in parts if role.rstrip("0123456789") == "Content"]
            source = [held[name] for role, name in parts if role.rstrip("0123456789") == "Source"]
            yield Attributed(
                tuple(stretch for stretches, _ in content for stretch in stretches),
                Source(
                    tuple(stretch for stretches, _ in source for stretch in stretches),
                    " ".join(words for _, words in source).strip(),
                ),
            )


def _stretch(pair: str) -> Stretch:
    start, end = pair.split()
    return int(start), int(end)


def _marked(text: str, doubled: bool) -> list[Stretch]:
    found = (_OR_DOUBLED if doubled else _MARKED).finditer(text)
    return [one.span(one.lastindex or 0) for one in found]


def _quotes(
    text: str, gold: list[Attributed], marked: list[Stretch]
) -> Iterator[tuple[Stretch, Source]]:
    """The attributed stretches of ``marked``, each with the source of most of it."""
    for at in marked:
        start, end = at
        if len(text[start:end].split()) < _MIN_WORDS or not gold:
            continue
        held = [sum(_shared(at, stretch) for stretch in one.content) for one in gold]
        most = max(held)
        if most >= 0.5 * (end - start):
            yield at, gold[held.index(most)].source


def _score_direct(
    tally: Tally, case: Case[list[Attributed]], said: list[Said], marked: list[Stretch]
) -> None:
    text, name = case.article.text, case.name
    gold = list(_quotes(text, case.gold, marked))
    for at, source in gold:
        words = text[at[0] : at[1]]
        hit = next((one for one in said if _shared(at, one.at) >= 0.8 * (at[1] - at[0])), None)
        right = hit is not None and hit.is_by(source)
        tally.add("recall", hit is not None, name, words)
        tally.add("end_to_end", right)
        if hit is not None:
            told = f"{words} — {hit.quote.speaker_name}, not {source.words}"
            tally.add("speaker", right, name, told)
            if source.names:
                tally.add("named", right, name, told)
    folded = _folded(text)
    for one in said:
        if one.indirect or len(one.text.split()) < _MIN_WORDS:
            continue
        # One mark on either side is forgiven.
        least = 0.8 * (max(1, one.at[1] - one.at[0]) - 2)
        tally.add("precision", any(_shared(at, one.at) >= least for at, _ in gold), name, one.text)
        tally.add("verbatim", _folded(one.text).strip('"') in folded, name, one.text)


def _score_indirect(
    tally: Tally, case: Case[list[Attributed]], said: list[Said], marked: list[Stretch]
) -> None:
    text, name = case.article.text, case.name
    covered = [set(range(*one.at)) for one in said]
    used = set[int]()
    for content, source in case.gold:
        if not content or any(_shared(c, m) for c in content for m in marked):
            continue
        gold = {at for stretch in content for at in range(*stretch)}
        words = " ".join(text[start:end] for start, end in content)
        hit = next(
            (n for n, have in enumerate(covered) if n not in used and _alike(gold, have)), None
        )
        tally.add("recall", hit is not None, name, words)
        if hit is not None:
            used.add(hit)
            told = f"{words} — {said[hit].quote.speaker_name}, not {source.words}"
            tally.add("speaker", said[hit].is_by(source), name, told)
    for number, one in enumerate(said):
        tally.add("precision", number in used, name, one.text)


def _alike(gold: set[int], have: set[int]) -> bool:
    return len(gold & have) >= 0.5 * len(gold | have)


def _shared(one: Stretch, other: Stretch) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _folded(text: str) -> str:
    return " ".join(text.translate(_STRAIGHT).split())
