"""newsbrief's asummarise, default settings, as a peer of a benchmark of LLM clients.

It runs when copied into the benchmark's `peers/`, beside its `common.py`, against a stub server
that answers with `reply_newsbrief.json`, which is looked for beside `common.py`'s replies and
here. A brief counts as whole when it holds every fact of that reply: the summary, the five events,
the nine stakeholders, and the five quotes with their speakers.
"""

import asyncio
import json
import pathlib
from typing import Any

import common

import newsbrief

opts = common.parse_args(__doc__, ("json_schema", "tools"))
meter = common.Meter(
    opts, "newsbrief", opts.mode, ("newsbrief", "instructor", "openai", "pydantic")
)
settings = newsbrief.Settings(base_url=opts.base_url, api_key="none", mode=opts.mode)
places = (pathlib.Path(common.ROOT), pathlib.Path(__file__).parent)
REPLY = json.loads(
    next(p for p in (f / "reply_newsbrief.json" for f in places) if p.exists()).read_text("utf-8")
)
SPEAKERS = [speaker for speaker in REPLY["quotes"].values() if speaker]


async def one(i: int) -> dict[str, Any]:
    brief = await newsbrief.asummarise(
        common.text_of(i), model=common.MODEL, published="2023-05-30", settings=settings
    )
    return brief.model_dump()


def whole(brief: dict[str, Any]) -> bool:
    marked = [q["speaker_name"] for q in brief["quotes"] if q["kind"] != "indirect"]
    return (
        [s["text"] for s in brief["summary"]["sentences"]] == [s["text"] for s in REPLY["summary"]]
        and len(brief["events"]) == len(REPLY["events"])
        and {s["name"] for s in REPLY["stakeholders"]} <= {s["name"] for s in brief["stakeholders"]}
        and marked == SPEAKERS
        and all(event["evidence"] and event["participants"] for event in brief["events"])
    )


asyncio.run(common.run_async(meter, one, whole))
