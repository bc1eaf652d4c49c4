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


def note(matrix, found, made, kind_of):
    """Counts the findings of a run: (kind, status) → markup → number."""
    for unit in found["units"]:
        for finding in unit["findings"]:
            kind = kind_of.get(finding["rule"], (None,))[0]
            if kind and not finding["message"].startswith("本条不适用于"):
                matrix[(kind, finding["status"])][markup_of(made, unit, finding)] += 1


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


def complete(pack, program, layout="a", matrix=None):
    """How many automatic clauses end decided on the complete site, and which do not or fail."""
    clauses, district = automatic(pack), load(pack, layout)
    if hand:
        # The second hand wrote for a part of the clauses.
        told = {c for item in district.every() for c in item.clauses}
        clauses = [c for c in clauses if c in told]
    found, made = audit(district, pack, program)
    if matrix is not None:
        note(matrix, found, made, kinds(pack))
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
    return {"pages": made.count, "clauses": len(clauses), "decided": decided, "tally": tally, "odd": odd}


# Faults.

# Into how many runs the faults of a kind are spread at the least.
BATCHES = {"drop": 4, "trouble": 4, "column-trouble": 3, "unit-trouble": 3, "nested": 2}
# Nothing may fail where these are planted: they don't go together with what has to fail.
TROUBLES = {"trouble", "column-trouble", "unit-trouble", "budget"}


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


class Job:
    """One fault of one clause, in one unit or in all of the district."""

    def __init__(self, fault, argument, clause, unit, seen, right):
        self.fault, self.argument, self.clause, self.unit = fault, argument, clause, unit
        self.seen, self.right = seen, right  # the unit whose finding tells, the statuses that are right
        self.touched = set()
        self.owners = set()  # the units in which something changes
        self.is_traced = False  # what stands beside it shows whether its clause was due at all

    def meets(self, other):
        """Another fault of the run touches what this one is about."""
        beside = self.clause.rpartition("-")[0] == other.clause.rpartition("-")[0] and (self.is_traced or other.is_traced)
        if beside and "nested" not in (self.fault, other.fault) and (self.unit == other.unit or not (self.unit and other.unit)):
            return True
        return any((c, w) in other.touched or (c, "*") in other.touched or (w == "*" and any(c == d for d, _ in other.touched)) for c, w in self.touched)


def jobs_of(district, basis, wanted, fault, argument, ids, each, traced):
    """The faults of a line: for a clause of all units, in one unit of four; the others stay as they are.

    `each` are the clauses that every unit has to meet for itself (各自), the others are planted in all of the district; `traced` ask
    for signs elsewhere that there was something to publish.
    """
    planter, jobs = faults.Planter(district), []
    for clause in ids:
        units = [u for u in district.units if u.name in basis[clause] and (planter.found(clause, u) or fault == "empty-columns" and planter.standing_in(clause, u))]
        # A fault is planted where the clause binds: a unit without the thing in question has none to lose.
        units = [u for u in units if worst(basis[clause][u.name]) != "notApplicable"] or units
        if clause in each and units:
            # Markups go in turns of three: steps of four meet each of them.
            for unit in units[len(clause) % 4::4][:3] or units[:1]:
                jobs.append(Job(fault, argument, clause, unit.id, unit.name, wanted[clause]))
        elif planter.found(clause):
            jobs.append(Job(fault, argument, clause, None, sorted(basis[clause])[0], wanted[clause]))
    for job in jobs:
        job.is_traced = job.clause in traced
        job.touched.add((job.clause, job.unit or "*"))
        for item in planter.touched(fault, job.clause, planter.unit(job.unit)):
            job.owners.add(item.owner.name if item.owner else "")
            for clause in {*item.clauses, *item.also, *item.tells}:
                job.touched.add((clause, item.owner.id if item.owner and clause in each else "*"))
    return jobs


