# Everything a fresh machine needs: Python 3.11 with venv, pip, make, git.
PYTHON ?= python3
VENV := .venv
# Tests wait for disks and processes: one worker more than two cores keeps both busy.
WORKERS ?= 3
BIN := $(VENV)/bin
# Compiled once and kept, whatever the surroundings say: a test starts the program dozens of times.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: run test check lint bench proof prove gallery lock help

help: ## what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

run: $(VENV)/.runtime ## start the bot: live with DISCORD_TOKEN, else a rehearsal in the browser
	$(BIN)/python -m bot run $(ARGS)

test: $(VENV)/.development ## every test
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal $(ARGS)

lint: $(VENV)/.development ## format, lint, types, contracts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/basedpyright
	$(BIN)/lint-imports --no-cache

# The tests come after the rest, whatever -j says, so that the last line is theirs.
check: lint ## what has to be green before a commit
	@$(MAKE) --no-print-directory test

bench: $(VENV)/.development ## the promises with numbers
	$(BIN)/python -m pytest tests/bench --benchmark-enable -s -p no:cacheprovider $(ARGS)

proof: $(VENV)/.development ## the long forms: hundreds of kills
	$(BIN)/python -m pytest tests/proof -s $(ARGS)

prove: $(VENV)/.development ## run every example of the lexicon and name its files as proved
	$(BIN)/python -m bot.safety.prove data/lexicon

gallery: $(VENV)/.development ## draw the cards in every language anew, in docs/gallery
	$(BIN)/python -m tests.gallery

lock: $(VENV)/.tool ## write the lock files anew from pyproject.toml
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-emit-find-links \
		--no-header --no-annotate --python-version 3.11 pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-emit-find-links \
		--no-header --no-annotate --python-version 3.11 --extra dev pyproject.toml -o requirements-dev.lock

$(VENV)/.tool:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --disable-pip-version-check uv
	@touch $@

$(VENV)/.runtime: requirements.lock | $(VENV)/.tool
	$(BIN)/uv pip install -q --python $(BIN)/python --require-hashes -r requirements.lock
	@touch $@

$(VENV)/.development: requirements-dev.lock | $(VENV)/.tool
	$(BIN)/uv pip install -q --python $(BIN)/python --require-hashes -r requirements-dev.lock
	@touch $@ $(VENV)/.runtime
