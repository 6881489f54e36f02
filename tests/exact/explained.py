# SPDX-License-Identifier: MIT
"""The rows of EXPLAINED.md: what may differ from a reference, because somebody has argued it.

A check asks for the names of its section and hands back those that did differ: what differs without a row fails,
and so does a row whose difference is gone.
"""
import os
import pathlib
import re

# The reference data beside the project, as the test programs look for them.
SHARED = pathlib.Path(os.environ.get("DICOMAESTRO_SHARED") or pathlib.Path(__file__).resolve().parents[3] / "shared")
PATH = pathlib.Path(__file__).resolve().parent / "EXPLAINED.md"


def names(section):
    """The names in backticks in the first column of the table below that heading."""
    _, _, behind = PATH.read_text("utf-8").partition(f"\n## {section}\n")
    body = behind.partition("\n## ")[0]
    return {name for line in body.splitlines() if line.startswith("| `")
            for name in re.findall(r"`([^`]+)`", line.split("|")[1])}


def gone(section, differing):
    """Prints the rows that nothing needs any more, and says whether there are any."""
    stale = sorted(names(section) - set(differing))
    for name in stale:
        print(f"NO LONGER DIFFERS: {name}: its row in EXPLAINED.md ({section}) is to go")
    return bool(stale)
