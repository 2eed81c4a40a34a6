"""The command line: files in, briefs out, and one clear line for whatever goes wrong.

Nothing slow is imported before it is needed: ``newsbrief --help`` loads neither pydantic nor
openai.
"""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from newsbrief.cli.options import EVAL, SECTIONS, STDIN, Options, UsageError, parse, short_help
from newsbrief.cli.patience import Patience
from newsbrief.cli.terminal import (
    close_stdout,
    colour,
    prepare_stdout,
    progress,
    read_stdin,
    say,
    width,
)
from newsbrief.cli.trouble import (
    CLOSED,
    CONFIGURATION,
    FAILED,
    HOPELESS,
    INTERRUPTED,
    OK,
    USAGE,
    exit_code,
    worded,
)
from newsbrief.errors import ConfigError, InputError, NoModelWarning
from newsbrief.export.layout import cells, clean, paint
from newsbrief.slips import neighbour

if TYPE_CHECKING:
    from newsbrief.article import Article
    from newsbrief.brief import Brief
    from newsbrief.sections.base import AnySection
    from newsbrief.settings import Settings

_NO_MODEL = "no model configured, so this brief is extractive; see newsbrief --help"


def main(argv: Sequence[str] | None = None) -> int:
    """Runs ``newsbrief`` with ``argv`` (None: the process's own) and returns its exit code, one of
    those that ``newsbrief --help`` lists. Raises nothing, unless NEWSBRIEF_DEBUG is set."""
    try:
        code = _run(sys.argv[1:] if argv is None else argv)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except UsageError as error:
        say(f"{error} (see newsbrief --help)")
        return USAGE
    except KeyboardInterrupt:
        say("interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        close_stdout()
        return CLOSED
    except (ConfigError, OSError) as error:
        if os.environ.get("NEWSBRIEF_DEBUG"):
            raise
        if isinstance(error, ConfigError):
            say(worded(error))
            return CONFIGURATION
        close_stdout()
        say(f"cannot write the output: {error.strerror or error}")
        return FAILED


def _run(argv: Sequence[str]) -> int:
    if argv and argv[0] == EVAL:
        from newsbrief.cli.evaluate import evaluate

        return evaluate(argv[1:])
    try:
        options = parse(argv)
    except SystemExit as answered:  # --help, --version
        return int(answered.code or OK)
    if not options.files and (sys.stdin is None or sys.stdin.isatty()):
        if sys.stderr is not None:
            sys.stderr.write(short_help())
        return USAGE
    if sys.stdout is None:
        raise OSError("standard output is closed")
    prepare_stdout(utf8=options.format != "text")
    files = options.files or (STDIN,)
    with progress():
        return _Work(options, len(files), _settings(options), _sections(options)).through(files)


def _settings(options: Options) -> Settings:
    from newsbrief.settings import Settings

    return Settings.model_validate(options.settings)


def _sections(options: Options) -> tuple[type[AnySection], ...]:
    from newsbrief.jobs import DEFAULT_SECTIONS

    own = {section.name: section for section in DEFAULT_SECTIONS}
    chosen = options.sections or tuple(own)
    return tuple(own[name] if name in own else _loaded(name) for name in chosen)


def _loaded(name: str) -> type[AnySection]:
    """The user's section called ``module:Class``; the module may lie in the current folder."""
    from importlib import import_module

    from newsbrief.sections.base import Section

    module, _, attribute = name.partition(":")
    try:
        if str(Path.cwd()) not in sys.path:
            sys.path.insert(0, str(Path.cwd()))
        found = getattr(import_module(module), attribute)
    except (Exception, SystemExit) as error:  # whatever a user's module raises
        if os.environ.get("NEWSBRIEF_DEBUG"):
            raise
        hint = f"; write {module[:-3]}:{attribute}" if module.endswith(".py") else ""
        raise UsageError(f"cannot load the section {name!r}: {error}{hint}") from error
    if not (isinstance(found, type) and issubclass(found, Section)):
        raise UsageError(f"cannot load the section {name!r}: it is no Section")
    return found


@dataclass
class _Work:
    """The files, one by one. What goes wrong with one is told, and the next one is taken."""

    options: Options
    count: int
    settings: Settings
    sections: tuple[type[AnySection], ...]
    worst: int = field(default=OK, init=False)
    written: int = field(default=0, init=False)
    patience: Patience = field(init=False)
    told: set[str] = field(default_factory=set, init=False)
    at: str = field(default="", init=False)  # the file in hand, and which one of them it is

    def through(self, files: Sequence[str]) -> int:
        """Writes the briefs of ``files``; returns the exit code."""
        with Patience(lambda: f"at work on {self.at}") as self.patience:
            self._through(files)
        return self.worst

    def _through(self, files: Sequence[str]) -> None:
        for number, file in enumerate(files, 1):
            which = f", file {number:,} of {self.count:,}" if self.count > 1 else ""
            self.at = f"{_name(file)}{which}"
            try:
                page = self._shown(self._brief(file))
            except Exception as error:
                if os.environ.get("NEWSBRIEF_DEBUG"):
                    raise
                self._tell(file, error)
                if isinstance(error, HOPELESS) and number < self.count:
                    say(f"not tried, since they would fail likewise: {self.count - number} more")
                    break
            else:
                self._write(file, page)

    def _brief(self, file: str) -> Brief:
        from newsbrief.api import summarise

        article = self._article(file)
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always", NoModelWarning)
            brief = summarise(article, sections=self.sections, settings=self.settings)
        for warning in caught:
            if str(warning.message) not in self.told:
                self.told.add(str(warning.message))
                missing = issubclass(warning.category, NoModelWarning)
                say(_NO_MODEL if missing else f"warning: {warning.message}")
        return brief

    def _article(self, file: str) -> Article:
        from newsbrief.article import MAX_CHARACTERS, Article, decode

        options = self.options
        if file != STDIN:
            return Article.from_file(file, title=options.title, published=options.published)
        most = 4 * MAX_CHARACTERS  # bytes
        raw = read_stdin(most + 1)
        if len(raw) > most:
            raise InputError(f"it holds more than {most:,} bytes; no more are read")
        return Article(decode(raw, "standard input"), options.title, options.published)

    def _tell(self, file: str, error: Exception) -> None:
        self.worst = max(self.worst, exit_code(error))
        name = _name(file)
        own_sections = not set(self.options.sections) <= set(SECTIONS)
        words = worded(error, own_sections)
        if isinstance(error, InputError) and file != STDIN:
            words += _hint(file)
        about_file = isinstance(error, InputError) or self.count > 1
        say(f"{name}: {words}" if about_file and name not in words else words)

    def _write(self, file: str, page: str) -> None:
        if self.count > 1 and self.options.format not in ("json", "jsonl"):
            print(self._between(file), end="")
        print(page, flush=True)
        self.written += 1
        if sys.stdout.isatty():  # else nobody sees how far it has come
            self.patience.restart()

    def _between(self, file: str) -> str:
        """What stands before the brief of one of several files."""
        gap = "\n" if self.written else ""
        name = clean(_name(file))
        if self.options.format == "markdown":
            from newsbrief.export.markdown import escape

            rule = f"{gap}---\n\n" if self.written else ""
            return f"{rule}**{escape(name)}**\n\n"
        rule = f"── {name} {'─' * max(2, width() - cells(name) - 4)}"
        return f"{gap}{paint(rule, 'dim', colour())}\n\n"

    def _shown(self, brief: Brief) -> str:
        if self.options.format in ("json", "jsonl"):
            from newsbrief.export.json import to_json

            indented = self.options.format == "json" and self.count == 1
            return to_json(brief, indent=2 if indented else None)
        if self.options.format == "markdown":
            from newsbrief.export.markdown import to_markdown

            return to_markdown(brief, self.sections)
        from newsbrief.export.text import to_text

        return to_text(self._without_told(brief), width(), colour(), self.sections)

    def _without_told(self, brief: Brief) -> Brief:
        """``brief`` without the warnings that stand on standard error already."""
        made = brief.provenance
        left = tuple(warning for warning in made.warnings if warning not in self.told)
        return brief.model_copy(update={"provenance": made.model_copy(update={"warnings": left})})


def _hint(file: str) -> str:
    """What may have been meant by a ``file`` that cannot be read."""
    if not os.path.lexists(file):
        return neighbour(Path(file))
    return f", or of several, as {Path(file) / '*.txt'}" if Path(file).is_dir() else ""


def _name(file: str) -> str:
    return "standard input" if file == STDIN else file
