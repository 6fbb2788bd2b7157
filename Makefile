# Thucydides: the one definition of each step. Every target prepares its own environment.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEMO := build/demo.db
PORT ?= 8000

.DEFAULT_GOAL := help
.PHONY: help test check fix demo serve bench docs pictures browser clean

help: ## say what each target does
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  \1\t\2/' | expand -t 12

$(READY): pyproject.toml constraints.txt hatch_build.py assets/package-lock.json
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Thucydides needs Python 3.11 or later; $(PYTHON) is older. Name another with PYTHON=..."; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

test: $(READY) ## run the tests
	$(BIN)/python -m pytest -n 2

check: $(READY) ## lint, types and the contracts between the rooms
	$(BIN)/ruff check src tests benchmarks docs hatch_build.py
	$(BIN)/ruff format --check src tests benchmarks docs hatch_build.py
	$(BIN)/mypy
	$(BIN)/lint-imports

fix: $(READY) ## mend what can be mended mechanically
	$(BIN)/ruff check --fix src tests benchmarks docs hatch_build.py
	$(BIN)/ruff format src tests benchmarks docs hatch_build.py

demo: $(READY) ## read two short documents about one war and serve what they say
	@mkdir -p build
	@rm -f $(DEMO) $(DEMO)-wal $(DEMO)-shm
	$(BIN)/thucydides demo --ledger $(DEMO) --port $(PORT)

serve: $(READY) ## serve a ledger of your own: make serve LEDGER=my.db
	$(BIN)/thucydides serve --ledger $(or $(LEDGER),thucydides.db) --port $(PORT)

bench: $(READY) ## measure, as ratios against a peer in the same run
	-$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[bench]'
	$(BIN)/python -m benchmarks

docs: $(READY) ## write the reference pages that are made from the program
	$(BIN)/python docs/reference.py

browser: ## install on Debian the browser in which the pages are tested and drawn
	@command -v chromium >/dev/null || { apt-get update -q && apt-get install -q -y chromium fonts-noto-cjk; }

pictures: $(READY) browser ## take the pictures of docs/pictures
	$(BIN)/python docs/pictures.py

clean: ## remove the environment and what was built
	rm -rf $(VENV) build dist
