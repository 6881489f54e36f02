// SPDX-License-Identifier: MIT
// Every text of a whole file: the read answer and the DICOM JSON are JSON, and what people see is UTF-8
// within its limit.
#include <QByteArray>
#include <QJsonDocument>
#include <QString>
#include <cstdlib>

#include "core/text/display.h"
#include "core/text/readanswer.h"
#include "tests/support/dicombuilder.h"

namespace {

using namespace core;

constexpr std::size_t mostCharacters = 40;

void checkJson(const std::string& answer) {
  QJsonParseError error;
  QJsonDocument::fromJson(QByteArray::fromRawData(answer.data(), static_cast<qsizetype>(answer.size())),
                          &error);
  if (error.error != QJsonParseError::NoError) std::abort();
}

void checkText(const std::string& text) {
  if (!QByteArray::fromStdString(text).isValidUtf8()) std::abort();
}

void checkForPeople(const DataSet& dataSet) {
  for (const Element& element : dataSet.elements()) {
    const std::string shown = displayValue(dataSet, element, mostCharacters);
    checkText(shown);
    if (QString::fromStdString(shown).toUcs4().size() > static_cast<qsizetype>(mostCharacters)) std::abort();
    checkText(displayVr(dataSet, element));
    checkText(textValue(dataSet, element.tag));
    checkText(personNameForDisplay(firstTextValue(dataSet, element.tag)));
    for (const DataSet& item : element.items) checkForPeople(item);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > 1 << 16) return 0;
  const auto file = DicomFile::parse(tests::bufferOf({data, data + size}));
  if (!file) return 0;
  checkJson(readAnswer(*file, {}));
  checkJson(readAnswer(*file, {{}, PixelDataText::Omit, ReadFormat::DicomJson}));
  checkForPeople(file->dataSet());
  return 0;
}
