#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Runs DCMTK, GDCM and pydicom over every case and writes the table of README.md anew.

    tests/cases/measure.py        needs dcmtk, libgdcm-tools, python3-pydicom, python3-numpy and python3-pil

GDCM runs as a program only: no library of it is ever in a process of ours. What a program makes of a case is said
beside what we make of it: "as ours", other values, or that it refuses.
"""
import base64
import json
import pathlib
import re
import subprocess
import tempfile
import warnings

import numpy
import pydicom

warnings.simplefilter("ignore")
HERE = pathlib.Path(__file__).resolve().parent
MARK = "<!-- measured: made by measure.py -->\n"
LITTLE = {"1.2.840.10008.1.2", "1.2.840.10008.1.2.1"}


def run(*command):
    """(output, "" or how it ended)."""
    try:
        done = subprocess.run([str(part) for part in command], capture_output=True, timeout=20)
    except subprocess.TimeoutExpired:
        return "", "never ends"
    text = done.stdout.decode("utf-8", "replace") + done.stderr.decode("utf-8", "replace")
    if done.returncode < 0:
        return text, f"crashes (signal {-done.returncode})"
    return text, "" if done.returncode == 0 else "refuses"


def wanted_frames(expect):
    return [samples for samples in expect.get("samples", []) if samples]


def stored_values(path, raw):
    """The stored values of native pixel bytes as that file describes them."""
    head = pydicom.dcmread(path, force=True, stop_before_pixels=True)
    kind = {1: "u1", 8: "u1", 16: "<u2"}[head.BitsAllocated]
    if head.BitsAllocated == 1:
        return numpy.unpackbits(numpy.frombuffer(raw, "u1"), bitorder="little").astype(int)
    cells = numpy.frombuffer(raw[:len(raw) // (head.BitsAllocated // 8) * (head.BitsAllocated // 8)], kind).astype(int)
    values = (cells >> max(0, head.HighBit + 1 - head.BitsStored)) & ((1 << head.BitsStored) - 1)
    if head.PixelRepresentation:
        values = numpy.where(values >> (head.BitsStored - 1), values - (1 << head.BitsStored), values)
    frames = int(head.get("NumberOfFrames", 1) or 1)
    values = values[:frames * head.Rows * head.Columns * head.get("SamplesPerPixel", 1)]
    planar = head.get("SamplesPerPixel", 1) == 3 and head.get("PlanarConfiguration", 0) == 1
    return values.reshape(-1, 3, head.Rows * head.Columns).transpose(0, 2, 1).reshape(-1) if planar else values


def compared(values, expect):
    """Against the frames that we show: repeated patterns, one after another."""
    frames = wanted_frames(expect)
    values = list(numpy.asarray(values).reshape(-1))
    if not frames:
        return f"shows {len(values)} samples, we none"
    if len(frames) == 1:
        wanted = [frames[0][i % len(frames[0])] for i in range(len(values))]
    else:
        wanted = sum(frames, [])
    size = min(len(wanted), len(values))
    if size and all(abs(int(a) - int(b)) <= expect.get("within", 0) for a, b in zip(values[:size], wanted[:size])):
        return "as ours" if len(values) <= len(wanted) else f"as ours, then {len(values) - size} samples more"
    first = next((i for i in range(size) if abs(int(values[i]) - int(wanted[i])) > expect.get("within", 0)), 0)
    return f"other samples ({int(values[first]) if size else 'none'} for {wanted[first]})"


def texts_of(show, expect):
    """show(keyword) gives a program's text of an element, or None."""
    said = []
    for keyword, ours in expect.get("texts", {}).items():
        theirs = show(keyword)
        if theirs != ours:
            said.append(f"{keyword} {'lost' if theirs is None else repr(theirs)[:40]}")
    return said


def dcmtk(path, folder, expect):
    out, end = run("dcmdump", "-q", "+L", "+U8", path)
    if end and not out.strip().startswith("#"):
        return "dcmdump +U8 " + end

    def show(keyword):
        found, _ = run("dcmdump", "-q", "+L", "+U8", "-s", "+P", keyword, path)
        match = re.search(r"\([0-9a-f,]+\) \S\S (?:\[(.*)\]|=?(\S+))", found)
        return (match.group(1) if match.group(1) is not None else match.group(2)).rstrip() if match else None

    said = texts_of(show, expect) + ([f"dcmdump +U8 {end}"] if end else [])
    if "frames" in expect:
        said.append(dcmtk_samples(path, folder, expect))
    return "; ".join(said) or "as ours"


