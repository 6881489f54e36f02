// SPDX-License-Identifier: MIT
#include "core/create/colourprofile.h"

#include "core/base/limits.h"
#include "core/create/readpicture.h"

namespace core {

namespace {

/// ICC.1 7.2: the header of every profile.
constexpr std::size_t headerBytes = 128;
constexpr std::size_t classAt = 12, coloursAt = 16, connectionAt = 20, signatureAt = 36, checksumAt = 84,
                      checksumBytes = 16;

std::string_view wordAt(ByteView profile, std::size_t at) { return asText(profile.subspan(at, 4)); }

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool isUsable(ByteView profile) {
  if (profile.size() < headerBytes || profile.size() > limits::profileBytes) return false;
  return load32(profile.data(), ByteOrder::Big) == profile.size() && wordAt(profile, signatureAt) == "acsp" &&
         isOneOf(wordAt(profile, classAt), {"scnr", "mntr", "spac"}) &&
         wordAt(profile, coloursAt) == "RGB " && isOneOf(wordAt(profile, connectionAt), {"XYZ ", "Lab "});
}

/// The checksum covers the class: a profile may do without one, as zeroes.
void makeInput(std::vector<std::uint8_t>& profile) {
  if (wordAt(profile, classAt) == "scnr") return;
  std::memcpy(profile.data() + classAt, "scnr", 4);
  std::memset(profile.data() + checksumAt, 0, checksumBytes);
}

}  // namespace

void takeProfile(Picture& picture, ByteView profile) {
  if (picture.format.samples != 3 || profile.empty()) return;
  if (!isUsable(profile)) return addDerivation(picture, "Colour profile left out: none of RGB.");
  picture.profile.assign(profile.begin(), profile.end());
  makeInput(picture.profile);
}

}  // namespace core
