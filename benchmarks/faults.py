"""How many articles get a brief from a server with faults, beside bare instructor and openai.

    python benchmarks/faults.py [--articles 200] [--seeds 1 2 3 4 5]

A stub on loopback answers 10 % of the requests with 429 and Retry-After 1, 5 % with 500, drops 2 %
without an answer, breaks off the JSON of 3 % with finish_reason "stop" and cuts off 2 % with
"length". The k-th request meets the same fate in every run of a seed. All clients run on their
defaults, 16 articles at a time. An answer is whole that holds every item that the stub sent.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import random
import threading
from collections import Counter
from collections.abc import Awaitable, Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import instructor
import openai
from pydantic import BaseModel

import newsbrief

HERE = Path(__file__).parent
REPLY = json.loads((HERE / "reply_newsbrief.json").read_text(encoding="utf-8"))
ARTICLE = HERE.parent / "examples" / "articles" / "china-us-meeting.txt"
TEXT = ARTICLE.read_text(encoding="utf-8")
RATES = {"429": 0.10, "500": 0.05, "drop": 0.02, "broken": 0.03, "cut": 0.02}
WORDS = json.dumps(REPLY, ensure_ascii=False)
LISTS = ("summary", "stakeholders", "events", "quotes")


class Plain(BaseModel):
    """The stub's answer, as a user of the other clients would ask for it."""

    headline: str
    summary: list[dict[str, Any]]
    stakeholders: list[dict[str, Any]]
    events: list[dict[str, Any]]
    quotes: dict[str, str | None]


class Stub(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    draws: random.Random
    lock = threading.Lock()
    met: Counter[str]

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
        with self.lock:
            draw = self.draws.random()
            fate = "none"
            for fault, rate in RATES.items():
                if draw < rate:
                    fate = fault
                    break
                draw -= rate
            self.met[fate] += 1
        if fate == "drop":
            self.close_connection = True
        elif fate in ("429", "500"):
            self._send(int(fate), {"error": {"message": "injected", "code": "injected"}})
        else:
            words = {"broken": f'{WORDS[: len(WORDS) * 3 // 5]}<<"oops', "cut": WORDS[:2_000]}
            finish = "length" if fate == "cut" else "stop"
            self._send(200, completion(asked, words.get(fate, WORDS), finish))

    def _send(self, status: int, body: dict[str, Any]) -> None:
        raw = json.dumps(body).encode()
        self.send_response(status)
        if status == 429:
            self.send_header("retry-after", "1")
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)

    def log_message(self, *args: object) -> None:
        pass


class Quiet(ThreadingHTTPServer):
    """Says nothing where a client closes its connections."""

    def handle_error(self, *args: object) -> None:
        pass


def completion(asked: dict[str, Any], words: str, finish: str) -> dict[str, Any]:
    message: dict[str, Any] = {"role": "assistant", "content": words}
    if tools := asked.get("tools"):
        function = {"name": tools[0]["function"]["name"], "arguments": words}
        call = {"id": "1", "type": "function", "function": function}
        message = {"role": "assistant", "content": None, "tool_calls": [call]}
    choice = {"index": 0, "message": message, "finish_reason": finish}
    return {"id": "1", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice]}


def clients(url: str) -> dict[str, Callable[[str], Awaitable[bool]]]:
    """Name -> what makes something of one article; it returns whether that is whole."""
    settings = newsbrief.Settings(base_url=url, api_key="none", model="m")
    client = openai.AsyncOpenAI(base_url=url, api_key="none")

    def whole(answer: dict[str, Any]) -> bool:
        return all(len(answer[name]) == len(REPLY[name]) for name in LISTS)

    async def ours(text: str) -> bool:
        brief = await newsbrief.asummarise(text, published="2023-05-30", settings=settings)
        marked = [quote for quote in brief.quotes if quote.kind != "indirect"]
        names = {party.name for party in brief.stakeholders}
        return (
            len(brief.summary.sentences) == len(REPLY["summary"])
            and len(brief.events) == len(REPLY["events"])
            and len(marked) == len(REPLY["quotes"])
            and names >= {party["name"] for party in REPLY["stakeholders"]}
        )

    def through(mode: instructor.Mode) -> Callable[[str], Awaitable[bool]]:
        patched = instructor.from_openai(client, mode=mode)

        async def one(text: str) -> bool:
            answer = await patched.chat.completions.create(
                model="m", messages=[{"role": "user", "content": text}], response_model=Plain
            )
            return whole(answer.model_dump())

        return one

    async def bare(text: str) -> bool:
        answer = await client.chat.completions.create(
            model="m",
            messages=[{"role": "user", "content": text}],
            response_format={"type": "json_object"},
        )
        return whole(json.loads(answer.choices[0].message.content or ""))

    return {
        "newsbrief": ours,
        "instructor, tools": through(instructor.Mode.TOOLS),
        "instructor, JSON schema": through(instructor.Mode.JSON_SCHEMA),
        "openai": bare,
    }


async def measure(one: Callable[[str], Awaitable[bool]], articles: int) -> Counter[str]:
    """How many articles brought an answer, a whole one, or which error."""
    count: Counter[str] = Counter()
    numbers = iter(range(articles))

    async def worker() -> None:
        for number in numbers:
            try:
                whole = await one(f"{TEXT}\n\nItem {number}.\n")
                count["returned"] += 1
                count["whole"] += whole
            except Exception as error:  # whatever a client raises; to count them is the point
                count[type(error).__name__] += 1

    await asyncio.gather(*(worker() for _ in range(16)))
    return count


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3, 4, 5])
    opts = parser.parse_args()
    logging.disable()  # instructor's, of every error that is counted here
    server = Quiet(("127.0.0.1", 0), Stub)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    for name, one in clients(url).items():
        count: Counter[str] = Counter()
        Stub.met = Counter()
        for seed in opts.seeds:
            Stub.draws = random.Random(seed)
            count += asyncio.run(measure(one, opts.articles))
        returned, whole = count.pop("returned", 0), count.pop("whole", 0)
        asked = opts.articles * len(opts.seeds)
        lost = ", ".join(f"{n} {error}" for error, n in count.most_common()) or "none"
        met = ", ".join(f"{Stub.met[fault]} {fault}" for fault in RATES)
        print(f"{name}: {returned} of {asked} returned, {whole} whole; lost: {lost} (met {met})")
    server.shutdown()


if __name__ == "__main__":
    main()
