// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/export/atomicfile.h"
#include "core/window/display.h"

namespace core {

/// A picture of a TIFF 6.0 file, uncompressed.
struct TiffPage {
  enum class Samples : std::uint16_t { Unsigned = 1, Signed = 2, Real = 3 };  ///< SampleFormat

  std::uint32_t columns = 0, rows = 0;
  std::uint16_t samples = 1;  ///< 1: grey, 3: red, green, blue
  std::uint16_t bits = 16;    ///< of a sample
  Samples format = Samples::Unsigned;
  bool isWhiteZero = false;  ///< low values are bright
  std::string description;   ///< ASCII: what the numbers are
  /// The size of a pixel in the patient: between columns, between rows, mm.
  std::optional<std::pair<double, double>> millimetres;
  std::vector<std::uint8_t> data;  ///< rows of samples, side by side, in the machine's (little) byte order

  std::uint64_t bytes() const;
};

/// Writes pages one after the other, so that only one is in memory. The file is there after commit().
class TiffWriter {
 public:
  TiffWriter(AtomicFile file, std::uint32_t pages) : m_file(std::move(file)), m_left(pages) {}

  /// Errors: TooLarge (a TIFF ends at 4 GB), those of AtomicFile, InvalidArgument (data and size disagree,
  /// more pages than announced).
  Status add(const TiffPage& page);
  /// InvalidArgument while pages are missing.
  Status commit();

 private:
  AtomicFile m_file;
  std::uint32_t m_left;
  std::uint64_t m_at = 0;
};

/// The numbers of a frame, none rounded or clamped; the description says which they are. Grey: the output of
/// the Modality LUT (HU of a CT) where it is whole and fits 16 bits, signed if need be; else the stored
/// values with the formula. Stored values of more than 16 bits or floats keep their size. Colour: red, green
/// and blue as stored; palette colour and YBR as shown.
Result<TiffPage> exactPage(const Frame& frame, const FrameDisplay& display);

}  // namespace core
