# Every target sets up what it needs: Python packages in .venv, browser files in node_modules.
# Requires Python 3.11 or newer, Node 20 or newer, and make. PYTHON=python3.13 selects another Python for .venv.

PYTHON ?= python3
# Passed on to the command: make serve ARGS="--campaign other.toml", make test ARGS="-k cookie".
ARGS ?=
# The campaign file, for all targets that build or check.
CAMPAIGN ?= campaign.toml
CAMPAIGN_OPTION = $(if $(filter --campaign%,$(ARGS)),,--campaign "$(CAMPAIGN)")
# For make data: FROM names files to use instead of downloading. For make serve: OFFLINE=1 downloads nothing.
FROM ?=
OFFLINE ?=

VENV := .venv
BIN := $(VENV)/bin
# Stamp files: make reinstalls when a lock file is newer than its stamp.
PUBLISH := $(VENV)/.publish-installed
DEV := $(VENV)/.dev-installed
NODE := node_modules/.package-lock.json
PEERS := bench/peers/node_modules/.package-lock.json
# The tests that `make audit` runs: those that print figures.
AUDITED := tests/unit/publish/site/test_plain_words.py \
	$(addprefix tests/browser/test_,access.py accessibility_tree.py broken_files.py injections.py odd_visits.py privacy.py)
# What prettier and stylelint format. Not the templates: white space in a letter's markup is text.
STYLES := web/style.css "web/css/*.css" "web/retired/*.css"
FORMATTED := $(STYLES) "web/*.js" "web/retired/*.js" "src/honorable/publish/**/*.{js,mjs}" package.json .prettierrc.json .stylelintrc.json
WHEELS := .cache/bench/wheels/.downloaded

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help serve dist publish campaign data check lint test format hosts audit bench wheel imports profile reference words lock clean distclean

help: ## List the targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST)

serve: $(PUBLISH) $(NODE) ## Build the page, serve it on this machine, and rebuild when a file changes
	@$(BIN)/honorable data update --quick $(if $(OFFLINE),--offline)
	$(BIN)/honorable serve $(CAMPAIGN_OPTION) $(ARGS)

dist: $(PUBLISH) $(NODE) ## Build the page into dist/
	$(BIN)/honorable build $(CAMPAIGN_OPTION) $(ARGS)

campaign: $(PUBLISH) $(NODE) ## Check campaign.toml and its letters without building anything; CAMPAIGN="other/campaign.toml"
	$(BIN)/honorable check $(CAMPAIGN_OPTION) $(ARGS)

data: $(PUBLISH) ## Download the members of Congress and the ZIP code districts; FROM="members.json zcta.txt"
	$(BIN)/honorable data fetch $(foreach file,$(FROM),--from $(file)) $(ARGS)

publish: $(PUBLISH) $(NODE) ## Get the newest list of officials and build dist/; fails if the list is too old
	$(BIN)/honorable data update --campaign "$(CAMPAIGN)" $(ARGS)
	$(BIN)/honorable build --campaign "$(CAMPAIGN)"

check: lint test ## Everything a change must pass: lint and tests

# ARGS goes to pytest only, not to the build. A third worker fills the pauses in which two wait for their browsers.
test: $(DEV) $(NODE) ## Run the tests; finds or installs the browsers
	$(BIN)/honorable build
	$(BIN)/python -m tests.browser.browsers
	$(BIN)/pytest -n 3 --dist worksteal $(ARGS)

hosts: $(DEV) $(NODE) ## Test the page on every host, in every kind of frame and browser, and print the tables
	$(BIN)/honorable build
	$(BIN)/python -m tests.browser.browsers
	$(BIN)/python -m pytest -p tests.tables --everything -n 2 --dist worksteal tests/hosts tests/frames $(ARGS)

audit: $(DEV) $(NODE) ## Break files, fuzz the parsers, run axe and a load test, and print the figures
	$(BIN)/honorable build
	$(BIN)/python -m tests.browser.browsers
	$(BIN)/python -m pytest -p tests.tables --everything -n 2 --dist worksteal --browser chromium $(AUDITED) $(ARGS)
	HONORABLE_DRAFTS=10000 $(BIN)/python -m pytest -q tests/unit/publish/python/wasm/test_moved_data.py
	$(BIN)/python -m tests.audit.load
	$(BIN)/pip install --quiet --require-hashes --requirement requirements/fuzz.txt && $(BIN)/python -m tests.audit.fuzz

