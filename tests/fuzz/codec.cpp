// SPDX-License-Identifier: MIT
// One frame of one codec (DICOMAESTRO_CODEC names it): four bytes choose its syntax and the image, the rest
// is its codestream. Decoding it twice must give the same answer.
#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "core/decode/framereader.h"
#include "core/parse/tags.h"
#include "tests/support/dicombuilder.h"
#include "tests/support/knownleaks.h"

namespace {

using namespace core;

struct Codec {
  std::string_view name;
  const char* syntaxes[3];
};
constexpr Codec codecs[] = {
    {"rle", {"1.2.840.10008.1.2.5"}},
    {"jpeg", {"1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51", "1.2.840.10008.1.2.4.55"}},
    {"jpeg-lossless", {"1.2.840.10008.1.2.4.57", "1.2.840.10008.1.2.4.70"}},
    {"jpeg-ls", {"1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.81"}},
    {"jpeg2000", {"1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.91"}},
    {"high-throughput", {"1.2.840.10008.1.2.4.201", "1.2.840.10008.1.2.4.203"}},
    {"deflated", {"1.2.840.10008.1.2.8.1"}},
};
constexpr const Codec* codec = std::ranges::find(codecs, DICOMAESTRO_CODEC, &Codec::name);
static_assert(codec != std::end(codecs));
constexpr std::uint16_t depths[][3] = {{8, 8, 1}, {16, 12, 1}, {16, 16, 1},
                                       {8, 8, 3}, {32, 32, 1}, {1, 1, 1}};

Result<FramePtr> decoded(const std::uint8_t* choice, ByteView stream) {
  const auto& depth = depths[choice[1] % std::size(depths)];
  const char* photometric = depth[2] == 3 ? "RGB" : "MONOCHROME2";
  const auto rows = static_cast<std::uint16_t>(1 + choice[2] % 64);
  const auto columns = static_cast<std::uint16_t>(1 + choice[3] % 64);
  tests::DicomBuilder builder;
  builder.identity().image(rows, columns, depth[0], depth[1], choice[0] >> 7, photometric, depth[2]);
  builder.fragments({{stream.begin(), stream.end()}});
  const char* chosen = codec->syntaxes[(choice[0] & 127) % 3];
  auto file = DicomFile::parse(tests::bufferOf(builder.file(chosen ? chosen : codec->syntaxes[0])));
  if (!file) return file.error();
  auto reader = FrameReader::open(std::make_shared<const DicomFile>(std::move(*file)));
  if (!reader) return reader.error();
  return (*reader)->frame(0, choice[1] >> 6);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 4 || size > 1 << 16) return 0;
  const ByteView stream(data + 4, size - 4);
  const auto first = decoded(data, stream);
  const auto second = decoded(data, stream);
  if (first.ok() != second.ok()) std::abort();
  if (first && (*first)->data != (*second)->data) std::abort();
  return 0;
}
