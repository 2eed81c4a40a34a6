"""How right and how fast ``newsbrief.grounding.locate`` is.

    python benchmarks/locate.py                  # cases, seconds, growth
    python benchmarks/locate.py --cases 100000 --seed 7

Cases: passages planted in made-up articles (see planted.py), needles in another typography,
and the same needles with one word, number, negation or name changed, dropped or added.

Speed: 20 needles, ten of them verbatim and ten typographically changed, in articles of 5,
50 and 500 kB; a plain loop over ``locate``, nothing remembered from an earlier run. Where
langextract is installed, its aligner (Resolver.align, defaults, the whole document) looks
for the same needles in the same articles in the same run.
"""

from __future__ import annotations

import argparse
import collections
import random
import statistics
import time
from collections.abc import Callable, Sequence

import planted

from newsbrief import grounding

try:
    from langextract import data, resolver
except ImportError:
    resolver = None

Found = Sequence[tuple[int, int] | None]
Finder = Callable[[str, list[str]], Found]


def article(size: int, seed: int) -> tuple[str, list[str], list[tuple[int, int]]]:
    """About ``size`` characters of invented sentences in curly style with 20 passages at
    even distances, of which every second is asked for in another typography."""
    rng = random.Random(seed)
    words = sorted(set(" ".join(planted.SENTENCES).replace("—", "").split()))
    syllables = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]
    words += ["".join(rng.choices(syllables, k=rng.randint(2, 4))) for _ in range(3000)]
    text, needles, spans = "", [], []
    for k in range(20):
        block = []
        length = len(text)
        while length < size * (k + 1) / 21:
            block.append(" ".join(rng.choices(words, k=rng.randint(8, 25))).capitalize() + ". ")
            length += len(block[-1])
        text += "".join(block)
        passage = planted.SENTENCES[k].strip("“”")
        spans.append((len(text), len(text) + len(passage)))
        text += passage + "\n\n"
        needles.append(restyled(passage) if k % 2 else passage)
    return text, needles, spans


def restyled(passage: str) -> str:
    for old, new in (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("—", "--"), ("…", "...")):
        passage = passage.replace(old, new)
    return passage.replace("-year", "‑year").replace(" ", "\u00a0", 1)


def with_newsbrief(text: str, needles: list[str]) -> Found:
    grounding.forget()
    found = [grounding.locate(text, needle) for needle in needles]
    return [(m.start, m.end) if m else None for m in found]


def with_langextract(text: str, needles: list[str]) -> Found:
    extractions = [data.Extraction("quote", needle) for needle in needles]
    list(resolver.Resolver().align(extractions, text, 0, 0))
    places = [e.char_interval for e in extractions]
    return [(p.start_pos, p.end_pos) if p else None for p in places]


def timed(find: Finder, text: str, needles: list[str]) -> tuple[float, Found]:
    begin = time.perf_counter()
    found = find(text, needles)
    return time.perf_counter() - begin, found


def cases(count: int, seed: int) -> bool:
    found = exact = false = 0
    for case in planted.true_cases(count, seed):
        match = grounding.locate(case.text, case.needle)
        found += match is not None
        exact += match is not None and (match.start, match.end) == (case.start, case.end)
    kinds: collections.Counter[str] = collections.Counter()
    for case in planted.changed_cases(count, seed + 1):
        kinds[case.change] += 1
        false += grounding.locate(case.text, case.needle) is not None
    print(f"true quotes in another typography   {count:>7,}: found {found:,}, exact {exact:,}")
    print(f"quotes with one change              {count:>7,}: found {false:,}")
    print("  of them", ", ".join(f"{kind} {n:,}" for kind, n in sorted(kinds.items())))
    return exact == count and not false


def speed(sizes: list[int], runs: int, seed: int) -> None:
    """The finders take turns, so that a busy machine slows all of them alike."""
    finders: list[Finder] = [with_newsbrief, *[with_langextract] * bool(resolver)]
    print(f"\n20 needles, half of them changed; median of {runs} runs, in turns")
    print(
        "    chars   newsbrief ms  exact  growth"
        + "  langextract ms  exact  ratio" * bool(resolver)
    )
    before = 0.0
    for size in sizes:
        text, needles, spans = article(size, seed)
        timings: list[list[float]] = [[] for _ in finders]
        right = [0 for _ in finders]
        for _ in range(runs):
            for k, find in enumerate(finders):
                seconds, found = timed(find, text, needles)
                timings[k].append(seconds)
                right[k] = sum(a == b for a, b in zip(found, spans, strict=True))
        ours, *theirs = map(statistics.median, timings)
        growth = f"{ours / before:6.1f}x" if before else " " * 7
        line = f"{len(text):>9,} {ours * 1e3:>14.3f} {right[0]:>6} {growth}"
        if theirs:
            line += f" {theirs[0] * 1e3:>15.1f} {right[1]:>6} {theirs[0] / ours:>5.0f}x"
        print(line, flush=True)
        before = ours
    if not resolver:
        print("langextract is not installed; nothing to compare with")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cases", type=int, default=10_000, help="of each kind")
    parser.add_argument("--sizes", type=int, nargs="+", default=[5_000, 50_000, 500_000])
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    right = cases(options.cases, options.seed)
    speed(options.sizes, options.runs, options.seed)
    return 0 if right else 1


if __name__ == "__main__":
    raise SystemExit(main())
