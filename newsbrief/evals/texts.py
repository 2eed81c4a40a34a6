"""Files as they are, and words as scorers compare them."""

from __future__ import annotations

import re
from pathlib import Path

from newsbrief.errors import InputError

_CAPITALISED = re.compile(r"\b[A-Z][\w’'-]+")


def read(file: Path) -> str:
    """The UTF-8 text of ``file``; its line ends stay, since annotations count every character.

    Raises `InputError`.
    """
    try:
        return file.read_bytes().decode("utf-8")
    except OSError as error:
        raise InputError(f"cannot read {file}: {error.strerror or error}") from error
    except UnicodeDecodeError:
        raise InputError(f"{file} is not UTF-8 text") from None


def capitalised(text: str) -> set[str]:
    """The words of ``text`` that begin with a capital letter, in lower case."""
    return {word.lower() for word in _CAPITALISED.findall(text)}
