#!/usr/bin/env python3
"""Reads labelled pages with mingcha, htmldate and GNE, and prints one table of right and fast.

    scripts/compare_extractors.py --mingcha BINARY --reading BINARY --python VENV/bin/python FOLDER...
    VENV/bin/python scripts/compare_extractors.py --run htmldate|gne FOLDER     (used by the above)

Each FOLDER holds manifest.jsonl, labels.jsonl and the pages. htmldate and GNE get the page as text,
decoded by its true encoding, without an XML declaration (both refuse or ignore it). Figures are
means over hosts, in per cent. Time is CPU time a page on one core, the median of three rounds in
turn; mingcha's holds the start of the program and the writing of all facts as JSON. "reading alone"
is that of reading-benchmark, which starts its clock when the pages lie in memory, as the others do.
A FOLDER without labels.jsonl (pages in UTF-8 anywhere below it) is timed and no more.
"""
import argparse
import json
import os
import pathlib
import re
import resource
import statistics
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.dont_write_bytecode = True
from accuracy import load, plain  # noqa: E402

ROUNDS = 3
EXTRACTORS = ("htmldate", "gne")
ARTICLES = {"article", "policy", "interpretation", "annual-report", "guide"}
# What is compared -> the label's field and who has it. GNE's author stands for the source.
FIELDS = {
    "publish date": ("publish_date", ("mingcha", "htmldate", "gne")),
    "title": ("title", ("mingcha", "gne")),
    "source": ("source", ("mingcha", "gne")),
}


def iso(text):
    """The first day in a text as YYYY-MM-DD, or None."""
    found = re.search(r"(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})", text or "")
    return "{}-{:02}-{:02}".format(found[1], int(found[2]), int(found[3])) if found else None


def rows(folder):
    """The manifest's lines; of a folder without one, one for each page below it."""
    manifest = os.path.join(folder, "manifest.jsonl")
    if os.path.exists(manifest):
        return load(manifest)
    return [{"file": str(path.relative_to(folder)), "encoding": "utf-8",
             "url": f"http://www.example.gov.cn/{path.relative_to(folder)}"}
            for path in sorted(pathlib.Path(folder).rglob("*.htm*"))]


def texts(folder):
    for row in rows(folder):
        with open(os.path.join(folder, row["file"]), "rb") as file:
            page = file.read().decode(row["encoding"], "replace")
        yield row, re.sub(r"^\s*\ufeff?\s*<\?xml[^>]*\?>", "", page)


def reader(name):
    """A function from page and address to publish date, title and source."""
    if name == "htmldate":
        from htmldate import find_date
        from htmldate.meta import reset_caches

        def read(page, url):
            return {"publish_date": find_date(page, original_date=True, url=url)}
        return read, reset_caches
    from gne import GeneralNewsExtractor
    extractor = GeneralNewsExtractor()

    def read(page, url):
        seen = extractor.extract(page)
        return {"publish_date": iso(seen.get("publish_time")), "title": seen.get("title") or None,
                "source": seen.get("author") or None}
    return read, lambda: None


def run(name, folder):
    """Prints what an extractor reads, and on the last line its CPU seconds a page."""
    import logging
    logging.disable(logging.CRITICAL)
    read, forget = reader(name)
    pages = list(texts(folder))
    read("<html><head><title>预热</title></head><body><p>发布时间：2020-01-01</p></body></html>", None)
    forget()
    start = time.process_time()
    found = []
    for row, page in pages:
        try:
            found.append({"file": row["file"], **read(page, row.get("url"))})
        except Exception as fault:  # what an extractor can't read counts as not read
            found.append({"file": row["file"], "fault": repr(fault)[:120]})
    spent = time.process_time() - start
    for line in found:
        print(json.dumps(line, ensure_ascii=False))
    print(json.dumps({"seconds": spent / max(len(pages), 1)}))


def ours(binary, folder):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    text = subprocess.run([binary, "read", "--manifest", os.path.join(folder, "manifest.jsonl")],
                          check=True, capture_output=True, text=True).stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    lines = [json.loads(line) for line in text.splitlines()]
    spent = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    found = {os.path.basename(line["file"]): {
        "publish_date": line["publishedOn"], "title": line["title"], "source": line["source"]}
        for line in lines}
    return found, spent / max(len(lines), 1)


def alone(binary, folder):
    """CPU seconds a page of reading all facts, once the pages lie in memory."""
    listing = "".join(os.path.join(folder, row["file"]) + "\n" for row in rows(folder))
    out = subprocess.run([binary, "facts", "1"], input=listing, check=True, capture_output=True,
                         text=True).stdout.split()
    return float(out[3]) / int(out[0])


