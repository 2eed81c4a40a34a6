"""The scorers on planted data, the gold articles, and the gate that the engine must pass."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from server import Server, completion, failure

from newsbrief.cli import main
from newsbrief.errors import ConfigError, InputError
from newsbrief.evals import LAYOUTS, evaluate, gate
from newsbrief.evals.annotation import Annotation, load
from newsbrief.evals.report import Report
from newsbrief.evals.running import Case
from newsbrief.evals.tally import Figure
from newsbrief.run.abreast import abreast

TESTS = Path(__file__).parent
GOLD = TESTS / "gold"
GATE = TESTS / "gold_gate.toml"
CASES = load(GOLD)
MARKED = re.compile(r"“([^”\n]+)”|\"([^\"\n]+)\"")
EXTRACTIVE = ["--model", "extractive"]

each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


def scored(layout: str, folder: Path, **how: Any) -> Report:
    return evaluate(layout, folder, model="extractive", **how)


def shares(report: Report) -> dict[str, tuple[float | None, int]]:
    return {name: (figure.value, figure.of) for name, figure in report.figures.items()}


# The gold articles


def test_the_engine_passes_the_gate() -> None:
    report = scored("gold", GOLD)
    assert list(gate.fallen(gate.read(GATE), report.figures)) == []
    assert report.failed == 0


def test_the_gate_holds_a_floor_for_every_figure() -> None:
    assert set(gate.read(GATE)) == set(scored("gold", GOLD, limit=1).figures)


def test_ten_articles_of_ten_genres() -> None:
    genres = {re.split("[;,]", case.gold.note)[0] for case in CASES}
    assert len(CASES) == len(genres) == 10
    assert all(900 <= len(case.article.text) <= 1_800 for case in CASES)


@each_case
def test_every_annotated_passage_stands_in_its_article(case: Case[Annotation]) -> None:
    text = case.article.text
    for passage in (*case.gold.quotes, *case.gold.not_speech):
        held = tuple(text[span.start : span.end] for span in passage.spans(text))
        assert held == passage.text


@each_case
def test_every_stretch_in_marks_is_annotated(case: Case[Annotation]) -> None:
    """Single marks are left to the annotator's eye: they are apostrophes too."""
    text = case.article.text
    passages = (*case.gold.quotes, *case.gold.not_speech)
    known = [span for passage in passages for span in passage.spans(text)]
    for found in MARKED.finditer(text):
        start, end = found.span(1 if found[1] else 2)
        assert any(span.start < end and start < span.end for span in known), found[0]


@each_case
def test_every_annotated_name_and_event_is_worded_as_in_the_article(
    case: Case[Annotation],
) -> None:
    text = case.article.text.casefold().replace("’", "'")
    for party in case.gold.stakeholders:
        assert any(name.casefold().replace("’", "'") in text for name in party.any), party
        for role in party.role_any or ():
            assert any(one.casefold() in text for one in party.role_any or ()), role
    for name in case.gold.never_stakeholders:
        assert name.casefold().replace("’", "'") in text
    for event in case.gold.events:
        assert 2 <= len(event.what.split()) <= 6
        assert all(word.casefold() in text for word in event.what.split()), event.what


# The scorers, on what was planted


RUIZ = "Ana Ruiz, the mayor, resigned on Monday. “I take full responsibility,” Ruiz said.\r\n"
BECKER = (
    "\r\nThe council will meet on Thursday, Tom Becker said. “We need calm heads,” he said.\r\n"
)
PLANTED = RUIZ + BECKER


def stretch(number: int, label: str, words: str, text: str) -> str:
    start = text.index(words)
    return f"T{number}\t{label} {start} {start + len(words)}\t{words}"


