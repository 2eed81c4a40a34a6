"""Which engine answers: the model that was asked for, the one configured, or none."""

from __future__ import annotations

import difflib
import os
from functools import lru_cache

from newsbrief.backends.base import Backend
from newsbrief.errors import ConfigError
from newsbrief.settings import DEFAULT_MODEL, Settings

EXTRACTIVE = "extractive"
HOW = (
    "set OPENAI_API_KEY (for OpenAI) or OPENAI_BASE_URL and NEWSBRIEF_MODEL (for any compatible "
    "server), or pass Settings(...)"
)


def backend_for(settings: Settings) -> Backend | None:
    """The backend for resolved ``settings``; None stands for the extractive engine.

    Raises `ConfigError` where a model is asked for that nothing is set up to serve.
    """
    model, reachable = settings.model, settings.api_key or settings.base_url
    if model == EXTRACTIVE or (model is None and not reachable):
        return None
    if not reachable:
        typo = difflib.get_close_matches(model or "", [EXTRACTIVE], cutoff=0.7)
        hint = f"did you mean {typo[0]!r}? Else " if typo else ""
        raise ConfigError(f"nothing is set up to serve the model {model!r}: {hint}{HOW}")
    if model is None:
        if settings.base_url:
            raise ConfigError(
                "a base URL is set, but no model; set NEWSBRIEF_MODEL or pass model= with the name "
                "of one that the server has"
            )
        model = DEFAULT_MODEL
    if settings.base_url and not settings.base_url.startswith(("http://", "https://")):
        raise ConfigError(
            f"the base URL {settings.base_url!r} must start with http:// or https:// "
            "(OPENAI_BASE_URL or Settings(base_url=))"
        )
    return _connected(settings, model, os.getpid())


@lru_cache(maxsize=8)
def _connected(settings: Settings, model: str, process: int) -> Backend:
    """One client for all briefs of a process: setting one up costs 0.3 s of CPU (certificates)."""
    from newsbrief.backends.openai import OpenAIBackend

    return OpenAIBackend(settings, model)
