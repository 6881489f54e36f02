#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What dicomaestro-cli makes, read by DCMTK and pydicom: foreign_test.py DICOMAESTRO-CLI

Every kind of content in every transfer syntax goes through dcmdump, dcm2json and dcmj2pnm, which must say
nothing, through dciodvfy, which must find no error in the IOD, and through pydicom, which must find the values and pixels that went in."""
import base64, io, json, pathlib, shutil, subprocess, sys, tempfile, warnings, zipfile

SKIP = 77
try:
    import numpy, pydicom
    from PIL import Image
except ImportError as missing:
    print("skipped:", missing)
    sys.exit(SKIP)
TOOLS = ("dcmdump", "dcm2json", "dcmj2pnm", "dcml2pnm")
if not all(shutil.which(tool) for tool in TOOLS):
    print("skipped: DCMTK's programs are absent")
    sys.exit(SKIP)

LITTLE, IMPLICIT, BIG, DEFLATED = "1.2.840.10008.1.2.1", "1.2.840.10008.1.2", "1.2.840.10008.1.2.2", "1.2.840.10008.1.2.1.99"
RLE, JPEGLS, JPEG, J2K = ("1.2.840.10008.1.2." + end for end in ("5", "4.80", "4.50", "4.90"))
NATIVE = (LITTLE, IMPLICIT, BIG, DEFLATED)
PYDICOM_DECODES = NATIVE + (RLE, J2K)
DCMTK_SHOWS = NATIVE + (RLE, JPEGLS, JPEG)

TAGS = {
    "PatientName": "Żółć^Jan=山田^太郎", "PatientID": "0007", "PatientBirthDate": "1970-01-31", "PatientSex": "M",
    "StudyDate": "2024/02/29", "StudyTime": "10:11:12.5", "PatientSize": 1.75, "0008,1030": "Knee, left",
    "SeriesNumber": 3, "OtherPatientNames": ["A^B", "C^D"], "PixelSpacing": [0.5, "0.250"],
    "0011,0010": "ACME", "0011,1001": {"vr": "DS", "Value": [1.5, 2]}, "0011,1002": "text",
    "ReferencedImageSequence": [{"ReferencedSOPClassUID": "1.2.840.10008.5.1.4.1.1.7", "ReferencedSOPInstanceUID": "2.25.7"}] * 2,
    "DiffusionBValue": 1000.5, "ICCProfile": "AAEC", "ImageComments": "line one\nline two", "AcquisitionDateTime": "2024-02-29T10:11:12Z",
}


def picture(shape, dtype, seed):
    return numpy.random.RandomState(seed).randint(0, numpy.iinfo(dtype).max, shape, dtype=dtype)


PIXELS = {"grey": picture((33, 21), numpy.uint8, 1), "wide": picture((34, 27), numpy.uint16, 2), "colour": picture((40, 51, 3), numpy.uint8, 3)}
ROWS, COLUMNS = numpy.mgrid[0:64, 0:96]
SMOOTH = numpy.stack([COLUMNS * 2, ROWS * 3, 255 - COLUMNS * 2], axis=-1).astype(numpy.uint8)
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"


def data_uri(mime, content):
    return f"data:{mime};base64,{base64.b64encode(content).decode()}"


def uri(pixels, kind="PNG", **options):
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, kind, **options)
    return data_uri("image/" + kind.lower(), out.getvalue())


def png(pixels):
    return uri(pixels)


def cases():
    for kind, pixels in PIXELS.items():
        for syntax in NATIVE + (RLE, JPEGLS, J2K) + (() if kind == "wide" else (JPEG,)):
            yield f"{kind} {syntax}", {"content": png(pixels), "transfer_syntax": syntax}, pixels
            if syntax in (LITTLE, RLE, JPEGLS, JPEG):
                yield f"{kind} frames {syntax}", {"content": [png(pixels)] * 3, "transfer_syntax": syntax, "multiframe": True}, numpy.stack([pixels] * 3)
    yield "smooth colour", {"content": png(SMOOTH), "transfer_syntax": JPEG}, SMOOTH
    for name, subsampling in (("4:4:4", 0), ("4:2:2", 1), ("4:2:0", 2)):  # kept as they are
        photo = uri(SMOOTH, "JPEG", quality=95, subsampling=subsampling)
        yield f"jpeg {name}", {"content": photo, "transfer_syntax": JPEG}, SMOOTH
        yield f"jpeg frames {name}", {"content": [photo] * 2, "transfer_syntax": JPEG, "multiframe": True}, None
    yield "tiff wide", {"content": uri(PIXELS["wide"], "TIFF"), "transfer_syntax": LITTLE}, PIXELS["wide"]
    yield "tiff colour", {"content": uri(PIXELS["colour"], "TIFF"), "transfer_syntax": LITTLE}, PIXELS["colour"]
    for syntax in NATIVE:
        yield f"pdf {syntax}", {"content": data_uri("application/pdf", PDF), "transfer_syntax": syntax}, None


def quiet(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    said = done.stderr + "".join(line for line in done.stdout.splitlines(True) if line[:2] in ("W:", "E:", "F:"))
    return [] if done.returncode == 0 and not said else [f"{command[0]}: {said or done.returncode}"]


def wrong_values(dataset):
    wanted = {
        "PatientName": "Żółć^Jan=山田^太郎", "PatientID": "0007", "PatientBirthDate": "19700131", "PatientSex": "M", "StudyDate": "20240229",
        "StudyTime": "101112.5", "PatientSize": "1.75", "StudyDescription": "Knee, left", "SeriesNumber": "3", "OtherPatientNames": "['A^B', 'C^D']",
        "PixelSpacing": "[0.5, 0.250]", "DiffusionBValue": "1000.5", "ICCProfile": "b'\\x00\\x01\\x02\\x00'", "ImageComments": "line one\nline two",
        "AcquisitionDateTime": "20240229101112+0000", "SpecificCharacterSet": "ISO_IR 192",
    }
    for keyword, text in wanted.items():
        found = str(dataset[keyword].value)
        if found.replace("[A^B, C^D]", "['A^B', 'C^D']") != text:
            yield f"{keyword} is {found!r}"
    # Without a VR a private value is bytes; with one it is what went in.
    if dataset.file_meta.TransferSyntaxUID != IMPLICIT and [float(value) for value in dataset[0x0011, 0x1001].value] != [1.5, 2]:
        yield "the private numbers differ"
    if dataset.ReferencedImageSequence[0].ReferencedSOPInstanceUID != "2.25.7" or len(dataset.ReferencedImageSequence) != 2:
        yield "the sequence differs"
    if dataset.file_meta.MediaStorageSOPInstanceUID != dataset.SOPInstanceUID:
        yield "group 2 names another instance"


def wrong_content(dataset, pixels):
    syntax = dataset.file_meta.TransferSyntaxUID
    if "PixelData" not in dataset:
        if dataset.EncapsulatedDocument[: dataset.EncapsulatedDocumentLength] != PDF:
            yield "the document differs"
    elif syntax in PYDICOM_DECODES and pixels is not None and not numpy.array_equal(dataset.pixel_array, pixels):
        yield "the pixels differ"


def check(cli, folder, name, spec, pixels):
    json_path, path = folder / "spec.json", folder / "out.dcm"
    json_path.write_text(json.dumps({"tags": TAGS, **spec}))
    done = subprocess.run([cli, "create", "--json", json_path, "--output", path], capture_output=True, text=True)
    if done.returncode:
        return [done.stderr]
    found = quiet("dcmdump", "-q", path)
    syntax = spec["transfer_syntax"]
    if syntax in NATIVE:  # of compressed pixels DCMTK's JSON has no form
        found += quiet("dcm2json", path, folder / "out.json")
    if "pdf" not in name and syntax in DCMTK_SHOWS:
        found += quiet("dcml2pnm" if syntax == JPEGLS else "dcmj2pnm", "--write-16-bit-pnm" if getattr(pixels, "dtype", None) == numpy.uint16 else "--write-raw-pnm", path, folder / "out.pnm")
        if pixels is SMOOTH and numpy.abs(numpy.asarray(Image.open(folder / "out.pnm")).astype(int) - pixels).mean() > 3:
            found.append("dcmj2pnm shows other colours")
    if shutil.which("dciodvfy") and syntax != DEFLATED:  # which it cannot read
        done = subprocess.run(["dciodvfy", path], capture_output=True, text=True)
        found += [line for line in (done.stderr + done.stdout).splitlines() if line.startswith("Error")]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        dataset = pydicom.dcmread(path)
        for element in dataset.iterall():
            str(element.value)
    return found + list(wrong_values(dataset)) + list(wrong_content(dataset, pixels))


def run(cli, folder, spec, output):
    (folder / "spec.json").write_text(spec if isinstance(spec, str) else json.dumps(spec))
    return subprocess.run([cli, "create", "--json", folder / "spec.json", "--output", output], capture_output=True, text=True)


def wrong_refusals(cli, folder):
    """What cannot be made ends with 1 and a reason, leaves no file and what was there before."""
    one = png(PIXELS["grey"])
    refused = {
        "broken JSON": ("{", "JSON parse error"),
        "a list": ("[]", "a JSON object is required"),
        "no content": ({}, "content: This field is required."),
        "a tag": ({"content": one, "tags": {"Rows": 1}}, "tags: Rows: "),
        "several": ({"content": [one, one]}, "2 instances: the output must be a .zip"),
    }
    output = folder / "kept.dcm"
    for name, (spec, reason) in refused.items():
        output.write_bytes(b"kept")
        done = run(cli, folder, spec, output)
        if done.returncode != 1 or reason not in done.stderr or output.read_bytes() != b"kept":
            yield f"{name}: {done.returncode} {done.stderr}"
    if run(cli, folder, {"content": one}, folder / "absent" / "out.dcm").returncode != 1:
        yield "a folder that is not there"
    if run(cli, folder, {"content": one}, folder / "spec.json").returncode != 1:
        yield "the specification was overwritten"
    archive = folder / "out.zip"
    done = run(cli, folder, {"content": [one, one]}, archive)
    if done.returncode or zipfile.ZipFile(archive).testzip() or len(zipfile.ZipFile(archive).namelist()) != 2:
        yield f"the archive: {done.stderr}"
    if subprocess.run([cli, "create", "--json"], capture_output=True).returncode != 2:
        yield "a wrong command line is no usage error"
    left = sorted(path.name for path in folder.iterdir() if path.name.startswith((".", "tmp")))
    if left:
        yield f"left behind: {left}"


def main(cli):
    failures = count = 0
    with tempfile.TemporaryDirectory() as folder:
        for problem in wrong_refusals(cli, pathlib.Path(folder)):
            failures += 1
            print(problem)
        for name, spec, pixels in cases():
            count += 1
            for problem in check(cli, pathlib.Path(folder), name, spec, pixels):
                failures += 1
                print(f"{name}: {problem}")
    print(f"{count} files, {failures} problems")
    return 1 if failures else 0


sys.exit(main(sys.argv[1]))
