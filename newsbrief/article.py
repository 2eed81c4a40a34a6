"""The article: the caller's text, kept exactly as it was given."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from datetime import date, datetime
from os import PathLike, fspath
from pathlib import Path

from newsbrief.errors import InputError

MAX_CHARACTERS = 5_000_000  # the longest book of the Bible's size; no article comes near
_MAX_BYTES = 4 * MAX_CHARACTERS - 1
_MAX_LABEL = 10_000  # characters; a URL may hold a query
_SHOWN = 60  # characters of the text, in a repr
_CONTROL = bytes((*range(1, 9), *range(14, 32), 127))
# What no check for rubbish would find, and is no article all the same: told by its very first
# characters or by being a single word, for an article may quote code or name a file.
_DOCUMENTS = (
    (
        # An article that forges the marks of the prompt, "<title 3f2a>", is none.
        r"(?i)<(!doctype\s+html\b|html\b|(head|body|meta|title|style|script)(\s+[a-z-]+=|\s*>))",
        "an HTML page",
        ", with trafilatura for example",
    ),
    (r"(?i)<\?xml\s", "an XML document", ""),
    (r"%PDF-\d", "a PDF", ", with pdftotext for example"),
    (r"\{\\rtf\d", "an RTF document", ""),
)
_URL = r"(?i)https?://[!-~]+"
_FILE = r"(?i)(?!.*://)[^\s。，、！？]+\.(txt|text|md|html?|xml|json|pdf|rtf|docx?|odt)"
_LONGEST_WORD = 4_096  # characters; no path is longer, and no URL that a browser takes


@dataclass(frozen=True, slots=True, init=False, repr=False)
class Article:
    """A news article.

    ``text`` is never normalised: every offset in a brief counts its code points. ``published``
    may be given as an ISO string and is stored as a date or a datetime; relative times ("on
    Tuesday") are resolved against it. ``language`` is a BCP 47 tag; ``file`` is the path
    that `from_file` was given.

    Raises ``InputError`` for a text that is no str, is blank or longer than 5,000,000 code
    points, holds no letter or digit, NUL, lone surrogates or mostly control characters; that is an
    HTML page, an XML, PDF or RTF document, or nothing but a URL or the name of a file; for another
    field that is no text; and for a ``published`` that is no ISO date.
    """

    text: str
    title: str | None = None
    published: date | datetime | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    file: str | None = None

    def __init__(
        self,
        text: str,
        title: str | None = None,
        published: date | datetime | str | None = None,
        outlet: str | None = None,
        url: str | None = None,
        language: str | None = None,
        file: str | None = None,
    ) -> None:
        _check(text)
        _check_label("title", title)
        _check_label("outlet", outlet)
        _check_label("url", url)
        _check_label("language", language)
        _check_label("file", file)
        for name, value in (
            ("text", text),
            ("title", title),
            ("published", _when(published)),
            ("outlet", outlet),
            ("url", url),
            ("language", language),
            ("file", file),
        ):
            object.__setattr__(self, name, value)

    def __repr__(self) -> str:
        """With no more than the beginning of the text, which would bury all else in a notebook, or
        in the traceback of another's code."""
        text = self.text if len(self.text) <= _SHOWN else f"{self.text[:_SHOWN]}..."
        given = {field.name: getattr(self, field.name) for field in fields(self)[1:]}
        told = [f"{name}={value!r}" for name, value in given.items() if value is not None]
        return f"Article({', '.join([f'{text!r} ({len(self.text):,} characters)', *told])})"

    def dated(self, published: date | datetime | str) -> Article:
        """The same article, published then."""
        rest = (self.outlet, self.url, self.language, self.file)
        return Article(self.text, self.title, published, *rest)

    @classmethod
    def from_file(
        cls,
        path: str | PathLike[str],
        *,
        title: str | None = None,
        published: date | datetime | str | None = None,
    ) -> Article:
        """The article in a UTF-8 text file; line ends are kept, a byte order mark is not.

        Raises ``InputError`` where there is no such file, it is a folder, is larger than
        20 MB, or is not UTF-8 text.
        """
        if not isinstance(path, str | PathLike) or isinstance(fspath(path), bytes):
            kind = type(path).__name__
            raise InputError(f"the path of an article is a str or a pathlib.Path, not {kind}")
        if not fspath(path):
            raise InputError("the path of the article is empty")
        if re.fullmatch(_URL, fspath(path)):
            raise InputError(f"{path} is a URL; fetch the page, and give its plain text")
        file = Path(path)
        try:
            if file.is_dir():
                raise InputError(f"{file} is a folder; give the path of one text file")
            with file.open("rb") as stream:  # a device or a pipe tells no size, and may never end
                raw = stream.read(_MAX_BYTES + 1)
            if len(raw) > _MAX_BYTES:
                raise InputError(f"{file} is too large: at most {_MAX_BYTES:,} bytes are read")
        except OSError as error:
            raise InputError(f"cannot read {file}: {error.strerror or error}") from error
        except ValueError as error:  # a NUL in the path
            if isinstance(error, InputError):
                raise
            raise InputError(f"cannot read {str(file)!r}: {error}") from error
        name = fspath(path).encode(errors="backslashreplace").decode()  # it may be no UTF-8
        return cls(decode(raw, str(file)), title=title, published=published, file=name)


def decode(raw: bytes, name: str) -> str:
    """``raw`` as UTF-8 text without a byte order mark. ``name`` is for the ``InputError``."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputError(
            f"{name} is UTF-16; save it as UTF-8 first, in an editor or by iconv -f UTF-16 -t UTF-8"
        )
    if b"\0" in raw[:8192]:
        raise InputError(f"{name} is not text: it holds NUL bytes (is it a PDF, image or UTF-16?)")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            f"{name} is not UTF-8 text (byte {error.start}); save it as UTF-8 first, in an editor "
            "or by iconv -f WINDOWS-1252 -t UTF-8"
        ) from None


def _check(text: object) -> None:
    if isinstance(text, (bytes, bytearray)):
        raise InputError("the article is bytes; decode them first, e.g. raw.decode('utf-8')")
    if isinstance(text, PathLike):
        raise InputError("the article is a path; Article.from_file(path) reads the file")
    if not isinstance(text, str):
        raise InputError(f"the article must be a str, not {type(text).__name__}")
    if not text or text.isspace():
        raise InputError("the article is empty")
    if len(text) > MAX_CHARACTERS:
        raise InputError(
            f"the article has {len(text):,} characters; at most {MAX_CHARACTERS:,} are read"
        )
    try:
        raw = text.encode()
    except UnicodeEncodeError as error:
        raise InputError(
            f"the article holds a lone surrogate at {error.start}; "
            "it was decoded wrongly (errors='surrogateescape'?)"
        ) from None
    if b"\0" in raw:
        raise InputError(f"the article holds a NUL character at {text.index(chr(0))}")
    if not any(map(str.isalnum, text)):
        raise InputError("the article holds no words")
    _check_kind(text)
    sample = text[:20_000]
    raw = raw if sample == text else sample.encode()  # bytes are counted in half the time
    control = len(raw) - len(raw.translate(None, _CONTROL))
    if control + raw.count("\ufffd".encode()) > len(sample) // 20 + 1:
        raise InputError("the article is not text: it is full of control characters")


def _check_kind(text: str) -> None:
    """Raises `InputError` for a document of another kind, or the name of one."""
    start = text[:200].lstrip("\ufeff \t\r\n")
    for beginning, kind, how in _DOCUMENTS if start[:1] in ("<", "%", "{") else ():
        if re.match(beginning, start):
            raise InputError(f"the article is {kind}; extract its plain text first{how}")
    if len(text) > _LONGEST_WORD:
        return
    word = text.strip()
    if any(map(str.isspace, word)):
        return
    if re.fullmatch(_URL, word):
        raise InputError(
            "the article is nothing but a URL; fetch the page, and give its plain text"
        )
    if re.fullmatch(_FILE, word):
        raise InputError(
            "the article is nothing but the name of a file; give the text in it (in Python, "
            "Article.from_file(path) reads it)"
        )


def _check_label(name: str, value: object) -> None:
    if value is None:
        return
    if not isinstance(value, str):
        raise InputError(f"{name} must be a str, not {type(value).__name__}")
    if len(value) > _MAX_LABEL or "\0" in value or not _is_sendable(value):
        raise InputError(
            f"{name} is no text of at most {_MAX_LABEL:,} characters, or holds NUL characters or "
            "lone surrogates"
        )


def _is_sendable(text: str) -> bool:
    """Whether it holds no lone surrogate."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _when(published: object) -> date | datetime | None:
    if published is None or isinstance(published, date):
        return published
    if isinstance(published, str):
        given = published.strip()
        try:
            return date.fromisoformat(given) if len(given) <= 10 else datetime.fromisoformat(given)
        except ValueError:
            raise InputError(
                f"published={published[:40]!r} is no ISO date; write it as 2023-05-30"
            ) from None
    raise InputError(
        f"published must be a date, a datetime or an ISO string, not {type(published).__name__}"
    )
