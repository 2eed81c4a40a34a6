"""When the first item of a brief is there, and the last, and the brief, with a real model.

    export OPENAI_BASE_URL=http://localhost:8080/v1 NEWSBRIEF_MODEL=any
    python benchmarks/first_item.py article.txt [--published 2024-01-22] [--runs 3]

Seconds from the first item asked for, for each run and as medians; what is imported for the first
run is not counted. All runs but the first may find the prompt in the server's cache. Items that a
repair or the text itself adds come behind the last of the model's first answer.
"""

from __future__ import annotations

import argparse
import statistics
import time
from pathlib import Path

from newsbrief import Article, Brief, Settings, stream


def seconds(article: Article, settings: Settings) -> tuple[float, float, float]:
    """To the first item, to the last one, and to the brief; prints what came."""
    items = stream(article, settings=settings)
    start = time.perf_counter()
    times: list[float] = []
    for told in items:
        times.append(time.perf_counter() - start)
        if isinstance(told, Brief):
            used, tries = told.provenance.usage, len(told.provenance.attempts)
            print(
                f"{len(times) - 1} items; first {times[0]:.2f} s, last {times[-2:][0]:.2f} s, "
                f"brief {times[-1]:.2f} s; tokens in {used.input}, out {used.output}, "
                f"answers uncounted {used.unreported}, failed tries {tries}"
            )
    return times[0], times[-2:][0], times[-1]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--published")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--deadline", type=float, default=600.0, help="seconds, also of a request")
    given = parser.parse_args()
    article = Article.from_file(given.file, published=given.published)
    settings = Settings(deadline=given.deadline, timeout=given.deadline)
    runs = [seconds(article, settings) for _ in range(given.runs)]
    first, last, brief = (statistics.median(times) for times in zip(*runs, strict=True))
    print(
        f"medians: first item {first:.2f} s, last item {last:.2f} s, brief {brief:.2f} s; "
        f"the first is there after {first / brief:.0%} of the time"
    )


if __name__ == "__main__":
    main()
