#!/usr/bin/env python3
"""Compares what `mingcha read` sees with labels, field by field.

    mingcha read --manifest DIR/manifest.jsonl > facts.jsonl
    scripts/accuracy.py facts.jsonl DIR/labels.jsonl [--manifest DIR/manifest.jsonl] [--misses]

White space never counts. A label row's `accept` lists all readings that are right for a field
(null: leaving the field out is right too). `macro` is the mean over hosts, `plain` over pages.
Exit status 1 when `--at-least FIELD=PERCENT` is given and the macro figure lies below it.
"""
import argparse
import collections
import json
import os
import sys

SPACE = dict.fromkeys([0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x3000, 0xFEFF] + list(range(0x2000, 0x2010)))


def plain(value):
    """Without white space; lists element by element; empty is None."""
    if isinstance(value, str):
        value = value.translate(SPACE)
        return value or None
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value


def rows(entries):
    return [[plain(entry.get("title")), entry.get("date")] for entry in entries]


def related(facts):
    """Ties to a policy or its interpretation; mere neighbours are not judged."""
    ties = facts.get("relatedDocuments") or []
    return sorted([tie["relation"], tie["url"]] for tie in ties if tie["relation"] != "related")


# Field of the report -> (field of the label, how to take the value from a line of facts).
FIELDS = {
    "title": ("title", lambda facts: facts.get("title")),
    "published": ("publish_date", lambda facts: facts.get("publishedOn")),
    "source": ("source", lambda facts: facts.get("source")),
    "number": ("doc_number", lambda facts: facts.get("documentNumber")),
    "index": ("index_number", lambda facts: facts.get("indexNumber")),
    "breadcrumb": ("breadcrumb", lambda facts: facts.get("breadcrumb") or []),
    "column": ("column", lambda facts: facts.get("column")),
    "site": ("site_name", lambda facts: facts.get("siteName")),
    "attachments": ("attachments", lambda facts: len(facts.get("attachments") or [])),
    "rows5": ("list_entries", lambda facts: rows((facts.get("entries") or [])[:5])),
    "total": ("list_total", lambda facts: len(facts.get("entries") or [])),
    "state": ("list_state", lambda facts: {"elsewhere": "unreadable"}.get(facts.get("listState"), facts.get("listState"))),
    "written": ("written_date", lambda facts: facts.get("writtenOn")),
    "pages": ("pages", lambda facts: facts.get("pages")),
    "next": ("next_page", lambda facts: facts.get("nextPages") or []),
    "related": ("related", lambda facts: related(facts)),
}
# Fields that only some labels carry; a label without them says nothing.
OPTIONAL = {"rows5", "total", "state", "written", "pages", "next", "related"}
KINDS = {
    "home": {"home"}, "column-list": {"column"}, "directory": {"directory", "column"},
    "policy": {"article"}, "interpretation": {"article"}, "annual-report": {"article"},
    "guide": {"guide"}, "form": {"form"}, "article": {"article"},
    "error": {"error"}, "challenge": {"challenge"}, "download": {"download"},
}


def judge(field, label, facts):
    """True or False, or None when the label says nothing of the field; with wanted and seen."""
    name, take = FIELDS[field]
    wanted = label.get(name)
    if field in OPTIONAL and wanted is None:
        return None, None, None
    if field == "related":
        wanted = sorted(wanted)
    if field == "next":
        return wanted in take(facts), wanted, take(facts)
    if field == "rows5":
        wanted = rows(wanted)
    seen = plain(take(facts))
    accepted = label.get("accept", {}).get(name, [wanted])
    if field == "rows5":
        accepted = [rows(value) if value and isinstance(value[0], dict) else value for value in accepted]
    return seen in [plain(value) for value in accepted], wanted, take(facts)


def load(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("facts", help="JSON lines of `mingcha read`")
    parser.add_argument("labels", help="labels.jsonl")
    parser.add_argument("--manifest", help="names the host of each file")
    parser.add_argument("--misses", action="store_true", help="list every mismatch")
    parser.add_argument("--hosts", action="store_true", help="print a line for each host")
    parser.add_argument("--at-least", action="append", default=[], metavar="FIELD=PERCENT")
    options = parser.parse_args()

    facts = {os.path.basename(line["file"]): line for line in load(options.facts)}
    hosts = {}
    if options.manifest:
        hosts = {os.path.basename(row["file"]): row.get("host") for row in load(options.manifest)}
    results = collections.defaultdict(lambda: collections.defaultdict(list))
    misses = []
    invented = 0
    for label in load(options.labels):
        name = os.path.basename(label["file"])
        seen = facts.get(name, {})
        host = hosts.get(name) or seen.get("url", "")
        for field in FIELDS:
            right, wanted, value = judge(field, label, seen)
            if right is None:
                continue
            results[field][host].append(right)
            if not right:
                misses.append((field, name, host, wanted, value))
                invented += field == "published" and wanted is None and value is not None
        kinds = KINDS.get(label.get("page_type"))
        if kinds:
            right = seen.get("kind") in kinds
            results["kind"][host].append(right)
            if not right:
                misses.append(("kind", name, host, label["page_type"], seen.get("kind")))

    print(f"{'field':<12}{'pages':>6}{'right':>7}{'plain':>8}{'macro':>8}")
    macro = {}
    for field in [*FIELDS, "kind"]:
        by_host = results[field]
        every = [right for values in by_host.values() for right in values]
        if not every:
            continue
        macro[field] = 100 * sum(sum(v) / len(v) for v in by_host.values()) / len(by_host)
        share = 100 * sum(every) / len(every)
        print(f"{field:<12}{len(every):>6}{sum(every):>7}{share:>7.1f}%{macro[field]:>7.1f}%")
    print(f"publish dates where the page has none: {invented}")
    if options.hosts:
        for host in sorted({host for by_host in results.values() for host in by_host}):
            parts = [
                f"{field} {sum(results[field][host])}/{len(results[field][host])}"
                for field in results if results[field][host]
            ]
            print(f"{host}: {', '.join(parts)}")
    if options.misses:
        for field, name, host, wanted, value in misses:
            print(f"{field:<12}{name} {host}")
            print(f"    wanted {json.dumps(wanted, ensure_ascii=False)}")
            print(f"    saw    {json.dumps(value, ensure_ascii=False)}")
    for bar in options.at_least:
        field, _, percent = bar.partition("=")
        if macro.get(field, 0) < float(percent):
            print(f"{field} is below {percent} %", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
