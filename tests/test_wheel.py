"""The built wheel, installed into a clean virtual environment, makes a brief there."""

from __future__ import annotations

import json
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SCRIPT = """
import json, pathlib, newsbrief, newsbrief.prompts
text = "Rain in Harwick. “The pier is gone,” said mayor Ana Ruiz on Monday. Nobody was hurt."
answer = {"headline": "Harwick loses its pier", "summary": [], "stakeholders": [], "events": [],
          "quotes": [{"passage": 1, "text": None, "speaker": "Ana Ruiz"}]}
by_text = newsbrief.summarise(text, model="extractive")
by_model = newsbrief.summarise(text, model=newsbrief.FakeBackend([answer]))
print(json.dumps({
    "home": str(pathlib.Path(newsbrief.__file__).parent),
    "prompts": str(newsbrief.prompts.bundled()),
    "quotes": [[q.text, q.speaker_name] for b in (by_text, by_model) for q in b.quotes],
}))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    subprocess.run([*build, str(ROOT)], check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_holds_the_templates_and_the_types_and_nothing_else(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    templates = {f"newsbrief/_prompts/{p.name}" for p in (ROOT / "prompts").glob("*.j2")}
    assert templates
    assert templates <= names
    assert "newsbrief/py.typed" in names
    assert {name.split("/")[0].split("-")[0] for name in names} == {"newsbrief"}


def test_a_brief_from_the_wheel_in_a_clean_environment(wheel: Path, tmp_path: Path) -> None:
    # The dependencies are this environment's own, by a path file: pip would need the network. The
    # package is the wheel's; a checkout on the path would be an editable one and shows in `home`.
    clean = tmp_path / "clean"
    venv.create(clean, with_pip=True)
    python = clean / "bin" / "python"
    install = ["-m", "pip", "install", "--no-deps", "--no-index", "--quiet", str(wheel)]
    subprocess.run([str(python), *install], check=True, capture_output=True)
    (site,) = clean.glob("lib/python3*/site-packages")
    borrowed = next(p for p in map(Path, sys.path) if p.name == "site-packages")
    (site / "dependencies.pth").write_text(f"{borrowed}\n")
    done = subprocess.run(
        [str(python), "-I", "-W", "error", "-c", SCRIPT],
        check=True, capture_output=True, text=True, encoding="utf-8", cwd=tmp_path,
    )  # fmt: skip
    told = json.loads(done.stdout)
    assert Path(told["home"]).is_relative_to(clean)
    assert Path(told["prompts"]).is_relative_to(clean)
    assert told["quotes"] == [["The pier is gone,", "Ana Ruiz"]] * 2
