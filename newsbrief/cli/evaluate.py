"""``newsbrief eval``: briefs of annotated articles, scored, and held against a gate."""

from __future__ import annotations

import argparse
import os
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsbrief.cli.options import (
    EVAL,
    Parser,
    UsageError,
    add_model_options,
    chosen_settings,
    existing_folder,
    one_of,
    unknown_option,
)
from newsbrief.cli.patience import Patience
from newsbrief.cli.terminal import prepare_stdout, progress, say
from newsbrief.cli.trouble import FAILED, HOPELESS, OK, USAGE, exit_code, worded
from newsbrief.errors import InputError, NoModelWarning
from newsbrief.export.json import harmless
from newsbrief.export.layout import clean

if TYPE_CHECKING:
    from newsbrief.evals.report import Report
    from newsbrief.evals.running import Case

LAYOUTS = ("polnear", "polnear-doubled", "giveme5w1h", "gold")
FORMATS = ("text", "json")
_EPILOG = """\
layouts:
  polnear          who said what: PATH/data/SPLIT/text/ and attributions/
  polnear-doubled  the same, where doubled apostrophes are quotation marks, too
  giveme5w1h       what, when, where and who: PATH/*.json
  gold             quotes, stakeholders, events: PATH/*.json and their texts

examples:
  newsbrief eval polnear ~/polnear --split dev --model extractive
  newsbrief eval gold tests/gold --gate tests/gold_gate.toml --misses

exit codes:
  0  no figure is below its floor; or there is no gate
  1  a figure fell, the data cannot be read, or every article failed
  4  the model failed on every article, or would have
  2, 3, 130, 141  as for newsbrief itself
"""


def evaluate(argv: Sequence[str]) -> int:
    """Runs ``newsbrief eval`` with ``argv`` and returns its exit code. Raises `ConfigError`."""
    try:
        options = _parse(argv)
    except SystemExit as answered:  # --help
        return int(answered.code or OK)
    except UsageError as error:
        say(f"{error} (see newsbrief eval --help)")
        return USAGE
    prepare_stdout(utf8=options.format == "json")
    with progress():
        return _scored(options)


def _scored(options: argparse.Namespace) -> int:
    from newsbrief.evals import evaluate, gate
    from newsbrief.settings import Settings

    floors = gate.read(options.gate) if options.gate else {}  # before an hour of work, not after
    if options.write_gate:
        gate.check(options.write_gate)
    trouble, far = _Trouble(), _Far(options.folder)
    try:
        with Patience(far.told), warnings.catch_warnings():
            warnings.simplefilter("ignore", NoModelWarning)  # the report names the engine
            report = evaluate(
                options.layout,
                options.folder,
                split=options.split or "dev",
                settings=Settings.model_validate(chosen_settings(options)),
                limit=options.limit,
                max_chars=options.max_chars,
                jobs=options.jobs,
                failed=trouble.meet,
                begun=far.begin,
            )
    except (InputError, *HOPELESS) as error:
        say(worded(error))
        return exit_code(error)
    _show(report, options)
    fallen = list(gate.fallen(floors, report.figures))
    for line in fallen:
        say(line)
    if not report.run.made:
        return max(trouble.worst, FAILED)
    if options.write_gate:
        gate.write(options.write_gate, report.figures, report.about)
    return FAILED if fallen else OK


class _Far:
    """How far a run has come."""

    def __init__(self, folder: Path) -> None:
        self._at = f"reading {folder}"

    def begin(self, number: int, of: int) -> None:
        self._at = f"at work on article {number:,} of {of:,}"

    def told(self) -> str:
        return self._at


class _Trouble:
    """What went wrong with single articles: told at once, and no reason to stop."""

    def __init__(self) -> None:
        self.worst = OK

    def meet(self, case: Case[Any], error: Exception) -> None:
        if isinstance(error, HOPELESS) or os.environ.get("NEWSBRIEF_DEBUG"):
            raise error
        self.worst = max(self.worst, exit_code(error))
        say(f"{case.name}: {worded(error)}")


def _show(report: Report, options: argparse.Namespace) -> None:
    if options.format == "json":
        print(harmless(report.to_json(misses=options.misses)))
        return
    print(report.to_text())
    if options.misses:
        for miss in report.misses:
            print(f"\n{miss.figure}  {clean(miss.article)}\n  {clean(miss.what)}")


def _parse(argv: Sequence[str]) -> argparse.Namespace:
    parser = _parser()
    given, unknown = parser.parse_known_intermixed_args(argv)
    if unknown:
        raise UsageError(unknown_option(unknown[0], parser))
    if given.split and not given.layout.startswith("polnear"):
        raise UsageError(f"--split is of polnear alone; {given.layout} has no splits")
    if "fallback" in dict(given.set):
        raise UsageError("--set fallback= would have another engine's briefs scored as the model's")
    return given


def _parser() -> Parser:
    parser = Parser(
        prog=f"newsbrief {EVAL}",
        usage=f"newsbrief {EVAL} LAYOUT PATH [options]",
        description="Briefs annotated articles, and scores the briefs against the annotations.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    add = parser.add_argument
    add("layout", metavar="LAYOUT", type=one_of("layout", LAYOUTS), help=", ".join(LAYOUTS))
    add("folder", metavar="PATH", type=existing_folder, help="the folder with the data")
    add("--split", metavar="NAME", help="of PolNeAR: dev (the default), train ...")
    add_model_options(parser)
    add("--limit", metavar="N", type=_count, help="only the first N articles")
    add("--max-chars", metavar="N", type=_count, help="only articles of at most N characters")
    add("--jobs", metavar="N", type=_count, default=1, help="articles at a time; 1 by default")
    add(
        "--format",
        metavar="|".join(FORMATS),
        type=one_of("format", FORMATS),
        default=FORMATS[0],
        help="text by default",
    )
    add("--misses", action="store_true", help="also tell every single case that was missed")
    add("--gate", metavar="FILE", type=Path, help="fail where a figure is below its floor in FILE")
    add("--write-gate", metavar="FILE", type=Path, help="write this run's figures as floors")
    return parser


def _count(given: str) -> int:
    if not given.isascii() or not given.isdigit() or int(given) < 1:
        raise UsageError(f"{given!r} is no number of 1 or more")
    return int(given)
