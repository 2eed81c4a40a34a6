"""Every snippet in README.md and docs/ runs, and prints what it says it prints.

`python` blocks of a page run one after the other in one namespace; `sh` blocks run as they stand.
Both run in a copy of the checkout's examples, and every URL of a model's server on localhost, and
OpenAI's own, leads to a server of the tests; so does, in Python, a local model. `console` blocks
show what CI itself runs (make, pip) or a file; that file is compared.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from gguf_files import chat_model
from llama import Llama
from pydantic import BaseModel
from server import Answer, Request, Server, completion

from newsbrief import (
    Article,
    Attempt,
    Brief,
    Dropped,
    Event,
    Provenance,
    Quote,
    Span,
    Stakeholder,
    SummarySentence,
    When,
)
from newsbrief.backends.llama import models

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LOCAL = re.compile(r"http://localhost:\d+/v1")
GGUF = "llama-3.2-3b-instruct.gguf"
TIME = re.compile(r"\d+ ms|\d+\.\d+ s")


def blocks(page: Path, language: str) -> list[str]:
    found = BLOCK.findall(page.read_text(encoding="utf-8"))
    return [text for kind, text in found if kind == language]


def empty(request: Request) -> Answer:
    """A brief of nothing, whatever the article: the snippets show how to ask, not what comes."""
    lists: dict[str, Any] = {name: [] for name in ("summary", "stakeholders", "events", "quotes")}
    content = {"headline": "", **lists}
    return completion(content, tool="tools" in request.body)


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def model(serve: Callable[..., Server], monkeypatch: pytest.MonkeyPatch) -> str:
    url = f"{serve(by=empty).url}"
    monkeypatch.setenv("OPENAI_BASE_URL", url)
    return url


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_python_snippets_run(
    page: Path, checkout: Path, model: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat_model(checkout, GGUF)
    monkeypatch.setitem(sys.modules, "xllamacpp", Llama(by=empty))
    namespace: dict[str, object] = {}
    for snippet in blocks(page, "python"):
        source = LOCAL.sub(model, snippet)
        exec(compile(source, page.name, "exec", dont_inherit=True), namespace)
    models.unload(checkout / GGUF)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_shell_snippets_run(page: Path, checkout: Path, model: str) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    for snippet in blocks(page, "sh"):
        script = LOCAL.sub(model, snippet)
        done = subprocess.run(
            ["bash", "-e", "-c", script],
            env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, f"{snippet}{done.stderr}"
        assert done.stdout


def test_the_readme_shows_the_brief_as_it_prints(checkout: Path) -> None:
    page = ROOT / "README.md"
    command = next(s for s in blocks(page, "sh") if "--model extractive" in s)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = {**os.environ, "PATH": path}
    done = subprocess.run(
        ["bash", "-c", command], env=env, capture_output=True, text=True, check=True
    )
    (shown,) = blocks(page, "text")
    assert TIME.sub("N ms", done.stdout).strip() == TIME.sub("N ms", shown).strip()


def test_the_section_page_shows_the_template_of_the_example() -> None:
    shown = next(b for b in blocks(ROOT / "docs" / "sections.md", "console") if "cat " in b)
    command, template = shown.split("\n", 1)
    file = ROOT / command.removeprefix("$ cat ")
    assert template == file.read_text(encoding="utf-8")


def test_the_page_on_the_brief_names_every_field() -> None:
    page = (ROOT / "docs" / "brief.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(\w+)`", page))
    held: list[type[BaseModel]] = [
        Brief,
        Event,
        When,
        Quote,
        Stakeholder,
        SummarySentence,
        Provenance,
    ]
    known = {name for model in held for name in model.model_fields}
    known |= {field.name for kind in (Article, Span, Attempt, Dropped) for field in fields(kind)}
    assert known <= named


def anchors(page: Path) -> set[str]:
    """The headings of ``page`` as GitHub makes anchors of them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_every_link_to_a_file_leads_somewhere() -> None:
    for page in [*PAGES, ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md"]:
        text = page.read_text(encoding="utf-8")
        for target, anchor in re.findall(r"\]\(([^)#:]*)(?:#([^)]*))?\)", text):
            file = page.parent / target if target else page
            assert file.exists(), f"{page.name}: {target}"
            assert not anchor or anchor in anchors(file), f"{page.name}: {target}#{anchor}"
