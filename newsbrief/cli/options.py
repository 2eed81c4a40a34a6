"""What can be asked for on the command line, and how a slip is answered."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from newsbrief.slips import meant, neighbour
from newsbrief.version import __version__

STDIN = "-"
EVAL = "eval"  # a file of this name is ./eval
FORMATS = ("text", "json", "jsonl", "markdown")
SECTIONS = ("events", "quotes", "stakeholders")
SETTABLE = (
    "context", "deadline", "fallback", "max_cost_usd", "max_output_tokens", "mode", "repairs",
    "retries", "temperature", "timeout",
)  # fmt: skip
_ELSEWHERE = {
    "model": "--model",
    "base_url": "--base-url",
    "prompts": "--prompts",
    "api_key": "OPENAI_API_KEY, which no list of processes shows",
}
EXAMPLES = """\
examples:
  newsbrief article.txt --published 2023-05-30
  newsbrief *.txt --format jsonl > briefs.jsonl
  curl -s https://example.org/news.txt | newsbrief --model extractive

newsbrief eval --help tells how to score a model against annotated articles.
"""
_EPILOG = f"""{EXAMPLES}
environment:
  OPENAI_API_KEY    key of OpenAI, or of the server at the base URL
  OPENAI_BASE_URL   any OpenAI-compatible server, up to and with /v1
  NEWSBRIEF_MODEL   the model, where --model does not name one
  NO_COLOR, FORCE_COLOR   colour never, or also where no terminal is
  NEWSBRIEF_DEBUG   any value: errors with their traceback

exit codes (of several troubles, the largest):
  0  every brief was written
  1  an article could not be read or briefed; the others were written
  2  wrong usage: an unknown option, format or section
  3  configuration: a setting or a prompt template is missing or makes no sense
  4  the model failed: no answer, or none of use
  130  interrupted (Ctrl-C)
  141  the output was closed by its reader, as head does
