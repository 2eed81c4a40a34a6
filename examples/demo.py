"""`make demo`: one real article, briefed twice. It needs no key and no network."""

import shutil
from pathlib import Path

from vcr import use_cassette  # of vcrpy, which `make demo` installs

from newsbrief import Article, Settings, summarise
from newsbrief.export.text import to_text

EXAMPLES = Path(__file__).parent
TAPES = EXAMPLES.parent / "tests" / "cassettes"
WIDTH = min(100, shutil.get_terminal_size().columns)
LIVE = """For a live one, point newsbrief at a model:

  export OPENAI_API_KEY=...                            # OpenAI, or any other server:
  export OPENAI_BASE_URL=http://localhost:11434/v1     # here Ollama
  .venv/bin/newsbrief examples/articles/china-us-meeting.txt --published 2023-05-30 \\
      --model NAME"""


def title(number: int, *lines: str) -> None:
    print("=" * WIDTH, f"{number}. {lines[0]}", *lines[1:], "=" * WIDTH, sep="\n")


file = EXAMPLES / "articles" / "china-us-meeting.txt"
article = Article.from_file(file, published="2023-05-30")
model = (TAPES / "model.txt").read_text().strip()
settings = Settings(model=model, base_url="http://127.0.0.1:8080/v1")

title(1, "THE EXTRACTIVE ENGINE: no model, no key, no network", f"   {file.name}")
print(to_text(summarise(article, model="extractive"), WIDTH))

title(2, "A LANGUAGE MODEL'S BRIEF, replayed from a recording, not live", f"   {model}")
with use_cassette(
    str(TAPES / "china-us-meeting.yaml"), record_mode="none", match_on=["method", "path", "body"]
):
    print(to_text(summarise(article, settings=settings), WIDTH))
print("-" * WIDTH, LIVE, sep="\n")
