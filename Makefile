# Needs python3 (3.11 or newer) and make; everything else is made below .venv from a lock file with hashes.

BIN := .venv/bin
.PHONY: env brief test fast long golden lint types evals mutants bench docs sbom lock clean
.DEFAULT_GOAL := help

# Compiled modules and tests are kept (git ignores them), also where the shell says otherwise: each test process
# and each command that a test starts compiles everything anew without, a third of a run.
unexport PYTHONDONTWRITEBYTECODE

help:           ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 12

env:            ## the environment, from requirements/dev.lock
	@python3 tools/environment.py

brief: env      ## read examples/ and say where the page is
	$(BIN)/onrecord read examples --out brief

test: env       ## the tests, but for the long ones: somewhat over a minute on two cores
	$(BIN)/python -m pytest -n auto --dist worksteal -m "not long"

fast: env       ## those of single parts, while working
	$(BIN)/python -m pytest -n auto -m "not slow"

long: env       ## the others: browsers, servers, processes, every command that the documentation shows
	$(BIN)/python -m pytest -n auto --dist worksteal -m long

golden: env     ## write the reviewed tables anew; look at the diff before keeping it
	$(BIN)/python -m pytest tests/golden --snapshot-update

lint: env       ## style, format and the direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: env      ## static types, strict; folders of scripts one at a time, as they run
	$(BIN)/mypy src tools
	$(BIN)/mypy evals
	$(BIN)/mypy benchmarks
	$(BIN)/mypy training

evals: env      ## quality on evals/sets and on annotated data in ../shared, where present, against evals/floors.json
	$(BIN)/python evals/run.py

mutants: env    ## changes of the source that no test notices, a sample: make mutants ARGS="--folders dates --seed 2"
	$(BIN)/python tools/mutants.py $(ARGS)

bench: env      ## speed, with the hardware it was measured on
	$(BIN)/python benchmarks/run.py

docs: env       ## rewrite the command reference, and the README's pictures where Chromium is installed
	$(BIN)/python tools/cli_reference.py
	$(BIN)/python tools/pictures.py

sbom: env       ## the bill of materials of the lock file (CycloneDX), with licences: sbom.cdx.json
	$(BIN)/python tools/sbom.py sbom.cdx.json

lock:           ## resolve requirements/*.lock anew (needs uv)
	uv pip compile pyproject.toml --group dev --extra all --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-header --quiet --upgrade -o requirements/dev.lock

clean:          ## remove what was made here
	rm -rf .venv .bootstrap brief
