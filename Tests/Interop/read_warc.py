#!/usr/bin/env python3
"""Reads WARC files with nothing of Mingcha: Python's own zlib, hashlib and email parser.

    read_warc.py ARCHIVE [--older FOLDER]... --compare LINES

LINES is the output of `mingcha archive list ARCHIVE --urls --json`. Every gzip member is read to
its end, every digest computed, every line of the `.cdxj` indexes followed to its record; address
and SHA-256 of every answer (of a revisit: of the body in the older archive) must be those of LINES.
Exit status 1 and one line for each difference.
"""
import argparse
import base64
import email.parser
import hashlib
import json
import pathlib
import sys
import zlib

HEADERS = email.parser.BytesHeaderParser()


class Fault(Exception):
    pass


def members(data):
    """(offset, length, bytes) of each gzip member; a member cut short is a fault."""
    offset = 0
    while offset < len(data):
        stream = zlib.decompressobj(31)
        plain = stream.decompress(data[offset:])
        if not stream.eof:
            raise Fault(f"gzip member at {offset} does not come to its end")
        length = len(data) - offset - len(stream.unused_data)
        yield offset, length, plain
        offset += length


def record(plain):
    """Version line, fields and block of the one record in a member."""
    head, separator, rest = plain.partition(b"\r\n\r\n")
    version, _, fields = head.partition(b"\r\n")
    if not separator or version != b"WARC/1.1":
        raise Fault(f"no WARC 1.1 record: {plain[:40]!r}")
    fields = HEADERS.parsebytes(fields + b"\r\n\r\n")
    length = int(fields["Content-Length"])
    if rest[length:] != b"\r\n\r\n":
        raise Fault(f"Content-Length {length} does not lead to the record's end")
    return fields, rest[:length]


def check_digest(fields, name, data):
    told = fields[name]
    if told is None:
        return
    algorithm, _, text = told.partition(":")
    if algorithm != "sha256":
        raise Fault(f"{name} is no sha256: {told}")
    if base64.b32decode(text) != hashlib.sha256(data).digest():
        raise Fault(f"{name} of {fields['WARC-Record-ID']} does not agree")


def payload(block):
    head, separator, body = block.partition(b"\r\n\r\n")
    if not separator or not head.startswith(b"HTTP/"):
        raise Fault(f"no HTTP message: {block[:40]!r}")
    return head, body


def read(folder):
    """The answers of an archive, by record; and where each record lies."""
    answers, places = {}, {}
    for path in sorted(pathlib.Path(folder).glob("*.warc.gz")):
        open_names = []
        for number, (offset, length, plain) in enumerate(members(path.read_bytes())):
            fields, block = record(plain)
            kind = fields["WARC-Type"]
            check_digest(fields, "WARC-Block-Digest", block)
            if number == 0 and (kind != "warcinfo" or fields["WARC-Filename"] != path.name):
                raise Fault(f"{path.name} does not begin with its warcinfo")
            if kind in ("request", "metadata") and fields["WARC-Concurrent-To"]:
                open_names.append(fields["WARC-Concurrent-To"])
                continue
            if kind not in ("response", "revisit"):
                if open_names:
                    raise Fault(f"{path.name}:{offset}: request or note without an answer")
                continue
            name = fields["WARC-Record-ID"]
            if not open_names or set(open_names) != {name}:
                raise Fault(f"{path.name}:{offset}: the records before name another answer")
            open_names = []
            head, body = payload(block)
            if kind == "response":
                check_digest(fields, "WARC-Payload-Digest", body)
            elif body:
                raise Fault(f"{path.name}:{offset}: a revisit with a body")
            if name in answers:
                raise Fault(f"{name} occurs twice")
            answers[name] = {
                "kind": kind, "url": fields["WARC-Target-URI"], "fields": fields, "body": body,
                "status": int(head.split(b" ", 2)[1]),
            }
            places[path.name, offset, length] = answers[name]
        if open_names:
            raise Fault(f"{path.name} ends within an exchange")
    return answers, places


def body_of(answer, answers, older):
    """The body that an answer stands for."""
    if answer["kind"] == "response":
        return answer["body"]
    fields = answer["fields"]
    if not fields["WARC-Profile"].startswith("http://netpreserve.org/warc/1.1/revisit/"):
        raise Fault(f"unknown profile {fields['WARC-Profile']}")
    for source in [answers, *older]:
        original = source.get(fields["WARC-Refers-To"])
        if original is None:
            continue
        told = original["fields"]
        if (fields["WARC-Refers-To-Target-URI"] != original["url"]
                or fields["WARC-Refers-To-Date"] != told["WARC-Date"]):
            raise Fault(f"{fields['WARC-Record-ID']} names its original wrongly")
        body = body_of(original, source, older)
        check_digest(fields, "WARC-Payload-Digest", body)
        return body
    raise Fault(f"the original of {fields['WARC-Record-ID']} is in no archive")


def check_indexes(folder, places):
    lines = 0
    for path in sorted(pathlib.Path(folder).glob("*.cdxj")):
        before = b""
        for line in path.read_bytes().splitlines():
            if line < before:
                raise Fault(f"{path.name} is not sorted")
            before = line
            key, moment, text = line.split(b" ", 2)
            entry = json.loads(text)
            place = (entry["filename"], int(entry["offset"]), int(entry["length"]))
            answer = places.get(place)
            if answer is None or answer["url"] != entry["url"]:
                raise Fault(f"{path.name}: no such record: {line.decode()}")
            told = answer["fields"]["WARC-Date"]
            if moment.decode() != "".join(c for c in told if c.isdigit())[:14]:
                raise Fault(f"{path.name}: another time: {line.decode()}")
            if entry["digest"] != answer["fields"]["WARC-Payload-Digest"]:
                raise Fault(f"{path.name}: another digest: {line.decode()}")
            if (entry["mime"] == "warc/revisit") != (answer["kind"] == "revisit"):
                raise Fault(f"{path.name}: another kind: {line.decode()}")
            lines += 1
    if lines != len(places):
        raise Fault(f"{len(places)} answers, {lines} lines in the indexes")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("archive")
    parser.add_argument("--older", action="append", default=[])
    parser.add_argument("--compare", required=True)
    options = parser.parse_args()
    answers, places = read(options.archive)
    older = [read(folder)[0] for folder in options.older]
    check_indexes(options.archive, places)
    wanted = {
        name.strip("<>"): (answer["url"], hashlib.sha256(body_of(answer, answers, older)).hexdigest())
        for name, answer in answers.items()
    }
    with open(options.compare, encoding="utf-8") as lines:
        seen = [json.loads(line) for line in lines]
    seen = {row["record"]: (row["url"], row["sha256"])
            for row in seen if row["kind"] in ("response", "revisit")}
    differences = [
        f"{name}: here {wanted.get(name)}, there {seen.get(name)}"
        for name in sorted(wanted.keys() | seen.keys()) if wanted.get(name) != seen.get(name)
    ]
    for line in differences:
        print(line)
    kinds = [answer["kind"] for answer in answers.values()]
    print(f"{kinds.count('response')} responses, {kinds.count('revisit')} revisits, "
          f"{len(differences)} differences")
    return 1 if differences else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Fault as fault:
        print(fault)
        sys.exit(1)
