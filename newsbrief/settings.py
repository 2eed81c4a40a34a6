"""How newsbrief is configured: in code, or by the environment."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    SecretStr,
    ValidationError,
    model_validator,
)

from newsbrief.errors import ConfigError

DEFAULT_MODEL = "gpt-4o-mini"
# Half of it is the question: about 15,000 characters of news. Its answer then has 3,000 to 4,000
# tokens, which a hosted model writes within `timeout`, and most models may write at all.
DEFAULT_CONTEXT = 16_384


class Settings(BaseModel):
    """All that can be set for a brief beside the article itself.

    What is left ``None`` is taken from the environment: ``model`` from ``NEWSBRIEF_MODEL``,
    ``base_url`` from ``OPENAI_BASE_URL``, ``api_key`` from ``OPENAI_API_KEY``. The key, and a
    password within ``base_url``, are never shown in a repr, an error or a log.

    - ``model``: its name, ``"local:model.gguf"`` for a file, or ``"extractive"``.
    - ``base_url``: any OpenAI-compatible endpoint, up to and with ``/v1``.
    - ``prompts``: a folder whose templates stand in for newsbrief's, file by file.
    - ``mode``: how the form of the answer is asked for: by a strict JSON schema, by tools, or by
      JSON mode with the schema in the prompt. ``"auto"`` takes the first of these that the server
      takes, and remembers it for the life of the process.
    - ``context``: tokens that the model takes at once, question and answer together. An article is
      asked for in parts where it is too long for that; small ones cost a model less care, but each
      part more instructions.
    - ``temperature``: None is not sent at all. 0 is left out for a model that takes none.
    - ``max_cost_usd``, ``max_output_tokens``, ``deadline`` (seconds): limits for the whole brief.
      A call that might cross one is not made; what was accepted until then is returned, with a
      warning, or `BudgetExceeded` is raised where that is nothing.
    - ``timeout``: seconds for one request. A local model has 900 for it and for the deadline, where
      nothing else is said.
    - ``retries``: further tries of a call after transport trouble.
    - ``repairs``: rounds that ask again for what the article does not bear out.
    - ``fallback``: the engine to use, and to name in the brief, where the model fails.

    Raises `ConfigError` for an unknown name or a value out of bounds.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True
    )

    model: str | None = None
    base_url: str | None = None
    api_key: SecretStr | str | None = None  # held as a SecretStr, however it was given
    prompts: Path | str | None = None
    mode: Literal["auto", "json_schema", "tools", "json"] = "auto"
    context: Annotated[int, Field(ge=2_048)] = DEFAULT_CONTEXT
    temperature: Annotated[float, Field(ge=0, le=2)] | None = 0.0
    max_cost_usd: Annotated[float, Field(gt=0, allow_inf_nan=False)] | None = None
    max_output_tokens: Annotated[int, Field(ge=1)] | None = None
    deadline: Annotated[float, Field(gt=0)] = 120.0
    timeout: Annotated[float, Field(gt=0)] = 60.0
    # With 5, one article of 1,600 met six failures in a row, where 17 % of the requests fail.
    retries: Annotated[int, Field(ge=0)] = 7
    repairs: Annotated[int, Field(ge=0, le=5)] = 1
    fallback: Literal["extractive"] | None = None

    def __repr_args__(self) -> Iterator[tuple[str | None, object]]:
        for name, value in super().__repr_args__():
            yield name, without_password(value) if name == "base_url" and value else value

    @property
    def key(self) -> str | None:
        """The API key in plain text."""
        return self.api_key.get_secret_value() if isinstance(self.api_key, SecretStr) else None

    @model_validator(mode="wrap")
    @classmethod
    def _explained(cls, given: object, handler: ModelWrapValidatorHandler[Self]) -> Self:
        """pydantic's own error would hold what was given: a key under a misspelt name, say."""
        try:
            return handler(given)
        except ValidationError as error:
            found = error.errors(include_url=False, include_context=False, include_input=False)
        flaws = (_flaw(str(one["loc"][0]), one["msg"]) for one in found)
        raise ConfigError("; ".join(dict.fromkeys(flaws)))  # a union has one for each of its types

    def resolved(self, model: str | None = None) -> Settings:
        """These settings with what is missing filled in from the environment."""
        key = os.environ.get("OPENAI_API_KEY")
        return self.model_copy(
            update={
                "model": model or self.model or os.environ.get("NEWSBRIEF_MODEL") or None,
                "base_url": self.base_url or os.environ.get("OPENAI_BASE_URL") or None,
                "api_key": self.api_key or (SecretStr(key) if key else None),
            }
        )


def without_password(url: str) -> str:
    """``url`` as it may be shown: a user and a password in front of its host are not, nor is a
    query, which may hold a key."""
    return re.sub(r"(?s)\?.*", "?***", re.sub(r"//[^/]*@", "//***@", url))


def _flaw(name: str, message: str) -> str:
    if name in Settings.model_fields:
        return f"Settings({name}=): {message[0].lower()}{message[1:]}"
    import difflib

    near = [f"{one}=" for one in difflib.get_close_matches(name, Settings.model_fields, 2)]
    hint = (
        f"did you mean {' or '.join(near)}?"
        if near
        else f"it has {', '.join(Settings.model_fields)}"
    )
    return f"there is no Settings({name}=); {hint}"
