"""Reads reports with readers that are not ours and says what is wrong with them.

    read_report.py strip OURS.xlsx OUT.xlsx      the same book without the values of its formulas
    read_report.py xlsx OURS.xlsx RECKONED.xlsx AUDIT.json
    read_report.py csv FINDINGS.csv AUDIT.json
    read_report.py junit JUNIT.xml AUDIT.json
    read_report.py sarif AUDIT.sarif AUDIT.json
    read_report.py markdown REPORT.md AUDIT.json
    read_report.py docx FILE.docx…

Needs openpyxl, junitparser and pydantic-sarif, and cmark-gfm for Markdown. Prints one line for each
fault; the exit status is 1 when there is any.
"""
import csv
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
import zipfile

FAULTS = []
LOST = ("fail", "partial")
SCORED = ("pass", "fail", "partial")


def fault(text):
    FAULTS.append(text)


def expect(condition, text):
    if not condition:
        fault(text)


def audit(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def near(left, right, most=1e-6):
    return abs(float(left) - float(right)) <= most


# ---- XLSX


def strip(ours, out):
    import openpyxl
    openpyxl.load_workbook(ours).save(out)


def xlsx(ours, reckoned, source):
    import openpyxl
    report = audit(source)
    formulas = openpyxl.load_workbook(ours)
    cached = openpyxl.load_workbook(ours, data_only=True)
    fresh = openpyxl.load_workbook(reckoned, data_only=True)
    count = 0
    for sheet in formulas.worksheets:
        expect(len(sheet.title) <= 31, f"{sheet.title}: a name of over 31 characters")
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and len(cell.value) > 32767:
                    fault(f"{sheet.title}!{cell.coordinate}: over 32,767 characters")
                if cell.data_type != "f":
                    continue
                count += 1
                same_value(sheet.title, cell, cached[sheet.title][cell.coordinate].value,
                           fresh[sheet.title][cell.coordinate].value)
    expect(count > 0, "no formula at all")
    layout(formulas, cached)
    ranking(cached.worksheets[0], report)
    problems(cached.worksheets[2], report)
    undecided = sum(f["status"] in ("undetermined", "manual") for u in report["units"]
                    for f in u["findings"])
    rows = cached.worksheets[3].max_row - 1
    expect(rows == undecided, f"{rows} rows of open items for {undecided}")
    print(f"{count} formulas reckoned anew")


def same_value(sheet, cell, cached, fresh):
    place = f"{sheet}!{cell.coordinate} {cell.value}"
    if cached is None or fresh is None or isinstance(fresh, str):
        fault(f"{place}: {cached!r} stored, {fresh!r} reckoned")
        return
    # Halves may be rounded either way by floats: one step of the last place that is shown.
    most = 0.1001 if "ROUND(100" in cell.value else 0.0101 if "AVERAGE" in cell.value else 1e-6
    expect(near(cached, fresh, most), f"{place}: {cached} stored, {fresh} reckoned")


def layout(book, cached):
    for number, sheet in enumerate(book.worksheets):
        expect(sheet.page_setup.orientation == "landscape" and sheet.page_setup.paperSize == 9,
               f"{sheet.title}: not A4 lying")
        expect(sheet.print_area, f"{sheet.title}: no print area")
        if number == 4:
            continue
        expect(sheet.freeze_panes, f"{sheet.title}: heads are not frozen")
        expect(sheet.auto_filter.ref, f"{sheet.title}: no filter")
        expect(sheet.print_title_rows, f"{sheet.title}: heads are not repeated")
    expect(len(book.worksheets[0]._charts) == 2, "the ranking has no charts")
    expect(len(book.worksheets[1].conditional_formatting) > 0, "the scores have no colours")
    lists = book.worksheets[2].data_validations.dataValidation
    expect(len(lists) == 2, "the problems have no drop-downs")
    for choice in lists:
        name, area = re.fullmatch(r"'?([^'!]+)'?!(.+)", choice.formula1).groups()
        words = [cell.value for row in cached[name][area] for cell in row]
        expect(len(words) >= 3 and all(words), f"a drop-down offers {words}")


def ranking(sheet, report):
    rows = {row[2]: row for row in sheet.iter_rows(min_row=2, max_col=11, values_only=True) if row[2]}
    for unit in report["units"]:
        row, score = rows.get(unit["name"]), unit["score"]
        if row is None:
            fault(f"{unit['name']}: not in the ranking")
            continue
        for column, key in ((3, "earned"), (4, "possible"), (10, "open")):
            expect(near(row[column], score[key]), f"{unit['name']}: {key} {row[column]}")
        if score["percent"] is not None:
            expect(near(row[5], score["percent"]), f"{unit['name']}: {row[5]} per cent")
            expect(row[1] == score["rank"], f"{unit['name']}: rank {row[1]}")


def problems(sheet, report):
    lost = [f for u in report["units"] for f in u["findings"] if f["status"] in LOST]
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    expect(len(rows) == len(lost) + (1 if lost else 0), f"{len(rows)} rows for {len(lost)} faults")
    if not lost:
        return
    total = sum(max(0, f["points"]["possible"] - f["points"]["earned"]) for f in lost)
    expect(near(rows[-1][12], total, 1e-3), f"{rows[-1][12]} points lost in all, not {total}")
    for row, finding in zip(rows, lost):
        if finding["evidence"]:
            expect(row[9], f"row {row[0]}: no address")


# ---- CSV


def read_csv(path, source):
    with open(path, "rb") as file:
        expect(file.read(3) == b"\xef\xbb\xbf", "no byte order mark")
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, strict=True))
    count = sum(len(unit["findings"]) for unit in audit(source)["units"])
    expect(len(rows) == count + 1, f"{len(rows)} rows for {count} findings")
    expect(len({len(row) for row in rows}) == 1, "rows of different lengths")
    number = re.compile(r"-?\d+(\.\d+)?")
    for row in rows[1:]:
        for cell in row:
            if cell[:1] in ("=", "+", "-", "@", "\t", "\r", "\n") and not number.fullmatch(cell):
                fault(f"a spreadsheet would reckon {cell[:40]!r}")


