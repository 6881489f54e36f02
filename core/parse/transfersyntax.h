// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "core/base/bytes.h"

namespace core {

/// How the elements of a data set are written (PS3.5 Annex A). How frames are compressed is decode/'s table.
struct Encoding {
  bool explicitVr = true;
  ByteOrder order = ByteOrder::Little;
  bool deflated = false;
};

namespace uid {
inline constexpr std::string_view ImplicitLittle = "1.2.840.10008.1.2";
inline constexpr std::string_view ExplicitLittle = "1.2.840.10008.1.2.1";
inline constexpr std::string_view ExplicitBig = "1.2.840.10008.1.2.2";
inline constexpr std::string_view Deflated = "1.2.840.10008.1.2.1.99";
inline constexpr std::string_view DicomDir = "1.2.840.10008.1.3.10";
}  // namespace uid

/// Every syntax but the four above is explicit little endian (PS3.5 A.4), unknown and private ones too.
Encoding encodingOf(std::string_view transferSyntaxUid);

}  // namespace core
