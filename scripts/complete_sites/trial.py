"""Plants faults in districts, audits them and holds each finding against what its clause says of the fault."""

import collections
import concurrent.futures
import os

from . import faults
from .measure import HERE, ROOT, audit, automatic, findings, kinds, load, note, workers, worst

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
        is_near = self.unit == other.unit or not (self.unit and other.unit)
        # A picture may hold whatever the same unit lacks.
        if is_near and ("scanned" == self.fault and "fail" in other.right or "scanned" == other.fault and "fail" in self.right):
            return True
        beside = self.clause.rpartition("-")[0] == other.clause.rpartition("-")[0] and (self.is_traced or other.is_traced)
        if beside and "nested" not in (self.fault, other.fault) and is_near:
            return True
        return any((c, w) in other.touched or (c, "*") in other.touched or (w == "*" and any(c == d for d, _ in other.touched)) for c, w in self.touched)


def jobs_of(planter, basis, wanted, fault, argument, ids, each, traced):
    """The faults of a line: for a clause of all units, in one unit of four; the others stay as they are.

    `each` are the clauses that every unit has to meet for itself (各自), the others are planted in all of the district; `traced` ask
    for signs elsewhere that there was something to publish.
    """
    jobs = []
    for clause in ids:
        units = [u for u in planter.d.units if u.name in basis[clause] and (planter.found(clause, u) or fault == "empty-columns" and planter.standing_in(clause, u))]
        # A fault is planted where the clause binds: a unit without the thing in question has none to lose.
        units = [u for u in units if basis[clause][u.name] != "notApplicable"] or units
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


class Trial:
    """One pack in one layout: what it comes to untouched, and the runs into which its faults are put."""

    def __init__(self, pack, layout, program, only=()):
        self.pack, self.layout, self.program = pack, layout, program
        self.clauses, self.kind_of = automatic(pack), kinds(pack)
        clause_of = {rule: rule.partition("/")[2].partition("#")[0] for rule in self.kind_of}
        each = {clause_of[rule] for rule, (_, scope, _) in self.kind_of.items() if scope == "each"}
        traced = {clause_of[rule] for rule, (_, _, asks) in self.kind_of.items() if asks}
        # Put together from other clauses: they fail with these.
        self.composite = {clause_of[rule] for rule, (kind, _, _) in self.kind_of.items() if kind == "composite"}
        self.upkeep = {clause_of[rule] for rule, (kind, _, _) in self.kind_of.items() if kind == "upkeep"}
        found, made = audit(load(pack, layout), pack, program)
        self.matrix = collections.defaultdict(collections.Counter)
        note(self.matrix, found, made, self.kind_of, layout)
        self.basis = {clause: {unit: worst(some) for unit, some in by.items()} for clause, by in findings(found, self.clauses).items()}
        self.runs = runs_of(self.jobs(each, traced, only))

    def jobs(self, each, traced, only):
        jobs, district = [], load(self.pack, self.layout)
        planter, told = faults.Planter(district, is_still=True), {c for i in district.every() for c in (*i.clauses, *i.also)}
        for (fault, argument), wanted in fault_lines(self.pack).items():
            if only and fault not in only:
                continue
            auto = wanted.pop("auto", None)
            if auto:
                wanted = {c: wanted.get(c, auto) for c in self.clauses}
            ids = [c for c in self.clauses if c in wanted and c in told and self.basis.get(c)]
            jobs += jobs_of(planter, self.basis, wanted, fault, argument, ids, each, traced)
        return jobs

    def plant(self, number):
        """Makes and audits one run. Gives what was counted, its part of the matrix and the surprises, each with what the program said."""
        district = load(self.pack, self.layout)
        planter = faults.Planter(district)
        done = [job for job in self.runs[number] if planter.plant(job.fault, job.clause, planter.unit(job.unit), job.argument)]
        found, made = audit(district, self.pack, self.program)
        matrix = collections.defaultdict(collections.Counter)
        note(matrix, found, made, self.kind_of, self.layout)
        by, tally, surprises = findings(found, self.clauses), collections.Counter(), []
        for job in done:
            some = by.get(job.clause, {}).get(job.seen, [])
            got = worst(some) if some else "none"
            tally[(job.fault, "/".join(job.right), got)] += 1
            if got not in job.right:
                surprises.append((job.clause, job.seen, f"{job.fault} {job.argument}".strip(), "/".join(job.right), got, said(some, got)))
        quiet = {(j.clause, j.seen) for j in done} | {c for j in done for c, _ in j.touched}
        changed = set().union(*(j.owners for j in done))
        for clause in self.clauses:
            for unit, some in by[clause].items():
                # How many columns of a unit are kept up to date goes by all that stands in them.
                if clause in self.upkeep and unit in changed:
                    continue
                before = self.basis.get(clause, {}).get(unit)
                if clause not in quiet | self.composite and before and worst(some) == "fail" and before != "fail":
                    tally[("beside", "pass", "fail")] += 1
                    surprises.append((clause, unit, "beside", before, "fail", said(some, "fail")))
        return tally, matrix, surprises


def said(some, status):
    """What the first finding of a status says, with the pages that it shows."""
    finding = next((f for f in some if f["status"] == status), {"message": "", "evidence": []})
    shown = "".join(f" [{e.get('title', '')} {e.get('url', '').partition('/')[2].partition('/')[2]}]" for e in finding["evidence"][:2])
    return finding["message"] + shown


class Outcome:
    """What a pack's faults came to in one layout."""

    def __init__(self, pack, layout):
        self.pack, self.layout = pack, layout
        self.tally, self.surprises, self.runs = collections.Counter(), [], 0


# The trials as the workers have them: made before the workers are, which take them over.
trials = []


def prepare(arguments):
    return Trial(*arguments)


def carry_out(place):
    trial, number = place
    return place, trials[trial].plant(number)


def try_all(packs, layouts, program, only=(), matrix=None, processes=None, report=lambda line: None):
    """Plants the faults of packs in layouts, several districts at once; gives an outcome for each pack and layout, in order."""
    wanted = [(pack, layout, program, only) for pack in packs for layout in layouts]
    with workers(processes) as pool:
        trials[:] = pool.map(prepare, wanted)
    # Silent servers first, so that none is waited for at the end; what comes out is put in order again.
    places = [(t, n) for t, trial in enumerate(trials) for n in range(len(trial.runs))]
    places.sort(key=lambda p: (not any(j.argument == "hang" for j in trials[p[0]].runs[p[1]]), p))
    found = {}
    with workers(processes) as pool:
        for count, future in enumerate(concurrent.futures.as_completed([pool.submit(carry_out, p) for p in places]), 1):
            place, answer = future.result()
            found[place] = answer
            for clause, unit, fault, right, got, why in answer[2]:
                report(f"{trials[place[0]].pack}/{clause} {trials[place[0]].layout} {unit} {fault}: {right} expected, {got}: {why}")
            if count % 50 == 0 or count == len(places):
                report(f"{count} of {len(places)} sites audited")
    outcomes = []
    for t, trial in enumerate(trials):
        outcome = Outcome(trial.pack, trial.layout)
        outcome.runs = len(trial.runs) + 1
        parts = [trial.matrix] + [found[(t, n)][1] for n in range(len(trial.runs))]
        for n in range(len(trial.runs)):
            outcome.tally += found[(t, n)][0]
            outcome.surprises += found[(t, n)][2]
        for part in parts if matrix is not None else []:
            for cell, markups in part.items():
                matrix[cell] += markups
        outcomes.append(outcome)
    return outcomes
