#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Anonymises the reference data with `dicomaestro-cli anonymize` and looks at the result with other toolkits.

    tests/core/anonymise/toolkits.py [--cli build/release/bin/dicomaestro-cli] [--shared ../shared] [OPTION...]

Further options go to anonymize. Every new file must open in pydicom and dcmdump without a warning that its original
did not give, and hold none of the values that pydicom finds in the elements of the table beside the generator (text of
six bytes and more, as a word of its own, in no element that is kept). The hostile files (generated/broken) are anonymised
too but not read by pydicom. Ends with 0 and the counts, with 1 and what is wrong, with 77 when the data, pydicom or
dcmdump are not there.
"""
import argparse
import collections
import hashlib
import hmac
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import warnings

try:
    import pydicom
except ImportError:
    print("pydicom is not installed")
    sys.exit(77)

ROOT = pathlib.Path(__file__).resolve().parents[3]
SECRET = b"s" * 32
OURS = {b"REMOVED", b"MODIFIED", b"ANONYMIZED", b"19000101"}
# References to images; what names the items of a report and their units.
STAYING = (0x00081140, 0x00082112, 0x0040A043, 0x004008EA)
# Say what kind of a thing something is: SOP Class UID, Context UID.
KINDS = (0x00080016, 0x00080117)
TEXTS = {"AE", "AS", "CS", "DA", "DS", "DT", "IS", "LO", "LT", "PN", "SH", "ST", "TM", "UC", "UI", "UR", "UT"}


def table():
    lines = (ROOT / "packaging" / "tools" / "confidentiality_profile.tsv").read_text().splitlines()
    return {line.split("\t")[0] for line in lines if not line.startswith("#")}


ROWS = table()


def is_cleaned(tag):
    return bool(tag.group & 1) or f"{tag:08X}" in ROWS or tag.group >> 8 in (0x50, 0x60)


def is_structure(element):
    """A word of the standard that says what something is, and nothing of anybody: VALUE types and relationships
    of a report, which is emptied of its texts and keeps its form."""
    return element.tag in KINDS or element.VR == "CS" and not is_cleaned(element.tag)


def mapped(uid):
    """The UID that the secret makes of another, worked out anew."""
    digest = bytearray(hmac.new(SECRET, b"uid\0" + uid.encode("latin-1"), hashlib.sha256).digest()[:16])
    digest[6] = digest[6] & 0x0F | 0x80
    digest[8] = digest[8] & 0x3F | 0x80
    return "2.25." + str(int.from_bytes(digest, "big"))


def said(command):
    return command.stderr.decode("latin-1").strip().splitlines()


def kind(text):
    return re.sub(r"[0-9a-fA-F]{4,}|\d+", "#", text)


def remarks(path):
    """What pydicom and dcmdump say of a file, numbers left out; and pydicom's data set."""
    found = set()
    dataset = None
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            dataset = pydicom.dcmread(path, force=True)
            str(dataset)
        except Exception as error:  # whatever pydicom raises is a remark
            found.add("pydicom fails: " + type(error).__name__)
    found |= {"pydicom: " + kind(str(warning.message))[:80] for warning in caught}
    done = subprocess.run(["dcmdump", "+L", str(path)], capture_output=True)
    return found | {"dcmdump: " + kind(line)[:80] for line in said(done)}, dataset


def values(dataset, inside, cleaned, kept):
    for element in list(dataset):
        is_inside = inside or is_cleaned(element.tag)
        if element.VR == "SQ":
            for item in element.value:
                values(item, is_inside and element.tag not in STAYING, cleaned, kept)
        elif element.VR in TEXTS and element.value not in (None, ""):
            many = element.value if element.VM > 1 else [element.value]
            for one in many:
                for text in (str(one), getattr(one, "original_string", None)):
                    text = text if isinstance(text, str) else ""
                    for coding in ("utf-8", "latin-1"):
                        (cleaned if is_inside and not is_structure(element) else kept).add(text.strip(" \0").encode(coding, "replace"))


def leaks(dataset, data):
    cleaned, kept = set(), set()
    try:
        values(dataset, False, cleaned, kept)
    except Exception:  # what pydicom cannot read it cannot look for
        return set()
    meant = {value for value in cleaned if len(value) >= 6 and len(set(value)) >= 3} - OURS
    stands = b"\n".join(kept)

    def word(value, where):
        return re.search(rb"(?<![0-9A-Za-z])" + re.escape(value) + rb"(?![0-9A-Za-z])", where)
    return {value for value in meant if not value.startswith(b"1.2.840.10008.") and value in data
            and word(value, data) and not word(value, stands)}


def sources(data):
    """The folders, one by one: a broken file may have the UID of a good one, and be no worse for that."""
    return [path for parent in (data, data / "generated") for path in sorted(parent.iterdir()) if path.name != "generated"]


def originals(folder):
    """UID that a file will get -> the files."""
    found = collections.defaultdict(list)
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                uid = pydicom.dcmread(path, force=True, specific_tags=["SOPInstanceUID"]).SOPInstanceUID
                found[mapped(str(uid))].append(path)
        except Exception:  # no DICOM, or an archive
            continue
    return found


class Tally:
    def __init__(self):
        self.wrong, self.count, self.searched = [], 0, 0

    def compare(self, before, path):
        """A new file with those that it may be made of."""
        self.count += 1
        if not before:
            return
        old = [remarks(original) for original in before]
        new, _ = remarks(path)
        known = set().union(*(found for found, _ in old))
        self.wrong += [f"{path.parent.name}/{path.name}: {remark}" for remark in sorted(new - known)]
        if len(old) == 1:
            self.searched += 1
            left = leaks(old[0][1], path.read_bytes())
            self.wrong += [f"{before[0].name}: {value!r} is left" for value in sorted(left)]

    def folder(self, source, out, command):
        done = subprocess.run([*command, source, "--output", out], capture_output=True)
        if done.returncode not in (0, 1):
            self.wrong.append(f"{source.name}: ended with {done.returncode}")
        if source.name == "broken":  # bombs, which pydicom would unpack
            return
        before = originals(source)
        for path in sorted(out.rglob("*.dcm")):
            self.compare(before.get(path.stem.split("-")[1], []), path)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--cli", default=ROOT / "build/release/bin/dicomaestro-cli")
    parser.add_argument("--shared", type=pathlib.Path, default=os.environ.get("DICOMAESTRO_SHARED", ROOT.parent / "shared"))
    arguments, options = parser.parse_known_args()
    data = pathlib.Path(arguments.shared) / "data" / "files"
    if not data.is_dir() or not shutil.which("dcmdump"):
        print(f"reference data or dcmdump absent: {data}")
        return 77
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        secret = pathlib.Path(folder) / "secret"
        secret.touch(0o600)
        secret.write_bytes(SECRET)
        for source in sources(data):
            out = pathlib.Path(folder) / source.name
            tally.folder(source, out, [arguments.cli, "anonymize", "--secret", secret, *options])
            shutil.rmtree(out, ignore_errors=True)
    print("\n".join(tally.wrong))
    print(f"{tally.count} files, {tally.searched} searched, {len(tally.wrong)} wrong")
    return 1 if tally.wrong or tally.count < 1000 else 0


if __name__ == "__main__":
    sys.exit(main())
