// SPDX-License-Identifier: MIT
#include "core/parse/dicomfile.h"

#include "core/base/limits.h"
#include "core/parse/inflate.h"
#include "core/parse/parser.h"
#include "core/parse/tags.h"

namespace core {

namespace {

constexpr std::size_t preambleSize = 128;
constexpr std::size_t scanInflate = 256 * 1024;  ///< enough of a deflated header in nearly every file

bool hasPreamble(ByteView bytes) {
  return bytes.size() >= preambleSize + 4 && asText(bytes.subspan(preambleSize, 4)) == "DICM";
}

/// Where the meta header may start: behind "DICM", or at once when somebody cut the preamble off.
std::size_t metaStart(ByteView bytes) {
  if (hasPreamble(bytes)) return preambleSize + 4;
  if (bytes.size() >= 4 && asText(bytes.first(4)) == "DICM") return 4;
  return 0;
}

/// What a data set without a Transfer Syntax UID is written in, by the look of its first element.
std::string guessedSyntax(ByteView bytes, std::size_t position) {
  if (Parser::looksImplicit(bytes, position)) return std::string(uid::ImplicitLittle);
  const bool big = load16(bytes.data() + position, ByteOrder::Little) >= 0x0400;
  return std::string(big ? uid::ExplicitBig : uid::ExplicitLittle);
}

/// A bare data set begins in a group that data sets begin in; anything else is not DICOM.
bool mayBeBareDataSet(ByteView bytes) {
  if (bytes.size() < 16) return false;
  const std::uint16_t little = load16(bytes.data(), ByteOrder::Little);
  const std::uint16_t big = load16(bytes.data(), ByteOrder::Big);
  return little == 0x0008 || little == 0x0002 || big == 0x0008;
}

constexpr std::size_t mostKept = 64u << 20;

/// Everything but the pixel data, so that what is read of the file later (texts, spacings) is what it was
/// now.
void keepHeader(const Buffer& buffer, const DataSet& dataSet) {
  const ByteView all = buffer.view();
  std::size_t begin = all.size();
  std::size_t end = all.size();
  for (const Tag tag : {tags::FloatPixelData, tags::DoubleFloatPixelData, tags::PixelData}) {
    const Element* element = dataSet.find(tag);
    if (!element || element->value.empty()) continue;
    const auto first = static_cast<std::size_t>(element->value.data() - all.data());
    if (begin == all.size()) begin = first;
    end = first + element->value.size();
  }
  if (begin > mostKept || all.size() - end > mostKept) return;
  buffer.keep(0, begin);
  buffer.keep(end, all.size() - end);
}

/// An element that every instance or directory has: proof that bytes without a header are a data set.
bool isPlausible(const DataSet& dataSet) {
  for (const Tag tag : {tags::SOPClassUID, tags::SOPInstanceUID, tags::StudyInstanceUID,
                        tags::SeriesInstanceUID, tags::Modality, tags::Rows, tags::DirectoryRecordSequence})
    if (dataSet.hasValue(tag)) return true;
  return false;
}

}  // namespace

Result<DicomFile> DicomFile::parse(BufferPtr source, ReadTo readTo) {
  auto file = parseBytes(source, readTo);
  if (file && readTo == ReadTo::End)
    keepHeader(*source, file->m_bytes == source ? file->dataSet() : DataSet());
  if (!source->isIntact()) return {ErrorCode::FileUnreadable, std::string(bytesWentAway)};
  return file;
}

Result<DicomFile> DicomFile::parseBytes(BufferPtr source, ReadTo readTo) {
  const ByteView bytes = source->view();
  DicomFile file;
  file.m_source = source;
  file.m_tree = std::make_unique<Tree>();
  file.m_isPart10 = hasPreamble(bytes);
  const std::size_t start = metaStart(bytes);
  if (!file.m_isPart10 && start == 0 && !mayBeBareDataSet(bytes)) return ErrorCode::NotDicom;

  Parser metaParser(bytes, readTo);
  auto metaEnd = metaParser.readMeta(file.m_tree->meta, start);
  if (!metaEnd) return metaEnd.error();
  const std::size_t position = *metaEnd;
  if (position + 8 > bytes.size()) {
    if (!file.m_isPart10) return {ErrorCode::Truncated, "there is no data set"};
    file.m_bytes = std::move(source);
    file.m_truncated = true;
    file.m_warnings.emplace_back("the file ends before its data set");
    return file;
  }

  file.m_transferSyntax = std::string(file.m_tree->meta.text(tags::TransferSyntaxUID, 0));
  if (file.m_transferSyntax.empty()) file.m_transferSyntax = guessedSyntax(bytes, position);
  file.m_encoding = encodingOf(file.m_transferSyntax);
  file.m_warnings = std::move(metaParser.warnings());

  const auto readFrom = [&file, readTo](BufferPtr from, std::size_t at) -> Status {
    file.m_bytes = std::move(from);
    file.m_tree->dataSet = DataSet();
    Parser parser(file.m_bytes->view(), readTo);
    Status status =
        parser.readDataSet(file.m_tree->dataSet, at, {file.m_encoding.explicitVr, file.m_encoding.order});
    file.m_hasPixelData = parser.hasPixelData();
    file.m_truncated = parser.isTruncated();
    std::move(parser.warnings().begin(), parser.warnings().end(), std::back_inserter(file.m_warnings));
    return status;
  };
  Status status = Done{};
  if (!file.m_encoding.deflated) {
    status = readFrom(source, position);
  } else {
    const std::uint64_t whole = ~std::uint64_t{0};
    for (std::uint64_t stopAt = readTo == ReadTo::PixelData ? scanInflate : whole;; stopAt = whole) {
      auto inflated = inflateRaw(bytes.subspan(position), limits::inflatedDataSet, stopAt);
      if (!inflated) return inflated.error();
      status = readFrom(*inflated, 0);
      if (stopAt == whole || file.m_hasPixelData || !file.m_truncated) break;
    }
  }
  if (!status) return status.error();
  if (file.m_tree->dataSet.elements().empty()) return {ErrorCode::Malformed, "there is no data element"};
  if (!file.m_isPart10 && !isPlausible(file.m_tree->dataSet)) return ErrorCode::NotDicom;
  return file;
}

}  // namespace core
