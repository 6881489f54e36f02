#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The peer of `dicomaestro-bench server`: what the read route does, without HTTP, by pydicom and Pillow.

    serverpeer.py all|texts FILE

Does the work once for every line on standard input and prints its milliseconds. `texts` leaves out the pictures and the
text of the pixel data, as images=none&pixel_data=omit does.
"""
import base64
import io
import json
import sys
import time

import numpy
import pydicom
from PIL import Image


def texts(data, with_pixels):
    answer = {}
    for element in data:
        if element.keyword and (with_pixels or element.keyword != "PixelData"):
            value = element.value
            if value not in (None, "", b"", 0):
                answer[element.keyword] = str(value)
    return answer


def display(data, pixels):
    """The first window of the file, else the values as they are."""
    if "WindowCenter" not in data:
        return pixels.astype(numpy.uint8)
    values = pixels * float(data.get("RescaleSlope", 1)) + float(data.get("RescaleIntercept", 0))
    center, width = float(data.WindowCenter), float(data.WindowWidth)
    shown = ((values - center + 0.5) / (width - 1) + 0.5) * 255
    return numpy.clip(shown + 0.5, 0, 255).astype(numpy.uint8)


def pictures(data):
    pixels = data.pixel_array
    frames = pixels if int(data.get("NumberOfFrames", 1)) > 1 else [pixels]
    for frame in frames:
        out = io.BytesIO()
        Image.fromarray(display(data, frame)).save(out, "PNG")
        yield base64.b64encode(out.getvalue()).decode("ascii")


def work(path, whole):
    data = pydicom.dcmread(path)
    answer = texts(data, whole)
    if whole:
        answer["ImageFormat"] = "PNG"
        answer["Images"] = list(pictures(data))
    return len(json.dumps(answer, separators=(",", ":")).encode("utf-8"))


def main():
    whole, path = sys.argv[1] == "all", sys.argv[2]
    for _ in sys.stdin:
        start = time.perf_counter()
        size = work(path, whole)
        print(f"{(time.perf_counter() - start) * 1000:.4f} {size}", flush=True)


main()
