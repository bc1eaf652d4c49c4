# Thin: each target calls a script. `make demo` and `make test` need nothing but Debian 12 and Swift 6.
.PHONY: setup build demo test lint bench bench-crawl bench-accuracy bench-report install uninstall deb man

setup:
	@scripts/setup

build: setup
	@swift build -c release --static-swift-stdlib --product mingcha

# make install PREFIX=/usr/local DESTDIR= BINARY=a program that is there already
PREFIX ?= /usr/local

install:
	@scripts/install --prefix "$(PREFIX)" --destdir "$(DESTDIR)" $(if $(BINARY),--binary "$(BINARY)")

uninstall:
	@scripts/install --remove --prefix "$(PREFIX)" --destdir "$(DESTDIR)"

# make deb OUTPUT=a folder
deb:
	@scripts/deb --output "$(or $(OUTPUT),.)" $(if $(BINARY),--binary "$(BINARY)")

man:
	@swift build --product mingcha
	@scripts/manual en > docs/man/mingcha.1
	@scripts/manual zh-Hans > docs/man/mingcha.zh_CN.1
	@.build/debug/mingcha settings --markdown > docs/operations/settings.md

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
