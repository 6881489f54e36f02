// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

namespace core::cli {

/// The verbs' code, each in the file of its name; the arguments are those behind the verb.
int syntaxes(const QStringList& arguments);
int conformance(const QStringList& arguments);
int series(const QStringList& paths);
/// Writes the 8-bit display image of one frame (from 1) at its own size as PNG.
int render(const QStringList& arguments);
inline constexpr char renderUsage[] =
    "render FILE [--frame N] [--window C,W[,linear|linear-exact|sigmoid]] --output OUT.png";

/// Prints the answer of the API's read route: compact JSON; pictures only when asked for.
int read(const QStringList& arguments);
inline constexpr char readUsage[] =
    "read FILE [--fields A,B] [--pixel-data full|omit] [--format default|dicom-json] [--images "
    "none|first|all] [--frames 1-5,7] [--window C,W[,linear|linear-exact|sigmoid]] [--return-format "
    "png|jpeg|gif]";

/// Writes display images (PNG, JPEG, GIF) or the exact numbers (TIFF) of a file, a folder or a zip.
int exportImages(const QStringList& arguments);
inline constexpr char exportUsage[] =
    "export IN --output OUT.png|jpg|tif|gif|DIR [--format png|jpg|tif|gif] [--frame N] [--quality 1-100]\n"
    "                         [--window C,W[,linear|linear-exact|sigmoid]]";

/// Makes DICOM files of the body of the API's create route.
int create(const QStringList& arguments);
inline constexpr char createUsage[] = "create --json SPEC.json --output OUT.dcm|OUT.zip";

/// Writes a file, or the instances of a folder or zip, without their patient (PS3.15 Annex E).
int anonymize(const QStringList& arguments);
inline constexpr char anonymizeUsage[] =
    "anonymize IN --output OUT.dcm|DIR [--retain-uids] [--shift-dates] [--clean-descriptors]\n"
    "                         [--clean-graphics] [--blackout X,Y,W,H]... [--secret FILE]";

}  // namespace core::cli
