"""Audits districts for real and holds what comes out against what their lines, or their planted faults, say."""

import collections
import concurrent.futures
import json
import os
import re
import shutil
import subprocess
import tempfile

from . import model, site

PACKS = ["hedong-2019", "longcheng-2019", "shanting-2021", "yibin-2017", "tinghu-2018"]
LAYOUTS = model.LAYOUTS
HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
DECIDED = {"pass", "fail", "partial", "notApplicable"}
# The worst first: a clause of several rules is what the worst of them says.
ORDER = ["untested", "waived", "fail", "partial", "undetermined", "manual", "pass", "notApplicable"]


# The folder of the texts, below `texts`: "" or "second".
hand = ""


def load(pack, layout="a"):
    return model.District(os.path.join(HERE, "texts", hand, f"{pack}.txt"), layout)


def automatic(pack):
    """The clauses that a program decides, as the pack's list of clauses has them."""
    with open(os.path.join(ROOT, "Rules", pack, "clauses.yaml"), encoding="utf-8") as file:
        return re.findall(r"\{id: '([^']+)'[^\n]*observable: auto", file.read())


def plan(district, pack, made):
    """The audit's plan as YAML text (JSON is YAML)."""
    units, sites = [], [{"id": "portal", "start": [made.addresses[""] + "/"]}]
    for unit in district.units:
        entry = {"id": unit.id, "name": unit.name, "kind": unit.kind, "site": "portal", "aliases": sorted({*unit.aliases, unit.full} - {unit.name})}
        if unit.own:
            sites.append({"id": f"site-{unit.id}", "start": [made.addresses[unit.id] + "/"]})
            entry["site"] = f"site-{unit.id}"
        elif unit.scoped:
            entry["scope"] = [made.roots[unit.id]]
        units.append(entry)
    return json.dumps({
        "plan": f"{pack}样例", "as-of": str(district.as_of),
        "period": {"from": f"{district.year}-01-01", "to": f"{district.year}-12-31"},
        "rules": [pack], "crawl": {"max-pages": 20000, "rate": 2000, "connections": 8, "timeout": 3, **district.crawl},
        "sites": sites, "units": units,
    }, ensure_ascii=False, indent=1)


def audit(district, pack, program, root=ROOT, keep=None):
    """audit.json of `district`, its sites served on loopback, and the pages served."""
    farm = site.Farm()
    try:
        made = site.Pages(district, farm)
        out = keep or tempfile.mkdtemp(prefix="complete-site-")
        os.makedirs(out, exist_ok=True)
        path = os.path.join(out, "plan.yaml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(plan(district, pack, made))
        run = subprocess.run(
            [program, "audit", path, "--out", os.path.join(out, "report"), "--format", "json", "--rate", "2000", "--quiet"],
            cwd=root, capture_output=True, text=True)
    finally:
        farm.close()
    if run.returncode not in (0, 1, 3):
        raise SystemExit(f"mingcha audit: {run.returncode}\n{run.stderr}")
    with open(os.path.join(out, "report", "audit.json"), encoding="utf-8") as file:
        found = json.load(file)
    if keep is None:
        shutil.rmtree(out, ignore_errors=True)
    return found, made


# The matrix: which kinds of checks came to which status on which markup.

def kinds(pack):
    """rule → its kind of check, its scope, and whether it asks for traces that there was something to publish."""
    found = {}
    folder = os.path.join(ROOT, "Rules", pack)
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".yaml"):
            continue
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            for match in re.finditer(r"^  - id: ['\"]?([^'\"\n]+)['\"]?\n(.*?)(?=^  - id:|\Z)", file.read(), re.S | re.M):
                kind = re.search(r"^    check:(?:\s*\{|\s*\n\s+)(?:[^\n]*?\b)?kind: (\w+)", match.group(2), re.M)
                scope = re.search(r"^    scope: (\w+)", match.group(2), re.M)
                if kind:
                    found[f"{pack}/{match.group(1)}"] = (kind.group(1), scope.group(1) if scope else "each", re.search(r"^      (trace|listed)", match.group(2), re.M) is not None)
    return found


def markup_of(made, unit, finding):
    """The markup that a finding rests on: of the first page in evidence, or else of its unit."""
    for evidence in finding.get("evidence", []):
        best = max((s for _, _, _, s in made.owners if evidence.get("url", "").startswith(s.host.address + s.root)), key=lambda s: len(s.root), default=None)
        if best:
            return best.key
    return next((s.key for u, _, _, s in made.owners if u and u.id == unit["id"]), made.owners[0][3].key)


def note(matrix, found, made, kind_of, layout):
    """Counts the findings of a run: (kind, status) → (layout, markup) → number."""
    for unit in found["units"]:
        for finding in unit["findings"]:
            kind = kind_of.get(finding["rule"], (None,))[0]
            if kind and not finding["message"].startswith("本条不适用于"):
                matrix[(kind, finding["status"])][(layout, markup_of(made, unit, finding))] += 1


def findings(found, clauses):
    """clause → unit → its findings, units that the clause does not bind left out."""
    by = collections.defaultdict(dict)
    wanted = set(clauses)
    for unit in found["units"]:
        for finding in unit["findings"]:
            if finding["clause"] not in wanted or finding["message"].startswith("本条不适用于"):
                continue
            by[finding["clause"]].setdefault(unit["name"], []).append(finding)
    return by


def worst(some):
    return min((f["status"] for f in some), key=ORDER.index)


def complete(pack, program, layout="a"):
    """How many automatic clauses end decided on the complete site, and which do not or fail."""
    clauses, district = automatic(pack), load(pack, layout)
    if hand:
        # The second hand wrote for a part of the clauses.
        told = {c for item in district.every() for c in item.clauses}
        clauses = [c for c in clauses if c in told]
    found, made = audit(district, pack, program)
    matrix = collections.defaultdict(collections.Counter)
    note(matrix, found, made, kinds(pack), layout)
    by = findings(found, clauses)
    odd, decided, tally = [], 0, collections.Counter()
    for clause in clauses:
        states = [f["status"] for fs in by[clause].values() for f in fs]
        tally.update(states)
        decided += bool(states) and all(s in DECIDED for s in states)
        for unit, fs in by[clause].items():
            odd += [(clause, unit, f["status"], f["message"]) for f in fs if f["status"] not in ("pass", "notApplicable")]
        if not states:
            odd.append((clause, "", "unbound", "no unit of the plan is bound"))
    return {"pages": made.count, "clauses": len(clauses), "decided": decided, "tally": tally, "odd": odd, "matrix": matrix}


def workers(processes=None):
    """Processes that make and audit sites side by side: one more than there are cores, since one whose server is silent waits."""
    return concurrent.futures.ProcessPoolExecutor(processes or (os.cpu_count() or 1) + 1)


def complete_all(packs, program, layouts, processes=None):
    """(pack, layout, what `complete` gives) of each pack and layout, in order."""
    places = [(pack, layout) for pack in packs for layout in layouts]
    with workers(processes) as pool:
        for place, future in [(p, pool.submit(complete, p[0], program, p[1])) for p in places]:
            yield *place, future.result()
