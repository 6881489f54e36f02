#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compares `dicomaestro-cli read` with the reference texts, file by file and value by value.

    tests/exact/texts.py [--cli build/release/bin/dicomaestro-cli] [--shared ../shared] [--verbose] [PATH...]

Prints `texts F of N files, V of W values` and every file that differs. Ends with 1 when a file differs that
EXPLAINED.md does not name, one that it names is exact, or fewer than 99.5 % of the files are. PATHs restrict it
to files whose path contains one of them.
"""
import argparse
import base64
import concurrent.futures
import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile

import explained

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
REQUIRED = 0.995


def read(cli, path):
    """The answer as an object, or None when the file is refused. A crash is an exception."""
    done = subprocess.run([cli, "read", str(path)], capture_output=True, timeout=120)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"exit {done.returncode}: {done.stderr[-200:]}")
    return json.loads(done.stdout) if done.returncode == 0 else None


def equal(expected, text):
    if isinstance(expected, dict):
        encoded = text.encode("utf-8")
        return len(text) == expected["length"] and hashlib.sha256(encoded).hexdigest() == expected["sha256"]
    return expected == text


def differences(expected, answer):
    """(number of values, the keywords that differ)."""
    if "error" in expected:
        return 0, []  # the reference refuses it; reading more than it is no fault
    unchecked = set(expected.get("_unchecked", []))
    wanted = {key: value for key, value in expected.items() if key != "_unchecked"}
    if answer is None:
        return len(wanted), ["(refused)"]
    wrong = [key for key, value in wanted.items()
             if key not in unchecked and (key not in answer or not equal(value, answer[key]))]
    wrong += [key for key in answer if key not in wanted and key not in unchecked]
    order = [key for key in answer if key in wanted and key not in unchecked]
    if not wrong and order != [key for key in wanted if key in answer and key not in unchecked]:
        wrong.append("(order)")
    return len(wanted), wrong


def files(shared, only):
    base = shared / "data" / "expected" / "metadata"
    for expected in sorted(base.rglob("*.json")):
        name = str(expected.relative_to(base))[:-5]
        if not only or any(part in name for part in only):
            yield name, shared / "data" / "files" / name, json.loads(expected.read_text("utf-8"))


def strings(shared, folder, only):
    for at, case in enumerate(json.loads((shared / "data" / "strings.json").read_text("utf-8"))):
        name = "strings.json: " + case["name"]
        if only and not any(part in name for part in only):
            continue
        path = pathlib.Path(folder) / f"{at}.dcm"
        path.write_bytes(base64.b64decode(case["dicom_base64"]))
        yield name, path, case["expected"]


def compare(cli, case):
    name, path, expected = case
    answer = read(cli, path)
    return (name, expected, answer, *differences(expected, answer))


def show(expected, answer, wrong):
    for key in wrong[:8]:
        print(f"    {key}\n      want {str(expected.get(key))[:300]!r}\n      have {str((answer or {}).get(key))[:300]!r}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--cli", default=str(ROOT / "build/release/bin/dicomaestro-cli"))
    parser.add_argument("--shared", type=pathlib.Path, default=explained.SHARED)
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("only", nargs="*")
    options = parser.parse_args()
    if not (options.shared / "data" / "expected").is_dir():
        print(f"SKIP: reference data absent: {options.shared}")
        return 0
    argued = explained.names("Texts")
    exact = total = right = values = 0
    differing, unexplained = [], []
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(2) as pool:
        cases = list(files(options.shared, options.only)) + list(strings(options.shared, folder, options.only))
        for name, expected, answer, count, wrong in pool.map(lambda case: compare(options.cli, case), cases):
            total += 1
            values += count
            right += count - min(count, len(wrong) if wrong != ["(refused)"] else count)
            exact += not wrong
            if wrong:
                known = name in argued
                differing.append(name)
                unexplained += [] if known else [name]
                print(f"{'explained' if known else 'DIFFERS'}: {name}: {', '.join(wrong[:8])}")
                if options.verbose:
                    show(expected, answer, wrong)
    print(f"texts {exact} of {total} files, {right} of {values} values")
    stale = not options.only and explained.gone("Texts", differing)
    return 1 if unexplained or stale or exact < REQUIRED * total else 0


sys.exit(main())
