#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compares `dicomaestro-cli read --format dicom-json` with DCMTK's dcm2json, value by value.

    tests/exact/dicomjson.py [--cli build/release/bin/dicomaestro-cli] [--shared ../shared] [PATH...]

Every file that dcm2json accepts takes part. Not compared, because both are right: elements that dcm2json leaves as
UN and our dictionary knows (PS3.5 6.2.2), and the character set that an item says it was written in (ours is that
of the JSON, PS3.18 F.2.1). Prints `dicom-json F of N files, V of W values` and what differs; ends with 1
when EXPLAINED.md does not name a file that does, or names one that does not.
"""
import argparse
import concurrent.futures
import functools
import json
import math
import pathlib
import subprocess
import sys

import explained

sys.setrecursionlimit(100000)

ROOT = pathlib.Path(__file__).resolve().parents[2]


def reference(path, limit):
    """dcm2json's object; None when it refuses the file; {} when it takes longer than the limit in seconds."""
    try:
        done = subprocess.run(["dcm2json", "-q", str(path)], capture_output=True, timeout=limit)
    except subprocess.TimeoutExpired:
        return {}
    if done.returncode != 0:
        return None
    try:
        return json.loads(done.stdout.decode("utf-8"))
    except (UnicodeDecodeError, json.JSONDecodeError):
        return None


def number(value):
    try:
        return float(value)
    except (TypeError, ValueError):
        return None


def same(want, have):
    if isinstance(want, dict) and isinstance(have, dict):
        return want.keys() == have.keys() and all(same(want[key], have[key]) for key in want)
    if isinstance(want, list) and isinstance(have, list):
        return len(want) == len(have) and all(map(same, want, have))
    if want == have:
        return True
    a, b = number(want), number(have)
    return a is not None and b is not None and (a == b or math.isclose(a, b, rel_tol=1e-6) or (a != a and b != b))


def differences(want, have, path=""):
    """(count of elements, list of differing ones), sequences looked into."""
    count, wrong = 0, []
    for tag in sorted(want.keys() | have.keys()):
        a, b = want.get(tag), have.get(tag)
        where = path + tag
        sequences = a and b and a.get("vr") == b.get("vr") == "SQ" and len(a.get("Value", [])) == len(b.get("Value", []))
        if sequences:
            for at, (x, y) in enumerate(zip(a.get("Value", []), b.get("Value", []))):
                inner, bad = differences(x or {}, y or {}, f"{where}[{at}].")
                count += inner
                wrong += bad
            continue
        count += 1
        if a and b and (a["vr"] == "UN" != b["vr"] or tag == "00080005"):
            continue
        if a is None or b is None or not same(a, b):
            wrong.append((where, a, b))
    return count, wrong


def compare(cli, path):
    """(path, number of elements, what differs: None when there is nothing to compare with, a text when we refuse)."""
    done = subprocess.run([cli, "read", "--format", "dicom-json", str(path)], capture_output=True, timeout=300)
    if done.returncode < 0:
        raise RuntimeError(f"{path}: signal {-done.returncode}")
    # What we refuse for its size the reference may chew on for minutes.
    want = reference(path, 300 if done.returncode == 0 else 5)
    if want is None:
        return path, 0, None
    if done.returncode != 0:
        return path, 0, done.stderr.decode("utf-8", "replace").strip()
    return path, *differences(want, json.loads(done.stdout)[0])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--cli", default=str(ROOT / "build/release/bin/dicomaestro-cli"))
    parser.add_argument("--shared", type=pathlib.Path, default=explained.SHARED)
    parser.add_argument("--show", type=int, default=3, help="differences shown of a file")
    parser.add_argument("only", nargs="*")
    options = parser.parse_args()
    base = options.shared / "data" / "files"
    paths = [path for path in sorted(base.rglob("*")) if path.is_file() and path.suffix not in (".zip", ".gz")
             and (not options.only or any(part in str(path) for part in options.only))]
    argued = explained.names("DICOM JSON")
    files = exact = values = right = refused = unexplained = 0
    differing = []
    with concurrent.futures.ProcessPoolExecutor(2) as pool:
        for path, count, wrong in pool.map(functools.partial(compare, options.cli), paths, chunksize=8):
            if wrong is None:
                continue
            name = str(path.relative_to(base))
            is_refused = isinstance(wrong, str)
            refused += is_refused
            files += not is_refused
            exact += not wrong
            values += count
            right += count - (0 if is_refused else len(wrong))
            differing += [name] if wrong else []
            if wrong and name in argued:
                print(f"explained: {name}")
                continue
            unexplained += bool(wrong)
            if is_refused:
                print(f"REFUSED: {wrong.replace(str(path), name)}")
                continue
            for where, a, b in wrong[:options.show]:
                print(f"{name} {where}\n    dcm2json {json.dumps(a)[:200]}\n    ours     {json.dumps(b)[:200]}")
    print(f"dicom-json {exact} of {files} files, {right} of {values} values, {refused} refused")
    stale = not options.only and explained.gone("DICOM JSON", differing)
    return 1 if unexplained or stale else 0


sys.exit(main())
