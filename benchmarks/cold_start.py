"""What a fresh process pays: imports, and the way to a first brief, as ratios taken in turns.

    python benchmarks/cold_start.py [--runs 7]

Each statement runs in a new interpreter, one after the other in each round, so that a busy machine
slows all of them. The figures are medians of the rounds; a ratio is the median of the rounds' own.
The LLM briefs are asked of a stub on loopback, which answers at once.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

HERE = Path(__file__).parent
REPLY = (HERE / "reply_newsbrief.json").read_text(encoding="utf-8")
ARTICLE = HERE.parent / "examples" / "articles" / "china-us-meeting.txt"
READ = f"text = open({str(ARTICLE)!r}, encoding='utf-8').read()"
SUMMARISE = f"{READ}; import newsbrief; newsbrief.summarise(text, published='2023-05-30', "
INSTRUCTOR = f"""{READ}
import instructor, openai, pydantic
class Item(pydantic.BaseModel):
    evidence: list[int]; text: str
class Brief(pydantic.BaseModel):
    headline: str; summary: list[Item]
client = instructor.from_openai(openai.OpenAI(base_url=URL, api_key='none'))
client.chat.completions.create(
    model='stub', messages=[{{'role': 'user', 'content': text}}], response_model=Brief)"""
PAIRS = (
    ("import newsbrief", "import newsbrief", "import pydantic", "import pydantic"),
    (
        "first extractive brief", f"{SUMMARISE}model='extractive')",
        "import openai", "import openai",
    ),
    (
        "first extractive brief, as JSON", f"{SUMMARISE}model='extractive').model_dump_json()",
        "import openai", "import openai",
    ),
    (
        "first LLM brief",
        f"{SUMMARISE}model='stub', settings=newsbrief.Settings(base_url=URL, api_key='none'))",
        "bare instructor's first answer", INSTRUCTOR,
    ),
)  # fmt: skip


class Stub(BaseHTTPRequestHandler):
    """Answers any completion with the reply file, as content or as a tool call."""

    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
        message: dict[str, object] = {"role": "assistant", "content": REPLY}
        if tools := asked.get("tools"):
            function = {"name": tools[0]["function"]["name"], "arguments": REPLY}
            call = {"id": "1", "type": "function", "function": function}
            message = {"role": "assistant", "content": None, "tool_calls": [call]}
        choice = {"index": 0, "message": message, "finish_reason": "stop"}
        body = json.dumps(
            {"id": "1", "object": "chat.completion", "created": 1, "model": "stub",
             "choices": [choice]}
        ).encode()  # fmt: skip
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        pass


def seconds(statement: str, url: str) -> float:
    """Wall time of a new interpreter that runs ``statement``."""
    code = f"URL = {url!r}\n{statement}"
    # Compiled modules are kept, as they are on a user's machine.
    env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, env=env)
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--runs", type=int, default=7, help="rounds, after one that is not counted")
    runs = parser.parse_args().runs
    server = ThreadingHTTPServer(("127.0.0.1", 0), Stub)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    for ours, statement, theirs, other in PAIRS:
        rounds = [(seconds(statement, url), seconds(other, url)) for _ in range(runs + 1)][1:]
        a, b = (statistics.median(times) for times in zip(*rounds, strict=True))
        ratio = statistics.median(x / y for x, y in rounds)
        print(f"{ours}: {a * 1e3:.0f} ms; {theirs}: {b * 1e3:.0f} ms; ratio {ratio:.2f}")
    server.shutdown()


if __name__ == "__main__":
    main()
