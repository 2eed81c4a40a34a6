"""The command line, called as a function, and as the process that users start."""

from __future__ import annotations

import io
import json
import os
import pty
import re
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from subprocess import DEVNULL, PIPE
from typing import Any, NamedTuple

import pytest
import story
from server import KEY, Answer, Request, Server, completion, failure

import newsbrief
from newsbrief import (
    AnswerError,
    BackendError,
    Brief,
    ConfigError,
    InputError,
    QuotaExhausted,
    Section,
    Settings,
    TemplateError,
    Unreachable,
    Unrepairable,
    Usage,
)
from newsbrief.cli import main
from newsbrief.cli.options import SECTIONS, SETTABLE
from newsbrief.cli.patience import Patience
from newsbrief.cli.terminal import say
from newsbrief.export.markdown import to_markdown
from newsbrief.export.text import to_text

EXTRACTIVE = ["--model", "extractive"]
RED = "\x1b[31m"


class Outcome(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs the command line in an empty folder; ``stdin`` is what is piped into it."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)

    def started(*argv: str, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main(argv)
        return Outcome(code, *capsys.readouterr())

    return started


@pytest.fixture
def article(tmp_path: Path) -> str:
    """The name of a file in the current folder."""
    (tmp_path / "mayor.txt").write_text(story.TEXT, encoding="utf-8")
    return "mayor.txt"


def timeless(page: str) -> str:
    return "\n".join(line for line in page.splitlines() if " ms" not in line)


def one_line(told: str) -> str:
    """The words after ``newsbrief: `` of a message that is one line, and no traceback."""
    assert told.startswith("newsbrief: ")
    assert told.count("\n") == 1
    assert told.endswith("\n")
    return told.removeprefix("newsbrief: ").strip()


# What is written


def test_text_is_what_the_export_gives(run: Run, article: str) -> None:
    done = run(article, *EXTRACTIVE, "--published", story.PUBLISHED)
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    byline = "Published Wed 31 May 2023 · brief by the extractive engine · "
    assert [line for line in lines if line.startswith(byline)]
    assert "  “I take full responsibility for what happened,”" in lines
    assert max(map(len, lines)) <= 80
    assert "\x1b" not in done.out


def test_json_is_the_whole_brief(run: Run, article: str) -> None:
    done = run(article, *EXTRACTIVE, "--format", "json", "--published", story.PUBLISHED)
    brief = Brief.model_validate_json(done.out)
    expected = newsbrief.summarise(story.TEXT, model="extractive", published=story.PUBLISHED)
    same = {"provenance": expected.provenance, "article": expected.article}
    assert brief.model_copy(update=same) == expected
    assert (brief.article.text, brief.article.file) == (story.TEXT, "mayor.txt")
    assert done.out.startswith('{\n  "headline"')


def test_the_formats_are_the_exports(run: Run, article: str) -> None:
    brief = newsbrief.summarise(story.TEXT, model="extractive")
    text, markdown = (run(article, *EXTRACTIVE, "--format", f) for f in ("text", "markdown"))
    assert timeless(text.out) == timeless(to_text(brief))
    assert timeless(markdown.out) == timeless(to_markdown(brief))


@pytest.mark.parametrize("argv", [[], ["-"]])
def test_standard_input(run: Run, argv: list[str]) -> None:
    done = run(*argv, *EXTRACTIVE, "--format", "json", stdin=story.TEXT.encode())
    assert Brief.model_validate_json(done.out).article.text == story.TEXT


def test_the_title_stands(run: Run) -> None:
    done = run(*EXTRACTIVE, "--title", "The bridge, paid twice", stdin=story.TEXT.encode())
    assert done.out.splitlines()[0] == "The bridge, paid twice"


@pytest.mark.parametrize("before", [0, 2, 4])
def test_files_may_stand_anywhere(run: Run, article: str, tmp_path: Path, before: int) -> None:
    (tmp_path / "-odd.txt").write_text(story.TEXT, encoding="utf-8")
    options = [*EXTRACTIVE, "--format", "json"]
    done = run(*options[:before], article, *options[before:], article)
    assert len(done.out.splitlines()) == 2
    assert run(*options, article, "--", article, "-odd.txt", "--help").code == 1
    assert len(run(*options, article, "--", article, "-odd.txt").out.splitlines()) == 3


def test_only_the_sections_asked_for(run: Run, article: str) -> None:
    done = run(article, *EXTRACTIVE, "--section", "events")
    assert "EVENTS" in done.out
    assert "QUOTES" not in done.out
    both = run(article, *EXTRACTIVE, "--section", "events", "--section", "quotes")
    assert both.out.index("EVENTS") < both.out.index("QUOTES")
    at_once = run(article, *EXTRACTIVE, "--section", "events,quotes,events")
    assert timeless(at_once.out) == timeless(both.out)


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_a_section_that_found_nothing_says_so(run: Run, form: str) -> None:
    def last(*argv: str) -> str:
        done = run(*EXTRACTIVE, "--format", form, *argv, stdin=b"Ducks, snow and ice.")
        return done.out.splitlines()[-1].strip("*")

    assert last() == "No stakeholders, events or quotes found."
    assert last("--section", "quotes") == "No quotes found."


def test_every_section_has_its_name_on_the_command_line(run: Run, article: str) -> None:
    by_default = newsbrief.summarise(story.TEXT, model="extractive")
    assert all(getattr(by_default, name) for name in SECTIONS)
    for name in SECTIONS:
        done = run(article, *EXTRACTIVE, "--section", name, "--format", "json")
        brief = Brief.model_validate_json(done.out)
        # Stakeholders stand in every brief, for those that other items refer to.
        held = {other for other in SECTIONS if getattr(brief, other)} - {"stakeholders"}
        assert held == {name} - {"stakeholders"}
        assert getattr(brief, name)


OWN = """
from newsbrief import Item, Section
from newsbrief.wire import Prose, WireItem

class MoodWire(WireItem):
    mood: Prose

class Mood(Item):
    mood: str

class Moods(Section[MoodWire, Mood]):
    name, wire, item = "moods", MoodWire, Mood

    @classmethod
    def extract(cls, ground):
        yield Mood(mood="grave")

    @classmethod
    def line(cls, item):
        return f"the mood is {item.mood}"
"""


def test_a_section_of_the_users_own(
    run: Run, article: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "path", [*sys.path])
    (tmp_path / "my_moods.py").write_text(OWN)
    done = run(article, *EXTRACTIVE, "--section", "my_moods:Moods")
    assert "\n\nMOODS\n  the mood is grave\n" in done.out


def test_a_section_that_only_a_model_fills_is_warned_of(
    run: Run, article: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "path", [*sys.path])
    (tmp_path / "my_tones.py").write_text(OWN.partition("    @classmethod")[0])
    done = run(article, *EXTRACTIVE, "--section", "my_tones:Moods")
    assert "WARNINGS\n  moods: the extractive engine cannot fill this section" in done.out


def test_a_section_that_cannot_word_its_items_is_one_line(
    run: Run, article: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "path", [*sys.path])
    (tmp_path / "my_spells.py").write_text(OWN.replace("item.mood}", "item.mod}"))
    done = run(article, *EXTRACTIVE, "--section", "my_spells:Moods")
    assert (done.code, done.out) == (1, "")
    assert "it may be of your own section (AttributeError: " in one_line(done.err)


def test_a_module_that_ends_the_process_is_named(
    run: Run, article: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "path", [*sys.path])
    (tmp_path / "my_script.py").write_text("raise SystemExit('usage: my_script')")
    asked = [article, *EXTRACTIVE, "--section", "my_script:Moods"]
    done = run(*asked)
    assert (done.code, done.out) == (2, "")
    assert "cannot load the section 'my_script:Moods': usage: my_script" in one_line(done.err)
    monkeypatch.setenv("NEWSBRIEF_DEBUG", "1")
    with pytest.raises(SystemExit, match="my_script"):
        run(*asked)


# Several files


def test_a_bad_file_does_not_stop_the_others(run: Run, article: str) -> None:
    done = run(article, "absent.txt", article, *EXTRACTIVE, "--format", "json")
    assert done.code == 1
    lines = done.out.splitlines()
    assert [Brief.model_validate_json(line).article.text for line in lines] == [story.TEXT] * 2
    assert "absent.txt" in one_line(done.err)


def test_several_briefs_are_set_apart(run: Run, article: str) -> None:
    text = run(article, article, *EXTRACTIVE).out
    rule = "── mayor.txt ".ljust(80, "─")
    assert [line for line in text.splitlines() if line.startswith("──")] == [rule, rule]
    markdown = run(article, article, *EXTRACTIVE, "--format", "markdown").out
    for part in markdown.split("\n\n---\n\n"):
        assert part.startswith("**mayor.txt**\n\n# ")
    assert markdown.count("\n---\n") == 1
    assert "mayor.txt" not in run(article, *EXTRACTIVE, "--format", "markdown").out


def test_a_file_name_cannot_format_the_document(run: Run, article: str, tmp_path: Path) -> None:
    (tmp_path / "a*b_[c].txt").write_text(story.TEXT)
    markdown = run("a*b_[c].txt", article, *EXTRACTIVE, "--format", "markdown").out
    assert markdown.startswith("**a\\*b\\_\\[c\\].txt**\n\n# ")


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_each_line_says_which_file_it_is_of(
    run: Run, article: str, tmp_path: Path, form: str
) -> None:
    (tmp_path / "other.txt").write_text("The bridge is safe, Ada Finch said on Monday.")
    files = (article, "absent.txt", "-", "other.txt")
    done = run(*files, *EXTRACTIVE, "--format", form, stdin=story.TEXT.encode())
    briefs = [Brief.model_validate_json(line) for line in done.out.splitlines()]
    assert [brief.article.file for brief in briefs] == ["mayor.txt", None, "other.txt"]


def test_json_lines_of_a_single_file(run: Run, article: str) -> None:
    done = run(article, *EXTRACTIVE, "--format", "jsonl")
    (line,) = done.out.splitlines()
    assert Brief.model_validate_json(line).article.file == "mayor.txt"


# What goes wrong


@pytest.mark.parametrize(
    ("argv", "hint"),
    [
        (["--formt", "json"], "'--formt'; did you mean '--format'?"),
        (["--format=jsn"], "'jsn'; did you mean 'json'?"),
        (["--format", "Markdwon"], "did you mean 'markdown'?"),
        (["--section", "qoutes"], "'qoutes'; did you mean 'quotes'?"),
        (["--section", "Event"], "did you mean 'events'?"),
        (["--section", "weather"], "choose from events, quotes, stakeholders"),
        (["--format", "pdf"], "choose from text, json, jsonl, markdown"),
        (["--section", "events,qoutes"], "'qoutes'; did you mean 'quotes'?"),
        (["--section", "events,"], "there is no section ''"),
        (["--prompts", "promts"], "'promts'; did you mean 'prompts'?"),
        (["--prompts", "mayor.txt"], "'mayor.txt' is a file; a folder is wanted here"),
        (["--prompts", "mayor.tx"], "there is no folder 'mayor.tx' (see"),
        (["--prompts", "prompts"], "the folder 'prompts' holds no template (*.j2)"),
        (["--prompts", "x" * 300], "there is no folder 'xxx"),
        (["--set", "deadlin=9"], "there is no setting 'deadlin'; did you mean 'deadline'?"),
        (["--set", "deadline"], "'deadline' sets nothing; write it as deadline=600"),
        (["--set", "model=m"], "--set takes no model; use --model"),
        (["--set", "api_key=k"], "use OPENAI_API_KEY"),
        (["--published", "yesterday"], "write it as 2023-05-30"),
        (["--model"], "--model: expected one argument"),
        (["--section", "json:dumps"], "is no Section"),
        (["--section", "claims.py:Claims"], "write claims:Claims"),
        (["--section", "no_such_module:X"], "no_such_module"),
        (["--title", "T", "other.txt"], "several files"),
        (["-", "-"], "read only once"),
        (["--vresion"], "did you mean '--version'?"),
    ],
)
def test_wrong_usage_is_answered_with_a_hint(
    run: Run, article: str, tmp_path: Path, argv: list[str], hint: str
) -> None:
    (tmp_path / "prompts").mkdir()
    done = run(article, *argv)
    assert (done.code, done.out) == (2, "")
    assert hint in one_line(done.err)


@pytest.mark.parametrize(
    ("file", "content", "told"),
    [
        ("mayr.txt", None, "did you mean 'mayor.txt'?"),
        ("./mayor.text", None, "did you mean 'mayor.txt'?"),
        ("elsewhere/x.txt", None, "cannot read elsewhere/x.txt"),
        (".", None, "is a folder; give the path of one text file, or of several, as *.txt"),
        ("empty.txt", b" \n", "empty.txt: the article is empty"),
        ("odd.txt", b"caf\xe9 closes", "odd.txt is not UTF-8 text"),
        ("odd.bin", b"\0\1\2", "odd.bin is not text"),
        ("page.html", b"<html><p>She left.</p></html>", "page.html: the article is an HTML page"),
        ("bad\x1bname.txt", None, "bad␛name.txt"),
        ("x" * 300, None, "x: File name too long"),
    ],
)
def test_an_article_that_cannot_be_read(
    run: Run, article: str, tmp_path: Path, file: str, content: bytes | None, told: str
) -> None:
    if content is not None:
        (tmp_path / file).write_bytes(content)
    done = run(file, *EXTRACTIVE)
    assert (done.code, done.out) == (1, "")
    assert told in one_line(done.err)


@pytest.mark.parametrize(
    ("piped", "told"),
    [
        (b"", "standard input: the article is empty"),
        (b"\xff\xfe\x00a", "standard input is UTF-16; save it as UTF-8 first"),
        (b"\x89PNG\0\0", "standard input is not text: it holds NUL bytes"),
        (b"mayor.txt\n", "standard input: the article is nothing but the name of a file"),
        (b"x" * 20_000_001, "standard input: it holds more than 20,000,000 bytes"),
    ],
)
def test_standard_input_that_cannot_be_read(run: Run, piped: bytes, told: str) -> None:
    done = run(*EXTRACTIVE, stdin=piped)
    assert (done.code, done.out) == (1, "")
    assert told in one_line(done.err)


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (["--model", "gpt-9"], "nothing is set up to serve the model 'gpt-9'"),
        (["--model", "gpt-9"], "OPENAI_BASE_URL (or --base-url,"),
        (["--model", "extractiv"], "did you mean 'extractive'"),
        (["--model", "m", "--base-url", "localhost:80"], "localhost:80"),
        (["--base-url", "http://127.0.0.1:9/v1"], "no model; name one that the server has"),
        (["--base-url", "localhost:8000"], "must look like http://"),
        (["--base-url", "http://127.0.0.1:9/v1"], "--model"),
        (["--set", "deadline=soon"], "--set deadline: input should be a valid number"),
        (["--set", "fallback=openai"], "--set fallback: input should be 'extractive'"),
    ],
)
def test_configuration_that_makes_no_sense(
    run: Run, article: str, argv: list[str], told: str
) -> None:
    done = run(article, *argv)
    assert (done.code, done.out) == (3, "")
    assert told in one_line(done.err)