bench: $(DEV) $(NODE) $(PEERS) $(WHEELS) ## Measure the page against its peers; shorter with ARGS="--rounds 3 --only cold"
	$(BIN)/honorable build
	$(BIN)/python -m tests.browser.browsers
	$(BIN)/python -m bench $(ARGS)

# The same files give the same bytes: flit takes the date of the entries from SOURCE_DATE_EPOCH.
wheel: $(PUBLISH) $(NODE) ## Build a wheel in wheels/ that needs neither Node, make nor this repository
	$(BIN)/honorable stage-wheel .cache/wheel
	rm -rf wheels
	SOURCE_DATE_EPOCH=315532800 $(BIN)/pip wheel --quiet --no-deps --no-index --no-build-isolation \
	  --wheel-dir wheels .cache/wheel
	@ls -l wheels

imports: $(DEV) $(NODE) ## Run the browser tests to list the standard library modules that the page imports
	@mkdir -p .cache && rm -f .cache/imports.txt
	$(BIN)/python -m tests.browser.imports
	HONORABLE_IMPORTS=$(CURDIR)/.cache/imports.txt \
	  $(BIN)/pytest -n 2 --dist worksteal --browser chromium tests/browser $(ARGS)
	$(BIN)/python -m tests.browser.imports .cache/imports.txt

profile: $(DEV) $(NODE) ## Record which of Pyodide's functions the page uses, for the half that it starts with
	$(BIN)/python -m tests.browser.browsers
	$(BIN)/python -m tests.browser.record_profile

lint: $(DEV) $(NODE) ## Check style, types, package boundaries and formatting
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo --cache-dir .cache/import-linter
	@for script in web/*.js $$(find src/honorable/publish -name "*.js" -o -name "*.mjs"); do node --check "$$script" || exit 1; done
	npx --no-install prettier --check --log-level warn $(FORMATTED)
	npx --no-install stylelint $(STYLES)

format: $(DEV) $(NODE) ## Format the code and apply automatic fixes
	$(BIN)/ruff check --fix
	$(BIN)/ruff format
	npx --no-install stylelint --fix $(STYLES)
	npx --no-install prettier --write --log-level warn $(FORMATTED)

reference: $(PUBLISH) ## Write docs/campaign.md, docs/letter-template.md and campaign.schema.json from the code
	$(BIN)/honorable reference

words: $(PUBLISH) ## Update the translation catalogs in locale/ from the page's text
	$(BIN)/honorable words

clean: ## Remove build output and caches; keeps .venv, node_modules and the downloaded data
	rm -rf dist test-results .pytest_cache .ruff_cache .mypy_cache .hypothesis
	find .cache -mindepth 1 -maxdepth 1 ! -name data -exec rm -rf {} + 2>/dev/null || true
	find src tests bench -name node_modules -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean ## Remove everything that make created
	rm -rf .cache $(VENV) .venv-lock node_modules bench/peers/node_modules

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Honorable needs Python 3.11 or newer. To use another one: make PYTHON=python3.13 ..." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

# The project itself is installed last. Its build backend is in the lock too, so pip downloads nothing unlocked.
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

# Used only by the benchmark: the packages of the pages it compares with.
$(PEERS): bench/peers/package.json bench/peers/package-lock.json
	cd bench/peers && npm ci --no-progress
	@touch $@

$(WHEELS): requirements/bench.txt | $(BIN)/python
	$(BIN)/pip download --quiet --quiet --require-hashes --no-deps --only-binary :all: --python-version 3.14 \
	  --platform manylinux2014_x86_64 --requirement requirements/bench.txt --dest $(@D)
	@touch $@

# Resolves for every Python from 3.11 up and every platform. The locks contain hashes but no index addresses.
lock: ## Update the lock files to the newest versions
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
