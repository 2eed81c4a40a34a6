"""Templates: where they are found, what a user may change, and what no template can do."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest
import story
from server import Server, at, completion

from newsbrief import Brief, FakeBackend, NewsbriefError, Settings, TemplateError, summarise
from newsbrief.prompts import Templates, bundled, templates

OWN = [
    *("article", "events", "example", "quotes", "repair", "repair_system"),
    *("stakeholders", "summary", "system"),
]
LONG = ["closing", "part"]  # for articles that are asked for in parts


def brief_with(folder: Path | str | None, *replies: Any) -> tuple[Brief, FakeBackend]:
    backend = FakeBackend(replies or (story.answer(),))
    brief = summarise(
        story.TEXT,
        model=backend,
        published=story.PUBLISHED,
        settings=Settings(prompts=folder),
    )
    return brief, backend


def write(folder: Path, name: str, words: str) -> None:
    (folder / name).write_text(words, encoding="utf-8")


def test_the_templates_are_there() -> None:
    assert sorted(file.stem for file in bundled().glob("*.j2")) == sorted([*OWN, *LONG])


@pytest.mark.parametrize(
    ("name", "words", "place"),
    [
        ("system.j2", "You are a clerk.", 0),
        ("events.j2", "events: the deeds.", 0),
        ("article.j2", "Text: {% for s in sentences %}<{{ s }}>{% endfor %}", -1),
    ],
)
def test_a_users_file_stands_in_for_ours(tmp_path: Path, name: str, words: str, place: int) -> None:
    plain, ours = brief_with(None)
    write(tmp_path, name, words)
    brief, backend = brief_with(tmp_path)
    given = backend.calls[0].messages
    assert words.partition("{%")[0] in given[place]["content"]
    assert given[-1 - place] == ours.calls[0].messages[-1 - place]  # the rest is ours
    assert brief.provenance.prompt != plain.provenance.prompt
    assert "quotes: who says" in given[0]["content"] or name == "system.j2"


def test_all_before_the_article_is_the_same_for_every_article(serve: Callable[..., Server]) -> None:
    """Byte by byte, schema included: a provider's prompt cache takes no less. Articles of as many
    quoted passages, that is: each has a key in the schema, which stands at its end."""
    bad = story.answer(events=[{**story.answer()["events"][0], "evidence": [99]}])
    server = serve(*[completion(bad), completion({"events": []})] * 2)
    for text in (story.TEXT, f"Noon.\n\n{story.TEXT}\nTom Becker left in the evening.\n"):
        summarise(text, published=story.PUBLISHED, settings=at(server))
    assert len(server.requests) == 4
    for one, other in (server.requests[::2], server.requests[1::2]):
        assert one.user != other.user
        pairs = zip(json.dumps(one.body), json.dumps(other.body), strict=False)
        same = "".join(a for a, _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        for static in (one.system, one.body["response_format"]):
            assert json.dumps(static) in same


def test_the_example_that_is_shown_holds_in_every_point() -> None:
    text, answer = templates().render("example.j2", {}), templates().data("example.j2", "answer")
    assert isinstance(answer, dict)
    brief = summarise(text, model=FakeBackend([answer]), sections=[])
    assert brief.headline == answer["headline"]
    told = [sentence.text for sentence in brief.summary.sentences]
    assert told == [sentence["text"] for sentence in answer["summary"]]
    assert (brief.provenance.attempts, brief.provenance.dropped) == ((), ())


def test_the_example_stands_between_the_instructions_and_the_article() -> None:
    _, backend = brief_with(None)
    _, question, answer, article = backend.calls[0].messages
    assert [m["role"] for m in (question, answer, article)] == ["user", "assistant", "user"]
    assert "[1] A storm sank nine boats" in question["content"]
    assert json.loads(answer["content"])["headline"] == "Storm sinks nine boats in Lowmere"
    assert "\n" not in answer["content"]  # a model writes as it is shown


def test_a_users_example_shows_what_is_asked_for(tmp_path: Path) -> None:
    answer = '{"headline": "Ä", "events": [], "claims": [{"by": none}], "summary": []}'
    write(tmp_path, "example.j2", f"{{% set answer = {answer} %}}\nIt rains.")
    _, backend = brief_with(tmp_path)
    _, question, answer_shown, _ = backend.calls[0].messages
    assert "[1] It rains." in question["content"]
    assert answer_shown["content"] == '{"headline": "Ä", "summary": [], "events": []}'


@pytest.mark.parametrize("words", ["", "Words alone.", "{% set answer = 7 %}Words."])
def test_a_user_may_do_without_an_example(tmp_path: Path, words: str) -> None:
    write(tmp_path, "example.j2", words)
    _, backend = brief_with(tmp_path)
    assert [m["role"] for m in backend.calls[0].messages] == ["system", "user"]


@pytest.mark.parametrize("value", ["nosuch", "{'headline': nosuch}", "cycler", "1 / 0"])
def test_an_example_that_is_none_is_named(tmp_path: Path, value: str) -> None:
    write(tmp_path, "example.j2", f"{{% set answer = {value} %}}\nWords.")
    with pytest.raises(TemplateError, match=r"example\.j2"):
        brief_with(tmp_path)


def test_a_users_repair(tmp_path: Path) -> None:
    write(tmp_path, "repair.j2", "Again: {{ problems[0].reason }}.")
    bad = {**story.answer()["events"][0], "evidence": [99]}
    _, backend = brief_with(tmp_path, story.answer(events=[bad]), {"events": []})
    assert backend.calls[1].messages[1]["content"].startswith("Again: it points at no sentence")


def test_a_users_folder_may_add_files_of_its_own(tmp_path: Path) -> None:
    write(tmp_path, "house.j2", "House style: short.")
    write(tmp_path, "events.j2", "events: deeds. {% include 'house.j2' %}")
    _, backend = brief_with(tmp_path)
    assert "deeds. House style: short." in backend.calls[0].messages[0]["content"]


def test_an_edited_template_counts_at_once(tmp_path: Path) -> None:
    write(tmp_path, "system.j2", "First.")
    first, _ = brief_with(tmp_path)
    write(tmp_path, "system.j2", "Then another.")
    second, backend = brief_with(tmp_path)
    assert backend.calls[0].messages[0]["content"] == "Then another."
    assert first.provenance.prompt != second.provenance.prompt
    (tmp_path / "system.j2").unlink()
    _, backend = brief_with(tmp_path)
    assert "newsroom" in backend.calls[0].messages[0]["content"]


def test_templates_are_compiled_once() -> None:
    assert templates() is templates()


def test_the_fingerprint_tells_templates_and_sections_apart(tmp_path: Path) -> None:
    def of(name: str) -> str | None:
        folder = tmp_path / name
        folder.mkdir()
        write(folder, name, "Mine.")
        return brief_with(folder)[0].provenance.prompt

    plain = brief_with(None)[0].provenance.prompt
    prints = [plain, *(of(f"{name}.j2") for name in OWN)]
    assert len(set(prints)) == len(prints)
    assert all(p and len(p) == 12 and int(p, 16) >= 0 for p in prints)
    assert brief_with(None)[0].provenance.prompt == plain


# --- what goes wrong -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("{{ nosuch }}", "'nosuch' is undefined"),
        ("{{ sentences.nosuch }}", "nosuch"),
        ("{% for %}", "line 1"),
        ("{{ 7 * }}", "line 1"),
        ("\n\n{% endif %}", "line 3"),
        ("{{ 1 / 0 }}", "ZeroDivisionError"),
        ("{{ sentences | nosuch }}", "nosuch"),
        ("{{ sentences[0] + 1 }}", "TypeError"),
        ("{% include 'nowhere.j2' %}", "nowhere.j2"),
        ("{% include 'article.j2' %}", "RecursionError"),
        ("{% for i in range(1000000000) %}x{% endfor %}", "OverflowError"),
        ("{{ sentences | tojson | int('x') }}{{ nosuch }}", "nosuch"),
    ],
)
def test_a_broken_template_is_named(tmp_path: Path, words: str, told: str) -> None:
    write(tmp_path, "article.j2", words)
    with pytest.raises(TemplateError) as raised:
        brief_with(tmp_path)
    assert told in str(raised.value)
    assert isinstance(raised.value, NewsbriefError)
    assert "responsibility" not in str(raised.value)


def test_a_template_for_later_is_named_before_anything_is_asked(tmp_path: Path) -> None:
    write(tmp_path, "repair.j2", "{% if %}")
    backend = FakeBackend([])
    with pytest.raises(TemplateError, match=r"repair\.j2, line 1"):
        summarise(story.TEXT, model=backend, settings=Settings(prompts=tmp_path))
    assert backend.calls == []


@pytest.mark.parametrize("name", ["system.j2", "events.j2", "repair.j2"])
def test_a_template_that_is_no_text(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\xff\xfe broken")
    with pytest.raises(TemplateError, match=name[:6]):
        brief_with(tmp_path)


def test_a_template_that_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "system.j2").mkdir()
    try:
        _, backend = brief_with(tmp_path)
    except TemplateError:
        return
    assert "newsroom" in backend.calls[0].messages[0]["content"]  # ours stands in


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    write(tmp_path, "file", "x")
    for name, told in (("none", "does not exist"), ("file", "is a file")):
        with pytest.raises(TemplateError, match=told):
            brief_with(tmp_path / name)


def test_the_template_of_a_section_is_named_with_the_line(tmp_path: Path) -> None:
    write(tmp_path, "events.j2", "events:\n- {{ nosuch }}")  # system.j2 renders it
    with pytest.raises(TemplateError, match=r"^events\.j2, line 2: .*'nosuch' is undefined"):
        brief_with(tmp_path)


def test_the_fallback_does_not_hide_a_broken_template(tmp_path: Path) -> None:
    write(tmp_path, "article.j2", "{{ nosuch }}")
    settings = Settings(prompts=tmp_path, fallback="extractive")
    with pytest.raises(TemplateError):
        summarise(story.TEXT, model=FakeBackend([story.answer()]), settings=settings)


# --- what no template can do ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "{{ ''.__class__ }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ sentences.__class__.__base__ }}",
        "{{ self.__init__.__globals__ }}",
        "{{ cycler.__init__.__globals__.os.environ }}",
        "{{ lipsum.__globals__['os'].popen('id').read() }}",
        "{{ namespace.__init__.__globals__ }}",
        "{{ ''|attr('__class__') }}",
        "{{ '%s' | format(''.__class__) }}",
        "{{ '{0.__class__}'.format('') }}",
        "{{ sentences.append('x') }}",
        "{{ sentences.clear() }}",
        "{% set _ = sentences.pop() %}",
        "{% import 'os' as os %}",
        "{% include '../../../etc/passwd' %}",
        "{% include '/etc/passwd' %}",
    ],
)
def test_a_template_reaches_nothing_but_its_variables(tmp_path: Path, words: str) -> None:
    write(tmp_path, "article.j2", f"{words}")
    with pytest.raises(TemplateError):
        brief_with(tmp_path)


def test_a_template_sees_no_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-SECRET")
    for name in ("settings", "environ", "os", "api_key", "request", "config"):
        write(tmp_path, "article.j2", f"{{{{ {name} }}}}")
        with pytest.raises(TemplateError, match="undefined"):
            brief_with(tmp_path)


def test_values_are_never_templates(tmp_path: Path) -> None:
    """A title, a quote or a model's own words may look like Jinja; they are data."""
    write(tmp_path, "probe.j2", "{{ value }}")
    for value in ("{{ 7*7 }}", "{% raw %}", "{# x #}", "{{ nosuch }}", "<b>&amp;</b>"):
        assert Templates(tmp_path).render("probe.j2", {"value": value}) == value


def test_a_models_words_are_no_template_either() -> None:
    bad = {**story.answer()["events"][0], "description": "{{ 7*7 }}{% raw %}", "evidence": [99]}
    _, backend = brief_with(None, story.answer(events=[bad]), {"events": []})
    question = backend.calls[1].messages[1]["content"]
    assert "{{ 7*7 }}{% raw %}" in question
    assert "49{% raw" not in question
