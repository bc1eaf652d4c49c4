"""Holds the files of rule packs (as JSON) against the published schema, with a validator that is
not ours.

    python3 validate_packs.py SCHEMA FILE…

Fails when the schema is unsound, when a file does not meet it, or when a key that nobody knows
passes in a rule, in a check or in an example.
"""

import copy
import json
import sys

from jsonschema import Draft202012Validator


def spoiled(pack):
    """Copies with one fault each, and what the fault is."""
    for name in ("rules", "clauses", "examples"):
        if pack.get(name):
            changed = {name: [copy.deepcopy(pack[name][0])]}
            changed[name][0]["unheard-of"] = 1
            yield f"an unknown key in {name}", changed
    for rule in pack.get("rules", []):
        changed = {"rules": [copy.deepcopy(rule)]}
        changed["rules"][0]["check"]["unheard-of"] = 1
        yield f"an unknown key in a check of kind {rule['check']['kind']}", changed
    if pack.get("rules"):
        changed = {"rules": [copy.deepcopy(pack["rules"][0])]}
        changed["rules"][0]["check"]["kind"] = "unheard-of"
        yield "an unknown kind", changed
        changed = {"rules": [copy.deepcopy(pack["rules"][0])]}
        del changed["rules"][0]["check"]
        yield "a rule without a check", changed


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    faults = []
    for path in sys.argv[2:]:
        with open(path, encoding="utf-8") as file:
            pack = json.load(file)
        for error in validator.iter_errors(pack):
            place = "/".join(str(part) for part in error.absolute_path)
            faults.append(f"{path}: {place}: {error.message[:200]}")
        tried = set()
        for fault, changed in spoiled(pack):
            if fault not in tried and validator.is_valid(changed):
                faults.append(f"{path}: passes with {fault}")
            tried.add(fault)
    print("\n".join(faults[:50]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
