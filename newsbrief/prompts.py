"""The prompt: Jinja templates in, messages out. The article is always data, never template."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from traceback import walk_tb
from typing import TypeAlias

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

from newsbrief.errors import TemplateError

_State: TypeAlias = tuple[tuple[str, int, int], ...]
_PACKAGED = Path(__file__).parent / "_prompts"  # where the wheel puts them
_CHECKOUT = Path(__file__).parent.parent / "prompts"  # where an editable install finds them


def bundled() -> Path:
    """The folder of newsbrief's own templates, in a wheel and in a checkout alike.

    Raises `TemplateError` where the installation is broken.
    """
    for folder in (_PACKAGED, _CHECKOUT):
        if (folder / "system.j2").is_file():
            return folder
    raise TemplateError("newsbrief's own templates are missing; install it again")


class _Environment(ImmutableSandboxedEnvironment):
    def make_globals(self, d: MutableMapping[str, object] | None) -> dict[str, object]:
        """In one dict: from Jinja's chain, a rendering takes them one by one, in half its time."""
        return {**self.globals, **(d or {})}


class Templates:
    """The templates of ``folder``, and newsbrief's own for those that it does not hold.

    Raises `TemplateError` where ``folder`` is no folder.
    """

    def __init__(self, folder: Path | None = None) -> None:
        if folder is not None and not folder.is_dir():
            wrong = "is a file" if folder.exists() else "does not exist"
            raise TemplateError(f"the prompts folder {folder} {wrong}")
        folders = [bundled()] if folder is None else [folder, bundled()]
        self._environment = _Environment(
            loader=jinja2.FileSystemLoader(folders),
            auto_reload=folder is not None,
            undefined=jinja2.StrictUndefined,
            autoescape=False,  # the prompt is no HTML; the article must arrive as it is
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
        )
        self._static: dict[tuple[str, tuple[str, ...]], str] = {}

    def render(self, name: str, variables: Mapping[str, object]) -> str:
        """Template ``name`` with ``variables``.

        Raises `TemplateError` for a missing template, a syntax error, an unknown variable.
        """
        with _naming(name):
            return self._environment.get_template(name).render(variables).strip()

    def static(self, name: str, sections: tuple[str, ...]) -> str:
        """Template ``name``, given nothing but the names of the sections: the same words for every
        article, so that a provider's prompt cache holds them."""
        key = (name, sections)
        if key not in self._static:
            self._static[key] = self.render(name, {"sections": sections})
        return self._static[key]

    def data(self, name: str, variable: str) -> object:
        """What template ``name`` sets ``variable`` to, of lists, names and the like; None where it
        does not.

        Raises `TemplateError` as `render` does, and where it is no such thing.
        """
        with _naming(name):
            module = self._environment.get_template(name).make_module()
            return json.loads(json.dumps(getattr(module, variable, None)))

    def fingerprint(self, sections: tuple[str, ...], schema: str, long: bool = False) -> str:
        """Twelve hexadecimal digits that change with any template used, and with the schema;
        ``long``: those for an article in parts, too.

        Raises `TemplateError` as `render` does, of all of them: not only once an answer is paid.
        """
        digest = hashlib.sha256(schema.encode())
        parts = ("part.j2", "closing.j2") if long else ()
        own = (f"{section}.j2" for section in sections)
        repair = ("repair_system.j2", "repair.j2")
        for name in ("system.j2", "example.j2", "article.j2", *repair, *parts, *own):
            digest.update(self._source(name).encode())
            with _naming(name):
                self._environment.get_template(name)
        return digest.hexdigest()[:12]

    def _source(self, name: str) -> str:
        loader = self._environment.loader
        assert loader is not None
        try:
            return loader.get_source(self._environment, name)[0]
        except jinja2.TemplateNotFound as error:
            raise _missing(error) from error
        except (OSError, UnicodeDecodeError) as error:
            raise TemplateError(f"{name} cannot be read ({type(error).__name__})") from error


@contextmanager
def _naming(name: str) -> Iterator[None]:
    """Raises what goes wrong with template ``name`` as a `TemplateError`."""
    try:
        yield
    except jinja2.TemplateNotFound as error:
        raise _missing(error) from error
    except jinja2.TemplateSyntaxError as error:
        raise TemplateError(
            f"{error.name or name}, line {error.lineno}: {error.message}"
        ) from error
    except Exception as error:  # whatever an expression in a template can raise
        # The error's own words may quote the article: jinja shows values in some of them.
        kind = type(error).__name__
        told = f": {error}" if isinstance(error, jinja2.UndefinedError) else ""
        raise TemplateError(f"{_at(error) or name} cannot be rendered ({kind}{told})") from None


def _missing(error: jinja2.TemplateNotFound) -> TemplateError:
    return TemplateError(
        f"there is no template {error.name}; a section of your own has it in the folder that "
        "Settings(prompts=) or --prompts names"
    )


def _at(error: Exception) -> str:
    """Where ``error`` arose: in system.j2, say, or in one of the templates that it includes."""
    found = ""
    for frame, line in walk_tb(error.__traceback__):
        file = Path(frame.f_code.co_filename)
        if file.suffix == ".j2":
            found = f"{file.name}, line {line}:"
    return found


def templates(folder: Path | str | None = None) -> Templates:
    """The templates of ``folder``, compiled once per process, and again where they change."""
    folder = Path(folder) if folder is not None else None
    return _compiled(folder, _state(folder))


@lru_cache(maxsize=16)
def _compiled(folder: Path | None, state: _State) -> Templates:
    return Templates(folder)


def _state(folder: Path | None) -> _State:
    """What tells an edited template from the one compiled: in a notebook, it counts at once."""
    if folder is None or not folder.is_dir():
        return ()
    files = ((file.name, file.stat()) for file in folder.iterdir() if file.suffix == ".j2")
    return tuple(sorted((name, stat.st_mtime_ns, stat.st_size) for name, stat in files))
