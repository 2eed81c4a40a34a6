"""A GGUF file on this machine: llama.cpp in this process, asked as any server is."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from pydantic import SecretStr

from newsbrief.backends import llama
from newsbrief.backends.base import Call, Reply
from newsbrief.backends.gguf import trained_context
from newsbrief.backends.openai import OpenAIBackend
from newsbrief.errors import ConfigError
from newsbrief.settings import Settings

# Memory for the context is taken when the model is loaded: for Llama 3.1 8B, 1 GiB for the least
# and 4 for the most. An article that needs more room than there is has the model loaded anew.
LEAST_CONTEXT, MOST_CONTEXT = 8_192, 32_768  # tokens
BYTES_A_TOKEN = 3  # English prompts have 3.6 to 4.1, in the vocabularies of SmolLM2 and Qwen 2.5


def located(path: str | Path) -> Path:
    """The absolute path. No shell expands the ~ behind ``local:``."""
    try:
        return Path(path).expanduser().absolute()
    except RuntimeError as error:  # the ~ of a user who is not there
        raise ConfigError(f"{str(path)!r}: {error}") from None


class LocalBackend:
    """The chat model in the GGUF file at ``path``, run inside this process.

    The file's header is checked here; the model is loaded at the first call, once for all backends
    of the same path, and stays until `close` or the end of the process. It answers one call at a
    time; others wait in line. ``settings`` say how it is asked: ``mode``, ``temperature`` and
    ``max_output_tokens`` (at most 4,096). The context is as large as the call needs, within what
    the model was trained for and 32,768 tokens.

    Raises `ConfigError` where the extra ``local`` is not installed, or the file is missing,
    damaged or no chat model; `send` raises it where llama.cpp cannot load the file.
    """

    engine: Literal["local"] = "local"

    def __init__(self, path: str | Path, settings: Settings | None = None) -> None:
        self._path = located(path)
        self._most = min(trained_context(self._path), MOST_CONTEXT)
        self._settings = settings or Settings()
        self._client: tuple[llama.Loaded, OpenAIBackend] | None = None
        self.model = self._path.name
        llama.installed()

    def send(self, call: Call, timeout: float) -> Reply:
        with llama.models.lease(self._path, self._context(call)) as loaded:
            return self._asking(loaded).send(call, timeout)

    async def asend(self, call: Call, timeout: float) -> Reply:
        with llama.models.lease(self._path, self._context(call)) as loaded:
            return await self._asking(loaded).asend(call, timeout)

    def close(self) -> None:
        """Unloads the model once the calls under way have their answers; a later call loads it
        again. What other backends of the same path ask then does so, too."""
        llama.models.unload(self._path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _context(self, call: Call) -> int:
        """The power of two that holds the prompt and the longest answer, within the bounds."""
        prompt = sum(len(message["content"].encode()) for message in call.messages) // BYTES_A_TOKEN
        needed = 1 << (prompt + llama.ANSWER - 1).bit_length()
        return min(max(needed, LEAST_CONTEXT), self._most)

    def _asking(self, loaded: llama.Loaded) -> OpenAIBackend:
        client = self._client
        if client is None or client[0] is not loaded:
            where = {"base_url": loaded.url, "api_key": SecretStr(loaded.key)}
            settings = self._settings.model_copy(update=where)
            client = self._client = loaded, OpenAIBackend(settings, self.model, loaded.inside)
        return client[1]
