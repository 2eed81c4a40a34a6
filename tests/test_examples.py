"""Every example runs offline, is short, and prints something worth reading."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

EXAMPLES = sorted((Path(__file__).parent.parent / "examples").glob("*.py"))
SAYS = {
    "claims": "Tomas Okafor: If we wait another year",
    "demo": "A LANGUAGE MODEL'S BRIEF, replayed from a recording, not live",
    "quickstart": "“show sincerity” - Mao Ning",
    "replayed": "tokens in",
    "streaming": "q2  “The question is not if but how,” - Tom Okafor",
    "test_with_fake": "dropped: the article does not hold these words",
}


def test_every_example_is_known() -> None:
    assert {example.stem for example in EXAMPLES} == set(SAYS)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.stem)
def test_example(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_path(str(example), run_name="__main__")
    assert SAYS[example.stem] in capsys.readouterr().out
    assert len(example.read_text(encoding="utf-8").splitlines()) < 40
