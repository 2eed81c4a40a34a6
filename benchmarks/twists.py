"""Plausible sentences that turn what an article says, and right ones: how many stand.

    python benchmarks/twists.py [--show]

`twists/` holds twelve articles, written for this, and in `told.csv` 384 sentences that are wrong in
a way that a model may be (another place, the figure of another sentence, "has appealed" for "would
appeal", all for some) and 312 paraphrases that are right, each with the sentences that it rests on.
Each is given by a scripted model as an event and as a sentence of the summary, with the evidence
that it distorts, and asked for again it is given once more. Counted is what stands in the brief
word for word. ``--show`` prints the wrong ones that stand and the right ones that do not.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

from newsbrief import Article, Call, FakeBackend, summarise
from newsbrief.analysis.reading import Reading

FOLDER = Path(__file__).parent / "twists"
PUBLISHED = "2024-03-15"
ASKED = re.compile(r"^item (\d+) \((\w+)\)", re.M)
NOTHING: dict[str, Any] = {
    "headline": "", "summary": [], "stakeholders": [], "events": [], "quotes": {},
}  # fmt: skip


class Case(NamedTuple):
    kind: str
    right: bool
    article: Article
    evidence: list[int]
    told: str


def cases() -> list[Case]:
    articles, sentences = {}, {}
    for file in FOLDER.glob("*.txt"):
        title, _, text = file.read_text(encoding="utf-8").partition("\n\n")
        article = articles[file.stem] = Article(text, title, PUBLISHED)
        spans = [sentence.span for sentence in Reading(article).sentences]
        sentences[file.stem] = [text[span.start : span.end] for span in spans]
    found = []
    with (FOLDER / "told.csv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            places = [place.strip().lower() for place in row["place"].split("##")]
            known = [sentence.lower() for sentence in sentences[row["article"]]]
            numbers = {next(n for n, s in enumerate(known, 1) if p in s) for p in places}
            article = articles[row["article"]]
            found.append(
                Case(row["kind"], row["truth"] == "right", article, sorted(numbers), row["told"])
            )
    return found


def stands(case: Case, section: str) -> bool:
    """Whether the brief of a model that tells it twice holds it."""
    item: dict[str, Any] = {"evidence": case.evidence}
    if section == "events":
        item |= {"description": case.told, "status": status(case.told)}
        item |= {"when": None, "where": None, "participants": []}
    else:
        item |= {"text": case.told}

    def reply(call: Call) -> dict[str, Any]:
        again: dict[str, Any] = {"headline": [], "summary": [], "events": []}
        asked = ASKED.findall(call.messages[-1]["content"])
        for number, name in asked:
            if name == section:
                again[name].append({**item, "item": int(number)})
        return again if asked else {**NOTHING, section: [item]}

    brief = summarise(case.article, model=FakeBackend(reply))
    told = [e.description for e in brief.events] if section == "events" else []
    told += [s.text for s in brief.summary.sentences] if section == "summary" else []
    return case.told.rstrip(".") in (words.rstrip(".") for words in told)


def status(told: str) -> str:
    if re.search(r"\b(?:allege|accus|suspicion|allegedly)", told):
        return "alleged"
    if re.search(r"\b(?:will|plans?|may|might|could|intends?|due to|wants to|hopes)\b", told):
        return "planned"
    return "happened"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--show", action="store_true")
    show = parser.parse_args().show
    counts: Counter[tuple[str, bool, str]] = Counter()
    told = cases()
    for case in told:
        counts[case.kind, case.right, "all"] += 1
        for section in ("events", "summary"):
            held = stands(case, section)
            counts[case.kind, case.right, section] += held
            if show and section == "events" and held is not case.right:
                print(f"{case.kind}: {'wrong' if held else 'right, lost'}: {case.told}")
    print(f"{'':18}{'wrong':>6}{'events':>8}{'summary':>9}{'right':>8}{'events':>8}{'summary':>9}")
    for kind in [*dict.fromkeys(case.kind for case in told), "all"]:
        print(f"{kind:18}", end="")
        for right in (False, True):
            for what, width in (("all", 6 + 2 * right), ("events", 8), ("summary", 9)):
                of_kind = (k for k in counts if k[1:] == (right, what) and kind in (k[0], "all"))
                print(f"{sum(counts[k] for k in of_kind):{width}}", end="")
        print()


if __name__ == "__main__":
    main()
