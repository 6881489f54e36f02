// SPDX-License-Identifier: MIT
#include "core/window/texts.h"

#include <QStringDecoder>

namespace core {

namespace {

std::string utf8(std::string_view text) {
  QStringDecoder decoder(QStringDecoder::Utf8);
  decoder.decode(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
  std::string result(text);
  if (decoder.hasError())
    std::replace_if(
        result.begin(), result.end(), [](char c) { return (c & 0x80) != 0; }, '?');
  return result;
}

}  // namespace

std::string peoplesText(const DataSet& dataSet, Tag tag) { return utf8(dataSet.text(tag)); }

std::string peoplesText(const DataSet& dataSet, Tag tag, std::size_t index) {
  return utf8(dataSet.text(tag, index));
}

}  // namespace core
