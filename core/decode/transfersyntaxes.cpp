// SPDX-License-Identifier: MIT
// THE TABLE: the transfer syntaxes of PS3.6 A-1, in its order, and what decodes each. The conformance
// statement and the README are made from it.
#include "core/decode/transfersyntaxes.h"

namespace core {

namespace {

using Framing = FrameIndex::Framing;

constexpr std::string_view own = "own";
constexpr std::string_view video = "not shown: no video decoder";
constexpr std::string_view retired = "not shown: retired, no decoder known";
constexpr std::string_view part2 =
    "not shown: multi-component transforms of JPEG 2000 part 2 are not verified";
constexpr std::string_view jpegXl = "not shown: no JPEG XL decoder";
constexpr std::string_view network = "not shown: pixels are fetched from a server";
constexpr std::string_view noPixels = "not shown: holds no pixel data";

constexpr SyntaxCodec native(std::string_view uid, std::string_view name, std::string_view by = own) {
  return {{uid, name, true, false, by}, false, Framing::OneFragment, decodeNative};
}
constexpr SyntaxCodec lossless(std::string_view uid, std::string_view name, std::string_view by, Codec codec,
                               Framing framing = Framing::Markers) {
  return {{uid, name, true, false, by}, true, framing, codec};
}
constexpr SyntaxCodec lossy(std::string_view uid, std::string_view name, std::string_view by, Codec codec) {
  return {{uid, name, true, true, by}, true, Framing::Markers, codec};
}
constexpr SyntaxCodec notShown(std::string_view uid, std::string_view name, std::string_view why,
                               bool isLossy = true) {
  return {{uid, name, false, isLossy, why}, true, Framing::Markers, nullptr};
}

constexpr SyntaxCodec table[] = {
    native("1.2.840.10008.1.2", "Implicit VR Little Endian"),
    native("1.2.840.10008.1.2.1", "Explicit VR Little Endian"),
    lossless("1.2.840.10008.1.2.1.98", "Encapsulated Uncompressed Explicit VR Little Endian", own,
             decodeNative, Framing::OneFragment),
    native("1.2.840.10008.1.2.1.99", "Deflated Explicit VR Little Endian", "own, zlib"),
    native("1.2.840.10008.1.2.2", "Explicit VR Big Endian (Retired)"),
    lossy("1.2.840.10008.1.2.4.50", "JPEG Baseline (Process 1)", "libjpeg-turbo", decodeJpeg),
    lossy("1.2.840.10008.1.2.4.51", "JPEG Extended (Processes 2 & 4)",
          "libjpeg-turbo (8 bits), DCMTK dcmjpeg (12 bits)", decodeJpeg),
    notShown("1.2.840.10008.1.2.4.52", "JPEG Extended (Processes 3 & 5) (Retired)", retired),
    lossy("1.2.840.10008.1.2.4.53", "JPEG Spectral Selection, Non-Hierarchical (Processes 6 & 8) (Retired)",
          "libjpeg-turbo (8 bits), DCMTK dcmjpeg (12 bits)", decodeJpeg),
    notShown("1.2.840.10008.1.2.4.54",
             "JPEG Spectral Selection, Non-Hierarchical (Processes 7 & 9) (Retired)", retired),
    lossy("1.2.840.10008.1.2.4.55", "JPEG Full Progression, Non-Hierarchical (Processes 10 & 12) (Retired)",
          "libjpeg-turbo (8 bits), DCMTK dcmjpeg (12 bits)", decodeJpeg),
    notShown("1.2.840.10008.1.2.4.56",
             "JPEG Full Progression, Non-Hierarchical (Processes 11 & 13) (Retired)", retired),
    lossless("1.2.840.10008.1.2.4.57", "JPEG Lossless, Non-Hierarchical (Process 14)", "DCMTK dcmjpeg",
             decodeJpeg),
    notShown("1.2.840.10008.1.2.4.58", "JPEG Lossless, Non-Hierarchical (Process 15) (Retired)", retired,
             false),
    notShown("1.2.840.10008.1.2.4.59", "JPEG Extended, Hierarchical (Processes 16 & 18) (Retired)", retired),
    notShown("1.2.840.10008.1.2.4.60", "JPEG Extended, Hierarchical (Processes 17 & 19) (Retired)", retired),
    notShown("1.2.840.10008.1.2.4.61", "JPEG Spectral Selection, Hierarchical (Processes 20 & 22) (Retired)",
             retired),
    notShown("1.2.840.10008.1.2.4.62", "JPEG Spectral Selection, Hierarchical (Processes 21 & 23) (Retired)",
             retired),
    notShown("1.2.840.10008.1.2.4.63", "JPEG Full Progression, Hierarchical (Processes 24 & 26) (Retired)",
             retired),
    notShown("1.2.840.10008.1.2.4.64", "JPEG Full Progression, Hierarchical (Processes 25 & 27) (Retired)",
             retired),
    notShown("1.2.840.10008.1.2.4.65", "JPEG Lossless, Hierarchical (Process 28) (Retired)", retired, false),
    notShown("1.2.840.10008.1.2.4.66", "JPEG Lossless, Hierarchical (Process 29) (Retired)", retired, false),
    lossless("1.2.840.10008.1.2.4.70",
             "JPEG Lossless, Non-Hierarchical, First-Order Prediction (Process 14, Selection Value 1)",
             "DCMTK dcmjpeg", decodeJpeg),
    lossless("1.2.840.10008.1.2.4.80", "JPEG-LS Lossless", own, decodeJpegLs),
    lossy("1.2.840.10008.1.2.4.81", "JPEG-LS Lossy (Near-Lossless)", own, decodeJpegLs),
    lossless("1.2.840.10008.1.2.4.90", "JPEG 2000 (Lossless Only)", "OpenJPEG", decodeJpeg2000),
    lossy("1.2.840.10008.1.2.4.91", "JPEG 2000", "OpenJPEG", decodeJpeg2000),
    notShown("1.2.840.10008.1.2.4.92", "JPEG 2000 Part 2 Multi-component (Lossless Only)", part2, false),
    notShown("1.2.840.10008.1.2.4.93", "JPEG 2000 Part 2 Multi-component", part2),
    notShown("1.2.840.10008.1.2.4.94", "JPIP Referenced", network),
    notShown("1.2.840.10008.1.2.4.95", "JPIP Referenced Deflate", network),
    notShown("1.2.840.10008.1.2.4.100", "MPEG2 Main Profile / Main Level", video),
    notShown("1.2.840.10008.1.2.4.100.1", "Fragmentable MPEG2 Main Profile / Main Level", video),
    notShown("1.2.840.10008.1.2.4.101", "MPEG2 Main Profile / High Level", video),
    notShown("1.2.840.10008.1.2.4.101.1", "Fragmentable MPEG2 Main Profile / High Level", video),
    notShown("1.2.840.10008.1.2.4.102", "MPEG-4 AVC/H.264 High Profile / Level 4.1", video),
    notShown("1.2.840.10008.1.2.4.102.1", "Fragmentable MPEG-4 AVC/H.264 High Profile / Level 4.1", video),
    notShown("1.2.840.10008.1.2.4.103", "MPEG-4 AVC/H.264 BD-compatible High Profile / Level 4.1", video),
    notShown("1.2.840.10008.1.2.4.103.1",
             "Fragmentable MPEG-4 AVC/H.264 BD-compatible High Profile / Level 4.1", video),
    notShown("1.2.840.10008.1.2.4.104", "MPEG-4 AVC/H.264 High Profile / Level 4.2 For 2D Video", video),
    notShown("1.2.840.10008.1.2.4.104.1",
             "Fragmentable MPEG-4 AVC/H.264 High Profile / Level 4.2 For 2D Video", video),
    notShown("1.2.840.10008.1.2.4.105", "MPEG-4 AVC/H.264 High Profile / Level 4.2 For 3D Video", video),
    notShown("1.2.840.10008.1.2.4.105.1",
             "Fragmentable MPEG-4 AVC/H.264 High Profile / Level 4.2 For 3D Video", video),
    notShown("1.2.840.10008.1.2.4.106", "MPEG-4 AVC/H.264 Stereo High Profile / Level 4.2", video),
    notShown("1.2.840.10008.1.2.4.106.1", "Fragmentable MPEG-4 AVC/H.264 Stereo High Profile / Level 4.2",
             video),
    notShown("1.2.840.10008.1.2.4.107", "HEVC/H.265 Main Profile / Level 5.1", video),
    notShown("1.2.840.10008.1.2.4.108", "HEVC/H.265 Main 10 Profile / Level 5.1", video),
    notShown("1.2.840.10008.1.2.4.110", "JPEG XL Lossless", jpegXl, false),
    notShown("1.2.840.10008.1.2.4.111", "JPEG XL JPEG Recompression", jpegXl),
    notShown("1.2.840.10008.1.2.4.112", "JPEG XL", jpegXl),
    lossless("1.2.840.10008.1.2.4.201", "High-Throughput JPEG 2000 (Lossless Only)", "OpenJPEG",
             decodeJpeg2000),
    lossless("1.2.840.10008.1.2.4.202", "High-Throughput JPEG 2000 with RPCL Options (Lossless Only)",
             "OpenJPEG", decodeJpeg2000),
    lossy("1.2.840.10008.1.2.4.203", "High-Throughput JPEG 2000", "OpenJPEG", decodeJpeg2000),
    notShown("1.2.840.10008.1.2.4.204", "JPIP HTJ2K Referenced", network),
    notShown("1.2.840.10008.1.2.4.205", "JPIP HTJ2K Referenced Deflate", network),
    lossless("1.2.840.10008.1.2.5", "RLE Lossless", own, decodeRle, Framing::OneFragment),
    notShown("1.2.840.10008.1.2.6.1", "RFC 2557 MIME encapsulation (Retired)", noPixels, false),
    notShown("1.2.840.10008.1.2.6.2", "XML Encoding (Retired)", noPixels, false),
    notShown("1.2.840.10008.1.2.7.1", "SMPTE ST 2110-20 Uncompressed Progressive Active Video", network,
             false),
    notShown("1.2.840.10008.1.2.7.2", "SMPTE ST 2110-20 Uncompressed Interlaced Active Video", network,
             false),
    notShown("1.2.840.10008.1.2.7.3", "SMPTE ST 2110-30 PCM Digital Audio", noPixels, false),
    lossless("1.2.840.10008.1.2.8.1", "Deflated Image Frame Compression", "own, zlib", decodeDeflated,
             Framing::OneFragment),
};

constexpr auto rows = [] {
  std::array<TransferSyntaxRow, std::size(table)> all;
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = table[i].row;
  return all;
}();

}  // namespace

const SyntaxCodec* syntaxCodec(std::string_view uid) {
  const auto at = std::find_if(std::begin(table), std::end(table),
                               [uid](const SyntaxCodec& syntax) { return syntax.row.uid == uid; });
  return at == std::end(table) ? nullptr : &*at;
}

std::span<const TransferSyntaxRow> transferSyntaxes() { return rows; }

}  // namespace core