def polnear(folder: Path, source: str = "Ruiz", text: str = PLANTED) -> Path:
    """One article as PolNeAR has it: two quotes and one reported statement, carriage returns
    counted, since its offsets do."""
    base = folder / "data" / "dev"
    (base / "text").mkdir(parents=True)
    (base / "attributions").mkdir()
    (base / "text" / "one.txt").write_bytes(text.encode())
    lines = [
        stretch(1, "Content", "I take full responsibility,", text),
        stretch(2, "Source", source, text),
        stretch(3, "Content", "We need calm heads,", text),
        stretch(4, "Source", "Tom Becker", text),
        stretch(5, "Content", "The council will meet on Thursday", text),
        stretch(6, "Attribution", "said", text),
        "E1\tAttribution:T6 Content:T1 Source:T2",
        "E2\tAttribution:T6 Content:T3 Source:T4",
        "E3\tAttribution:T6 Content1:T5 Source1:T4",
    ]
    (base / "attributions" / "one_ab12.ann").write_bytes("\n".join(lines).encode())
    (base / "text" / "unannotated.txt").write_text("“We need calm heads,” he said.")
    return folder


def test_polnear_finds_what_was_planted(tmp_path: Path) -> None:
    assert shares(scored("polnear", polnear(tmp_path))) == {
        "quotes.recall": (1.0, 2),
        "quotes.precision": (1.0, 2),
        "quotes.f1": (1.0, 2),
        "quotes.verbatim": (1.0, 2),
        "quotes.speaker": (1.0, 2),
        "quotes.named": (1.0, 2),
        "quotes.end_to_end": (1.0, 2),
        "indirect.recall": (1.0, 1),
        "indirect.precision": (1.0, 1),
        "indirect.f1": (1.0, 1),
        "indirect.speaker": (1.0, 1),
    }


def test_polnear_counts_a_wrong_speaker(tmp_path: Path) -> None:
    report = scored("polnear", polnear(tmp_path, source="Tom Becker"))
    assert report.figures["quotes.speaker"] == (0.5, 2)
    assert report.figures["quotes.end_to_end"] == (0.5, 2)
    assert report.figures["quotes.recall"] == (1.0, 2)
    (miss,) = (miss for miss in report.misses if miss.figure == "quotes.speaker")
    assert "full responsibility" in miss.what


def test_doubled_apostrophes_are_marks_to_a_gold_that_knows_them(tmp_path: Path) -> None:
    doubled = PLANTED.replace("“", "''").replace("”", "''")
    folder = polnear(tmp_path, text=doubled)
    figures = scored("polnear-doubled", folder).figures
    assert figures["quotes.f1"] == figures["quotes.end_to_end"] == (1.0, 2)
    assert figures["indirect.recall"] == (1.0, 1)
    unknown = scored("polnear", folder).figures
    assert unknown["quotes.precision"] == (0.0, 2)
    assert unknown["indirect.recall"].of == 3


def giveme5w1h(folder: Path, **phrases: str) -> Path:
    def answers(text: str, coders: int) -> dict[str, Any]:
        parsed = "2023-05-29T10:00" if text == "Monday" else ""
        return {"annotated": [{"text": text, "coderPhraseCount": coders, "parsed": parsed}]}

    questions = {name: answers(text, 2) for name, text in phrases.items()}
    article = {
        "title": "Mayor resigns",
        "text": "Mayor Ana Ruiz resigned in Springfield on Monday after an audit.",
        "date_publish": "2023-05-31 08:00:00",
        "fiveWoneH": {"why": answers("one coder's word", 1), **questions},
    }
    (folder / "a.json").write_text(json.dumps(article))
    return folder


def test_giveme5w1h_finds_what_was_planted(tmp_path: Path) -> None:
    right = {"what": "Ruiz resigned", "when": "Monday", "where": "Springfield", "who": "Ana Ruiz"}
    report = scored("giveme5w1h", giveme5w1h(tmp_path, **right))
    names = ("events.what", "events.when", "events.where", "stakeholders.who")
    assert shares(report) == dict.fromkeys(names, (1.0, 1))
    wrong = {"what": "council elected chair", "where": "Shelbyville", "who": "Tom Becker"}
    report = scored("giveme5w1h", giveme5w1h(tmp_path, **wrong))
    assert shares(report) == {**dict.fromkeys(names, (0.0, 1)), "events.when": (None, 0)}