"""


class UsageError(Exception):
    """The command line makes no sense; the message says why."""


@dataclass(frozen=True, slots=True)
class Options:
    """A command line that makes sense."""

    files: tuple[str, ...]
    settings: Mapping[str, object]
    published: str | None
    title: str | None
    format: str
    sections: tuple[str, ...]


def parse(argv: Sequence[str]) -> Options:
    """The options in ``argv``.

    Raises `UsageError`; and ``SystemExit`` once --help or --version is answered.
    """
    parser = _parser()
    # Behind "--" all are files; argparse forgets that where files and options are mixed. And they
    # must be: without, argparse takes the b of `a --title T b` for an option.
    end = argv.index("--") if "--" in argv else len(argv)
    given, unknown = parser.parse_known_intermixed_args(argv[:end])
    if unknown:
        raise UsageError(unknown_option(unknown[0], parser))
    files = (*given.files, *argv[end + 1 :])
    if given.title is not None and len(files) > 1:
        raise UsageError("--title names one article, but there are several files")
    if files.count(STDIN) > 1:
        raise UsageError("standard input (-) can be read only once")
    return Options(
        files=files,
        settings=chosen_settings(given),
        published=given.published,
        title=given.title,
        format=given.format,
        sections=tuple(dict.fromkeys(name for names in given.section for name in names)),
    )


def short_help() -> str:
    """Usage and examples, for who gave nothing to read."""
    return f"{_parser().format_usage()}\n{EXAMPLES}\nMore: newsbrief --help\n"


class Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(message.removeprefix("argument "))


def _parser() -> Parser:
    parser = Parser(
        prog="newsbrief",
        usage="newsbrief [options] [FILE ...]",
        description="Structured briefs of news articles: events, quotes and stakeholders,\n"
        "each tied to the article's own characters.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,  # a script's --form must not change its meaning with a later option
    )
    add = parser.add_argument
    add(
        "files",
        nargs="*",
        metavar="FILE",
        help="articles as plain UTF-8 text, one a file; none, or -, for standard input",
    )
    add_model_options(parser)
    add(
        "--published",
        metavar="DATE",
        type=_date,
        help="when the articles appeared, e.g. 2023-05-30; 'on Tuesday' is resolved against it",
    )
    add("--title", metavar="TEXT", help="the article's title, where the file does not hold it")
    add(
        "--format",
        metavar="|".join(FORMATS),
        type=one_of("format", FORMATS),
        default=FORMATS[0],
        help="text by default; jsonl is one brief a line, and so is json of several files",
    )
    add(
        "--section",
        metavar="NAME",
        type=_sections,
        action="append",
        default=[],
        help=f"only this section, or several as a,b: {', '.join(SECTIONS)}, or one of your own "
        "as module:Class; may be repeated",
    )
    add("--version", action="version", version=f"newsbrief {__version__}")
    return parser


def add_model_options(parser: argparse.ArgumentParser) -> None:
    """The options that say which model writes the briefs, and how it is asked."""
    add = parser.add_argument
    add(
        "--model",
        metavar="NAME",
        help="a model of the server, 'local:FILE.gguf' for one in a file, or 'extractive' for "
        "the engine without an LLM; by default the configured model, and without one the "
        "extractive engine",
    )
    add("--base-url", metavar="URL", help="any OpenAI-compatible server, up to and with /v1")
    add(
        "--prompts",
        metavar="DIR",
        type=_templates,
        help="a folder of templates that stand in for newsbrief's own, file by file",
    )
    add(
        "--set",
        metavar="NAME=VALUE",
        type=_setting,
        action="append",
        default=[],
        help=f"another setting, such as deadline=600: {', '.join(SETTABLE)}; may be repeated",
    )


def chosen_settings(given: argparse.Namespace) -> dict[str, object]:
    """What the options of `add_model_options` say, by the names of `Settings`."""
    named = {"model": given.model, "base_url": given.base_url, "prompts": given.prompts}
    return named | dict(given.set)


def one_of(what: str, known: Sequence[str]) -> Callable[[str], str]:
    """The type of an option that takes one of ``known``; ``what`` names such a one."""

    def checked(given: str) -> str:
        if given not in known:
            choice = meant(given, known) or f"; choose from {', '.join(known)}"
            raise UsageError(f"there is no {what} {given!r}{choice}")
        return given

    return checked


def unknown_option(argument: str, parser: argparse.ArgumentParser) -> str:
    """That ``argument`` is none of the options of ``parser``, and which one was meant."""
    option = argument.split("=", maxsplit=1)[0]
    known = [name for name in parser._option_string_actions if name.startswith("--")]
    return f"there is no option {option!r}{meant(option, known)}"


def _setting(given: str) -> tuple[str, str]:
    name, _, value = given.partition("=")
    if name in _ELSEWHERE:
        raise UsageError(f"--set takes no {name}; use {_ELSEWHERE[name]}")
    if not value:
        raise UsageError(f"--set {given!r} sets nothing; write it as deadline=600")
    return one_of("setting", SETTABLE)(name), value


def _sections(given: str) -> tuple[str, ...]:
    return tuple(_section(name.strip()) for name in given.split(","))


def _section(given: str) -> str:
    if given not in SECTIONS and ":" not in given:
        choice = meant(given, SECTIONS)
        choice = choice or f"; choose from {', '.join(SECTIONS)}, or give your own as module:Class"
        raise UsageError(f"there is no section {given!r}{choice}")
    return given


def existing_folder(given: str) -> Path:
    """The folder at ``given``. Raises `UsageError` where there is none."""
    folder = Path(given)
    try:
        if folder.is_dir():
            return folder
        if folder.exists():
            raise UsageError(f"{given!r} is a file; a folder is wanted here")
    except (OSError, ValueError):  # a name that is too long, or holds a NUL
        pass
    raise UsageError(f"there is no folder {given!r}{neighbour(folder, folder=True)}")


def _templates(given: str) -> Path:
    folder = existing_folder(given)
    if not any(folder.glob("*.j2")):
        raise UsageError(f"the folder {given!r} holds no template (*.j2)")
    return folder


def _date(given: str) -> str:
    from newsbrief.article import Article
    from newsbrief.errors import InputError

    try:
        Article("a text", published=given)
    except InputError:
        raise UsageError(
            f"--published {given!r} is no date; write it as 2023-05-30 or 2023-05-30T18:00"
        ) from None
    return given