def failing(*errors: Exception | None) -> Callable[..., Brief]:
    """`summarise` that raises these errors in turn, with a good brief for None."""
    left = iter(errors)
    good = newsbrief.summarise(story.TEXT, model="extractive")

    def summarise(*args: Any, **kwargs: Any) -> Brief:
        if error := next(left):
            raise error
        return good

    return summarise


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (InputError("too odd"), 1),
        (ConfigError("unset"), 3),
        (TemplateError("no such template"), 3),
        (Unreachable("no connection"), 4),
        (BackendError("no answer"), 4),
        (AnswerError("no use", attempts=(), usage=Usage()), 4),
        (Unrepairable("still no use", attempts=(), usage=Usage()), 4),
        (ValueError("a fault within"), 1),
        (KeyError("x"), 1),
        (RecursionError(), 1),
    ],
)
def test_every_error_has_its_exit_code_and_one_line(
    run: Run, article: str, monkeypatch: pytest.MonkeyPatch, error: Exception, code: int
) -> None:
    monkeypatch.setattr("newsbrief.api.summarise", failing(error))
    done = run(article)
    assert (done.code, done.out) == (code, "")
    assert str(error) in one_line(done.err)


def test_the_worst_trouble_decides(run: Run, article: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsbrief.api.summarise", failing(Unreachable("gone"), None))
    done = run("absent.txt", article, article)
    assert done.code == 4
    assert "mayor.txt: gone" in done.err
    assert "responsibility" in done.out


@pytest.mark.parametrize("error", [ConfigError("unset"), QuotaExhausted("no quota")])
def test_what_cannot_succeed_is_not_tried_again(
    run: Run, article: str, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    monkeypatch.setattr("newsbrief.api.summarise", failing(error))  # a second call would be a fault
    done = run(article, article, article)
    assert done.out == ""
    assert done.err.splitlines()[1].endswith("2 more")


@pytest.mark.parametrize(
    "error", [ZeroDivisionError("here"), ConfigError("unset"), FileNotFoundError("no certificates")]
)
def test_an_error_shows_its_traceback_where_asked(
    run: Run, article: str, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    monkeypatch.setenv("NEWSBRIEF_DEBUG", "1")
    monkeypatch.setattr("newsbrief.api.summarise", failing(error))
    with pytest.raises(type(error)):
        run(article)


def test_ctrl_c(run: Run, article: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*args: Any, **kwargs: Any) -> Brief:
        raise KeyboardInterrupt

    monkeypatch.setattr("newsbrief.api.summarise", interrupted)
    done = run(article)
    assert (done.code, one_line(done.err)) == (130, "interrupted")


# Models


def test_a_model_at_a_server(
    run: Run, article: str, serve: Callable[..., Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    server = serve(completion(story.answer()))
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    done = run(article, "--model", "test-model", "--base-url", server.url)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Springfield mayor resigns over bridge audit\nBrief by test-model")
    assert "100 tokens in, 20 out" in done.out
    assert server.requests[0].body["model"] == "test-model"


def test_what_has_no_option_of_its_own_is_set_by_name(
    run: Run, article: str, serve: Callable[..., Server]
) -> None:
    server = serve(completion(story.answer()))
    asked = [article, "--model", "m", "--base-url", server.url]
    assert run(*asked, "--set", "temperature=0.5", "--set", "mode=json").code == 0
    body = server.requests[0].body
    assert (body["temperature"], body["response_format"]) == (0.5, {"type": "json_object"})
    done = run(*asked, "--set", "max_output_tokens=10")
    assert done.code == 4
    assert "the limit of 10; --set max_output_tokens= sets it" in one_line(done.err)
    done = run(*asked, "--set", "max_output_tokens=10", "--set", "fallback=extractive")
    assert done.code == 0
    assert "brief by the extractive engine" in done.out.casefold()


def test_every_setting_can_be_set() -> None:
    own = {"model", "base_url", "api_key", "prompts"}  # two options, the environment, an option
    assert set(SETTABLE) == Settings.model_fields.keys() - own


def test_a_wrong_key(
    run: Run, article: str, serve: Callable[..., Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    server = serve(failure(401, "invalid_api_key"))
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    done = run(article, "--model", "test-model", "--base-url", server.url)
    assert (done.code, done.out) == (4, "")
    assert "API key" in one_line(done.err)
    assert KEY not in done.err


def test_without_a_model_one_line_says_so(run: Run, article: str) -> None:
    done = run(article, article)
    assert done.code == 0
    assert "no model configured" in one_line(done.err)
    assert "WARNINGS" not in done.out  # said already
    kept = run(article, "--format", "json")
    assert Brief.model_validate_json(kept.out).provenance.warnings
    assert run(article, *EXTRACTIVE).err == ""


@pytest.fixture
def away() -> Iterator[str]:
    """The URL of a server that is not there."""
    with socket.socket() as held:  # bound, but not listening
        held.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{held.getsockname()[1]}/v1"


def test_a_server_that_is_not_there_is_not_tried_for_each_file(
    run: Run, article: str, away: str, quick: None
) -> None:
    done = run(article, article, article, "--model", "m", "--base-url", away)
    assert (done.code, done.out) == (4, "")
    trouble, rest = done.err.splitlines()
    assert "mayor.txt: the model's server cannot be reached" in trouble
    assert rest.endswith("2 more")


def test_on_a_terminal_a_wait_is_told(
    run: Run, article: str, away: str, quick: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    done = run(article, "--model", "m", "--base-url", away)
    lines = [line for line in done.err.splitlines() if " at work on " not in line]
    *waits, end = lines
    assert len(waits) == Settings().retries
    assert waits[0].endswith("that it runs; trying again in 0.0 s")
    assert set(waits[1:]) == {"newsbrief: still so; trying again in 0.0 s"}
    assert end.endswith("and that it runs")
    assert "again" not in run(article, *EXTRACTIVE).err


@pytest.mark.parametrize(("count", "told"), [(1, "mayor.txt, "), (2, "mayor.txt, file 1 of 2, ")])
def test_on_a_terminal_a_model_that_takes_its_time_is_no_silence(
    run: Run,
    article: str,
    serve: Callable[..., Server],
    monkeypatch: pytest.MonkeyPatch,
    count: int,
    told: str,
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setattr("newsbrief.cli.patience.SAID", (0.0, 3600.0))
    said = threading.Event()

    def heard(words: str) -> None:
        say(words)
        said.set()

    def answer(request: Request) -> Answer:
        assert said.wait(60)
        return completion(story.answer())

    monkeypatch.setattr("newsbrief.cli.patience.say", heard)
    server = serve(by=answer)
    done = run(*[article] * count, "--model", "m", "--base-url", server.url)
    assert done.code == 0
    assert re.search(rf"newsbrief: at work on {re.escape(told)}for \d+ s now\n", done.err)


def test_without_a_terminal_nothing_watches_the_time() -> None:
    threads = threading.active_count()
    with Patience(lambda: "at work"):
        assert threading.active_count() == threads


# The terminal


def test_an_articles_commands_to_the_terminal_are_not_obeyed(run: Run, tmp_path: Path) -> None:
    text = story.TEXT.replace("responsibility", f"{RED}respon\x9b31msibility")
    (tmp_path / "bad.txt").write_text(text, encoding="utf-8")
    for form in ("text", "markdown", "json"):
        done = run("bad.txt", *EXTRACTIVE, "--format", form)
        assert done.code == 0
        assert not {"\x1b", "\x9b"} & set(done.out)
        if form == "json":
            assert json.loads(done.out)["article"]["text"] == text


@pytest.mark.parametrize(
    ("environment", "painted"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_colour_without_a_terminal(
    run: Run,
    article: str,
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    painted: bool,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[1m" in run(article, *EXTRACTIVE).out) == painted
    assert "\x1b" not in run(article, *EXTRACTIVE, "--format", "markdown").out


def process(
    *argv: str, env: Mapping[str, str] | None = None, stdin: int = DEVNULL, stdout: Any = PIPE
) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "newsbrief", *argv]
    return subprocess.run(
        command, stdin=stdin, stdout=stdout, stderr=PIPE, env=env, timeout=60, check=False
    )


@pytest.mark.parametrize(
    ("environment", "painted"),
    [({"TERM": "xterm"}, True), ({"TERM": "dumb"}, False), ({"NO_COLOR": "1"}, False)],
)
def test_on_a_terminal(
    tmp_path: Path, article: str, environment: dict[str, str], painted: bool
) -> None:
    ours, theirs = pty.openpty()
    plain = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR", "TERM")}
    done = process(
        str(tmp_path / article),
        *EXTRACTIVE,
        stdout=theirs,
        env={**plain, "COLUMNS": "60", **environment},
    )
    os.close(theirs)
    shown = b""
    while chunk := _read(ours):
        shown += chunk
    assert (done.returncode, done.stderr) == (0, b"")
    assert (b"\x1b[1m" in shown) == painted
    if not painted:
        assert max(map(len, shown.decode().splitlines())) in range(50, 61)


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux says that the other side is closed and all is read
        return b""


def test_a_terminal_as_input_gets_help_instead_of_a_silent_wait() -> None:
    ours, theirs = pty.openpty()
    done = process(stdin=theirs)
    os.close(theirs)
    os.close(ours)
    assert done.returncode == 2
    assert done.stderr.startswith(b"usage: newsbrief")
    assert done.stdout == b""


def test_nothing_to_read_is_wrong_usage_though_nobody_can_be_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert main([]) == 2


def test_help_and_version_are_whole_and_cheap() -> None:
    probe = (
        "import sys; from newsbrief.cli import main; code = main([sys.argv[1]]);"
        "print(code, [m for m in ('pydantic', 'openai', 'jinja2') if m in sys.modules])"
    )
    for option, told in (("--help", "exit codes"), ("--version", newsbrief.__version__)):
        command = [sys.executable, "-c", probe, option]
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
        assert told in done.stdout
        assert done.stdout.splitlines()[-1] == "0 []"
        assert max(map(len, done.stdout.splitlines())) <= 80


def test_an_extractive_brief_needs_no_client(tmp_path: Path, article: str) -> None:
    probe = (
        "import sys; from newsbrief.cli import main; main(sys.argv[1:]);"
        "print([m for m in ('openai', 'instructor', 'jinja2', 'tenacity') if m in sys.modules])"
    )
    command = [sys.executable, "-c", probe, str(tmp_path / article), *EXTRACTIVE]
    done = subprocess.run(command, capture_output=True, check=True, timeout=60)
    assert done.stdout.splitlines()[-1] == b"[]"


def test_a_reader_that_has_enough(tmp_path: Path) -> None:
    long = tmp_path / "long.txt"
    long.write_text(story.TEXT * 30)
    command = [
        sys.executable,
        "-m",
        "newsbrief",
        "--format=json",
        *EXTRACTIVE,
        str(long),
        str(long),
    ]
    with subprocess.Popen(command, stdout=PIPE, stderr=PIPE) as started:
        assert started.stdout is not None
        assert started.stderr is not None
        started.stdout.close()
        assert started.stderr.read() == b""
        assert started.wait(60) == 141


def test_output_that_cannot_be_written(tmp_path: Path, article: str) -> None:
    with Path(os.devnull).open("rb") as read_only:
        done = process(str(tmp_path / article), *EXTRACTIVE, stdout=read_only)
    assert done.returncode == 1
    assert one_line(done.stderr.decode()).startswith("cannot write the output")


def test_output_is_utf8_whatever_the_locale(tmp_path: Path, article: str) -> None:
    latin = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    for form in ("json", "jsonl", "markdown"):
        done = process(str(tmp_path / article), *EXTRACTIVE, "--format", form, env=latin)
        assert "I take full responsibility" in done.stdout.decode("utf-8")
    done = process(str(tmp_path / article), *EXTRACTIVE, env=latin)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b'  "I take full responsibility for what happened,"\n     - ' in done.stdout


def test_every_exit_code_is_in_the_help_and_in_the_manual(run: Run) -> None:
    told = run("--help").out.split("exit codes")[1]
    manual = (Path(__file__).parent.parent / "docs" / "cli.md").read_text()
    for code in (0, 1, 2, 3, 4, 130, 141):
        assert f"  {code}  " in told
        assert f"| {code} |" in manual


def test_the_section_on_the_command_line_is_a_section() -> None:
    assert all(issubclass(getattr(newsbrief, name.title()), Section) for name in SECTIONS)
