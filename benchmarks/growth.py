"""How the cost of an extractive brief grows: with length, with hostile text, and in memory.

    python benchmarks/growth.py [--size 200000]

Length: the same article over and over, 50,000 and 500,000 characters. Hostile: texts that make a
careless regular expression backtrack, at `--size` and at a quarter of it; four times the text
should take about four times the time. Memory: the peak of a brief of 500,000 characters, by
tracemalloc, over the size of its text.
"""

from __future__ import annotations

import argparse
import time
import tracemalloc
from pathlib import Path

from newsbrief import summarise

ARTICLE = Path(__file__).parent.parent / "examples" / "articles" / "china-us-meeting.txt"
HOSTILE = {
    "quotation marks": '"',
    "opening marks": "“",
    "single marks": "'a ",
    "capital letters": "A ",
    "one capitalised line": "Aa ",
    "one unbroken word": "a",
    "nested parentheses": "(Aa",
    "said said said": "said ",
    "May May May": "May ",
    "digits": "1",
    "digits with commas": "1,",
    "full stops": ". ",
    "blank lines": "\n\n",
    "commas": "Ann, ",
    "of of of": "the head of ",
    "quote after quote": "“No,” he said. ",
}


def seconds(text: str) -> float:
    start = time.process_time()
    summarise(text, model="extractive", published="2023-05-30")
    return time.process_time() - start


def repeated(unit: str, size: int) -> str:
    return "x" + (unit * (size // len(unit) + 1))[: size - 1]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--size", type=int, default=200_000)
    size = parser.parse_args().size
    article = ARTICLE.read_text(encoding="utf-8") + "\n\n"
    seconds(article)
    short, long = (min(seconds(repeated(article, n)) for _ in range(3)) for n in (50_000, 500_000))
    print(f"50,000 characters: {short * 1e3:.0f} ms; 500,000: {long * 1e3:.0f} ms; "
          f"{long / short:.1f} times")  # fmt: skip
    for name, unit in HOSTILE.items():
        quarter, whole = (seconds(repeated(unit, n)) for n in (size // 4, size))
        print(f"{size:,} characters of {name}: {whole * 1e3:.0f} ms; {whole / quarter:.1f} times")
    tracemalloc.start()
    text = repeated(article, 500_000)
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.reset_peak()
    summarise(text, model="extractive", published="2023-05-30")
    peak = tracemalloc.get_traced_memory()[1] - held
    bytes_of_text = len(text) * (2 if max(text) > "ÿ" else 1)
    print(
        f"memory: {peak / 1e6:.0f} MB for {bytes_of_text / 1e6:.1f} MB of text as Python holds it; "
        f"{peak / bytes_of_text:.0f} times; {peak / len(text.encode()):.0f} times its UTF-8"
    )


if __name__ == "__main__":
    main()
