"""What holds of every article, through the public door, by the engine that asks no model."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsy import Made, articles

from newsbrief import Article, Brief, summarise
from newsbrief.export.json import to_json

ARTICLES = sorted((Path(__file__).parent / "articles").glob("*.txt"))
PUBLISHED = "2021-05-05"
STRAIGHT = str.maketrans("“”‘’", "\"\"''")


def brief_of(text: str, title: str | None = None) -> Brief:
    return summarise(Article(text, title, PUBLISHED), model="extractive")


def told(brief: Brief) -> dict[str, Any]:
    """All that a brief says, but for the article itself and how long it took."""
    return brief.model_dump(mode="json", exclude={"article": True, "provenance": {"elapsed"}})


def mapped(value: Any, shift: int = 0, marks: bool = False) -> Any:
    """``value`` with every span so many characters further on, and every mark straight."""
    match value:
        case {"start": int(start), "end": int(end), "text": str(text), **other} if not other:
            return {"start": start + shift, "end": end + shift, "text": mapped(text, 0, marks)}
        case dict():
            return {key: mapped(part, shift, marks) for key, part in value.items()}
        case list():
            return [mapped(part, shift, marks) for part in value]
        case str():
            return value.translate(STRAIGHT) if marks else value
    return value


def every_span(value: Any) -> list[tuple[int, int, str]]:
    match value:
        case {"start": int(start), "end": int(end), "text": str(text), **other} if not other:
            return [(start, end, text)]
        case dict():
            return every_span(list(value.values()))
        case list():
            return [span for part in value for span in every_span(part)]
    return []


def real(test: Any) -> Any:
    """Runs a law over the articles of the repository, too."""
    return pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)(test)


# -- every span slices to its text -----------------------------------------------------------------


def spans_hold(text: str, least: int) -> None:
    brief = brief_of(text)
    spans = every_span(told(brief))
    assert len(spans) >= least
    assert all(text[start:end] == words != "" for start, end, words in spans)
    for quote in brief.quotes:
        assert quote.text == " ".join(span.text for span in quote.spans)
    for event in brief.events:
        assert event.when is None or event.when.text == event.when.span.text


@given(articles())
def test_every_span_slices_to_its_text(made: Made) -> None:
    spans_hold(made.text, least=len(made.quoted))


@real
def test_every_span_slices_to_its_text_in(path: Path) -> None:
    spans_hold(path.read_text("utf-8"), least=10)


# -- every stretch inside quotation marks is a quote or listed as none -----------------------------


@given(articles())
def test_every_quoted_stretch_is_a_quote_or_a_listed_loss(made: Made) -> None:
    brief = brief_of(made.text)
    quotes = [q for q in brief.quotes if q.kind != "indirect"]
    held = [(span.start, span.end) for quote in quotes for span in quote.spans]
    lost = [
        (loss.span.start, loss.span.end)
        for loss in brief.provenance.dropped
        if loss.section == "quotes" and loss.span and loss.reason
    ]
    assert sorted(held + lost) == sorted(made.quoted)


@real
def test_every_quoted_stretch_is_a_quote_or_a_listed_loss_in(path: Path) -> None:
    text = path.read_text("utf-8")
    brief = brief_of(text)
    spans = [span for q in brief.quotes if q.kind != "indirect" for span in q.spans]
    spans += [loss.span for loss in brief.provenance.dropped if loss.span]
    found = {(span.start, span.end) for span in spans}
    quoted = {m.span(1) for m in re.finditer(r"“([^“”\n]+)”", text)}
    quoted |= {m.span(1) for m in re.finditer(r'"([^"\n]+)"', text)}
    assert quoted
    assert quoted <= found


# -- a paragraph in front shifts all offsets, and changes nothing else -----------------------------

RULES = ["* * *\n\n", "12:30\n\n", "\n\n", "2021\n\n---\n\n"]


def rules_shift(text: str, rule: str) -> None:
    assert told(brief_of(rule + text)) == mapped(told(brief_of(text)), len(rule))


@given(articles(), st.sampled_from(RULES))
def test_a_line_in_front_only_shifts(made: Made, rule: str) -> None:
    rules_shift(made.text, rule)


@real
@pytest.mark.parametrize("rule", RULES)
def test_a_line_in_front_only_shifts_in(path: Path, rule: str) -> None:
    rules_shift(path.read_text("utf-8"), rule)


def who_and_what(brief: Brief) -> list[Any]:
    """Quotes, parties and losses without the numbers of the parties, which tell their rank."""
    quotes = [quote.model_dump(mode="json", exclude={"speaker"}) for quote in brief.quotes]
    parties = [party.model_dump(mode="json", exclude={"id"}) for party in brief.stakeholders]
    return [quotes, sorted(parties, key=str), told(brief)["provenance"]["dropped"]]


def prose_shifts(text: str) -> None:
    """A paragraph of prose is news itself: it may come first among the events."""
    front = "It rained all night long.\n\n"
    before, after = brief_of(text), brief_of(front + text)
    assert who_and_what(after) == mapped(who_and_what(before), len(front))


@given(articles())
def test_prose_in_front_only_shifts_who_said_what(made: Made) -> None:
    prose_shifts(made.text)


@real
def test_prose_in_front_only_shifts_who_said_what_in(path: Path) -> None:
    prose_shifts(path.read_text("utf-8"))


# -- curly or straight, the same -------------------------------------------------------------------


def straight_says_the_same(text: str) -> None:
    straight = text.translate(STRAIGHT)
    assert mapped(told(brief_of(straight)), marks=True) == mapped(told(brief_of(text)), marks=True)


@given(articles(["“”", "‘’"]))
def test_straight_marks_say_the_same(made: Made) -> None:
    straight_says_the_same(made.text)


@real
def test_straight_marks_say_the_same_in(path: Path) -> None:
    straight_says_the_same(path.read_text("utf-8"))


# -- broken into lines, the same -------------------------------------------------------------------


def wrapped(text: str, width: int) -> str:
    """``text`` with the last blank of each ``width`` characters of a paragraph as a line break."""
    broken = list(text)
    line = last = 0
    for at, char in enumerate(text):
        if char == "\n":
            line = at + 1
        elif at - line >= width and last > line:
            broken[last] = "\n"
            line = last + 1
        if char == " ":
            last = at
    return "".join(broken)


@real
@pytest.mark.parametrize("width", [60, 72, 100])
def test_hard_wrapped_lines_say_the_same_in(path: Path, width: int) -> None:
    text = path.read_text("utf-8")
    broken = wrapped(text, width)
    assert len(broken) == len(text)
    assert broken != text
    brief = brief_of(broken)
    assert all(broken[start:end] == words for start, end, words in every_span(told(brief)))
    unbroken = json.loads(json.dumps(told(brief)).replace("\\n", " "))
    plain = json.loads(json.dumps(told(brief_of(text))).replace("\\n", " "))
    assert unbroken == plain


# -- the same again --------------------------------------------------------------------------------


def as_bytes(text: str) -> bytes:
    """The brief as it is written, with no time taken."""
    return re.sub(rb'"elapsed": [^,}\n]+', b"", to_json(brief_of(text)).encode())


@given(articles())
def test_twice_gives_the_same_bytes(made: Made) -> None:
    assert as_bytes(made.text) == as_bytes(made.text)


def test_another_process_gives_the_same_bytes() -> None:
    """Hash seeds differ from one process to the next, and with them the order of sets."""
    code = f"""
import hashlib
from pathlib import Path
from newsbrief import summarise
from newsbrief.export.json import to_json
for path in {list(map(str, ARTICLES))!r}:
    brief = summarise(Path(path).read_text("utf-8"), model="extractive", published="2021-05-05")
    made = brief.provenance.model_copy(update={{"elapsed": 0.0}})
    brief = brief.model_copy(update={{"provenance": made}})
    print(hashlib.sha256(to_json(brief).encode()).hexdigest())
"""
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            check=True, capture_output=True, text=True, env={"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2", "3")
    }  # fmt: skip
    (hashes,) = runs
    assert len(set(hashes.split())) == len(ARTICLES)
