# Every target sets up what it needs: Python packages in .venv, browser files in node_modules.
# Needed beforehand: Python 3.11 or newer, Node 20 or newer, make. PYTHON=python3.13 chooses another Python.

PYTHON ?= python3
# More words for the command: make serve ARGS="--campaign other.toml", make test ARGS="-k memory".
ARGS ?=
# For make data and the first make serve: files to take instead of asking a server, and OFFLINE=1 to ask none.
FROM ?=
OFFLINE ?=

VENV := .venv
BIN := $(VENV)/bin
# Stamps: each is newer than the lock that was installed, so a changed lock installs again.
PUBLISH := $(VENV)/.publish-installed
DEV := $(VENV)/.dev-installed
NODE := node_modules/.package-lock.json
PEERS := bench/peers/node_modules/.package-lock.json
# What `make audit` goes through: the tests with figures.
AUDITED := tests/unit/publish/site/test_plain_words.py \
	$(addprefix tests/browser/test_,access.py accessibility_tree.py broken_files.py injections.py odd_visits.py privacy.py)
# What prettier and stylelint format. Not the templates: in a letter's markup, white space is text.
STYLES := web/style.css "web/css/*.css"
FORMATTED := $(STYLES) "web/*.js" "src/honorable/publish/**/*.js" package.json .prettierrc.json .stylelintrc.json
WHEELS := .cache/bench/wheels/.downloaded

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help serve dist data test hosts audit bench imports lint format reference words lock clean

help: ## List the targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST)

serve: $(PUBLISH) $(NODE) ## Build the page, serve it on this machine, and build again when a file changes
	@$(BIN)/honorable data fetch --if-missing $(if $(OFFLINE),--offline)
	$(BIN)/honorable serve $(ARGS)

dist: $(PUBLISH) $(NODE) ## Build the page into dist/
	$(BIN)/honorable build $(ARGS)

data: $(PUBLISH) ## Fetch the members of Congress and the districts of ZIP codes; FROM="members.json zcta.txt" OFFLINE=1
	$(BIN)/honorable data fetch $(foreach file,$(FROM),--from $(file)) $(if $(OFFLINE),--offline) $(ARGS)

# The build takes no ARGS here: they are the tests'.
test: $(DEV) $(NODE) ## Run every test, in Chromium and Firefox; finds or installs the browsers
	$(BIN)/honorable build
	$(BIN)/python -m tests.browser.browsers
	$(BIN)/pytest -n 2 --dist worksteal $(ARGS)

hosts: $(DEV) $(NODE) ## Try the page on every host, in every frame and browser, and print the tables
	$(BIN)/honorable build
	$(BIN)/python -m tests.browser.browsers
	$(BIN)/python -m pytest -p tests.tables --everything -n 2 --dist worksteal tests/hosts tests/frames $(ARGS)

audit: $(DEV) $(NODE) ## Harden: broken files, odd visits, axe, fuzzing and a load test, with their figures
	$(BIN)/honorable build
	$(BIN)/python -m tests.browser.browsers
	$(BIN)/python -m pytest -p tests.tables --everything -n 2 --dist worksteal --browser chromium $(AUDITED) $(ARGS)
	$(BIN)/python -m tests.audit.load
	$(BIN)/pip install --quiet --require-hashes --requirement requirements/fuzz.txt && $(BIN)/python -m tests.audit.fuzz

bench: $(DEV) $(NODE) $(PEERS) $(WHEELS) ## Measure the page against its peers; ARGS="--rounds 3 --only cold" for a short one
	$(BIN)/honorable build
	$(BIN)/python -m tests.browser.browsers
	$(BIN)/python -m bench $(ARGS)

imports: $(DEV) $(NODE) ## List the modules of Python's standard library that the page needs, by running the browser tests
	@mkdir -p .cache && rm -f .cache/imports.txt
	$(BIN)/python -m tests.browser.imports
	HONORABLE_IMPORTS=$(CURDIR)/.cache/imports.txt \
	  $(BIN)/pytest -n 2 --dist worksteal --browser chromium tests/browser $(ARGS)
	$(BIN)/python -m tests.browser.imports .cache/imports.txt

lint: $(DEV) $(NODE) ## Look for slips, check the types and the layout of the code
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo --cache-dir .cache/import-linter
	@for script in web/*.js src/honorable/publish/*/*.js; do node --check "$$script" || exit 1; done
	npx --no-install prettier --check --log-level warn $(FORMATTED)
	npx --no-install stylelint $(STYLES)

format: $(DEV) $(NODE) ## Lay the code out, and mend what can be mended by rule
	$(BIN)/ruff check --fix
	$(BIN)/ruff format
	npx --no-install stylelint --fix $(STYLES)
	npx --no-install prettier --write --log-level warn $(FORMATTED)

reference: $(PUBLISH) ## Write docs/campaign.md and campaign.schema.json from the model
	$(BIN)/honorable reference

words: $(PUBLISH) ## Gather the page's words anew into the catalogues in locale/
	$(BIN)/honorable words

clean: ## Remove everything that the other targets made
	rm -rf dist .cache $(VENV) node_modules bench/peers/node_modules .pytest_cache .ruff_cache .mypy_cache .hypothesis
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Honorable needs Python 3.11 or newer. Name one: make PYTHON=python3.13 ..." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

# The project itself comes last, without its build tool being downloaded: flit-core is in the lock.
$(PUBLISH): requirements/publish.txt pyproject.toml | $(BIN)/python
	$(BIN)/pip install --quiet --quiet --require-hashes --requirement requirements/publish.txt
	$(BIN)/pip install --quiet --quiet --no-deps --no-index --no-build-isolation --editable .
	@touch $@

$(DEV): requirements/dev.txt $(PUBLISH)
	$(BIN)/pip install --quiet --quiet --require-hashes --requirement requirements/dev.txt
	@touch $@

$(NODE): package.json package-lock.json .npmrc
	@node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' || \
	  { echo "Honorable needs Node 20 or newer." >&2; exit 1; }
	npm ci --no-progress
	@touch $@

# Only the benchmark needs these: the packages of its peers' pages.
$(PEERS): bench/peers/package.json bench/peers/package-lock.json
	cd bench/peers && npm ci --no-progress
	@touch $@

$(WHEELS): requirements/bench.txt | $(BIN)/python
	$(BIN)/pip download --quiet --quiet --require-hashes --no-deps --only-binary :all: --python-version 3.14 \
	  --platform manylinux2014_x86_64 --requirement requirements/bench.txt --dest $(@D)
	@touch $@

# Newest versions that fit together, for every Python from 3.11 up. No address is written into a lock.
lock: ## Write the lock files again, with the newest versions
	$(PYTHON) -m venv .venv-lock
	.venv-lock/bin/pip install --quiet --quiet --require-hashes --requirement requirements/lock.txt
	for name in lock publish dev fuzz; do \
	  .venv-lock/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	    --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
	    requirements/$$name.in --output-file requirements/$$name.txt || exit 1; done
	.venv-lock/bin/uv pip compile --quiet --upgrade --universal --python-version 3.14 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
	  requirements/bench.in --output-file requirements/bench.txt
	rm -rf .venv-lock
	npm update --package-lock-only
	cd bench/peers && npm update --package-lock-only