def runs_of(jobs):
    """Jobs that don't touch one another go together: what is missing with what is late, troubles by themselves.

    What must not fail can't be spoilt by more of the same: columns moved below others, and troubles of every kind.
    """
    runs = []
    most = collections.Counter(j.fault for j in jobs)
    for job in jobs:
        share, is_trouble = -(-most[job.fault] // BATCHES.get(job.fault, 1)), job.fault in TROUBLES
        for run in runs:
            if is_trouble != (run[0].fault in TROUBLES) or (job.fault == "budget") != (run[0].fault == "budget") or sum(j.fault == job.fault for j in run) >= share:
                continue
            if is_trouble or not any(job.meets(j) for j in run if j.fault != "nested" or job.fault != "nested"):
                run.append(job)
                break
        else:
            runs.append([job])
    return runs


def try_faults(pack, program, report, only=(), layout="a", matrix=None):
    """Plants the faults of a pack, as many at once as don't touch one another; counts (right, got) and reports each surprise."""
    clauses, kind_of = automatic(pack), kinds(pack)
    basis = findings(audit(load(pack, layout), pack, program)[0], clauses)
    clause_of = {rule: rule.partition("/")[2].partition("#")[0] for rule in kind_of}
    each = {clause_of[rule] for rule, (_, scope, _) in kind_of.items() if scope == "each"}
    traced = {clause_of[rule] for rule, (_, _, asks) in kind_of.items() if asks}
    # Put together from other clauses: they fail with these.
    composite = {clause_of[rule] for rule, (kind, _, _) in kind_of.items() if kind == "composite"}
    upkeep = {clause_of[rule] for rule, (kind, _, _) in kind_of.items() if kind == "upkeep"}
    tally, jobs = collections.Counter(), []
    for (fault, argument), wanted in fault_lines(pack).items():
        if only and fault not in only:
            continue
        auto = wanted.pop("auto", None)
        if auto:
            wanted = {c: wanted.get(c, auto) for c in clauses}
        district = load(pack, layout)
        told = {c for i in district.every() for c in (*i.clauses, *i.also)}
        jobs += jobs_of(district, basis, wanted, fault, argument, [c for c in clauses if c in wanted and c in told and basis.get(c)], each, traced)
    for run in runs_of(jobs):
        district = load(pack, layout)
        planter = faults.Planter(district)
        done = [job for job in run if planter.plant(job.fault, job.clause, planter.unit(job.unit), job.argument)]
        found, made = audit(district, pack, program)
        if matrix is not None:
            note(matrix, found, made, kind_of)
        by = findings(found, clauses)
        for job in done:
            got = worst(by[job.clause][job.seen]) if job.seen in by.get(job.clause, {}) else "none"
            tally[(job.fault, "/".join(job.right), got)] += 1
            if got not in job.right:
                finding = next((f for f in by[job.clause].get(job.seen, []) if f["status"] == got), {"message": "", "evidence": []})
                shown = "".join(f" [{e.get('title', '')} {e.get('url', '').partition('/')[2].partition('/')[2]}]" for e in finding["evidence"][:2])
                report(f"{pack}/{job.clause} {layout} {job.seen} {job.fault} {job.argument}: {'/'.join(job.right)} expected, {got}: {finding['message']}{shown}")
        quiet = {(j.clause, j.seen) for j in done} | {c for j in done for c, _ in j.touched}
        changed = set().union(*(j.owners for j in done))
        for clause in clauses:
            for unit, some in by[clause].items():
                # How many columns of a unit are kept up to date goes by all that stands in them.
                if clause in upkeep and unit in changed:
                    continue
                before = basis[clause].get(unit)
                if clause not in quiet | composite and before and worst(some) == "fail" and worst(before) != "fail":
                    tally[("beside", "pass", "fail")] += 1
                    report(f"{pack}/{clause} {layout} {unit} beside: {worst(before)} expected, fail: {next(f for f in some if f['status'] == 'fail')['message']}")
    return tally
