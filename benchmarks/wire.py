"""What a brief costs a real model, and how good it is: newsbrief's wire, variants of it, and a
plain schema for instructor that asks for the same brief with copied quotes and evidence.

    python benchmarks/wire.py POLNEAR --model NAME --base-url URL [--ways plain,newsbrief]
        [--limit 20] [--max-chars 4000] [--split dev]

POLNEAR is a copy of PolNeAR's repository; its articles are scored as `newsbrief eval polnear` does.
The ways take turns, article by article, and after each article the table so far is printed: tokens
in and out, and the share of them that was asked again; seconds; gold quotes found, and found with
the right speaker; quotes told whose words the article does not hold; summary sentences, events and
stakeholders told; articles that failed. Let the server limit its answers, to 2,048 tokens, say: a
small model may write for ever.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import Any

import instructor
import openai
from plain import PLAIN, PlainBrief

from newsbrief import Article, Brief, Events, Quotes, Settings, Stakeholders, summarise
from newsbrief.backends.base import Call, Reply
from newsbrief.backends.openai import OpenAIBackend
from newsbrief.draft.answers import SectionType, given
from newsbrief.draft.draft import Draft
from newsbrief.evals import polnear
from newsbrief.evals.running import Case
from newsbrief.grounding import locate
from newsbrief.jobs import Job
from newsbrief.ledger import Usage
from newsbrief.plan.asking import Asking
from newsbrief.prompts import templates
from newsbrief.sections.base import AnySection
from newsbrief.sections.quotes import Quote

TIMEOUT = 1_800.0  # seconds; a small model may repeat itself to the end of its context


@dataclass
class Cost:
    """Tokens of each call for one article, in order."""

    calls: list[Usage] = field(default_factory=list)


class Counting(OpenAIBackend):
    """Tells what each call has cost."""

    def counting(self, cost: Cost) -> Counting:
        self.cost = cost
        return self

    def send(self, call: Call, timeout: float) -> Reply:
        reply = super().send(call, TIMEOUT)
        self.cost.calls.append(reply.usage)
        return reply


# --- the plain way ------------------------------------------------------------------------------


@dataclass
class Made:
    """What one way made of one article: quotes to be scored, and what else there is to count."""

    brief: Any
    invented: int = 0
    items: tuple[int, int, int] = (0, 0, 0)


def plain(article: Article, settings: Settings, cost: Cost) -> Made:
    client = instructor.from_openai(
        openai.OpenAI(base_url=settings.base_url, api_key="none", timeout=TIMEOUT, max_retries=0),
        mode=instructor.Mode.JSON_SCHEMA,
    )

    def count(completion: Any) -> None:
        used = completion.usage
        cost.calls.append(Usage(input=used.prompt_tokens, output=used.completion_tokens))

    client.on("completion:response", count)
    said = client.chat.completions.create(
        model=settings.model,
        response_model=PlainBrief,
        messages=[
            {"role": "system", "content": PLAIN},
            {"role": "user", "content": article.text},
        ],
        temperature=0,
        max_retries=2,
    )
    found = [(quote, locate(article.text, quote.text)) for quote in said.quotes]
    quotes = [
        Quote(
            text=quote.text,
            spans=(match.span.of(article.text),),
            kind="direct",
            speaker_name=quote.speaker,
        )
        for quote, match in found
        if match
    ]
    counts = len(said.summary), len(said.events), len(said.stakeholders)
    return Made(_Quoted(tuple(quotes)), len(found) - len(quotes), counts)


@dataclass
class _Quoted:
    """As much of a brief as is scored."""

    quotes: tuple[Quote, ...]


# --- newsbrief's ways -----------------------------------------------------------------------------


def fused(
    article: Article,
    settings: Settings,
    cost: Cost,
    sections: list[type[AnySection]] | None = None,
) -> Made:
    """All in one call, then repairs: what `summarise` does."""
    backend = Counting(settings, settings.model or "").counting(cost)
    return _made(summarise(article, model=backend, settings=settings, sections=sections))


def by_section(article: Article, settings: Settings, cost: Cost) -> Made:
    """One call a section, without repairs."""
    backend = Counting(settings, settings.model or "").counting(cost)
    sections = Job.of(article, backend, None, None, settings).sections
    asking = Asking(article, sections, templates())
    draft = Draft(asking.ground, sections)
    for section in sections:
        value = backend.send(asking.whole((section,)), TIMEOUT).value
        _take(draft, section, dict(value or {}).get(section.name))
    return _made(draft.brief("openai", settings.model, None, 0.0))


def _take(draft: Draft, section: SectionType, raw: object) -> None:
    for problem in draft.take(section, given(section, raw)):
        draft.drop(problem)
    draft.settle(section)


COPIED = {
    "article.j2": "<article {{ token }}>\n{% for number, words in sentences %}\n"
    "[{{ number }}] {{ words }}\n{% endfor %}\n</article {{ token }}>\n",
    "quotes.j2": "quotes: everything that is said in quotation marks. For each:\n"
    "- text: the words, copied exactly\n- speaker: the name of who says it, or null\n",
}


class CopiedQuotes(Quotes):
    each_passage = None


def copied(article: Article, settings: Settings, cost: Cost) -> Made:
    """Numbered sentences, but quotes copied instead of pointed at."""
    with tempfile.TemporaryDirectory() as folder:
        for name, words in COPIED.items():
            Path(folder, name).write_text(words, encoding="utf-8")
        further = settings.model_copy(update={"prompts": Path(folder)})
        sections: list[type[AnySection]] = [Stakeholders, Events, CopiedQuotes]
        return fused(article, further, cost, sections)


def extractive(article: Article, settings: Settings, cost: Cost) -> Made:
    """No model at all."""
    return _made(summarise(article, model="extractive"))


def _made(brief: Brief) -> Made:
    invented = sum(
        locate(brief.article.text, brief.article.text[span.start : span.end]) is None
        for quote in brief.quotes
        for span in quote.spans
    )
    counts = len(brief.summary.sentences), len(brief.events), len(brief.stakeholders)
    return Made(brief, invented, counts)


Way = Callable[[Article, Settings, Cost], Made]
WAYS: dict[str, Way] = {
    "plain": plain,
    "newsbrief": fused,
    "by section": by_section,
    "copied": copied,
    "extractive": extractive,
}


@dataclass
class Row:
    seconds: float = 0.0
    failed: int = 0
    costs: list[Cost] = field(default_factory=list)
    made: list[Made | None] = field(default_factory=list)

    def add(self, name: str, case: Case[list[polnear.Attributed]], settings: Settings) -> None:
        cost, made = Cost(), None
        started = perf_counter()
        try:
            made = WAYS[name](case.article, settings, cost)
        except Exception as error:  # whatever it is, the others go on
            self.failed += 1
            print(f"{case.name}, {name}: {type(error).__name__}")
        self.seconds += perf_counter() - started
        self.costs.append(cost)
        self.made.append(made)

    def told(self, name: str, cases: list[Case[list[polnear.Attributed]]]) -> str:
        first = [cost.calls[0] for cost in self.costs if cost.calls]
        every = [used for cost in self.costs for used in cost.calls]
        tokens_in, tokens_out = sum(u.input for u in every), sum(u.output for u in every)
        asked = sum(u.input + u.output for u in first)
        again = (tokens_in + tokens_out) / asked - 1 if asked and name != "by section" else 0.0
        briefs = [made.brief if made else None for made in self.made]
        figures = polnear.score(zip(cases, briefs, strict=True))[0].figures()
        found, right = figures["quotes.recall"].value, figures["quotes.end_to_end"].value
        done = [made for made in self.made if made]
        summary, events, parties = (sum(made.items[n] for made in done) for n in range(3))
        return (
            f"| {name} | {tokens_in:,} | {tokens_out:,} | {again:.1%} | {self.seconds:.0f} | "
            f"{found or 0:.3f} | {right or 0:.3f} | {sum(made.invented for made in done)} | "
            f"{summary} | {events} | {parties} | {self.failed} |"
        )


HEAD = (
    "| way | tokens in | out | asked again | seconds | quotes found | with the speaker | "
    "not in the article | summary | events | parties | failed |\n" + "|---" * 12 + "|"
)


def main() -> None:
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("polnear", type=Path)
    asked.add_argument("--model", required=True)
    asked.add_argument("--base-url", required=True)
    asked.add_argument("--split", default="dev")
    asked.add_argument("--limit", type=int, default=20)
    asked.add_argument("--max-chars", type=int, default=4_000)
    asked.add_argument("--ways", default=",".join(WAYS), type=lambda names: names.split(","))
    given = asked.parse_args()
    settings = Settings(
        model=given.model, base_url=given.base_url, timeout=TIMEOUT, deadline=4 * TIMEOUT
    )
    found = polnear.load(given.polnear, given.split)
    cases = [case for case in found if len(case.article.text) <= given.max_chars][: given.limit]
    rows = {name: Row() for name in given.ways}
    for number, case in enumerate(cases, 1):
        for name, row in rows.items():
            row.add(name, case, settings)
        print(f"\n{number} of {len(cases)} articles\n\n{HEAD}")
        for name, row in rows.items():
            print(row.told(name, cases[:number]), flush=True)


if __name__ == "__main__":
    main()
