"""The article as it is given: what is taken as it stands; what is refused, and in what words."""

from __future__ import annotations

import os
import random
import threading
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import story

from newsbrief import Article, Brief, InputError, NewsbriefError, asummarise, summarise

BAD_TEXTS = [
    pytest.param("", "empty", id="empty"),
    pytest.param(" \n\t\u00a0\u2003\r\n", "empty", id="white space"),
    pytest.param("\u200b\u2060\ufeff", "no words", id="invisible"),
    pytest.param("?!? --- ...", "no words", id="marks alone"),
    pytest.param(b"The mayor resigned.", "decode", id="bytes"),
    pytest.param(bytearray(b"The mayor resigned."), "decode", id="bytearray"),
    pytest.param(None, "NoneType", id="None"),
    pytest.param(42, "int", id="a number"),
    pytest.param(["The mayor resigned."], "list", id="a list"),
    pytest.param(Path("article.txt"), "from_file(path)", id="a path"),
    pytest.param("The mayor\0resigned.", "NUL character at 9", id="NUL"),
    pytest.param("The mayor \ud83d resigned.", "lone surrogate at 10", id="lone surrogate"),
    pytest.param("The mayor resigned. " * 250_001, "5,000,020", id="too long"),
    pytest.param("\x01\x02\x03 abc \x7f\x1b\x08", "control", id="control characters"),
    pytest.param("\ufeff\n<!DOCTYPE html>\n<p>The mayor resigned.", "an HTML page", id="HTML"),
    pytest.param("<html lang='en'><p>The mayor resigned.", "trafilatura", id="HTML, undeclared"),
    pytest.param("<head><title>Mayor</title></head><body>", "an HTML page", id="HTML, its head"),
    pytest.param("<?xml version='1.0'?><nitf>The mayor resigned.", "XML", id="XML"),
    pytest.param("%PDF-1.4\n1 0 obj << /Type /Catalog >>", "a PDF", id="PDF"),
    pytest.param("{\\rtf1\\ansi The mayor resigned.}", "RTF", id="RTF"),
    pytest.param("examples/articles/pier.txt", "from_file(path)", id="a file's name"),
    pytest.param("C:\\news\\Page.HTML\n", "the name of a file", id="a file's name on Windows"),
    pytest.param(" https://example.org/news/1?a=b\n", "a URL", id="a URL"),
]


@pytest.mark.parametrize(("text", "words"), BAD_TEXTS)
async def test_each_bad_text_has_its_own_words(text: Any, words: str) -> None:
    errors = []
    for attempt in (Article, lambda t: summarise(t, model="extractive")):
        with pytest.raises(InputError) as raised:
            attempt(text)
        errors.append(str(raised.value))
    with pytest.raises(InputError) as raised:
        await asummarise(text, model="extractive")
    errors.append(str(raised.value))
    assert words in errors[0]
    assert len(set(errors)) == 1
    assert isinstance(raised.value, NewsbriefError)
    assert isinstance(raised.value, ValueError)
    assert len(errors[0]) < 200  # the article itself is not in it


@pytest.mark.parametrize("codec", ["latin-1", "utf-8"])
def test_binary_rubbish_that_was_decoded_all_the_same(codec: str) -> None:
    rubbish = bytes(b for b in random.Random(7).randbytes(5_000) if b)
    with pytest.raises(InputError, match="not text"):
        Article(rubbish.decode(codec, "replace"))


@pytest.mark.parametrize(
    "text",
    [
        "\tTabs, form feeds\f and bells\x07 happen: the mayor resigned on Monday.\v\r\n",
        "\ufeffThe mayor resigned.",
        "  \n The mayor resigned.\r\rShe left.  ",
        "👩‍👩‍👧 e\u0301 \u202e ﬁ Ω 𝒻 \U0010ffff The mayor resigned.",
        "A",
        "市長が月曜日に辞任した。",
        "市長が辞任した。https://example.org/1.html",
        "Why <html> matters: “Start with <!doctype html>,” said Tim Hill.",
        "<b>The mayor</b> resigned on Monday.",
        "HTML turns 30. The first page began with <html>.",
        "%PDF files are everywhere, Tim Hill said.",
        "https://example.org has closed, its owner said on Monday.",
        "The leak was found in robots.txt",
        "Node.js",
        "Amazon.com",
    ],
)
def test_the_text_stays_as_it_was_given(text: str) -> None:
    assert Article(text).text == text
    brief = summarise(text, model="extractive")
    assert brief.article.text == text
    assert Brief.model_validate_json(brief.model_dump_json()) == brief


@pytest.mark.parametrize("name", ["title", "outlet", "url", "language"])
@pytest.mark.parametrize("value", [b"x", 3, "a\0b", "a\udc80b", "x" * 10_001])
def test_bad_labels(name: str, value: Any) -> None:
    with pytest.raises(InputError, match=name):
        Article(story.TEXT, **{name: value})


# --- files ---------------------------------------------------------------------------------------


def _refused(path: Path | str, words: str) -> None:
    with pytest.raises(InputError) as raised:
        Article.from_file(path)
    assert words in str(raised.value)