def test_gold_counts_each_kind_of_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(PLANTED.encode())
    annotation = {
        "article": "a.txt",
        "published": "2023-05-31",
        "quotes": [
            {"text": "I take full responsibility,", "kind": "partial", "speaker_any": "Ana Ruiz"},
            {"text": "calm", "nth": 1, "kind": "direct", "speaker_any": ["Tom Becker"]},
        ],
        "stakeholders": [
            {"any": ["Ana Ruiz"], "kind": "person", "role_any": []},
            {"any": ["Springfield"], "kind": "government"},
        ],
        "never_stakeholders": ["Tom Becker", "Monday"],
        "events": [
            {
                "what": "mayor resigned",
                "start": "2023-05-29",
                "end": "2023-05-30",
                "status": "planned",
            }
        ],
    }
    (tmp_path / "a.json").write_text(json.dumps(annotation))
    found = shares(scored("gold", tmp_path))
    assert found["quotes.recall"] == (0.5, 2)
    assert found["quotes.precision"] == (0.5, 2)
    assert found["quotes.kind"] == (0.0, 1)
    assert found["quotes.speaker"] == (1.0, 1)
    assert found["quotes.end_to_end"] == (0.5, 2)
    assert found["stakeholders.recall"] == (0.5, 2)
    assert found["stakeholders.role"] == (0.0, 1)
    assert found["stakeholders.clean"] == (0.5, 2)
    assert found["events.recall"] == (1.0, 1)
    assert found["events.date"] == (0.0, 1)
    assert found["events.status"] == (0.0, 1)
    assert found["events.where"] == (None, 0)


def test_a_miss_says_what_was_found_and_what_was_wanted(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(PLANTED.encode())
    annotation = {
        "article": "a.txt",
        "quotes": [{"text": "I take full responsibility,", "kind": "direct", "speaker_any": []}],
        "stakeholders": [{"any": "Ana Ruiz", "kind": "person", "role_any": "chair"}],
        "events": [
            {"what": "mayor resigned", "start": "2023-05-29", "where": "Paris", "status": "planned"}
        ],
    }
    (tmp_path / "a.json").write_text(json.dumps(annotation))
    told = {miss.figure: miss.what for miss in scored("gold", tmp_path).misses}
    assert told["quotes.speaker"] == "I take full responsibility, — Ana Ruiz, not nobody"
    assert told["stakeholders.role"] == "Ana Ruiz — mayor, not chair"
    assert told["events.date"] == "mayor resigned — no date, not 2023-05-29 to None"
    assert told["events.where"] == "mayor resigned — none, not Paris"
    assert told["events.status"] == "mayor resigned — happened, not planned"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"quotes": [{"text": "never said", "kind": "direct"}]}, "does not hold 'never said'"),
        ({"quotes": [{"text": "calm", "nth": 2, "kind": "direct"}]}, "that often"),
        ({"quotes": [{"text": "calm", "span": [0, 4], "kind": "direct"}]}, "span (0, 4)"),
        ({"qoutes": []}, "qoutes: Extra inputs"),
        ({"article": "b.txt"}, "cannot read"),
        ({"article": "blank.txt"}, "a.json: the article is empty"),
        ({"published": "soon"}, "a.json: published: Input"),
        ({"events": [{"what": "..."}]}, "events.0.what: it holds no words"),
        (
            {"quotes": [{"text": [], "kind": "direct"}]},
            "quotes.0.text: Value should have at least 1",
        ),
        ({"quotes": [{"text": "", "kind": "direct"}]}, "quotes.0.text.0: it holds no words"),
        ({"quotes": [{"text": "calm", "nth": 0, "kind": "direct"}]}, "quotes.0.nth: Input should"),
        (
            {"stakeholders": [{"any": [], "kind": "person"}]},
            "stakeholders.0.any: Value should have",
        ),
    ],
)
def test_an_annotation_that_does_not_fit_its_article(
    tmp_path: Path, change: dict[str, Any], told: str
) -> None:
    (tmp_path / "a.txt").write_bytes(PLANTED.encode())
    (tmp_path / "blank.txt").write_text("\n")
    (tmp_path / "a.json").write_text(json.dumps({"article": "a.txt", **change}))
    with pytest.raises(InputError, match=re.escape(told)) as error:
        load(tmp_path)
    assert str(tmp_path) in str(error.value)


