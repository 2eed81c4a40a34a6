"""False items about real articles, made by rule, and an oracle that knows them by their strings.

Nothing here asks newsbrief what an article says: passages are what stands between two marks, a
sentence is a line's part up to a full stop, and "the article holds it" is ``in``.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

TESTS = Path(__file__).parent
NUMBERS = {
    "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "fourteen": 14, "sixty": 60, "ninety": 90,
}  # fmt: skip
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
NOWHERE = "Samarkand Ljubljana Montevideo Chiapas Uppsala Maputo Ostrava Wagadougou".split()
STRANGERS = (
    "Kowalczyk|Marta Ilves|Zhukovsky|Ingrid Sørensen|Petrescu|Nils Brandvold|Farah Haddad|"
    "Amina Traoré|the NPRK|the Halvorsen Institute|UNRWA|Brandt & Sohn|Daniel Weiss|O’Hanrahan"
).split("|")
_AUXILIARY = re.compile(
    r"\b(?:will|is|was|are|were|has|have|had|can|could|would|do|did|does|must)\b"
)
_FOLDED = str.maketrans("’‘“”–—\u00a0\n", "''\"\"-- " + " ")


class Story(NamedTuple):
    name: str
    text: str
    published: str
    gold: dict[str, Any]

    @property
    def folded(self) -> str:
        return folded(self.text)

    @property
    def quoted(self) -> list[str]:
        """What stands between marks, at least three words of it."""
        found = re.findall(r"“([^“”]+)”|\"([^\"\n]+)\"|‘([^‘\n]+?)’(?!\w)", self.text)
        return [words for group in found for words in group if words.count(" ") > 1]

    @property
    def said(self) -> list[str]:
        """What people say in it, as the gold has it."""
        parts = [q["text"] for q in self.gold["quotes"]]
        return [part for p in parts for part in (p if isinstance(p, list) else [p])]

    @property
    def speakers_all(self) -> list[str]:
        return [name for quote in self.gold["quotes"] for name in quote["speaker_any"]]

    def speakers(self, words: str) -> list[str]:
        """The names of who says ``words``, as the gold has it."""
        for quote in self.gold["quotes"]:
            parts = quote["text"] if isinstance(quote["text"], list) else [quote["text"]]
            if any(folded(p) in folded(words) or folded(words) in folded(p) for p in parts):
                names: list[str] = quote["speaker_any"]
                return names
        return []

    @property
    def plain(self) -> list[str]:
        """Sentences without a mark of quotation, of six words or more."""
        parts = re.split(r"(?<=[a-z0-9]\.)\s+|\n+", self.text)
        return [p for p in parts if not re.search(r"[“”\"‘]|(?<!\w)'", p) and p.count(" ") > 4]

    def holds(self, words: str) -> bool:
        return folded(words).strip(" .,;:!?\"'") in self.folded


@cache
def folded(words: str) -> str:
    return " ".join(words.translate(_FOLDED).casefold().split())


@cache
def stories() -> tuple[Story, ...]:
    found = []
    for file in sorted((TESTS / "gold").glob("*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        text = (file.parent / gold["article"]).read_text(encoding="utf-8")
        found.append(Story(file.stem, text, gold["published"], gold))
    return tuple(found)


def misquoted(story: Story, rng: random.Random) -> Iterator[tuple[str, str]]:
    """(how, words) that nobody says in ``story``, each near to what somebody does say."""
    quoted = story.quoted
    for words in quoted:
        parts = words.split()
        at = rng.randrange(1, len(parts))
        other = rng.choice(quoted).split()
        if found := _AUXILIARY.search(words):
            yield "negated", f"{words[: found.end()]} not{words[found.end() :]}"
        yield "negated", " ".join([*parts[:at], "never", *parts[at:]])
        yield (
            "number",
            _renumbered(words, story.text, rng) or " ".join([*parts[:at], "47", *parts[at:]]),
        )
        yield "name", " ".join([*parts[:at], rng.choice(STRANGERS), *parts[at + 1 :]])
        yield "spliced", " ".join([*parts[:at], *other[len(other) // 2 :]])
        yield "spliced", f"{words} {' '.join(other[1:])}"
        yield "spliced", f"{' '.join(parts[:at])} ... {' '.join(other[-at:])}"
        yield "paraphrased", " ".join([*parts[at:], *parts[:at]])
        yield (
            "paraphrased",
            " ".join([*parts[: at - 1], parts[at], parts[at - 1], *parts[at + 1 :]]),
        )
        yield "paraphrased", " ".join([*parts[:at], "really", *parts[at:]])
        yield "dropped a word", " ".join([*parts[:at], *parts[at + 1 :]])
        yield "dropped a letter", words.replace(parts[at], parts[at][1:], 1)


def unheard(story: Story, rng: random.Random) -> Iterator[tuple[str, str]]:
    """(how, sentence) of what did not happen in ``story``."""
    misquotes = [words for _, words in misquoted(story, rng) if not story.holds(words)]
    for sentence in story.plain:
        if changed := _renumbered(sentence, story.text, rng):
            yield "number", changed
        day = next((day for day in DAYS if day in sentence), None)
        unheard_days = [day for day in DAYS if day[:3] not in story.text]
        if day and story.name not in ("liveblog",):
            yield "weekday", sentence.replace(day, rng.choice(unheard_days))
        names = re.findall(r"(?<=[a-z,] )[A-Z]\w+(?: [A-Z]\w+)*", sentence)
        if names:
            yield "name", sentence.replace(rng.choice(names), rng.choice(STRANGERS))
        yield (
            "date",
            f"{sentence.rstrip('.')} on {rng.randint(2, 9)} July {rng.randint(1950, 1990)}.",
        )
        words = sentence.rstrip(".")
        yield "stranger", f"{words}, {rng.choice(STRANGERS)} confirmed."
        yield "place", f"{words}, in {rng.choice(NOWHERE)}."
        yield "quotation", f"{words}: “{rng.choice(misquotes)}”"
    for other in stories():
        if other.name != story.name:
            told = [s for s in other.plain if _strange(s, story.text)]
            yield "another story", rng.choice(told)


def _strange(sentence: str, text: str) -> bool:
    """Whether ``sentence`` has a name or a number that ``text`` does not. What has neither, and is
    told in words that the article uses too, no string can refute."""
    facts = re.findall(r"(?<=[a-z,] )[A-Z]\w{3,}|\d[\d,.]*\d", sentence)
    return any(fact not in text for fact in facts)


def _renumbered(words: str, text: str, rng: random.Random) -> str:
    """``words`` with one number above two changed to one that ``text`` does not hold; empty where
    there is none."""
    found = list(re.finditer(rf"(?<![\d-])(?:\d[\d,.]*\d|[3-9]|{'|'.join(NUMBERS)})\b(?!-)", words))
    if not found:
        return ""
    at = rng.choice(found)
    old = at.group()
    new = rng.choice(_unheard_of(text))
    if old[0].isdigit():
        new = "".join(c if c in ",." else str(int(c) % 9 + 1) for c in old)
        if len(new) < 2 or new in text:
            return ""
    return words[: at.start()] + new + words[at.end() :]


@cache
def _unheard_of(text: str) -> list[str]:
    """Words for numbers that ``text`` does not hold, in digits neither."""
    return [
        word
        for word, value in NUMBERS.items()
        if not re.search(rf"\b{word}|(?<!\d){value}(?!\d)", text.lower())
    ]
