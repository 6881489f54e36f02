// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/write/editset.h"

namespace core {

/// Pixels that contradict the transfer syntax (native where compressed ones belong, or the other way round).
enum class PixelCheck {
  Refuse,
  Leave,  ///< the file that is written anew had them so
};

struct WriteOptions {
  /// Any UID; how the elements are written follows from it (encodingOf). The pixels are written as they are:
  /// who changes their compression puts them in first.
  std::string transferSyntax = std::string(uid::ExplicitLittle);
  /// For group 0002 of a data set that has no SOP Class and Instance UID of its own, as a DICOMDIR.
  std::string sopClass = {};
  std::string sopInstance = {};
  PixelCheck pixels = PixelCheck::Refuse;

  /// To write a file's data set as the file was.
  static WriteOptions like(const DicomFile& file);
};

/// A Part 10 file (PS3.10 7): preamble, a new group 0002, the data set with tags ascending, explicit lengths,
/// even lengths with the padding of the VR. A value that its VR's 16-bit length cannot say, and a VR that the
/// standard does not know, are written as UN (PS3.5 6.2.2). A private sequence in implicit VR has an
/// undefined length, else no reader could tell that it is one. Errors: InvalidArgument (native pixels in a
/// compressed syntax or the other way round), NestedTooDeep, TooLarge (a length that 32 bits cannot say).
Result<std::vector<std::uint8_t>> writeFile(const EditSet& set, const WriteOptions& options = {});

/// The elements alone; not deflated. Errors as above.
Result<std::vector<std::uint8_t>> writeDataSet(const EditSet& set, const Encoding& encoding);

/// Whether the Pixel Data of a syntax are native (PS3.5 A.1 to A.3, A.5): all others are encapsulated.
bool isNativeSyntax(std::string_view transferSyntax);

}  // namespace core
