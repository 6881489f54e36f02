// SPDX-License-Identifier: MIT
#include "core/decode/syntaxes.h"

namespace core {

namespace {

struct Row {
  TransferSyntaxRow row;
  Codec codec;
};

constexpr std::string_view own = "own code";
constexpr std::string_view turbo = "libjpeg-turbo; 12 bits: DCMTK";
constexpr std::string_view dcmjpeg = "DCMTK dcmjpeg";
constexpr std::string_view dcmjpls = "DCMTK dcmjpls";
constexpr std::string_view openjpeg = "OpenJPEG";
constexpr std::string_view video = "a video stream";
constexpr std::string_view noJxl = "JPEG XL is not decoded";
constexpr std::string_view noReference = "its pixels are elsewhere (JPIP)";

// THE table: every transfer syntax that the program knows, what decodes it, or why it is not shown.
constexpr Row table[] = {
    {{uid::ImplicitLittle, "Implicit VR Little Endian", true, false, own}, nullptr},
    {{uid::ExplicitLittle, "Explicit VR Little Endian", true, false, own}, nullptr},
    {{uid::Deflated, "Deflated Explicit VR Little Endian", true, false, "zlib"}, nullptr},
    {{uid::ExplicitBig, "Explicit VR Big Endian (retired)", true, false, own}, nullptr},
    {{"1.2.840.10008.1.2.1.98", "Encapsulated Uncompressed Explicit VR Little Endian", false, false,
      "encapsulated uncompressed pixels are not read"},
     nullptr},
    {{"1.2.840.10008.1.2.8.1", "Deflated Image Frame Compression", true, false, "zlib"}, decodeDeflatedFrame},
    {{"1.2.840.10008.1.2.5", "RLE Lossless", true, false, own}, decodeRle},
    {{"1.2.840.10008.1.2.4.50", "JPEG Baseline (Process 1)", true, true, turbo}, decodeJpeg},
    {{"1.2.840.10008.1.2.4.51", "JPEG Extended (Process 2 and 4)", true, true, turbo}, decodeJpeg},
    {{"1.2.840.10008.1.2.4.53", "JPEG Spectral Selection (Process 6 and 8, retired)", true, true, turbo},
     decodeJpeg},
    {{"1.2.840.10008.1.2.4.55", "JPEG Full Progression (Process 10 and 12, retired)", true, true, turbo},
     decodeJpeg},
    {{"1.2.840.10008.1.2.4.57", "JPEG Lossless (Process 14)", true, false, dcmjpeg}, decodeJpeg},
    {{"1.2.840.10008.1.2.4.70", "JPEG Lossless SV1 (Process 14, Selection Value 1)", true, false, dcmjpeg},
     decodeJpeg},
    {{"1.2.840.10008.1.2.4.80", "JPEG-LS Lossless", true, false, dcmjpls}, decodeJpegLs},
    {{"1.2.840.10008.1.2.4.81", "JPEG-LS Near-lossless", true, true, dcmjpls}, decodeJpegLs},
    {{"1.2.840.10008.1.2.4.90", "JPEG 2000 Lossless", true, false, openjpeg}, decodeJpeg2000},
    {{"1.2.840.10008.1.2.4.91", "JPEG 2000", true, true, openjpeg}, decodeJpeg2000},
    {{"1.2.840.10008.1.2.4.92", "JPEG 2000 Part 2 Multi-component Lossless", false, false,
      "Part 2 is not decoded"},
     nullptr},
    {{"1.2.840.10008.1.2.4.93", "JPEG 2000 Part 2 Multi-component", false, true, "Part 2 is not decoded"},
     nullptr},
    {{"1.2.840.10008.1.2.4.94", "JPIP Referenced", false, false, noReference}, nullptr},
    {{"1.2.840.10008.1.2.4.95", "JPIP Referenced Deflate", false, false, noReference}, nullptr},
    {{"1.2.840.10008.1.2.4.100", "MPEG-2 Main Profile / Main Level", false, true, video}, nullptr},
    {{"1.2.840.10008.1.2.4.100.1", "Fragmentable MPEG-2 Main Profile / Main Level", false, true, video},
     nullptr},
    {{"1.2.840.10008.1.2.4.101", "MPEG-2 Main Profile / High Level", false, true, video}, nullptr},
    {{"1.2.840.10008.1.2.4.101.1", "Fragmentable MPEG-2 Main Profile / High Level", false, true, video},
     nullptr},
    {{"1.2.840.10008.1.2.4.102", "MPEG-4 AVC/H.264 High Profile / Level 4.1", false, true, video}, nullptr},
    {{"1.2.840.10008.1.2.4.102.1", "Fragmentable MPEG-4 AVC/H.264 High Profile / Level 4.1", false, true,
      video},
     nullptr},
    {{"1.2.840.10008.1.2.4.103", "MPEG-4 AVC/H.264 BD-compatible / Level 4.1", false, true, video}, nullptr},
    {{"1.2.840.10008.1.2.4.103.1", "Fragmentable MPEG-4 AVC/H.264 BD-compatible", false, true, video},
     nullptr},
    {{"1.2.840.10008.1.2.4.104", "MPEG-4 AVC/H.264 for 2D Video / Level 4.2", false, true, video}, nullptr},
    {{"1.2.840.10008.1.2.4.105", "MPEG-4 AVC/H.264 for 3D Video / Level 4.2", false, true, video}, nullptr},
    {{"1.2.840.10008.1.2.4.106", "MPEG-4 AVC/H.264 Stereo / Level 4.2", false, true, video}, nullptr},
    {{"1.2.840.10008.1.2.4.107", "HEVC/H.265 Main Profile / Level 5.1", false, true, video}, nullptr},
    {{"1.2.840.10008.1.2.4.108", "HEVC/H.265 Main 10 Profile / Level 5.1", false, true, video}, nullptr},
    {{"1.2.840.10008.1.2.4.110", "JPEG XL Lossless", false, false, noJxl}, nullptr},
    {{"1.2.840.10008.1.2.4.111", "JPEG XL JPEG Recompression", false, true, noJxl}, nullptr},
    {{"1.2.840.10008.1.2.4.112", "JPEG XL", false, true, noJxl}, nullptr},
    {{"1.2.840.10008.1.2.4.201", "HTJ2K Lossless", true, false, openjpeg}, decodeJpeg2000},
    {{"1.2.840.10008.1.2.4.202", "HTJ2K Lossless RPCL", true, false, openjpeg}, decodeJpeg2000},
    {{"1.2.840.10008.1.2.4.203", "HTJ2K", true, true, openjpeg}, decodeJpeg2000},
    {{"1.2.840.10008.1.2.4.204", "JPIP HTJ2K Referenced", false, false, noReference}, nullptr},
    {{"1.2.840.10008.1.2.4.205", "JPIP HTJ2K Referenced Deflate", false, false, noReference}, nullptr},
    {{"1.2.840.10008.1.2.7.1", "SMPTE ST 2110-20 Uncompressed Progressive", false, false, video}, nullptr},
    {{"1.2.840.10008.1.2.7.2", "SMPTE ST 2110-20 Uncompressed Interlaced", false, false, video}, nullptr},
};

const Row* find(std::string_view uid) {
  const auto at =
      std::find_if(std::begin(table), std::end(table), [uid](const Row& row) { return row.row.uid == uid; });
  return at == std::end(table) ? nullptr : at;
}

}  // namespace

Codec codecOf(std::string_view transferSyntaxUid) {
  const Row* row = find(transferSyntaxUid);
  return row ? row->codec : nullptr;
}

const TransferSyntaxRow* findSyntax(std::string_view transferSyntaxUid) {
  const Row* row = find(transferSyntaxUid);
  return row ? &row->row : nullptr;
}

std::span<const TransferSyntaxRow> transferSyntaxes() {
  static const auto rows = [] {
    std::array<TransferSyntaxRow, std::size(table)> all;
    std::transform(std::begin(table), std::end(table), all.begin(), [](const Row& row) { return row.row; });
    return all;
  }();
  return rows;
}

}  // namespace core