def dcmtk_samples(path, folder, expect):
    syntax = str(pydicom.dcmread(path, force=True, stop_before_pixels=True).file_meta.TransferSyntaxUID)
    plain = folder / "plain.dcm"
    tools = {"1.2.840.10008.1.2.5": ["dcmdrle"], "1.2.840.10008.1.2.4.50": ["dcmdjpeg"], "1.2.840.10008.1.2.4.70": ["dcmdjpeg"],
             "1.2.840.10008.1.2.4.80": ["dcmdjpls"]}
    if syntax in LITTLE:
        plain.write_bytes(path.read_bytes())
    elif syntax not in tools:
        return "has no decoder"
    else:
        _, end = run(*tools[syntax], path, plain)
        if end:
            return f"{tools[syntax][0]} {end}"
    raw = folder / "raw"
    raw.mkdir(exist_ok=True)
    for old in raw.iterdir():
        old.unlink()
    run("dcmdump", "-q", "+P", "7fe0,0010", "+W", raw, plain)
    files = list(raw.iterdir())
    return compared(stored_values(plain, files[0].read_bytes()), expect) if files else "no pixels"


def gdcm(path, folder, expect):
    out, end = run("gdcmdump", path)
    if end and "(0008,0018)" not in out:
        return "gdcmdump " + end

    def show(keyword):
        tag = pydicom.datadict.tag_for_keyword(keyword)
        match = re.search(rf"^\({tag >> 16:04x},{tag & 0xffff:04x}\) \S\S (?:\(\S\S\) )?(.*?)\s*# ", out, re.M)
        return match.group(1).strip("[] ") if match else None

    said = texts_of(show, expect) + ([f"gdcmdump {end}"] if end else [])
    if "frames" in expect:
        plain, raw = folder / "gdcm.dcm", folder / "gdcm.raw"
        for old in (plain, raw):
            old.unlink(missing_ok=True)
        _, end = run("gdcmconv", "--raw", "-i", path, "-o", plain)
        if not end:
            _, end = run("gdcmraw", "-i", plain, "-o", raw)
        said.append(f"gdcmconv {end}" if end else compared(stored_values(plain, raw.read_bytes()), expect))
    return "; ".join(said) or "as ours"


def python(path, _, expect):
    try:
        read = pydicom.dcmread(path)
        known = {element.keyword: str(element.value) for element in read}
    except Exception as error:  # whatever a reader of hostile bytes throws
        return f"refuses ({type(error).__name__})"
    said = texts_of(known.get, expect)
    if "frames" in expect:
        try:
            pixels = read.pixel_array
            said.append(compared(pixels, expect))
        except Exception as error:
            lacks = "required dependencies" in str(error)
            said.append("has no decoder" if lacks else f"no pixels ({type(error).__name__})")
    return "; ".join(said) or "as ours"


def ours(expect):
    said = [f"{key}: {value}" for key, value in expect.get("texts", {}).items()]
    errors = [error for error in expect.get("frame_errors", []) if error is not None]
    if "frame_open" in expect:
        return "; ".join(said)
    shown = len(wanted_frames(expect))
    said += [f"{shown} of {expect['frames']} frames shown"] + (["the rest refused"] if errors else [])
    return "; ".join(said)


def version(command, pattern):
    return re.search(pattern, run(command, "--version")[0]).group(1)


def cell(text):
    return text.replace("|", "\\|").replace("\x1b", "ESC").replace("\n", " ")


def main():
    rows = [f"| Case | The lie | We | Why | DCMTK {version('dcmdump', r'v([0-9.]+)')} | GDCM {version('gdcmdump', r'gdcm ([0-9.]+)')} "
            f"| pydicom {pydicom.__version__} |", "|---|---|---|---|---|---|---|"]
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        path = folder / "case.dcm"
        for case in sorted(HERE.glob("*/case.json")):
            about = json.loads(case.read_text("utf-8"))
            path.write_bytes(base64.b64decode(case.with_name("input.b64").read_text()))
            others = [program(path, folder, about["expect"]) for program in (dcmtk, gdcm, python)]
            row = [f"`{case.parent.name}`", about["what"], ours(about["expect"]), about["why"], *others]
            rows.append("| " + " | ".join(map(cell, row)) + " |")
    readme = HERE / "README.md"
    head = readme.read_text("utf-8").partition(MARK)[0]
    readme.write_text(head + MARK + "\n".join(rows) + "\n", "utf-8")


main()
