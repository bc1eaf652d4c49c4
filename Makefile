# Thin: each target calls a script. `make demo` and `make test` need nothing but Debian 12 and Swift 6.
.PHONY: setup build demo test lint bench bench-crawl bench-accuracy bench-report

setup:
	@scripts/setup

build: setup
	@swift build -c release --product mingcha

demo: setup
	@scripts/demo

test:
	@scripts/setup tests
	@scripts/check

lint:
	@swift format lint --strict --recursive Sources Tests Package.swift

bench: setup
	@scripts/bench

bench-crawl: setup
	@scripts/bench-crawl

bench-accuracy: setup
	@scripts/bench-accuracy $(CORPUS)

bench-report: setup
	@scripts/bench-report
