"""The reference of the reporting benchmark: openpyxl writes the scores of an audit.

    reference.py AUDIT.json OUT.xlsx

One sheet of units × rules with a sum for each unit, in openpyxl's fastest way (write-only): a part of
what our workbook holds. Prints the CPU seconds of writing, without reading the audit, and the most
memory that was held in MB.
"""
import json
import resource
import sys
import time

import openpyxl


def main(source, out):
    with open(source, encoding="utf-8") as file:
        units = json.load(file)["units"]
    rules = sorted({finding["rule"] for unit in units for finding in unit["findings"]})
    start = time.process_time()
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("评分明细")
    sheet.freeze_panes = "B2"
    sheet.append(["单位", *rules, "实得分"])
    last = openpyxl.utils.get_column_letter(len(rules) + 1)
    for row, unit in enumerate(units, 2):
        cells = {}
        for finding in unit["findings"]:
            scored = finding["status"] in ("pass", "fail", "partial")
            cells[finding["rule"]] = finding["points"]["earned"] if scored else "未判"
        sheet.append([unit["name"], *(cells.get(rule) for rule in rules), f"=SUM(B{row}:{last}{row})"])
    book.save(out)
    spent = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{spent:.3f} {peak}")


if __name__ == "__main__":
    main(*sys.argv[1:])