def test_an_annotation_of_windows_whose_event_has_none_but_common_words(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(PLANTED.encode())
    annotation = json.dumps({"article": "a.txt", "events": [{"what": "it was"}]})
    (tmp_path / "a.json").write_text(annotation, encoding="utf-8-sig")
    assert shares(scored("gold", tmp_path))["events.recall"] == (0.0, 1)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_folder_that_is_not_of_the_layout(layout: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no"):
        scored(layout, tmp_path)
    (tmp_path / "x.json").write_text("[]")
    with pytest.raises(InputError):
        scored(layout, tmp_path)
    (tmp_path / "x.json").write_text('{"title": "t"}')
    with pytest.raises(InputError) as error:
        scored(layout, tmp_path)
    assert "Error(" not in str(error.value)


def test_the_splits_that_there_are_are_named(tmp_path: Path) -> None:
    for split in ("dev", "train"):
        (tmp_path / "data" / split / "text").mkdir(parents=True)
    with pytest.raises(InputError, match="splits there: dev, train"):
        scored("polnear", tmp_path)
    with pytest.raises(InputError, match=re.escape(f"; did you mean '{tmp_path}'?")):
        scored("polnear", tmp_path / "data")


def test_several_at_a_time_give_the_same_figures() -> None:
    assert scored("gold", GOLD, jobs=3).figures == scored("gold", GOLD).figures


# The gate


def test_a_gate_is_written_read_and_passed(tmp_path: Path) -> None:
    report = scored("gold", GOLD)
    file = tmp_path / "gate.toml"
    gate.write(file, report.figures, report.about)
    floors = gate.read(file)
    assert floors == {name: figure.value for name, figure in report.figures.items()}
    assert list(gate.fallen(floors, report.figures)) == []
    raised = {name: floor + 0.001 for name, floor in floors.items()}
    fallen = list(gate.fallen(raised, report.figures))
    assert [line.split()[0] for line in fallen] == list(floors)


@pytest.mark.parametrize(
    "content",
    ["", "recall = 0.9", "[quotes]\nrecall = 'high'", "[quotes]\nrecall = 90", "[", b"\xff"],
)
def test_a_gate_that_is_none(content: str | bytes, tmp_path: Path) -> None:
    file = tmp_path / "gate.toml"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(ConfigError, match=r"gate\.toml"):
        gate.read(file)
    with pytest.raises(ConfigError, match="cannot read"):
        gate.read(tmp_path / "none.toml")


# On the command line


def test_a_table_that_fits_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", "gold", str(GOLD), *EXTRACTIVE]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    assert max(map(len, told.out.splitlines())) <= 80
    assert told.out.startswith("gold, 10 articles, extractive\n")
    assert re.search(r"^quotes\.recall +\d\.\d{3} +\d+$", told.out, re.MULTILINE)


def test_a_figure_that_fell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "gate.toml"
    file.write_text("[quotes]\nrecall = 1\nrecal = 0\n\n[events]\nwhere = 0.1\n")
    (tmp_path / "a.txt").write_bytes(PLANTED.encode())
    (tmp_path / "a.json").write_text(
        json.dumps({"article": "a.txt", "quotes": [{"text": "calm", "kind": "direct"}]})
    )
    assert main(["eval", "gold", str(tmp_path), *EXTRACTIVE, "--gate", str(file)]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "newsbrief: quotes.recall fell to 0.000, below its floor of 1.000",
        "newsbrief: quotes.recal has a floor, but there is no such figure; "
        "did you mean quotes.recall?",
        "newsbrief: events.where has the floor 0.100, but nothing was there to be counted",
    ]


def test_json_and_a_written_gate(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "gate.toml"
    argv = ["eval", "--format=json", "gold", str(GOLD), *EXTRACTIVE, "--write-gate", str(file)]
    assert main([*argv, "--misses", "--max-chars", "1100", "--limit", "3"]) == 0
    told = json.loads(capsys.readouterr().out)
    short = [case.name for case in CASES if len(case.article.text) <= 1100][:3]
    assert (told["engine"], told["articles"], told["failed"]) == ("extractive", len(short), 0)
    assert {miss["article"] for miss in told["misses"]} <= set(short)
    written = {n: f["value"] for n, f in told["figures"].items() if f["value"] is not None}
    assert gate.read(file) == written


@pytest.mark.parametrize("layout", ["text", "json"])
def test_a_miss_commands_no_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], layout: str
) -> None:
    words = "red \x1b[31m and \x9b31m, \u202ethe end"
    (tmp_path / "a.txt").write_text(f"{PLANTED}\nThe sign is {words} of it.\n", encoding="utf-8")
    annotation = {"article": "a.txt", "quotes": [{"text": words, "kind": "direct"}]}
    (tmp_path / "a.json").write_text(json.dumps(annotation))
    argv = ["eval", "gold", str(tmp_path), *EXTRACTIVE, "--misses", "--format", layout]
    assert main(argv) == 0
    shown = capsys.readouterr().out
    assert not set(shown) & {"\x1b", "\x9b", "\u202e"}
    if layout == "json":
        assert words in [miss["what"] for miss in json.loads(shown)["misses"]]
    else:
        assert "quotes.recall  a\n  red ␛[31m and �31m, �the end" in shown


@pytest.mark.parametrize(
    ("argv", "hint"),
    [
        ([], "LAYOUT"),
        (["polnaer", "."], "'polnaer'; did you mean 'polnear'?"),
        (["silver", "."], "choose from polnear, polnear-doubled, giveme5w1h, gold"),
        (["gold", "gld"], "there is no folder 'gld'; did you mean 'gold'?"),
        (["gold", "gold", "--fromat", "json"], "did you mean '--format'?"),
        (["gold", "gold", "--format", "markdown"], "choose from text, json"),
        (["gold", "gold", "--limit", "0"], "'0' is no number"),
        (["gold", "gold", "--split", "dev"], "--split is of polnear alone"),
        (["gold", "gold", "--set", "fallback=extractive"], "another engine's briefs"),
        (["gold", "gold", "--set", "timeuot=9"], "did you mean 'timeout'?"),
    ],
)
def test_wrong_usage_is_answered_with_a_hint(
    argv: list[str],
    hint: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "gold").mkdir()
    monkeypatch.chdir(tmp_path)
    assert main(["eval", *argv]) == 2
    told = capsys.readouterr().err
    assert hint in told
    assert told.endswith("(see newsbrief eval --help)\n")
    assert told.count("\n") == 1


def test_help_is_whole(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", "--help"]) == 0
    told = capsys.readouterr().out
    assert max(map(len, told.splitlines())) <= 80
    assert all(layout in told for layout in LAYOUTS)
    assert main(["--help"]) == 0
    assert "newsbrief eval --help" in capsys.readouterr().out


def test_an_article_called_eval_is_still_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("eval").write_text(PLANTED)
    assert main(["./eval", *EXTRACTIVE]) == 0
    assert main([*EXTRACTIVE, "eval"]) == 0
    assert "Ana Ruiz" in capsys.readouterr().out


def test_data_that_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", "polnear", str(tmp_path), "--split", "tset", *EXTRACTIVE]) == 1
    assert "tset" in capsys.readouterr().err
    file = tmp_path / "gate.toml"
    assert main(["eval", "gold", str(GOLD), *EXTRACTIVE, "--gate", str(file)]) == 3
    assert "cannot read the gate" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("option", "file", "told"),
    [
        ("--gate", "flors.toml", "; did you mean '{}/floors.toml'?"),
        ("--write-gate", "nowhere/floors.toml", "there is no folder {}/nowhere"),
        ("--write-gate", ".", "{}: it is a folder"),
    ],
)
def test_a_slip_in_the_path_of_a_gate_costs_no_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str, file: str, told: str
) -> None:
    (tmp_path / "floors.toml").touch()
    assert main(["eval", "gold", str(GOLD), *EXTRACTIVE, option, str(tmp_path / file)]) == 3
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert told.format(tmp_path) in err


