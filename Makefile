# Everything a newcomer needs: `make demo` shows the product, `make test` proves it.
.DELETE_ON_ERROR:
SHELL := /bin/bash
VENV := .venv
BIN := $(VENV)/bin
WORKERS ?= 2
PORT ?= 8000

.PHONY: help install demo test lint bench docs format requirements clean

help:
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | column -t -s$$'\t'

install: $(VENV)/.installed ## set up .venv with everything the project needs

$(VENV)/.installed: requirements-dev.txt pyproject.toml tools/install.sh
	@tools/install.sh $(VENV)
	@touch $@

demo: install ## load the Heinola demo, write its report and start the server
	@$(BIN)/hankekori serve --demo --port $(PORT)

test: lint browser office ## lint, then every test, browser and office program included
	$(BIN)/pytest -n $(WORKERS)

lint: install ## style, types, import order
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy src
	$(BIN)/lint-imports

.PHONY: browser
browser: install
	@tools/browser.sh

.PHONY: office
office: install
	@tools/office.sh

bench: install ## measure, print ratios to the bars, write var/bench.json
	$(BIN)/python -m benchmarks

docs: install ## write docs/cli.md and docs/formats from the code
	$(BIN)/python -m tools.docs

format: install ## let ruff put the code in order
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

requirements: install ## pin every dependency with its hash
	$(BIN)/uv pip compile -q --universal --python-version 3.12 --generate-hashes --no-header pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile -q --universal --python-version 3.12 --generate-hashes --no-header --extra dev pyproject.toml -o requirements-dev.txt

clean: ## remove the environment; data in var/ stays
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
