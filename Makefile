# Everything is made in .venv and build/, which git ignores. `make help` lists what there is.
.DEFAULT_GOAL := help
.PHONY: help run test lint bench bundle check-bundle install-desktop screenshots ocr lock clean environment workshop

VENV := .venv
# What running needs, and the same packages with what testing, measuring and bundling need.
LOCK := requirements.lock
DEV_LOCK := requirements-dev.lock
# The lock file as it was installed: .venv is filled anew only when it differs from those that would do.
INSTALLED := $(VENV)/installed.lock

# Windows keeps programs of an environment elsewhere.
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
# The first Python that is new enough; `make PYTHON=/path/to/python3 ...` chooses another one.
PYTHON ?= $(shell sh packaging/find_python.sh)

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-16s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: environment ## the window with the bundled sample report (without a display: the same job headless)
	@$(BIN)/python main.py --sample

test: workshop ## all tests; in a real window where Xvfb is installed, on Qt's offscreen platform otherwise
	@PYTHON=$(BIN)/python sh tests/run.sh

lint: workshop ## style, types and the direction of imports
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: workshop ## measure against the budgets; writes build/bench.json (PARAPH_CORPUS=DIR adds real reports)
	@$(BIN)/python -m benchmarks

bundle: workshop ## build/bundle/paraph: a folder that starts by double-click, without Python
	@PYTHON=$(BIN)/python sh packaging/bundle.sh

check-bundle: bundle ## start the bundle's window under Xvfb, take its picture, and extract with it
	@$(BIN)/python packaging/check_bundle.py

install-desktop: bundle ## put the bundle, its menu entry and the type of *.paraph files into ~/.local
	@sh build/bundle/paraph/install.sh

screenshots: workshop ## docs/images/*.png and the guide's table of keys, from the real window
	@PYTHON=$(BIN)/python sh docs/screenshots.sh

ocr: environment ## add what reads scanned pages (350 MB; tests and the window work without it)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-ocr.lock

COMPILE = $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --custom-compile-command "make lock" pyproject.toml

lock: workshop ## choose the newest allowed versions and write them, with hashes, to the lock files
	$(BIN)/python -m pip install --quiet uv
	$(COMPILE) --extra dev --output-file $(DEV_LOCK)
	$(COMPILE) --extra learning --extra formats --extra vocabularies --constraint $(DEV_LOCK) --output-file $(LOCK)
	$(COMPILE) --extra ocr --constraint $(DEV_LOCK) --output-file requirements-ocr.lock

clean: ## remove everything that was made: .venv, build, caches
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The shell reads && and || from left to right, hence the brackets.
FILLED = test -x $(BIN)/python && cmp -s $(INSTALLED)
FILL = sh packaging/make_environment.sh "$(PYTHON)" $(VENV)

environment: # .venv with what running needs, or more
	@{ $(FILLED) $(LOCK); } || { $(FILLED) $(DEV_LOCK); } || $(FILL) $(LOCK)

workshop: # .venv with all that developers need
	@$(FILLED) $(DEV_LOCK) || $(FILL) $(DEV_LOCK)
