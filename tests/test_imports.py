"""What an import brings in, and what it does not; and the API as a type checker sees it."""

from __future__ import annotations

import ast
import copy
import pickle
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import story

import newsbrief

HEAVY = ("openai", "instructor", "jinja2", "pydantic", "tenacity", "httpx2", "asyncio")


def loaded_by(code: str, *names: str) -> set[str]:
    """Those of ``names`` that ``code`` imports, in a Python of its own."""
    report = f"import sys\n{code}\nprint(*[n for n in {names!r} if n in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-I", "-c", report], check=True, capture_output=True, text=True
    )
    return set(done.stdout.split())


def test_the_import_is_cheap() -> None:
    assert loaded_by("import newsbrief", *HEAVY) == set()


def test_the_check_sees_what_is_there() -> None:
    assert loaded_by("import pydantic", *HEAVY) >= {"pydantic"}


@pytest.mark.parametrize(
    "code",
    [
        "newsbrief.__version__; dir(newsbrief); newsbrief.__all__",
        "newsbrief.NewsbriefError; newsbrief.Span(0, 1); newsbrief.Article('The mayor resigned.')",
        "newsbrief.locate('The mayor resigned.', 'mayor')",
    ],
    ids=["names", "errors, spans and articles", "locate"],
)
def test_nor_do_these_need_more(code: str) -> None:
    assert loaded_by(f"import newsbrief\n{code}", *HEAVY) == set()


def test_an_extractive_brief_needs_no_client() -> None:
    code = f"""
from newsbrief import summarise
brief = summarise({story.TEXT!r}, model="extractive", published="2023-05-31")
assert brief.quotes
brief.model_dump_json()
"""
    wanted = loaded_by(code, *HEAVY)
    assert wanted & {"openai", "instructor", "jinja2", "tenacity", "httpx2"} == set()


@pytest.mark.parametrize("json", [False, True])
def test_validators_are_built_for_json_not_for_a_brief(json: bool) -> None:
    """pydantic looks for its plugins when it builds the first one."""
    code = f"""
from newsbrief import summarise
brief = summarise({story.TEXT!r}, model="extractive")
assert brief.events and brief.quotes and brief.stakeholders
if {json}:
    brief.model_dump_json()
"""
    found = loaded_by(code, "pydantic.plugin._loader", "newsbrief.draft.answers")
    assert found == ({"pydantic.plugin._loader"} if json else set())


def test_nor_does_one_that_nobody_asked_for() -> None:
    code = f"""
import os, warnings
[os.environ.pop(n) for n in list(os.environ) if n.startswith(("OPENAI", "NEWSBRIEF"))]
warnings.simplefilter("ignore")
from newsbrief import summarise
summarise({story.TEXT!r})
"""
    assert loaded_by(code, "openai", "instructor", "jinja2", "tenacity", "httpx2") == set()


def test_the_fake_backend_needs_no_client() -> None:
    code = f"""
from newsbrief import FakeBackend, summarise
summarise({story.TEXT!r}, model=FakeBackend([{story.answer()!r}]))
"""
    assert loaded_by(code, "openai", "instructor", "httpx2") == set()


# --- the public names ----------------------------------------------------------------------------


def _promised() -> set[str]:
    """The names that a type checker sees: those of the TYPE_CHECKING block, and the version."""
    tree = ast.parse(Path(newsbrief.__file__).read_text(encoding="utf-8"))
    return {
        alias.asname
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.asname
    }


def test_all_is_complete() -> None:
    assert set(newsbrief.__all__) == _promised()
    assert list(newsbrief.__all__) == sorted(newsbrief.__all__)
    assert set(dir(newsbrief)) >= set(newsbrief.__all__)


@pytest.mark.parametrize("name", newsbrief.__all__)
def test_every_name_is_there_and_told(name: str) -> None:
    value = getattr(newsbrief, name)
    if name == "__version__":
        assert isinstance(value, str)
        return
    assert value.__name__ == name
    assert value.__doc__
    assert value.__module__.startswith("newsbrief.")


def test_every_error_is_public_and_ours() -> None:
    from newsbrief import errors

    found = [e for e in vars(errors).values() if isinstance(e, type) and issubclass(e, Exception)]
    assert {error.__name__ for error in found} <= set(newsbrief.__all__)
    for error in found:
        assert issubclass(error, (newsbrief.NewsbriefError, Warning))


@pytest.mark.parametrize("again", [copy.copy, lambda one: pickle.loads(pickle.dumps(one))])
def test_every_error_comes_back_from_a_worker_process(again: Callable[[Any], Any]) -> None:
    from newsbrief import errors

    found = [e for e in vars(errors).values() if isinstance(e, type) and issubclass(e, Exception)]
    assert errors.Unrepairable in found
    for error in found:
        raised = error("no brief")
        if isinstance(raised, (newsbrief.BackendError, newsbrief.AnswerError)):
            raised.attempts = (newsbrief.Attempt("schema", "it is not JSON"),)
            raised.usage, raised.cost = newsbrief.Usage(input=7), 0.5
        back = again(raised)
        assert (type(back), back.args, vars(back)) == (error, ("no brief",), vars(raised))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'sumarise'"):
        newsbrief.sumarise  # type: ignore[attr-defined]  # noqa: B018  (what must fail)
    with pytest.raises(ImportError):
        from newsbrief import nothing  # type: ignore[attr-defined]  # noqa: F401  (likewise)


def test_a_star_import_gives_what_all_says() -> None:
    code = "from newsbrief import *\nassert {'summarise', 'Events', 'NewsbriefError'} <= set(dir())"
    loaded_by(code)


# --- types ---------------------------------------------------------------------------------------

API = Path(__file__).parent / "typing" / "api.py"


def mypy(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mypy", "--strict", "--warn-unused-ignores", *arguments]
    return subprocess.run(command, check=False, capture_output=True, text=True, cwd=API.parents[2])


def test_the_api_is_typed() -> None:
    """`assert_type` fails for a wrong type, and an unused `type: ignore` for a call that should
    not have passed."""
    done = mypy(str(API))
    assert done.returncode == 0, done.stdout


def test_the_type_check_can_fail(tmp_path: Path) -> None:
    wrong = API.read_text(encoding="utf-8").replace(
        "assert_type(brief[Events], tuple[Event, ...])",
        "assert_type(brief[Events], tuple[Quote, ...])",
    )
    (tmp_path / "wrong.py").write_text(wrong, encoding="utf-8")
    done = mypy(str(tmp_path / "wrong.py"))
    assert done.returncode == 1
    assert "tuple[Quote, ...]" in done.stdout


def test_no_any_leaks_out_of_the_api(tmp_path: Path) -> None:
    names = [name for name in newsbrief.__all__ if name != "__version__"]
    lines = [f"from newsbrief import {', '.join(names)}"]
    lines += [f"reveal_type({name})" for name in ("summarise", "asummarise", "locate")]
    lines += ["brief = summarise('x')"]
    fields = ("events", "quotes", "stakeholders", "summary", "provenance", "article", "headline")
    lines += [f"reveal_type(brief.{field})" for field in fields]
    (tmp_path / "probe.py").write_text("\n".join(lines), encoding="utf-8")
    done = mypy(str(tmp_path / "probe.py"))
    assert done.stdout.count("Revealed type") == 10, done.stdout
    told = done.stdout.replace("Coroutine[Any, Any, ", "")  # what every `async def` returns
    assert not re.search(r"\bAny\b", told)
