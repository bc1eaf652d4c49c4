"""Audits a district for real and holds what comes out against what its lines say."""

import json
import os
import subprocess
import tempfile

from . import site


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


def audit(district, pack, program, root, keep=None):
    """audit.json of `district`, with its site served on loopback."""
    made = site.Pages(district)
    server, port = site.serve(made.pages)
    out = keep or tempfile.mkdtemp(prefix="complete-site-")
    os.makedirs(out, exist_ok=True)
    path = os.path.join(out, "plan.yaml")
    with open(path, "w", encoding="utf-8") as file:
        file.write(plan(district, pack, port, made.roots))
    run = subprocess.run([program, "audit", path, "--out", os.path.join(out, "report"), "--format", "json", "--rate", "2000", "--quiet"],
                         cwd=root, capture_output=True, text=True)
    server.shutdown()
    if run.returncode not in (0, 1, 3):
        raise SystemExit(f"mingcha audit: {run.returncode}\n{run.stderr}")
    with open(os.path.join(out, "report", "audit.json"), encoding="utf-8") as file:
        return json.load(file), made
