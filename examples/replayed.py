"""The same article through an LLM. Here its answers are replayed from a recording; without the
`with` line, and with your own model and base URL, the same code asks a live one."""

from pathlib import Path

import vcr  # of vcrpy, which `make demo` installs: it replays what a model has answered

from newsbrief import Article, Settings, summarise

HERE = Path(__file__).parent
recording = HERE.parent / "tests" / "cassettes" / "china-us-meeting.yaml"
settings = Settings(
    model=(recording.parent / "model.txt").read_text().strip(),
    base_url="http://127.0.0.1:8080/v1",
    api_key="none",
)
article = Article.from_file(HERE / "articles" / "china-us-meeting.txt", published="2023-05-30")

with vcr.use_cassette(str(recording), record_mode="none", match_on=["method", "path", "body"]):
    brief = summarise(article, settings=settings)

print(brief.headline)
for party in brief.stakeholders:
    print(f"  {party.name}: {party.role or party.kind}")
print()
told = brief.provenance
print(f"{told.model}: {told.usage.input} tokens in, {told.usage.output} out")
for attempt in told.attempts:
    print(f"asked again ({attempt.kind}): {attempt.reason}")
for dropped in told.dropped:
    print(f"dropped from {dropped.section}: {dropped.item[:60]} ({dropped.reason})")
