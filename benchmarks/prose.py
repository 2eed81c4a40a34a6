"""How often the check of free text raises a false alarm, how often it sees a planted change, and
what it costs.

    python benchmarks/prose.py --polnear FOLDER --giveme5w1h FOLDER [--show] [--half 0|1]

False alarms: what editors and annotators wrote about an article (PolNeAR's headlines against the
rest of the article; Giveme5W1H's titles, descriptions and "what" phrases against its text) is held
against it. Every alarm counts, also one that is right: an editor knows more than the article says.
``--show`` prints them, to be judged by hand. ``--half`` takes every second article of PolNeAR:
rules were made on half 0, so that half 1 is unseen.

Planted changes: in the headline and the first three sentences of each article one number, date,
weekday or name is changed to one that the whole article does not hold, as a plain search in its
words tells (``stands``, below: it shares no code with what is measured).
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from newsbrief.analysis.facts.held import Held
from newsbrief.analysis.reading import Reading
from newsbrief.article import Article

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
SPOKEN = "three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty".split()
_NUMBER = re.compile(r"(?<![\w.,-])\d[\d,]*(?:\.\d+)?(?![\w,-]*\d)")
_SPOKEN = re.compile(rf"\b(?:{'|'.join(SPOKEN)})\b(?!-)")
_DATE = re.compile(rf"\b((?:{'|'.join(MONTHS)}|Sept\.|Oct\.|Nov\.|Dec\.|Jan\.|Feb\.) )(\d{{1,2}})\b")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")


class Case(NamedTuple):
    source: str
    article: Article  # without the prose
    whole: Article  # with it
    prose: str


def polnear(folder: Path, half: int | None) -> Iterator[Case]:
    with (folder / "metadata.tsv").open(encoding="utf-8") as table:
        rows = list(csv.DictReader(table, delimiter="\t"))
    for number, row in enumerate(rows):
        file = folder / "data" / row["compartment"] / "text" / f"{row['filename']}.txt"
        if half is not None and number % 2 != half or not file.exists():
            continue
        text = file.read_bytes().decode("utf-8")
        headline, _, body = text.partition("\n\n")
        if len(body) > 300:
            day = row["publication_date"]
            headline = " ".join(headline.split()).rstrip(".")
            yield Case("PolNeAR headlines", Article(body, None, day), Article(text, None, day), headline)


def giveme(folder: Path) -> Iterator[Case]:
    for file in sorted(folder.glob("*.json")):
        given = json.loads(file.read_text(encoding="utf-8"))
        stamp = str(given.get("date_publish"))[:10]
        article = Article(given["text"], None, stamp if stamp[:1].isdigit() else None)
        for source, prose in (
            ("Giveme5W1H titles", given["title"]),
            ("Giveme5W1H descriptions", given.get("description") or ""),
            *(("Giveme5W1H what", one["text"]) for one in given["fiveWoneH"]["what"]["annotated"]),
        ):
            if len(prose.split()) > 2:
                prose = re.sub(r"\\u([\da-f]{4})", lambda m: chr(int(m[1], 16)), prose)
                yield Case(source, article, article, prose)


def held(article: Article) -> Held:
    reading = Reading(article)
    return Held(article, lambda: reading.times)


def stands(words: str, text: str) -> bool:
    """Whether any of ``words`` stands in ``text``, as it is."""
    low = text.lower()
    return any(
        re.search(rf"(?<!\w){re.escape(word)}", low) for word in re.findall(r"[\w’.,-]+", words.lower())
    )


def changes(prose: str, text: str, rng: random.Random) -> Iterator[tuple[str, str]]:
    """(kind, prose with one fact changed to one that ``text`` does not hold)."""

    def swapped(found: re.Match[str], new: str, group: int = 0) -> str:
        return prose[: found.start(group)] + new + prose[found.end(group) :]

    for found in _NUMBER.finditer(prose):
        old = found.group().rstrip(",")
        value = float(old.replace(",", ""))
        year = len(old) == 4 and 1900 <= value <= 2100
        for _ in range(20):
            if year:
                new = str(int(value) + rng.choice((-1, 1)) * rng.randint(1, 30))
            else:
                digits = [c if c in ",." else str((int(c) + rng.randint(1, 8)) % 9 + 1) for c in old]
                new = "".join(digits)
            if len(new) > 1 and new != old and not stands(new, text) and not stands(new.replace(",", ""), text):
                yield ("year" if year else "number"), swapped(found, new)
                break
    for found in _SPOKEN.finditer(prose):
        new = rng.choice(SPOKEN)
        if not stands(new, text) and not stands(str(SPOKEN.index(new) + 3), text):
            yield "number in words", swapped(found, new)
    for found in _DATE.finditer(prose):
        new = str(rng.randint(1, 28))
        if not stands(f"{found[1]}{new}".split()[1], text):
            yield "date", swapped(found, new, 2)
    for day in WEEKDAYS:
        if found := re.search(rf"\b{day}\b", prose):
            new = rng.choice(WEEKDAYS)
            if not stands(new, text):
                yield "weekday", swapped(found, new)
    for found in _NAME.finditer(prose):
        new = rng.choice(PLANTED)
        if found.group().split()[0] not in WEEKDAYS + MONTHS and not stands(new.replace("the ", ""), text):
            yield "name", swapped(found, new)
    words = [
        m for m in re.finditer(r"(?<= )[A-Z][a-z]+\b", prose)
        if len(m.group()) > 3 and m.group() in text and not re.search(rf"\b{m.group().lower()}", text)
    ]
    if words and sum(w[0].islower() for w in prose.split()) <= len(prose.split()) / 4:
        new = rng.choice(PLANTED)
        if not stands(new.replace("the ", ""), text):
            yield "name in a headline in capitals", swapped(rng.choice(words), new)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    asked.add_argument("--polnear", type=Path)
    asked.add_argument("--giveme5w1h", type=Path)
    asked.add_argument("--half", type=int, choices=(0, 1))
    asked.add_argument("--show", action="store_true")
    asked.add_argument("--seed", type=int, default=4)
    given = asked.parse_args()
    cases = [
        *(polnear(given.polnear, given.half) if given.polnear else ()),
        *(giveme(given.giveme5w1h) if given.giveme5w1h else ()),
    ]
    alarms, total = Counter[str](), Counter[str]()
    for case in cases:
        total[case.source] += 1
        if lack := held(case.article).lack(case.prose):
            alarms[case.source] += 1
            if given.show:
                print(f"{lack.kind:7}{lack.words!r:24}{case.prose}")
    print("\nalarms on what people wrote")
    for source, number in total.items():
        print(f"{source:26}{alarms[source]:5} of {number:5}   {alarms[source] / number:.1%}")

    rng = random.Random(given.seed)
    seen, planted = Counter[str](), Counter[str]()
    took = 0.0
    texts = {case.whole.text: case for case in cases}
    for case in texts.values():
        reading = Reading(case.whole)
        witness = held(case.whole)
        first = [case.whole.text[s.span.start : s.span.end] for s in reading.sentences[:4]]
        first = [case.prose, *first] if case.source.startswith("PolNeAR") else first
        for prose in first:
            if witness.lack(prose):
                continue
            for kind, changed in changes(prose, case.whole.text, rng):
                planted[kind] += 1
                begun = time.perf_counter()
                lack = witness.lack(changed)
                took += time.perf_counter() - begun
                seen[kind] += lack is not None
                if given.show and not lack:
                    print(f"unseen {kind:16}{changed}")
    print("\nplanted changes seen")
    for kind, number in planted.most_common():
        print(f"{kind:32}{seen[kind]:5} of {number:5}   {seen[kind] / number:.1%}")
    print(f"{'all':32}{seen.total():5} of {planted.total():5}   {seen.total() / planted.total():.1%}")


if __name__ == "__main__":
    main()