def test_a_run_tells_how_far_it_has_come() -> None:
    told: list[tuple[int, int]] = []
    evaluate("gold", GOLD, model="extractive", limit=3, begun=lambda *at: told.append(at))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_no_article_is_short_enough(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written = tmp_path / "gate.toml"
    argv = ["eval", "gold", str(GOLD), *EXTRACTIVE, "--max-chars", "10", "--gate", str(GATE)]
    assert main([*argv, "--write-gate", str(written)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err == f"newsbrief: {GOLD} has no article of at most 10 characters\n"
    assert not written.exists()


def test_a_gate_of_nothing_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="nothing was there to be counted"):
        gate.write(tmp_path / "gate.toml", {"quotes.recall": Figure(None, 0)}, "no article")


# With a model


def empty() -> Any:
    lists: dict[str, Any] = {name: [] for name in ("summary", "stakeholders", "events", "quotes")}
    return completion({"headline": " ", **lists})


def test_a_model_is_scored_with_its_costs(
    serve: Callable[..., Server], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    server = serve(completion("no brief"), empty(), failure(400), empty())
    model = ["--model", "test-model", "--base-url", server.url]
    argv = ["eval", "gold", str(GOLD), *model, "--limit", "3", "--set", "temperature=0.5"]
    assert main([*argv, "--format", "json"]) == 0
    assert server.requests[0].body["temperature"] == 0.5
    out, err = capsys.readouterr()
    told = json.loads(out)
    assert (told["engine"], told["articles"], told["failed"]) == ("openai test-model", 3, 1)
    assert told["tokens"] == {
        **{"input": 300, "cached_input": 90, "output": 60},
        **{"reasoning": 0, "unreported": 0},
    }
    assert told["attempts"] == {"schema": 1}
    assert err.startswith(f"newsbrief: {CASES[1].name}: ")
    assert err.count("\n") == 1
    again = serve(completion("no brief"), empty())
    model[-1] = again.url
    assert main(["eval", "gold", str(GOLD), *model, "--limit", "1"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "gold, 1 article, openai test-model"
    assert lines[2:4] == ["tokens: 200 in (60 cached), 40 out", "re-asks: schema 1"]


def test_what_cannot_succeed_ends_the_run(
    serve: Callable[..., Server], capsys: pytest.CaptureFixture[str]
) -> None:
    server = serve(by=lambda request: failure(401))
    argv = ["eval", "gold", str(GOLD), "--model", "m", "--base-url", server.url, "--jobs", "2"]
    assert main(argv) == 4
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1


def test_an_interrupt_waits_for_none_of_those_under_way() -> None:
    begun, release = threading.Barrier(3), threading.Event()

    def work(number: int) -> int:
        begun.wait(60)  # all three are under way before the first of them is interrupted
        if number == 0:
            raise KeyboardInterrupt
        assert release.wait(60)
        return number

    with pytest.raises(KeyboardInterrupt):
        abreast(work, [0, 1, 2, 3], 3)
    assert not release.is_set()
    release.set()


def test_what_is_done_side_by_side_comes_in_order() -> None:
    assert abreast(str, range(100), 7) == [str(number) for number in range(100)]
    assert abreast(str, (), 7) == []


def test_a_model_that_always_fails(
    serve: Callable[..., Server], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    server = serve(by=lambda request: failure(400))
    model = ["--model", "m", "--base-url", server.url]
    written = tmp_path / "gate.toml"
    argv = ["eval", "gold", str(GOLD), *model, "--limit", "2", "--write-gate", str(written)]
    assert main(argv) == 4
    assert "2 failed" in capsys.readouterr().out
    assert not written.exists()
