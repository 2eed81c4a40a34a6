"""llama.cpp inside this process: a model is loaded once, and answers at a port of loopback, with a
key that nobody else has."""

from __future__ import annotations

import atexit
import ctypes
import logging
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_urlsafe
from time import monotonic, sleep
from typing import Protocol

from newsbrief.backends.connection import Inside
from newsbrief.errors import BackendError, ConfigError

ANSWER = 4_096  # tokens of one answer; a model that repeats itself would never end
QUIET, CHATTY = -1, 3  # llama.cpp's verbosity
_LOGGER = logging.getLogger("newsbrief")
_PATIENCE = 5.0  # seconds, at the end of the process, for calls that were cut off to notice


class _Model(Protocol):
    path: str


class _Threads(Protocol):
    n_threads: int


class _Params(Protocol):
    """What is set of xllamacpp's ``CommonParams``, which has no types of its own."""

    model: _Model
    cpuparams: _Threads
    cpuparams_batch: _Threads
    n_ctx: int
    n_predict: int
    port: int
    api_keys: list[str]
    endpoint_metrics: bool
    endpoint_slots: bool
    ui: bool
    warmup: bool
    cache_ram_mib: int
    verbosity: int


class _Server(Protocol):
    @property
    def listening_address(self) -> str: ...

    def handle_metrics(self) -> str: ...


class _Llama(Protocol):
    CommonParams: Callable[[], _Params]
    Server: Callable[[_Params], _Server]


class Loaded:
    """A model in memory, with ``context`` tokens of room, that answers at ``url`` under ``key``.

    Raises `ConfigError` where llama.cpp is not installed, or cannot load the file.
    """

    def __init__(self, path: Path, context: int) -> None:
        self.context = context
        self.key = token_urlsafe(32)
        self.inside = Inside()
        self.users = 0
        self.retired = False
        self._server: _Server | None = _started(path, context, self.key)
        self.url = f"{self._server.listening_address}/v1"

    def stop(self) -> None:
        """Frees the memory; llama.cpp's server ends with the object that stands for it. It waits
        for its clients, and holds up all threads meanwhile: a connection left open by a task that
        was cancelled, say, would never be closed."""
        self.inside.cut()
        self.inside.close()
        self._server = None

    def forget(self) -> None:
        """Keeps the memory until the process ends."""
        ctypes.pythonapi.Py_IncRef(ctypes.py_object(self._server))


class _Models:
    """The models of this process, each loaded once."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._loaded: dict[Path, Loaded] = {}
        self._forked = False
        self._ending = False

    @contextmanager
    def lease(self, path: Path, context: int) -> Iterator[Loaded]:
        """The model at ``path`` with room for ``context`` tokens or more; it is not stopped
        within. Loading it holds up all threads: 0.5 s for 100 MB."""
        with self._lock:
            if self._ending:
                raise BackendError("the process ends, so no model is loaded any more")
            model = self._loaded.get(path)
            if model is None or model.context < context:
                self._retire(path)
                _LOGGER.info("loading %s ...", path.name)
                model = self._loaded[path] = Loaded(path, context)
            model.users += 1
        try:
            yield model
        finally:
            with self._lock:
                model.users -= 1
                if model.retired and not model.users:
                    self._stop(model)

    def unload(self, path: Path) -> None:
        """Stops the model at ``path``, if there is one, once the calls under way are answered."""
        with self._lock:
            self._retire(path)

    def end(self) -> None:
        """Stops all models, at the end of the process. Threads that wait for an answer even now,
        which can only be daemons, are cut off: llama.cpp would wait for them, and they for us."""
        self._ending = True
        end = monotonic() + _PATIENCE
        while (busy := [m for m in self._loaded.values() if m.users]) and monotonic() < end:
            for model in busy:
                model.inside.cut()
            sleep(0.01)
        for model in self._loaded.values():
            if model.users:
                model.forget()
            self._stop(model)
        self._loaded.clear()

    def forked(self) -> None:
        """In a child that was forked off: it has none of the threads of its parent's models, and
        llama.cpp kills a process in which it cannot join them. So nothing is ever stopped."""
        self._lock = threading.Lock()  # another thread of the parent may have held the old one
        self._forked = True
        for model in self._loaded.values():
            model.forget()
        self._loaded.clear()

    def _retire(self, path: Path) -> None:
        if model := self._loaded.pop(path, None):
            model.retired = True
            if not model.users:
                self._stop(model)

    def _stop(self, model: Loaded) -> None:
        if self._forked:
            model.forget()
        model.stop()


models = _Models()
atexit.register(models.end)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=models.forked)


def _started(path: Path, context: int, key: str) -> _Server:
    llama = installed()
    params = llama.CommonParams()
    params.model.path = str(path)
    params.n_ctx = context
    params.n_predict = ANSWER
    params.port = 0  # any that is free
    params.api_keys = [key]
    params.endpoint_slots = params.ui = False  # they would show the articles
    params.endpoint_metrics = True
    params.warmup = False  # the first call does it, and holds up nobody else
    params.cache_ram_mib = 0  # else up to 8 GiB of old prompts; the last one is kept all the same
    params.verbosity = CHATTY if os.environ.get("NEWSBRIEF_DEBUG") else QUIET
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else None
    if usable and usable < (os.cpu_count() or 1):  # llama.cpp counts all cores of the machine
        params.cpuparams.n_threads = params.cpuparams_batch.n_threads = usable
    try:
        server = llama.Server(params)
        # It is told to end by a flag that its loop sets when it starts: told before, it would go on
        # for ever. The metrics come from within the loop.
        server.handle_metrics()
        return server
    except (RuntimeError, MemoryError):
        raise ConfigError(
            f"llama.cpp cannot load {path}; NEWSBRIEF_DEBUG=1 shows what it says"
        ) from None


def installed() -> _Llama:
    """The package xllamacpp. Raises `ConfigError` where it is not installed, or not usable."""
    # Between two steps of a computation, llama.cpp's threads spin. On two cores that others used
    # too, an answer of 150 tokens then took over 40 s, and 5 s with threads that sleep; with the
    # cores to themselves, a small model (135 million) writes half as fast, prompts take the same.
    unset = "OMP_WAIT_POLICY" not in os.environ
    if unset:
        os.environ["OMP_WAIT_POLICY"] = "passive"
    try:
        import xllamacpp
    except ModuleNotFoundError:
        raise ConfigError(
            'a local model needs the extra "local": pip install "newsbrief[local]", or, in a '
            'checkout, pip install ".[local]"'
        ) from None
    except ImportError as error:
        raise ConfigError(f"xllamacpp is installed, but does not work here: {error}") from error
    finally:
        if unset:
            del os.environ["OMP_WAIT_POLICY"]
    llama: _Llama = xllamacpp
    return llama
