"""Which engine answers: the model that was asked for, the one configured, or none."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from newsbrief.backends.base import Backend
from newsbrief.errors import ConfigError
from newsbrief.settings import DEFAULT_MODEL, Settings, without_password

EXTRACTIVE = "extractive"
LOCAL = "local:"
HOW = (
    "set OPENAI_API_KEY for OpenAI; for any compatible server OPENAI_BASE_URL (or --base-url, "
    "Settings(base_url=)) and NEWSBRIEF_MODEL (or --model, model=)"
)


def backend_for(settings: Settings) -> Backend | None:
    """The backend for resolved ``settings``; None stands for the extractive engine.

    Raises `ConfigError` where a model is asked for that nothing is set up to serve, or a local one
    that is not there.
    """
    model, reachable = settings.model, settings.api_key or settings.base_url
    if model and model.lower().startswith(LOCAL):
        return _local(settings, model[len(LOCAL) :])
    if model and model.lower().endswith(".gguf") and not settings.base_url:
        raise ConfigError(f"model={model!r}: did you mean {LOCAL + model!r}?")
    if model == EXTRACTIVE or (model is None and not reachable):
        return None
    return _connected(settings, os.getpid())


@lru_cache(maxsize=8)
def _connected(settings: Settings, process: int) -> Backend:
    """One client for all briefs of a process: setting one up costs 0.3 s of CPU (certificates)."""
    import difflib

    model, reachable = settings.model, settings.api_key or settings.base_url
    # Where a server is set up, "extractive-7b" may be its model; "Extractive" or "extractiv" is a
    # slip of somebody who wants the article to stay on their machine.
    typo = difflib.get_close_matches(
        (model or "").lower(), [EXTRACTIVE], 1, 0.9 if reachable else 0.7
    )
    if typo and reachable:
        raise ConfigError(f"model={model!r}: did you mean {EXTRACTIVE!r}?")
    if not reachable:
        hint = f"did you mean {typo[0]!r}? Else " if typo else ""
        raise ConfigError(f"nothing is set up to serve the model {model!r}: {hint}{HOW}")
    _check_url(settings.base_url)
    if model is None:
        if settings.base_url:
            raise ConfigError(
                "a base URL is set, but no model; name one that the server has: NEWSBRIEF_MODEL, "
                "--model or model="
            )
        model = DEFAULT_MODEL
    _check_key(settings.key)
    from newsbrief.backends.openai import OpenAIBackend

    return OpenAIBackend(settings, model)


def _check_url(url: str | None) -> None:
    if url is None:
        return
    import httpx2

    try:
        parts, _ = httpx2.URL(url), urlsplit(url).port  # the client knows hosts, but takes any port
        sound = bool(parts.host) and parts.scheme in ("http", "https")
    except (httpx2.InvalidURL, ValueError):
        sound = False
    if not sound or parts.query or parts.fragment or " " in url or not url.isprintable():
        raise ConfigError(
            f"{without_password(url)!r} is no base URL; it must look like "
            "http://localhost:8080/v1, without a query (OPENAI_BASE_URL, --base-url or "
            "Settings(base_url=))"
        )


def _check_key(key: str | None) -> None:
    """A header takes printable ASCII only, and the HTTP client's own error would show the key.
    Settings that were written as JSON, and read again, have asterisks in its place."""
    if key is None:
        return
    if not key.strip("*") or not key.isascii() or not key.isprintable() or " " in key:
        raise ConfigError(
            "the API key is empty or masked, or holds spaces, line ends or other characters that "
            "no key has (OPENAI_API_KEY or Settings(api_key=))"
        )


def _local(settings: Settings, path: str) -> Backend:
    if not path:
        raise ConfigError(f"model={LOCAL!r} names no file; write {LOCAL}/path/to/model.gguf")
    from newsbrief.backends.local import located

    return _loadable(settings, located(path), os.getpid())


@lru_cache(maxsize=8)
def _loadable(settings: Settings, path: Path, process: int) -> Backend:
    from newsbrief.backends.local import LocalBackend

    return LocalBackend(path, settings)
