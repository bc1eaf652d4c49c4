"""Holds audit.json files against the published schema, with a validator that is not ours.

    python3 validate_audit.py SCHEMA AUDIT… [--all-keys]

Fails when the schema itself is unsound, when a file does not meet it, or when the schema lets an
unknown key pass anywhere in a file. With --all-keys the files together must show every key that
the schema names.
"""

import argparse
import copy
import json
import sys

from jsonschema import Draft202012Validator


def objects(value, shape=()):
    """Every object with its shape: the keys on the way to it, places in arrays left out."""
    if isinstance(value, dict):
        yield shape, value
        for key, member in value.items():
            yield from objects(member, shape + (key,))
    elif isinstance(value, list):
        for member in value:
            yield from objects(member, shape)


def shapes(value):
    return [shape for shape, _ in objects(value)]


def named(schema):
    """Every key that a `properties` of the schema names."""
    keys = set()
    if isinstance(schema, dict):
        properties = schema.get("properties")
        if isinstance(properties, dict):
            keys |= set(properties)
        for member in schema.values():
            keys |= named(member)
    elif isinstance(schema, list):
        for member in schema:
            keys |= named(member)
    return keys


def small(audit):
    """A copy with the first of each kind of object only, so that it is quick to validate."""
    seen = set()

    def cut(value, shape):
        if isinstance(value, dict):
            return {key: cut(member, shape + (key,)) for key, member in value.items()}
        if isinstance(value, list):
            kept = []
            for member in value:
                new = set(shapes_below(member, shape)) - seen
                if new or not isinstance(member, (dict, list)):
                    seen.update(new)
                    kept.append(cut(member, shape))
            return kept
        return value

    return cut(audit, ())


def shapes_below(value, shape):
    return [found for found, _ in objects(value, shape)]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("schema")
    parser.add_argument("audits", nargs="+")
    parser.add_argument("--all-keys", action="store_true")
    options = parser.parse_args()
    with open(options.schema, encoding="utf-8") as file:
        schema = json.load(file)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    faults = []
    keys = set()
    for path in options.audits:
        with open(path, encoding="utf-8") as file:
            audit = json.load(file)
        for error in validator.iter_errors(audit):
            place = "/".join(str(part) for part in error.absolute_path)
            faults.append(f"{path}: {place}: {error.message[:200]}")
        for _, value in objects(audit):
            keys |= set(value)
        sample = small(audit)
        tried = set()
        for number, (shape, _) in enumerate(list(objects(sample))):
            if shape in tried:
                continue
            tried.add(shape)
            changed = copy.deepcopy(sample)
            list(objects(changed))[number][1]["unheardOf"] = 1
            if validator.is_valid(changed):
                faults.append(f"{path}: an unknown key passes at {'/'.join(shape) or 'the root'}")
        if len(tried) < 8:
            faults.append(f"{path}: only {len(tried)} kinds of objects; is this an audit?")
    if options.all_keys:
        for key in sorted(named(schema) - keys):
            faults.append(f"no file has the key {key}")
    print("\n".join(faults[:50]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
