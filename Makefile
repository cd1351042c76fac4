# make demo    the whole path on the sample documents, no server needed
# make test    every test and check
# make score   the scores over the gold labels
# Needed: make and Python 3.11 or newer. For the tests on a real Neo4j also Java 17 and Maven, for Cypher's grammar Node.

VENV := .venv
BIN := $(VENV)/bin
BUILD := .build
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
	$$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $$p && break; done)

export VANBAN_HOME ?= $(CURDIR)/.vanban
export PYTHONUTF8 := 1

.PHONY: help demo test lint types imports unit tools score score-corpus bench lock docs clean
.DELETE_ON_ERROR:
.NOTPARALLEL:

help:
	@sed -n 's/^# //p' Makefile | head -4

# --- environment: a stamp a step, so that a second run does nothing again ---

$(VENV)/made:
	@test -n "$(PYTHON)" || { echo "Cần Python 3.11 trở lên, có mô-đun venv (Debian, Ubuntu: apt install python3-venv)." >&2; exit 1; }
	@echo "Tạo môi trường $(VENV) bằng $(PYTHON)"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(BIN)/python -m ensurepip --default-pip >/dev/null
	@touch $@

$(VENV)/runtime: requirements.lock pyproject.toml | $(VENV)/made
	@echo "Cài các gói cần khi chạy (requirements.lock)"
	@$(PIP) install --quiet --require-hashes --requirement requirements.lock
	@$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev: requirements-dev.lock | $(VENV)/runtime
	@echo "Cài các gói cần khi kiểm thử, kể cả spaCy và underthesea (requirements-dev.lock)"
	@$(PIP) install --quiet --require-hashes --requirement requirements-dev.lock
	@touch $@

$(BUILD):
	@mkdir -p $@

# --- the two commands ---

demo: $(VENV)/runtime
	@echo
	@echo '$$ vanban ingest corpus/samples'
	@$(BIN)/vanban ingest corpus/samples
	@echo
	@echo '$$ vanban chain 687/QĐ-TTg'
	@$(BIN)/vanban chain 687/QĐ-TTg
	@echo
	@echo '$$ vanban owners "tuyên truyền kinh tế tuần hoàn" --in "Lai Châu"'
	@$(BIN)/vanban owners "tuyên truyền kinh tế tuần hoàn" --in "Lai Châu"
	@echo
	@echo 'Thử tiếp (đồ thị của bản thử nằm ở .vanban):'
	@echo '  . $(BIN)/activate && export VANBAN_HOME="$$PWD/.vanban"'
	@echo '  vanban chain 2443/KH-UBND --direction both --depth 4'
	@echo '  vanban tasks --agency "Sở Tài chính" --in "An Giang"'
	@echo '  vanban ingest THƯ_MỤC_CỦA_BẠN'
	@echo '  vanban --help'

test: lint types imports tools unit

lint: $(VENV)/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/dev
	$(BIN)/mypy

imports: $(VENV)/dev
	$(BIN)/lint-imports

tools:
	@command -v java >/dev/null && command -v mvn >/dev/null || echo "Thiếu Java 17+ hoặc Maven: bỏ qua kiểm thử trên Neo4j thật. Để có: cài openjdk-17-jdk-headless và maven (Debian, Ubuntu: apt install)."
	@command -v node >/dev/null && command -v npm >/dev/null || echo "Thiếu Node hoặc npm: bỏ qua kiểm tra văn phạm Cypher. Để có: cài nodejs và npm (Debian, Ubuntu: apt install)."

unit: $(VENV)/dev | $(BUILD)
	$(BIN)/pytest -ra --junitxml=$(BUILD)/junit.xml $(PYTEST_ARGS)

# --- measuring (TEXTS: a folder of .txt files, for the speed of citations on other texts) ---

score: $(VENV)/runtime | $(BUILD)
	@$(BIN)/vanban extract corpus/samples/*.txt corpus/gold-texts/*.txt > $(BUILD)/predictions.jsonl
	@$(BIN)/vanban eval corpus/gold $(BUILD)/predictions.jsonl $(SCORE_ARGS)
	@echo
	@echo "Nhãn gán khi chưa xem kết quả: viện dẫn, quan hệ (corpus/gold/citations)"
	@$(BIN)/vanban extract corpus/unseen/* > $(BUILD)/unseen.jsonl
	@$(BIN)/vanban eval corpus/gold/citations $(BUILD)/unseen.jsonl --intervals $(SCORE_ARGS)
	@echo
	@echo "Cũng vậy, bản quét đã nhận dạng chữ (corpus/gold/citations-ocr)"
	@$(BIN)/vanban eval corpus/gold/citations-ocr $(BUILD)/unseen.jsonl --intervals $(SCORE_ARGS)
	@echo
	@echo "Cũng vậy, trách nhiệm và chỉ tiêu (corpus/gold/duties)"
	@$(BIN)/vanban eval corpus/gold/duties $(BUILD)/unseen.jsonl $(SCORE_ARGS)
	@echo
	@echo "Cũng vậy, đợt hai: nghị quyết, quy chế, công văn, văn kiện Đảng (corpus/gold/duties-2)"
	@$(BIN)/vanban eval corpus/gold/duties-2 $(BUILD)/unseen.jsonl $(SCORE_ARGS)

score-corpus: $(VENV)/runtime
	@$(BIN)/python -m benchmarks.labels

bench: $(VENV)/runtime
	@$(BIN)/python -m benchmarks.stages
	@$(BIN)/python -m benchmarks.citations $(TEXTS)

# --- upkeep ---

LOCK := $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --python-version 3.11 \
	--custom-compile-command "make lock" pyproject.toml

lock: | $(VENV)/made
	@$(PIP) install --quiet 'uv>=0.9,<1'
	$(LOCK) --group build --output-file requirements.lock
	$(LOCK) --group dev --all-extras --constraint requirements.lock --output-file requirements-dev.lock

docs: $(VENV)/dev
	$(BIN)/python -m docs.build

clean:
	rm -rf $(VENV) $(BUILD) .vanban dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
