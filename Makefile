# Each target is described after its ##; make help prints the descriptions.
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
SLOW := tests/attack tests/report tests/typesetting tests/server tests/browser $(wildcard tests/cli/test_data*.py) \
	tests/maturity/test_laws.py $(addprefix tests/storage/peers/test_,concurrency.py stateful.py) \
	$(addprefix tests/web/,refused/test_tampered.py refused/test_outage.py test_journey.py test_privacy.py test_process_memory.py)

export HOST ?= 127.0.0.1
export PORT ?= 8000

.PHONY: help run check test postgresql browser bench proof reliability attack heard edited readers consumers fuzz-api translations lock
.PHONY: .style .types .tests

help: ## List the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "%-14s %s\n", $$1, $$2}'

run: .venv/.installed ## Serve http://127.0.0.1:8000 (HOST and PORT change it)
	@$(BIN)/gunicorn wsgi:app

check: .venv/.installed-dev ## Format, lint, types, architecture, unit and web tests: about a minute
	@$(MAKE) --no-print-directory --jobs=2 --output-sync=target .style .types .tests

.style:
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@mkdir -p build
	@$(BIN)/lint-imports --no-cache >build/imports.txt || { cat build/imports.txt; exit 1; }

.types:
	@$(BIN)/mypy --no-error-summary

.tests:
	@$(BIN)/pytest --quiet -n 2 --dist worksteal -p no:playwright -p no:base_url $(addprefix --ignore=,$(SLOW))

# What these show does not depend on the database; make postgresql runs them there too.
ON_ANY_DATABASE := $(addprefix tests/web/,assessment clauses forms jobs plan policy request results rounds \
	test_days.py test_example.py test_form_tokens.py test_process_memory.py test_roles.py \
	$(addprefix api/test_,answers.py documented_examples.py openapi.py problems.py reading.py score.py) \
	$(addprefix programme/test_,coordinator.py files.py whole_programme.py) voices/test_owner_pages.py)
ON_POSTGRESQL := $(BIN)/pytest --quiet -n 2 --dist worksteal --database=postgresql

test: .venv/.installed-dev ## All tests: also PostgreSQL, PDFs, the running server and the browser
	@$(MAKE) --no-print-directory check
	@$(ON_POSTGRESQL) $(addprefix --ignore=,$(ON_ANY_DATABASE)) tests/storage tests/web $(wildcard tests/cli/test_data*.py) tests/cli/test_peers.py tests/cli/programme
	@$(BIN)/pytest --quiet -n 2 --dist worksteal $(SLOW)

postgresql: .venv/.installed-dev ## Run on PostgreSQL the tests of pages that make test runs on SQLite alone
	@$(ON_POSTGRESQL) $(ON_ANY_DATABASE)

browser: .venv/.installed-dev ## Visit every state of every page in both languages: make test visits each in one
	@BROWSER_LANGUAGES=both $(BIN)/pytest --quiet -n 2 --dist worksteal tests/browser

bench: .venv/.installed-dev ## Measure speed: ratios to bare Flask and to other PDF engines, and a million peers
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r bench/requirements.txt || echo "Not every engine can be installed here."
	@$(BIN)/python -m bench

proof: .venv/.installed-dev ## Check the PDFs of 240 assessments against their standards and rebuild them: long
	@$(BIN)/python -m tests.report.proof

reliability: .venv/.installed-dev ## Kill the server 200 times, crowd a page and soak, on both databases: over an hour
	@set -e; for database in sqlite postgresql; do for kind in kills crowd soak; do \
		$(BIN)/python -m bench.reliability $$kind --database $$database; done; done

attack: .venv/.installed-dev ## Simulate adversaries against the published peers: about an hour
	@$(BIN)/python -m tests.attack

heard: .venv/.installed-dev ## Listen to four pages through Orca and Firefox in both languages: five minutes
	@$(BIN)/python -m tests.heard

edited: .venv/.installed-dev ## Change a plan in LibreOffice and openpyxl and read it again: two minutes
	@$(BIN)/python -m tests.spreadsheets

readers: .venv/.installed-dev ## Open the files in LibreOffice, khal, a CalDAV server, python-docx and odfdo: ten minutes
	@$(BIN)/python -m tests.readers

consumers: .venv/.installed-dev ## Let other programs read OSCAL and CISO Assistant files of random assessments: ten minutes
	@$(BIN)/python -m tests.consumers

fuzz-api: .venv/.installed-dev ## Send random requests to the API with a code of each role: twenty minutes
	@$(BIN)/python -m tests.api_fuzz

translations: .venv/.installed-dev ## List the sentences without French or in the wrong file
	@$(BIN)/pytest --quiet tests/test_translations.py

lock: .venv/.installed-dev ## Pin the packages of requirements*.in with hashes
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --python-version 3.11 --upgrade requirements.in -o requirements.txt
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --python-version 3.11 --upgrade requirements-dev.in -o requirements-dev.txt
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --python-version 3.11 --upgrade bench/requirements.in -o bench/requirements.txt

.venv/.installed: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit("Muster needs Python 3.11 or newer.") if sys.version_info < (3, 11) else None'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/.installed-dev: requirements-dev.txt .venv/.installed
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@mkdir -p build
	@touch $@
