"""CPU time per brief of an LLM, beside bare instructor and openai, against a stub on loopback.

    python benchmarks/overhead.py [--rounds 7] [--articles 300]

newsbrief makes whole briefs: the article read, its answer bound, grounded and checked. instructor
parses the same facts by a plain schema, on its defaults, and checks nothing; openai only fetches
the text. Each client runs in a process of its own, 16 articles at a time, in turns with the others;
counted is the user and system time behind the first article, which pays for imports and schemas.
No two articles are the same, so that nothing remembered answers for the work.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ARTICLE = HERE.parent / "examples" / "articles" / "china-us-meeting.txt"
WIDTH = 16
PUBLISHED = "2023-05-30"


def plain_reply(ours: dict[str, Any], text: str) -> dict[str, Any]:
    """The facts of our reply, with what it points at copied out of ``text``."""
    from newsbrief import summarise
    from newsbrief.analysis.reading import Reading
    from newsbrief.article import Article

    sentences = [text[s.span.start : s.span.end] for s in Reading(Article(text)).sentences]

    def copied(item: dict[str, Any]) -> dict[str, Any]:
        return {**item, "evidence": [sentences[n - 1] for n in item["evidence"]]}

    said = [q for q in summarise(text, model="extractive").quotes if q.kind != "indirect"]
    return {
        **ours,
        "summary": [copied(sentence) for sentence in ours["summary"]],
        "events": [copied(event) for event in ours["events"]],
        "quotes": [{"text": quote.text, "speaker": quote.speaker_name} for quote in said],
    }


def serve(replies: dict[str, str], port: Any) -> None:
    """Answers each request with the reply that goes by its model's name."""
    from faults import Quiet, Stub, completion

    class Steady(Stub):
        wbufsize = -1  # head and body leave in one piece

        def do_POST(self) -> None:  # noqa: N802  (http.server's name)
            asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
            self._send(200, completion(asked, replies[asked["model"]], "stop"))

    server = Quiet(("127.0.0.1", 0), Steady)
    port.value = server.server_address[1]
    server.serve_forever()


def newsbrief_client(url: str) -> Callable[[str], Awaitable[bool]]:
    import newsbrief

    settings = newsbrief.Settings(base_url=url, api_key="none", model="ours", mode="json_schema")

    async def one(text: str) -> bool:
        brief = await newsbrief.asummarise(text, published=PUBLISHED, settings=settings)
        return len(brief.events) == 5 and all(event.evidence for event in brief.events)

    return one


def instructor_client(url: str) -> Callable[[str], Awaitable[bool]]:
    import instructor
    import openai
    from plain import PLAIN, PlainBrief

    client = instructor.from_openai(openai.AsyncOpenAI(base_url=url, api_key="none"))

    async def one(text: str) -> bool:
        brief = await client.chat.completions.create(
            model="plain",
            messages=[{"role": "system", "content": PLAIN}, {"role": "user", "content": text}],
            response_model=PlainBrief,
        )
        return len(brief.events) == 5 and all(event.evidence for event in brief.events)

    return one


def openai_client(url: str) -> Callable[[str], Awaitable[bool]]:
    import openai
    from plain import PLAIN

    client = openai.AsyncOpenAI(base_url=url, api_key="none")

    async def one(text: str) -> bool:
        said = await client.chat.completions.create(
            model="plain",
            messages=[{"role": "system", "content": PLAIN}, {"role": "user", "content": text}],
        )
        return len(json.loads(said.choices[0].message.content or "")["events"]) == 5

    return one


CLIENTS = {
    "newsbrief": newsbrief_client,
    "instructor": instructor_client,
    "openai": openai_client,
}


async def milliseconds(one: Callable[[str], Awaitable[bool]], articles: int) -> float:
    text = ARTICLE.read_text(encoding="utf-8")
    assert await one(f"{text}\n\nItem first.\n")
    numbers = iter(range(articles))

    async def worker() -> None:
        for number in numbers:
            assert await one(f"{text}\n\nItem {number}.\n")

    before = _spent()
    await asyncio.gather(*(worker() for _ in range(WIDTH)))
    return (_spent() - before) / articles * 1_000


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--client", choices=CLIENTS, help=argparse.SUPPRESS)
    parser.add_argument("--url", help=argparse.SUPPRESS)
    opts = parser.parse_args()
    if opts.client:
        print(asyncio.run(milliseconds(CLIENTS[opts.client](opts.url), opts.articles)))
        return
    ours = json.loads((HERE / "reply_newsbrief.json").read_text(encoding="utf-8"))
    plain = plain_reply(ours, ARTICLE.read_text(encoding="utf-8"))
    replies = {"ours": json.dumps(ours), "plain": json.dumps(plain)}
    port = multiprocessing.Value("i", 0)
    server = multiprocessing.Process(target=serve, args=(replies, port), daemon=True)
    server.start()
    while not port.value:
        time.sleep(0.01)
    took: dict[str, list[float]] = {name: [] for name in CLIENTS}
    for _ in range(opts.rounds):
        for name, found in took.items():
            command = [sys.executable, __file__, "--client", name]
            command += ["--url", f"http://127.0.0.1:{port.value}/v1"]
            command += ["--articles", str(opts.articles)]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            found.append(float(done.stdout))
    server.terminate()
    for name, found in took.items():
        pairs = [a / b for a, b in zip(found, took["instructor"], strict=True)]
        print(
            f"{name}: {statistics.median(found):.2f} ms of CPU a brief, "
            f"{statistics.median(pairs):.2f} of instructor ({min(pairs):.2f} to {max(pairs):.2f})"
        )


if __name__ == "__main__":
    main()
