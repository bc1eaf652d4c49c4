"""Audits districts for real and holds what comes out against what their lines, or their planted faults, say."""

import collections
import json
import os
import re
import shutil
import subprocess
import tempfile

from . import faults, model, site

PACKS = ["hedong-2019", "longcheng-2019", "shanting-2021", "yibin-2017", "tinghu-2018"]
HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
DECIDED = {"pass", "fail", "partial", "notApplicable"}
# The worst first: a clause of several rules is what the worst of them says.
ORDER = ["untested", "waived", "fail", "partial", "undetermined", "manual", "pass", "notApplicable"]


def load(pack):
    return model.District(os.path.join(HERE, "texts", f"{pack}.txt"))


def automatic(pack):
    """The clauses that a program decides, as the pack's list of clauses has them."""
    with open(os.path.join(ROOT, "Rules", pack, "clauses.yaml"), encoding="utf-8") as file:
        return re.findall(r"\{id: '([^']+)'[^\n]*observable: auto", file.read())


def plan(district, pack, port, roots):
    """The audit's plan as YAML text (JSON is YAML)."""
    units = []
    for unit in district.units:
        entry = {"id": unit.id, "name": unit.name, "kind": unit.kind, "aliases": sorted({*unit.aliases, unit.full} - {unit.name})}
        if unit.scoped:
            entry["scope"] = [roots[unit.id]]
        units.append(entry)
    return json.dumps({
        "plan": f"{pack}样例", "as-of": str(district.as_of),
        "period": {"from": f"{district.year}-01-01", "to": f"{district.year}-12-31"},
        "rules": [pack], "crawl": {"max-pages": 20000, "rate": 2000, "connections": 8, "timeout": 3},
        "sites": [{"id": "portal", "start": [f"http://127.0.0.1:{port}/"]}], "units": units,
    }, ensure_ascii=False, indent=1)


def audit(district, pack, program, root=ROOT, keep=None):
    """audit.json of `district`, its site served on loopback, and the pages served."""
    made = site.Pages(district)
    server, port = site.serve(made.pages)
    out = keep or tempfile.mkdtemp(prefix="complete-site-")
    os.makedirs(out, exist_ok=True)
    path = os.path.join(out, "plan.yaml")
    with open(path, "w", encoding="utf-8") as file:
        file.write(plan(district, pack, port, made.roots))
    run = subprocess.run(
        [program, "audit", path, "--out", os.path.join(out, "report"), "--format", "json", "--rate", "2000", "--quiet"],
        cwd=root, capture_output=True, text=True)
    server.shutdown()
    server.server_close()
    if run.returncode not in (0, 1, 3):
        raise SystemExit(f"mingcha audit: {run.returncode}\n{run.stderr}")
    with open(os.path.join(out, "report", "audit.json"), encoding="utf-8") as file:
        found = json.load(file)
    if keep is None:
        shutil.rmtree(out, ignore_errors=True)
    return found, made


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


def complete(pack, program):
    """How many automatic clauses end decided on the complete site, and which do not or fail."""
    clauses = automatic(pack)
    found, made = audit(load(pack), pack, program)
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
    return {"pages": len(made.pages), "clauses": len(clauses), "decided": decided, "tally": tally, "odd": odd}


# Faults.

BATCHES = {"drop": 4, "trouble": 3, "column-trouble": 3, "nested": 2}


def fault_lines(pack):
    """What is planted in a pack: (fault, argument) → clause → the statuses that are right."""
    table = collections.OrderedDict()
    with open(os.path.join(HERE, "texts", "faults.txt"), encoding="utf-8") as file:
        for line in file:
            parts = [p.strip() for p in line.split("|")]
            if not line.strip() or line.startswith("#") or parts[0] not in ("*", pack):
                continue
            _, fault, clauses, right, *argument = parts
            entry = table.setdefault((fault, argument[0] if argument else ""), {})
            for clause in clauses.split():
                entry[clause] = right.split("/")
    return table


def is_each(district, clause):
    """The clause asks something of every unit: its lines are for all units of a kind."""
    owners = {i.owner for i in district.every() if clause in i.clauses}
    return len(owners) > 3


def planted(district, basis, wanted, fault, argument, part):
    """Plants a fault for every clause of `part`: (clause, unit, right statuses) for each."""
    planter, done = faults.Planter(district), []
    for clause in part:
        if not is_each(district, clause):
            if planter.plant(fault, clause, None, argument):
                done.append((clause, sorted(basis[clause])[0], wanted[clause]))
            continue
        units = [u for u in district.units if u.name in basis[clause] and planter.found(clause, u)]
        # One unit in three: the others stay as they are.
        for unit in units[len(clause) % 3::3][:4] or units[:1]:
            if planter.plant(fault, clause, unit, argument):
                done.append((clause, unit.name, wanted[clause]))
    return done


def try_faults(pack, program, report, only=()):
    """Plants the faults of a pack, batch by batch; counts (right, got) and reports each surprise."""
    clauses = automatic(pack)
    basis = findings(audit(load(pack), pack, program)[0], clauses)
    tally = collections.Counter()
    for (fault, argument), wanted in fault_lines(pack).items():
        if only and fault not in only:
            continue
        auto = wanted.pop("auto", None)
        if auto:
            wanted = {c: wanted.get(c, auto) for c in clauses}
        district = load(pack)
        told = {c for i in district.every() for c in i.clauses}
        ids = [c for c in clauses if c in wanted and c in told and basis.get(c)]
        count = BATCHES.get(fault, 2 if len(ids) > 12 else 1)
        for batch in range(count):
            part = ids[batch::count]
            district = load(pack)
            done = planted(district, basis, wanted, fault, argument, part)
            by = findings(audit(district, pack, program)[0], clauses)
            for clause, unit, right in done:
                got = worst(by[clause][unit]) if unit in by.get(clause, {}) else "none"
                tally[(fault, "/".join(right), got)] += 1
                if got not in right:
                    message = next((f["message"] for f in by[clause].get(unit, []) if f["status"] == got), "")
                    report(f"{pack}/{clause} {unit} {fault} {argument}: {'/'.join(right)} expected, {got}: {message}")
    return tally
