#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Compares what the programs write with the reference pictures: `dicomaestro-cli render`, and the images of the read
answer, which are those of the API.

    tests/exact/programs.py [--cli build/release/bin/dicomaestro-cli] [--shared ../shared] [PATH...]

Prints `programs F of N` and every row of the index whose picture, either way, is not within the row's tolerance. A row
that EXPLAINED.md argues under Pictures has none. PATHs restrict it to rows whose path contains one of them.
"""
import argparse
import base64
import concurrent.futures
import csv
import functools
import io
import itertools
import json
import pathlib
import subprocess
import sys
import tempfile

import numpy
from PIL import Image

import explained

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Greatest mean and greatest single difference of each tolerance of the index.
TOLERANCES = {"1": (1, 1), "mean2max12": (2, 12), "mean2": (2, 255), "mean3": (3, 255)}


def samples(picture):
    return numpy.asarray(picture.convert("RGB")).astype(int)


def complaint(ours, reference, tolerance):
    """"" when the picture is within the tolerance, else what is wrong."""
    if ours is None:
        return "no picture"
    ours, theirs = samples(ours), samples(reference)
    if ours.shape != theirs.shape:
        return f"{ours.shape} instead of {theirs.shape}"
    difference = numpy.abs(ours - theirs)
    mean, greatest = TOLERANCES[tolerance]
    if difference.mean() <= mean and difference.max() <= greatest:
        return ""
    return f"mean {difference.mean():.2f} max {difference.max()}, wanted {tolerance}"


def rendered(cli, path, frame, folder):
    out = pathlib.Path(folder) / "frame.png"
    out.unlink(missing_ok=True)
    subprocess.run([cli, "render", str(path), "--frame", str(frame), "--output", str(out)],
                   capture_output=True, timeout=120)
    return Image.open(out) if out.exists() else None


def answered(cli, path, frames):
    """The pictures of the read answer, by frame; empty when it is refused."""
    done = subprocess.run([cli, "read", str(path), "--fields", "Rows", "--images", "all",
                           "--frames", ",".join(map(str, frames))], capture_output=True, timeout=120)
    if done.returncode != 0:
        return {}
    images = json.loads(done.stdout).get("Images", [])
    return {frame: Image.open(io.BytesIO(base64.b64decode(image))) for frame, image in zip(frames, images)}


def compare(options, group):
    """[(row's name, [what is wrong])] of one file."""
    path, rows = group
    file = options.shared / "data" / "files" / path
    frames = [int(row["frame"]) for row in rows]
    # The API reads Part 10 files only (README of the data); a bare data set is refused there.
    is_part10 = "no Part 10 header" not in rows[0]["note"]
    answers = answered(options.cli, file, frames) if is_part10 else {}
    results = []
    with tempfile.TemporaryDirectory() as folder:
        for row, frame in zip(rows, frames):
            reference = Image.open(options.shared / "data" / "expected" / "display" / f"{path}.f{frame}.png")
            wrong = complaint(rendered(options.cli, file, frame, folder), reference, row["tolerance"])
            wrongs = [f"render: {wrong}"] if wrong else []
            wrong = complaint(answers.get(frame), reference, row["tolerance"]) if is_part10 else ""
            wrongs += [f"read: {wrong}"] if wrong else []
            results.append((f"{path} frame {frame}", wrongs))
    return results


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--cli", default=str(ROOT / "build/release/bin/dicomaestro-cli"))
    parser.add_argument("--shared", type=pathlib.Path, default=explained.SHARED)
    parser.add_argument("only", nargs="*")
    options = parser.parse_args()
    index = options.shared / "data" / "expected" / "display" / "INDEX.tsv"
    if not index.exists():
        print(f"SKIP: reference data absent: {options.shared}")
        return 0
    with index.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
                if not options.only or any(part in row["path"] for part in options.only)]
    groups = [(path, list(group)) for path, group in itertools.groupby(rows, lambda row: row["path"])]
    argued = explained.names("Pictures")
    met = unexplained = 0
    with concurrent.futures.ProcessPoolExecutor(2) as pool:
        for name, wrongs in itertools.chain.from_iterable(
                pool.map(functools.partial(compare, options), groups, chunksize=8)):
            met += not wrongs
            unexplained += bool(wrongs) and name not in argued
            if wrongs:
                print(f"{'explained' if name in argued else 'DIFFERS'}: {name}: {'; '.join(wrongs)}")
    print(f"programs {met} of {len(rows)}")
    return 1 if unexplained or not rows else 0


if __name__ == "__main__":
    sys.exit(main())