def test_a_file_is_read_as_it_stands(tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_bytes(b"\xef\xbb\xbf" + "The mayor\r\nresigned – “now”.\r".encode())
    article = Article.from_file(file, title="T", published="2023-05-31")
    assert article.text == "The mayor\r\nresigned – “now”.\r"
    assert (article.title, article.published) == ("T", date(2023, 5, 31))
    assert Article.from_file(str(file)).text == article.text


def test_a_brief_knows_the_file_of_its_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    odd = os.fsdecode(b"caf\xe9.txt")  # no UTF-8, and JSON must be
    for name in ("mayor.txt", "./mayor.txt", odd):
        Path(name).write_text(story.TEXT)
        brief = summarise(Article.from_file(name), published=story.PUBLISHED, model="extractive")
        again = Brief.model_validate_json(brief.model_dump_json())
        assert again.article == brief.article
        assert again.article.file == name.replace(odd, "caf\\udce9.txt")
    assert summarise(story.TEXT, model="extractive").article.file is None


def test_a_missing_file(tmp_path: Path) -> None:
    _refused(tmp_path / "none.txt", "No such file")
    _refused(tmp_path / ("x" * 300), "too long")
    _refused("a\0b", "cannot read")
    _refused("", "is empty")
    _refused("https://example.org/news.txt", "is a URL")


def test_a_folder(tmp_path: Path) -> None:
    _refused(tmp_path, "is a folder")


def test_an_empty_file(tmp_path: Path) -> None:
    for content in (b"", b" \n ", b"\xef\xbb\xbf"):
        (tmp_path / "a.txt").write_bytes(content)
        _refused(tmp_path / "a.txt", "empty")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.7\n\0\0\0\xff\xfe", "NUL"),
        ("The mayor resigned.".encode("utf-16"), "iconv -f UTF-16"),
        ("市長は月曜日に辞任した。".encode("utf-16"), "iconv -f UTF-16"),
        ("Le maire a démissionné.".encode("latin-1"), "not UTF-8"),
        (b"The mayor" + b"x" * 10_000 + b"\0", "NUL"),
        (b"\xed\xa0\x80 surrogate", "not UTF-8"),
    ],
    ids=["pdf", "utf-16", "utf-16 without NUL", "latin-1", "late NUL", "encoded surrogate"],
)
def test_a_file_that_is_no_text(tmp_path: Path, content: bytes, words: str) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    _refused(tmp_path / "a.txt", words)


def test_a_file_of_20_mb(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"The mayor resigned. " * 1_000_000)
    _refused(file, "too large")


def test_a_file_without_an_end() -> None:
    """A device tells no size; no more of it is read than would be taken."""
    _refused("/dev/zero", "too large")


def test_a_pipe(tmp_path: Path) -> None:
    """`newsbrief <(curl ...)` names one."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.write_text(story.TEXT), daemon=True)
    writer.start()
    assert Article.from_file(pipe).text == story.TEXT


# --- when it was published -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "held"),
    [
        ("2023-05-30", date(2023, 5, 30)),
        (" 2023-05-30 ", date(2023, 5, 30)),
        (date(2023, 5, 30), date(2023, 5, 30)),
        ("2023-05-30T00:00", datetime(2023, 5, 30)),
        ("2023-05-30T18:30:00Z", datetime(2023, 5, 30, 18, 30, tzinfo=UTC)),
        (datetime(2023, 5, 30, 18, 30), datetime(2023, 5, 30, 18, 30)),
        (None, None),
    ],
)
def test_published(given: Any, held: date | None) -> None:
    article = Article(story.TEXT, published=given)
    assert article.published == held
    assert type(article.published) is type(held)
    brief = summarise(article, model="extractive")
    again = Brief.model_validate_json(brief.model_dump_json())
    assert again.article.published == held
    assert type(again.article.published) is type(held)


@pytest.mark.parametrize(
    "given",
    ["", "yesterday", "30/05/2023", "2023-13-01", "2023-02-30", 20230530, 1.5, b"2023-05-30"],
)
def test_a_bad_date(given: Any) -> None:
    with pytest.raises(InputError, match="published"):
        Article(story.TEXT, published=given)
    with pytest.raises(InputError, match="published"):
        summarise(story.TEXT, published=given, model="extractive")
    with pytest.raises(InputError, match="published"):
        summarise(Article(story.TEXT), published=given, model="extractive")


def test_the_argument_wins_over_the_article() -> None:
    article = Article(story.TEXT, title="T", published="2020-01-01", outlet="O")
    brief = summarise(article, published=story.PUBLISHED, model="extractive")
    assert brief.article.published == date(2023, 5, 31)
    assert (brief.article.title, brief.article.outlet) == ("T", "O")
    assert article.published == date(2020, 1, 1)


def test_the_repr_of_an_article_is_a_line_or_two() -> None:
    article = Article("It rained. " * 1_000, published="2023-05-30")
    start = "It rained. It rained. It rained. It rained. It rained. It ra..."
    date = "datetime.date(2023, 5, 30)"
    assert repr(article) == f"Article({start!r} (11,000 characters), published={date})"
    assert len(repr(summarise(article, model="extractive"))) < 3_000


def test_an_article_is_frozen() -> None:
    with pytest.raises(AttributeError):
        Article(story.TEXT).text = "other"  # type: ignore[misc]  # what must fail


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<p>Ann Lee came.</p>\n<p>She said <b>no</b>.</p>", "HTML"),
        ('{"title": "Ann Lee came", "body": "She said no to the bridge."}', "JSON"),
        ("Ann Lee came. If a < b and b > c, then </p> is a tag, and [so] on {as it were}.", ""),
        ("[Harwick] Ann Lee came to the bridge, and said so.", ""),
        pytest.param("[" * 100_000 + "Ann Lee came to the bridge.", "", id="nested"),
    ],
)
def test_what_is_no_plain_text_is_read_and_told_of(text: str, kind: str) -> None:
    warnings = " ".join(summarise(text, model="extractive").provenance.warnings)
    assert (f"the article is {kind}," in warnings) if kind else ("the article is" not in warnings)
