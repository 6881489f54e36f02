# SPDX-License-Identifier: MIT
"""The bundled sample is what packaging/sample/README.md says, in the eyes of DCMTK's programs and pydicom."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

import numpy
import pydicom

SAMPLE = pathlib.Path(sys.argv.pop())


def hounsfield(path):
    with tempfile.NamedTemporaryFile(suffix=".dcm") as plain:
        subprocess.run(["dcmdjpeg", path, plain.name], check=True)
        image = pydicom.dcmread(plain.name)
        return image.pixel_array * float(image.RescaleSlope) + float(image.RescaleIntercept)


class Thorax(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.paths = sorted((SAMPLE / "thorax").iterdir())
        cls.images = [pydicom.dcmread(path) for path in cls.paths]

    def value_at(self, x, y, z):
        """Mean HU of 3 x 3 pixels around a place in the patient."""
        image = int(round((147.5 - z) / 5))
        row, column = (int(round((mm + 191.625) / 0.75)) for mm in (y, x))
        return hounsfield(self.paths[image])[row - 1:row + 2, column - 1:column + 2].mean()

    def test_it_has_sixty_slices_five_millimetres_apart_from_head_to_foot(self):
        self.assertEqual([int(i.InstanceNumber) for i in self.images], list(range(1, 61)))
        heights = [float(i.ImagePositionPatient[2]) for i in self.images]
        self.assertEqual(heights, [147.5 - 5 * n for n in range(60)])

    def test_every_slice_has_the_same_grid(self):
        for image in self.images:
            self.assertEqual((image.Rows, image.Columns, image.BitsStored), (512, 512, 12))
            self.assertEqual([float(v) for v in image.PixelSpacing], [0.75, 0.75])
            self.assertEqual([float(v) for v in image.ImageOrientationPatient], [1, 0, 0, 0, 1, 0])
            self.assertEqual([float(v) for v in image.ImagePositionPatient[:2]], [-191.625, -191.625])
            self.assertEqual((float(image.SliceThickness), float(image.RescaleIntercept)), (5, -1024))

    def test_the_file_offers_three_windows_with_their_names(self):
        image = self.images[30]
        self.assertEqual([float(v) for v in image.WindowCenter], [40, -600, 450])
        self.assertEqual([float(v) for v in image.WindowWidth], [400, 1500, 2000])
        self.assertEqual(list(image.WindowCenterWidthExplanation), ["SOFT TISSUE", "LUNG", "BONE"])

    def test_tissues_have_their_hounsfield_values(self):
        for name, place, wanted in (
            ("left ventricle", (48, -22, -12.5), 320), ("liver", (-90, -30, -92.5), 108),
            ("nodule", (-84, 8, 52.5), 40), ("trachea", (0, 16, 97.5), -980), ("aorta", (23, 42, -37.5), 320),
            ("spleen", (94, 36, -82.5), 120), ("air", (0, -180, 2.5), -1000)):
            self.assertAlmostEqual(self.value_at(*place), wanted, delta=15, msg=name)

    def test_the_nodule_is_twenty_millimetres_across(self):
        row = hounsfield(self.paths[19])[int(round((8 + 191.625) / 0.75))]
        first, last = (int((x + 191.625) / 0.75) for x in (-98, -72))
        self.assertAlmostEqual(numpy.count_nonzero(row[first:last] > -400) * 0.75, 20, delta=1.5)

    def test_uids_are_unique_and_under_the_uuid_root(self):
        uids = {image.SOPInstanceUID for image in self.images}
        self.assertEqual(len(uids), 60)
        self.assertTrue(all(uid.is_valid and uid.startswith("2.25.") for uid in uids))
        self.assertEqual(len({(i.StudyInstanceUID, i.SeriesInstanceUID, i.FrameOfReferenceUID)
                              for i in self.images}), 1)


class Angiogram(unittest.TestCase):
    def test_it_is_one_beat_of_thirty_frames_at_forty_milliseconds(self):
        image = pydicom.dcmread(SAMPLE / "angiogram" / "xa-cine.dcm")
        self.assertEqual((image.NumberOfFrames, image.Rows, image.BitsStored), (30, 512, 8))
        self.assertEqual(float(image.FrameTime), 40)
        self.assertEqual(image.FrameIncrementPointer, pydicom.tag.Tag("FrameTime"))
        self.assertEqual(image.file_meta.TransferSyntaxUID, pydicom.uid.JPEGBaseline8Bit)

    def test_the_heart_moves_and_the_loop_closes(self):
        with tempfile.NamedTemporaryFile(suffix=".dcm") as plain:
            subprocess.run(["dcmdjpeg", SAMPLE / "angiogram" / "xa-cine.dcm", plain.name], check=True)
            frames = pydicom.dcmread(plain.name).pixel_array.astype(int)
        change = [abs(frames[n] - frames[0]).mean() for n in (1, 15, 29)]
        self.assertGreater(change[1], 1.5 * change[0])
        self.assertGreater(change[1], 1.5 * change[2])


class Everything(unittest.TestCase):
    def test_dcmdump_has_nothing_to_complain_of(self):
        for path in SAMPLE.glob("*/*.dcm"):
            dump = subprocess.run(["dcmdump", path], capture_output=True, check=True)
            self.assertEqual(dump.stderr, b"", path)

    def test_nobody_is_named(self):
        for path in SAMPLE.glob("*/*.dcm"):
            image = pydicom.dcmread(path, stop_before_pixels=True)
            self.assertEqual((image.PatientName, image.PatientID), ("Phantom^Sample", "PHANTOM"))


if __name__ == "__main__":
    unittest.main()
