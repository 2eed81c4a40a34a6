"""How often the check of free text raises an alarm at what people wrote, how often it sees a
planted change, and what it costs.

    python benchmarks/prose.py --polnear FOLDER --giveme5w1h FOLDER [--show] [--seed 4]

Alarms: what editors and annotators wrote about an article (PolNeAR's headlines against the rest of
the article; Giveme5W1H's titles, descriptions and "what" phrases against its text) is held against
it. Every alarm counts, also one that is right: an editor knows more than the article says.
``--show`` prints them, to be judged by hand.

Planted changes: in the headline and the first four sentences of each article one number, date,
weekday or name is changed to one that the whole article does not hold, as a plain search in its
words tells (``stands``, below: it shares no code with what is measured).

Negations: the same alarms, and how often a "not" is seen that was put into a sentence, or taken out
of one, beside the sentences before and behind it.

Its own: each sentence of five words and more of an article, told as it is, must raise no alarm.

Swaps: in the first sentences of each article a person, body or government is replaced by another of
its kind that the same sentence or one of the four before it names, "he" by "she" and "she" by "he";
and the headlines and descriptions are held against the sentence that shares most words with each.

Cost: all headlines and first sentences of an article as one brief's free text, beside the reading
of the article, in turns.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import re
import statistics
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from newsbrief.analysis.events.prose import content_words
from newsbrief.analysis.facts import negation
from newsbrief.analysis.facts.held import Held
from newsbrief.analysis.names.entities import Register
from newsbrief.analysis.reading import Reading
from newsbrief.article import Article
from newsbrief.sections import deeds
from newsbrief.sections.ground import Ground
from newsbrief.sections.parties import Parties
from newsbrief.sections.ungrounded import Ungrounded
from newsbrief.span import Span
from newsbrief.wire import LONGEST

# One in ten is made of common words, as some names are.
PLANTED = (
    "Marta Ilves|Okafor|Ingrid Sørensen|Tom Reyes|Aaker|Lindqvist|Hana Novotná|Petrescu|Ruth Abara|"
    "Nils Brandvold|Ikeda|Amina Traoré|O’Hanrahan|Kowalczyk|Daniel Weiss|Leclerc|Zhukovsky|"
    "Farah Haddad|Mbeki-Jones|Castellane|Oyelaran|Grace Field|Mark Stone|Halden|Daveton|Vasa|"
    "Port Maren|Nordfjell|Kessin|Abrowo|Castlemere|Brandt & Sohn|Calder Line|Weller Partners|"
    "Ostrava|Montevideo|Uppsala|Maputo|Tasmania|Estonia|the NPRK|the Halvorsen Institute|UNRWA|"
    "the Merchant Sailors’ Union|Botswana|Chiapas|Wellington|Samarkand|Perth|Ljubljana"
).split("|")
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = (
    "January February March April May June July August September October November December"
).split()
SPOKEN = "three four five six seven eight nine ten eleven twelve".split()
_NUMBER = re.compile(r"(?<![\w.,-])\d[\d,]*(?:\.\d+)?(?![\w,-]*\d)")
_SPOKEN = re.compile(rf"\b(?:{'|'.join(SPOKEN)})\b(?!-)")
_DATE = re.compile(rf"\b(?:{'|'.join(MONTHS)}|Sept\.|Oct\.|Nov\.|Dec\.|Jan\.|Feb\.) (\d{{1,2}})\b")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")
_DENIED = re.compile(
    r"\b(?:not|never|cannot|nobody|nothing|neither|nor|none|no|without)\b|n[’']t\b", re.I
)
_AUXILIARY = re.compile(
    r"\b(?:will|is|was|are|were|has|have|had|can|could|would|do|did|does|must)\b"
)
_HE_OR_SHE = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
_OTHER_SEX = {"he": "she", "she": "he"}
_CAPITAL = re.compile(r"(?<= )[A-Z][a-z]{3,}\b")


class Case(NamedTuple):
    source: str
    article: Article  # without the prose
    whole: Article  # with it
    prose: str


def polnear(folder: Path) -> Iterator[Case]:
    with (folder / "metadata.tsv").open(encoding="utf-8") as table:
        rows = list(csv.DictReader(table, delimiter="\t"))
    for row in rows:
        file = folder / "data" / row["compartment"] / "text" / f"{row['filename']}.txt"
        if not file.exists():
            continue
        text, day = file.read_bytes().decode("utf-8"), row["publication_date"]
        headline, _, body = text.partition("\n\n")
        if len(body) > 300:
            headline = " ".join(headline.split()).rstrip(".")
            yield Case(
                "PolNeAR headlines", Article(body, None, day), Article(text, None, day), headline
            )


def giveme(folder: Path) -> Iterator[Case]:
    for file in sorted(folder.glob("*.json")):
        given = json.loads(file.read_text(encoding="utf-8"))
        stamp = str(given.get("date_publish"))[:10]
        article = Article(given["text"], None, stamp if stamp[:1].isdigit() else None)
        for source, raw in (
            ("Giveme5W1H titles", given["title"]),
            ("Giveme5W1H descriptions", given.get("description") or ""),
            *(("Giveme5W1H what", one["text"]) for one in given["fiveWoneH"]["what"]["annotated"]),
        ):
            prose = re.sub(r"\\u([\da-f]{4})", lambda m: chr(int(m[1], 16)), raw)
            if 2 < len(prose.split()) < 80:  # one description is the whole article
                yield Case(source, article, article, prose)


def held(article: Article) -> Held:
    reading = Reading(article)
    return Held(article, reading.lower, lambda: reading.times)


def stands(words: str, text: str) -> bool:
    """Whether any of ``words`` stands in ``text``, as it is."""
    low = text.lower()
    found = re.findall(r"[\w’.,-]+", words.lower().removeprefix("the "))
    return any(re.search(rf"(?<!\w){re.escape(word)}", low) for word in found)


def changes(prose: str, text: str, rng: random.Random) -> Iterator[tuple[str, str]]:
    """(kind, prose with one fact changed to one that ``text`` does not hold)."""

    def swapped(found: re.Match[str], new: str, group: int = 0) -> str:
        return prose[: found.start(group)] + new + prose[found.end(group) :]

    for found in _NUMBER.finditer(prose):
        old = found.group().rstrip(",")
        year = len(old) == 4 and old.isdigit() and 1900 <= int(old) <= 2100
        for _ in range(20):
            if year:
                new = str(int(old) + rng.choice((-1, 1)) * rng.randint(1, 30))
            else:
                new = "".join(c if c in ",." else str(rng.randint(1, 9)) for c in old)
            if len(new) > 1 and not stands(new, text) and not stands(new.replace(",", ""), text):
                yield (
                    ("year" if year else "number"),
                    swapped(found, new + found.group()[len(old) :]),
                )
                break
    for found in _SPOKEN.finditer(prose):
        new = rng.choice(SPOKEN)
        if not stands(new, text) and not stands(str(SPOKEN.index(new) + 3), text):
            yield "number in words", swapped(found, new)
    for found in _DATE.finditer(prose):
        new = str(rng.randint(1, 28))
        if not stands(new, text):
            yield "date", swapped(found, new, 1)
    for day in WEEKDAYS:
        new = rng.choice(WEEKDAYS)
        if day in prose and not stands(new, text):
            yield "weekday", prose.replace(day, new)
    for found in _NAME.finditer(prose):
        new = rng.choice(PLANTED)
        if found.group().split()[0] not in WEEKDAYS + MONTHS and not stands(new, text):
            yield "name", swapped(found, new)
    words = prose.split()
    if sum(word[0].islower() for word in words) <= len(words) / 4:  # a headline in capitals
        named = [m for m in _CAPITAL.finditer(prose) if re.search(rf"\b{m.group()}\b", text)]
        named = [m for m in named if not re.search(rf"\b{m.group().lower()}", text)]
        new = rng.choice(PLANTED)
        if named and not stands(new, text):
            yield "name in a headline in capitals", swapped(rng.choice(named), new)


def alarms(cases: list[Case], show: bool) -> None:
    raised, total = Counter[str](), Counter[str]()
    for case in cases:
        total[case.source] += 1
        if lack := held(case.article).lack(case.prose):
            raised[case.source] += 1
            if show:
                print(f"{lack.kind:7}{lack.words!r:24}{case.prose}")
    print("\nalarms at what people wrote")
    for source, number in total.items():
        print(f"{source:32}{raised[source]:5} of {number:5}   {raised[source] / number:.1%}")


def planted(cases: list[Case], seed: int, show: bool) -> None:
    rng = random.Random(seed)
    seen, total = Counter[str](), Counter[str]()
    for case in cases:
        reading, witness = Reading(case.whole), held(case.whole)
        sentences = [case.whole.text[s.span.start : s.span.end] for s in reading.sentences[1:5]]
        for where, prose in (("headline", case.prose), *(("sentence", s) for s in sentences)):
            if witness.lack(prose):
                continue
            for kind, changed in changes(prose, case.whole.text, rng):
                key = f"{kind}, {where}" if kind == "name" else kind
                total[key] += 1
                found = witness.lack(changed) is not None
                seen[key] += found
                if show and not found:
                    print(f"unseen {kind:16}{changed}")
    print("\nplanted changes seen")
    for kind, number in total.most_common():
        print(f"{kind:32}{seen[kind]:5} of {number:5}   {seen[kind] / number:.1%}")
    print(f"{'all':32}{seen.total():5} of {total.total():5}   {seen.total() / total.total():.1%}")


def negations(cases: list[Case], news: list[Case]) -> None:
    said = ((Reading(case.article).lower, case.prose.lower()) for case in cases)
    raised = sum(bool(negation.denied(prose, text, 0, len(text))) for text, prose in said)
    print(f"\nalarms at negations{raised:18} of {len(cases):5}   {raised / len(cases):.1%}")
    seen, total = Counter[str](), Counter[str]()
    for case in news:
        reading = Reading(case.whole)
        lower, known = reading.lower, [s.span for s in reading.sentences]
        for n, span in enumerate(known):
            start, end = known[max(0, n - 1)].start, known[min(len(known) - 1, n + 1)].end
            for kind, changed in renegated(case.whole.text[span.start : span.end]):
                if kind == "not put in" and not 0 < n < 8:
                    continue
                total[kind] += 1
                near = span.start, span.end
                seen[kind] += bool(negation.turned(changed.lower(), lower, start, end, near))
    for kind, number in total.items():
        print(f"{kind:32}{seen[kind]:5} of {number:5}   {seen[kind] / number:.1%}")


def renegated(sentence: str) -> Iterator[tuple[str, str]]:
    """(kind, ``sentence`` with a "not" more or less)."""
    if found := re.search(r"\b(?:not|never) (?!only)|n[’']t ", sentence):
        space = " " if found[0][0] == "n" and found[0][1] in "’'" else ""
        yield "not taken out", f"{sentence[: found.start()]}{space}{sentence[found.end() :]}"
    if _DENIED.search(sentence):
        return
    if found := _AUXILIARY.search(sentence):
        yield "not put in", f"{sentence[: found.end()]} not{sentence[found.end() :]}"
    elif found := re.search(r"(?<= )([a-z]{3,})ed (?=[a-z])", sentence):
        changed = f"did not {found[1]} "
        yield "not put in", sentence[: found.start()] + changed + sentence[found.end() :]


def themselves(news: list[Case]) -> None:
    raised = total = 0
    for case in news:
        ground = Ground(Reading(case.whole))
        for number in range(1, len(ground.reading.sentences) + 1):
            evidence = ground.sentences([number])
            told = evidence[0].text
            if len(told.split()) >= 5 and len(told) < LONGEST:
                total += 1
                try:
                    ground.told(told, evidence)
                except Ungrounded:
                    raised += 1
    print(f"\nalarms at its own sentences{raised:10} of {total:5}   {raised / total:.2%}")


def swaps(cases: list[Case], news: list[Case], seed: int) -> None:
    rng = random.Random(seed)
    raised = 0
    for case in cases:
        reading, wanted = Reading(case.article), content_words(case.prose)
        shared = [len(wanted & words) for words in reading.content]
        span = reading.sentences[shared.index(max(shared))].span
        raised += bool(swapped(case.prose, [case.article.text[span.start : span.end]], reading))
    print(f"\nalarms at who does it{raised:16} of {len(cases):5}   {raised / len(cases):.1%}")
    seen = total = 0
    for case in news:
        reading, text = Reading(case.whole), case.whole.text
        register = Register(reading.entities)
        kinds = [e.kind for e in reading.entities]
        known = [sentence.span for sentence in reading.sentences]
        for number, span in enumerate(known[1:9], 1):
            sentence = text[span.start : span.end]
            around = register.within(Span(known[max(0, number - 4)].start, span.end))
            for place, who in register.within(span):
                others = [o for o, n in around if n != who and kinds[n] == kinds[who]]
                if kinds[who] == "group" or not others:
                    continue
                other = rng.choice(others)
                front, behind = place.start - span.start, place.end - span.start
                changed = f"{sentence[:front]}{text[other.start : other.end]}{sentence[behind:]}"
                total += 1
                seen += bool(swapped(changed, [sentence], reading))
    print(f"{'swapped for another':32}{seen:5} of {total:5}   {seen / total:.1%}")
    seen = total = 0
    for case in news:
        reading, text = Reading(case.whole), case.whole.text
        for number in range(1, min(25, len(reading.sentences))):
            span = reading.sentences[number].span
            sentence = text[span.start : span.end]
            if found := _HE_OR_SHE.search(sentence):
                pronoun = _OTHER_SEX[found[0].lower()]
                pronoun = pronoun.title() if found[0].istitle() else pronoun
                changed = f"{sentence[: found.start()]}{pronoun}{sentence[found.end() :]}"
                total += 1
                seen += bool(swapped(changed, [sentence], reading))
    print(f"{'he for she, she for he':32}{seen:5} of {total:5}   {seen / total:.1%}")


def swapped(prose: str, told: list[str], reading: Reading) -> str:
    return deeds.swapped(prose, told, reading.text, Parties(reading).known_as)


def cost(cases: list[Case]) -> None:
    ratios, milliseconds = [], []
    for case in cases[::10]:
        begun = time.perf_counter()
        reading = Reading(case.whole)
        _ = reading.entities, reading.quotations, reading.times
        read = time.perf_counter() - begun
        text, first = case.whole.text, reading.sentences[:8]
        prose = [case.prose, *(text[s.span.start : s.span.end] for s in first)]
        begun = time.perf_counter()
        for one in prose:
            reading.held.lack(one)
        milliseconds.append(1_000 * (time.perf_counter() - begun))
        ratios.append(milliseconds[-1] / read / 1_000)
    print(
        f"\ncost of nine sentences, median: {statistics.median(milliseconds):.2f} ms, "
        f"{statistics.median(ratios):.1%} of the reading of the article"
    )


def main() -> None:
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("--polnear", type=Path, required=True)
    asked.add_argument("--giveme5w1h", type=Path)
    asked.add_argument("--show", action="store_true", help="print alarms and what was not seen")
    asked.add_argument("--seed", type=int, default=4)
    given = asked.parse_args()
    news = list(polnear(given.polnear))
    cases = [*news, *(giveme(given.giveme5w1h) if given.giveme5w1h else ())]
    alarms(cases, given.show)
    planted(news, given.seed, given.show)
    negations(cases, news)
    themselves(news)
    swaps(cases, news, given.seed)
    cost(news)


if __name__ == "__main__":
    main()