def theirs(python, name, folder):
    text = subprocess.run([python, os.path.abspath(__file__), "--run", name, folder],
                          check=True, capture_output=True, text=True).stdout
    *lines, last = [json.loads(line) for line in text.splitlines()]
    return {line["file"]: line for line in lines}, last["seconds"]


def share(labels, hosts, found, field, kinds):
    """Right readings in per cent, as the mean over hosts; and dates where the page has none."""
    by_host, invented = {}, 0
    for label in labels:
        if kinds and label["page_type"] not in kinds:
            continue
        seen = plain(found.get(label["file"], {}).get(field))
        accepted = [plain(v) for v in label.get("accept", {}).get(field, [label[field]])]
        by_host.setdefault(hosts[label["file"]], []).append(seen in accepted)
        invented += seen is not None and seen not in accepted and None in accepted
    mean = 100 * sum(sum(v) / len(v) for v in by_host.values()) / max(len(by_host), 1)
    return mean, invented


def speeds(of_folder, what, seconds, own, readers):
    """One row of times, those of the others with how many times ours they are."""
    mine = statistics.median(seconds[own])
    cells = [f"{1000 * mine:.2f} ms"]
    for name in readers[1:]:
        spent = statistics.median(seconds[name])
        cells.append(f"{1000 * spent:.2f} ms ({spent / mine:.1f} ×)")
    print(f"| {of_folder} | {what} | " + " | ".join(cells) + " |")


def times(options, folder, readers):
    """The times of pages without labels, ours of reading alone."""
    if not options.reading:
        return
    seconds = {name: [] for name in [*readers, "alone"]}
    for _ in range(ROUNDS):
        seconds["alone"].append(alone(options.reading, folder))
        for name in readers[1:]:
            seconds[name].append(theirs(options.python, name, folder)[1])
    of_folder = f"{os.path.basename(os.path.abspath(folder))}: {len(rows(folder))} pages"
    speeds(of_folder, "CPU time a page, reading alone", seconds, "alone", readers)


def table(options):
    readers = ["mingcha", *(EXTRACTORS if options.python else ())]
    unread = {}
    print("| pages | what | " + " | ".join(readers) + " |\n| --- | --- |" + " --- |" * len(readers))
    for folder in options.folders:
        if not os.path.exists(os.path.join(folder, "labels.jsonl")):
            times(options, folder, readers)
            continue
        labels = load(os.path.join(folder, "labels.jsonl"))
        hosts = {r["file"]: r.get("host") for r in load(os.path.join(folder, "manifest.jsonl"))}
        found, seconds = {}, {name: [] for name in [*readers, "alone"]}
        for _ in range(ROUNDS):
            for name in readers:
                found[name], spent = (
                    ours(options.mingcha, folder) if name == "mingcha"
                    else theirs(options.python, name, folder))
                seconds[name].append(spent)
            if options.reading:
                seconds["alone"].append(alone(options.reading, folder))
        articles = sum(label["page_type"] in ARTICLES for label in labels)
        of_folder = os.path.basename(os.path.dirname(os.path.abspath(folder)))
        for kinds, count in ((None, len(labels)), (ARTICLES, articles)):
            group = f"{of_folder}: {count} {'articles' if kinds else 'pages, ' + str(len(set(hosts.values()))) + ' hosts'}"
            for what, (field, able) in FIELDS.items():
                cells = [f"{share(labels, hosts, found[n], field, kinds)[0]:.1f} %" if n in able else "–"
                         for n in readers]
                print(f"| {group} | {what} | " + " | ".join(cells) + " |")
            cells = [str(share(labels, hosts, found[n], "publish_date", kinds)[1]) for n in readers]
            print(f"| {group} | dates where there is none | " + " | ".join(cells) + " |")
        speeds(of_folder, "CPU time a page", seconds, "mingcha", readers)
        if options.reading:
            speeds(of_folder, "CPU time a page, reading alone", seconds, "alone", readers)
        unread = {name: sum("fault" in line for line in found[name].values()) for name in readers[1:]}
    for name in readers[1:]:
        if unread.get(name):
            print(f"\n{name} gave up on {unread[name]} pages of the last labelled folder.")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--mingcha", help="the built program")
    parser.add_argument("--reading", help="the built reading-benchmark")
    parser.add_argument("--python", help="a Python that has htmldate and GNE; without it, ours alone")
    parser.add_argument("--run", choices=EXTRACTORS)
    parser.add_argument("folders", nargs="+")
    options = parser.parse_args()
    if options.run:
        run(options.run, options.folders[0])
    else:
        table(options)


if __name__ == "__main__":
    main()