# ---- JUnit


def junit(path, source):
    from junitparser import Failure, JUnitXml, Skipped
    cases = [case for suite in JUnitXml.fromfile(path) for case in suite]
    findings = [f for unit in audit(source)["units"] for f in unit["findings"]]
    expect(len(cases) == len(findings), f"{len(cases)} cases for {len(findings)} findings")
    for case, finding in zip(cases, findings):
        kinds = [type(result) for result in case.result]
        wanted = [Failure] if finding["status"] in LOST else \
            [] if finding["status"] == "pass" else [Skipped]
        expect(kinds == wanted, f"{finding['rule']} {finding['status']}: {kinds}")
    junit_form(ElementTree.parse(path).getroot())


# What the schemas in use agree on: element, its children in order, attributes it must and may have.
JUNIT = {
    "testsuites": (["testsuite"], [], ["name", "tests", "failures", "errors", "skipped", "time"]),
    "testsuite": (["testcase"], ["name", "tests", "failures", "errors", "timestamp", "time"],
                  ["package", "skipped", "hostname", "id"]),
    "testcase": (["skipped", "error", "failure", "system-out"], ["name", "classname", "time"], []),
    "failure": ([], ["type"], ["message"]),
    "skipped": ([], [], ["message"]),
}


def junit_form(element, depth=0):
    expect(depth or element.tag == "testsuites", f"the root is {element.tag}")
    if element.tag not in JUNIT:
        fault(f"unknown element {element.tag}")
        return
    children, must, may = JUNIT[element.tag]
    for name in must:
        expect(name in element.attrib, f"{element.tag} without {name}")
    for name, value in element.attrib.items():
        expect(name in must + may, f"{element.tag} with {name}")
        if name in ("tests", "failures", "errors", "skipped"):
            expect(value.isdigit(), f"{element.tag} {name}={value}")
            counted = {"tests": ".//testcase", "failures": ".//failure", "errors": ".//error",
                       "skipped": ".//skipped"}[name]
            expect(int(value) == len(element.findall(counted)), f"{element.tag} {name}={value}")
        if name == "time":
            expect(re.fullmatch(r"\d+(\.\d+)?", value), f"{element.tag} time={value}")
        if name == "timestamp":
            expect(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", value), f"timestamp={value}")
    for child in element:
        expect(child.tag in children, f"{child.tag} in {element.tag}")
        junit_form(child, depth + 1)


# ---- SARIF


def sarif(path, source):
    # Models that were made from the standard's own JSON Schema, unknown members refused.
    from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Log
    with open(path, encoding="utf-8") as file:
        text = file.read()
    try:
        log = Log.model_validate_json(text)
    except ValueError as error:
        fault(str(error)[:2000])
        return
    wanted = sum(f["status"] in ("fail", "partial", "undetermined", "manual")
                 for unit in audit(source)["units"] for f in unit["findings"])
    found = len(log.runs[0].results)
    expect(found == wanted, f"{found} results for {wanted} findings")
    rules = log.runs[0].tool.driver.rules
    for result in log.runs[0].results:
        expect(rules[result.ruleIndex].id == result.ruleId, f"{result.ruleId}: a wrong index")


# ---- Markdown


def markdown(path, source):
    report = audit(source)
    done = subprocess.run(["cmark-gfm", "--to", "xml", "-e", "table", path], check=True,
                          capture_output=True)
    space = "{http://commonmark.org/xml/1.0}"
    root = ElementTree.fromstring(re.sub(rb"<!DOCTYPE[^>]*>", b"", done.stdout))
    for kind in ("html_block", "html_inline", "image", "code_block"):
        expect(root.find(f".//{space}{kind}") is None, f"foreign text became {kind}")
    for link in root.iter(f"{space}link"):
        target = link.get("destination") or ""
        expect(target.startswith(("http://", "https://")), f"a link to {target[:60]!r}")
    tables = list(root.iter(f"{space}table"))
    expect(tables, "no table")
    for table in tables:
        widths = {len(row.findall(f"{space}table_cell")) for row in table}
        expect(len(widths) == 1, f"a table with rows of {widths} cells")
    titles = ["".join(heading.itertext()) for heading in root.iter(f"{space}heading")
              if heading.get("level") == "3"]
    for unit in report["units"]:
        name = re.sub(r"[\x00-\x1f\x7f]", " ", unit["name"]).strip()
        expect(any(name == title.strip() for title in titles), f"no heading {name!r}")


# ---- DOCX


def docx(*paths):
    for path in paths:
        with zipfile.ZipFile(path) as archive:
            expect(archive.testzip() is None, f"{path}: a part is broken")
            names = archive.namelist()
            expect(names[0] == "[Content_Types].xml", f"{path}: begins with {names[0]}")
            expect(len(set(names)) == len(names), f"{path}: a part twice")
            types = ElementTree.fromstring(archive.read("[Content_Types].xml"))
            typed = {item.get("PartName") for item in types} | {item.get("Extension") for item in types}
            for name in names[1:]:
                if name.endswith((".xml", ".rels")):
                    ElementTree.fromstring(archive.read(name))
                expect("/" + name in typed or name.rsplit(".", 1)[-1] in typed,
                       f"{path}: {name} has no type")
            links = ElementTree.fromstring(archive.read("word/_rels/document.xml.rels"))
            known = {link.get("Id") for link in links}
            for link in links:
                if link.get("TargetMode") != "External":
                    expect("word/" + link.get("Target") in names, f"{path}: {link.get('Target')}")
                else:
                    expect(link.get("Target").startswith(("http://", "https://")),
                           f"{path}: a link to {link.get('Target')[:60]!r}")
            body = ElementTree.fromstring(archive.read("word/document.xml"))
            space = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
            for element in body.iter():
                used = element.get(space + "id")
                expect(used is None or used in known, f"{path}: no relationship {used}")
            word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
            for table in body.iter(word + "tbl"):
                width = len(table.find(word + "tblGrid"))
                for row in table.findall(word + "tr"):
                    cells = sum(int(span.get(word + "val")) if span is not None else 1 for span in
                                (cell.find(f"{word}tcPr/{word}gridSpan")
                                 for cell in row.findall(word + "tc")))
                    expect(cells == width, f"{path}: a row of {cells} cells in a table of {width}")


COMMANDS = {"strip": strip, "xlsx": xlsx, "csv": read_csv, "junit": junit, "sarif": sarif,
            "markdown": markdown, "docx": docx}

if __name__ == "__main__":
    COMMANDS[sys.argv[1]](*sys.argv[2:])
    for line in FAULTS[:40]:
        print(line)
    if FAULTS:
        print(f"{len(FAULTS)} faults")
    sys.exit(1 if FAULTS else 0)
