// SPDX-License-Identifier: MIT
#include "core/conformance/statement.h"

#include "core/base/limits.h"
#include "core/conformance/storageclasses.h"
#include "core/create/iods.h"
#include "core/decode/framereader.h"
#include "core/encode/encoders.h"
#include "core/text/charset.h"
#include "core/write/metaheader.h"

namespace core {

namespace {

using charset::Coding;

constexpr std::string_view head = R"(# Conformance statement

Made by `dicomaestro-cli conformance` from the tables that the program works by; a test holds both equal.

DICOMaestro reads DICOM files (PS3.10), bare data sets, zip archives and file-sets with a DICOMDIR, in place. It has
no network service of DICOM (no association, no DICOMweb): nothing is sent and nothing is fetched. The local API
takes and gives files and JSON; its DICOM JSON is that of PS3.18 F.2. It is not a medical device.

)";

constexpr std::string_view storageHead = R"(## Storage classes

What is shown follows from the instance alone: whatever has Pixel Data, Float Pixel Data or Double Float Pixel Data
is drawn, also of private and unknown classes. Of all other instances the elements are shown.

| SOP class | Name | Pixels |
|---|---|---|
)";

constexpr std::string_view syntaxHead = R"(
## Transfer syntaxes

What is not shown says so by name, never with a black or wrong picture; its elements are read all the same.

| UID | Name | Shown | By |
|---|---|---|---|
)";

constexpr std::string_view writtenHead = R"(
## Files that are made

Of pictures (PNG, JPEG, TIFF: grey of 8 or 16 bits, colour of 8) and PDF documents, with patient and study from tags or
a parent. Texts are ASCII or ISO_IR 192; new UIDs are under 2.25. The ICC profile of a colour picture is carried as one of
an input device; a JPEG of the baseline process keeps its coded bits where JPEG Baseline is asked for.

| SOP class | Name |
|---|---|
)";

constexpr std::string_view encoderHead = R"(
| Transfer syntax | Name | Photometric Interpretation of colour | Lossy |
|---|---|---|---|
)";

constexpr std::string_view characterHead = R"(
## Character sets

Specific Character Set (0008,0005), PS3.3 C.12.1.1.2, with code extensions (PS3.5 6.1.2.5). An unknown term is taken
for the default repertoire with Latin-1 in its upper half; a byte that is no character becomes U+FFFD: a wrongly
declared set never loses an element.

| Term | Characters |
|---|---|
)";

constexpr std::string_view limitHead = R"(
## Limits

Checked before memory is asked for; what is past one is refused with its reason.

| What | At most |
|---|---|
)";

std::string_view nameOf(Coding coding) {
  switch (coding) {
    case Coding::Latin1:
      return "Latin alphabet No. 1 (ISO 8859-1), the default repertoire in it";
    case Coding::Latin2:
      return "Latin alphabet No. 2 (ISO 8859-2)";
    case Coding::Latin3:
      return "Latin alphabet No. 3 (ISO 8859-3)";
    case Coding::Latin4:
      return "Latin alphabet No. 4 (ISO 8859-4)";
    case Coding::Latin5:
      return "Latin alphabet No. 5 (ISO 8859-9)";
    case Coding::Cyrillic:
      return "Cyrillic (ISO 8859-5)";
    case Coding::Arabic:
      return "Arabic (ISO 8859-6)";
    case Coding::Greek:
      return "Greek (ISO 8859-7)";
    case Coding::Hebrew:
      return "Hebrew (ISO 8859-8)";
    case Coding::Thai:
      return "Thai (TIS 620)";
    case Coding::ShiftJis:
      return "Japanese (JIS X 0201)";
    case Coding::Jis0208:
      return "Japanese (JIS X 0208)";
    case Coding::Jis0212:
      return "Japanese (JIS X 0212)";
    case Coding::Korean:
      return "Korean (KS X 1001)";
    case Coding::Gb2312:
      return "Simplified Chinese (GB 2312)";
    case Coding::Gbk:
      return "Chinese (GBK)";
    case Coding::Gb18030:
      return "Chinese (GB 18030)";
    case Coding::Utf8:
      return "Unicode (UTF-8)";
  }
  return "";
}

struct LimitRow {
  std::string_view what;
  std::uint64_t most;
};

/// Every limit of limits.h, in its order.
constexpr LimitRow limitRows[] = {
    {"levels of sequences", limits::nesting},
    {"bytes of a deflated data set, inflated", limits::inflatedDataSet},
    {"inflated bytes a deflated byte, of a data set", limits::deflateRatio},
    {"bytes up to which that ratio is not asked", limits::deflateSlack},
    {"bytes of a decoded frame", limits::frameBytes},
    {"tiles of a JPEG 2000 stream", limits::jpeg2000Tiles},
    {"frames of an object", limits::framesPerObject},
    {"data elements of a file, nested ones included", limits::elementsPerFile},
    {"entries of a zip archive", limits::zipEntries},
    {"bytes of all entries of an archive, inflated", limits::zipTotal},
    {"inflated bytes a deflated byte, of an entry", limits::zipRatio},
    {"bytes of an answer of the API", limits::answerBytes},
    {"bytes of a decoded frame in it", limits::answerFrameBytes},
    {"samples decoded for it", limits::answerSamples},
    {"seconds after which no further frame is begun for it", limits::answerSeconds},
    {"pixels of a picture that becomes an instance", limits::picturePixels},
    {"bytes of all such pictures of a request, decoded", limits::pictureBytes},
    {"pages of such a TIFF", limits::picturePages},
    {"bytes of the ICC profile of such a picture", limits::profileBytes},
    {"contents of a request for new instances", limits::contentsPerRequest},
    {"data elements given in it", limits::elementsPerRequest},
    {"files of one opening", limits::filesPerOpen},
    {"levels of folders", limits::folderDepth},
};

std::string grouped(std::uint64_t value) {
  std::string text = std::to_string(value);
  for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, 1, ',');
  return text;
}

/// A row of a table: its cells between bars.
template <class... Cells>
void appendRow(std::string& out, const Cells&... cells) {
  out += '|';
  ((out.append(" ").append(cells).append(" |")), ...);
  out += '\n';
}

void appendStorageClasses(std::string& out) {
  out += storageHead;
  for (const StorageClass& row : storageClasses())
    appendRow(out, row.uid->value, row.uid->name, row.kind == StorageKind::Image ? "shown" : "no pixels");
}

void appendSyntaxes(std::string& out) {
  out += syntaxHead;
  for (const TransferSyntaxRow& row : transferSyntaxes())
    appendRow(out, row.uid, row.name, row.isShown ? "yes" : "no", row.by);
}

void appendWritten(std::string& out) {
  out += writtenHead;
  for (const std::string_view sopClass : createdClasses()) appendRow(out, sopClass, uidName(sopClass));
  out += encoderHead;
  for (const SyntaxEncoder& row : syntaxEncoders())
    appendRow(out, row.uid, uidName(row.uid), row.colour, row.lossyMethod.empty() ? "no" : "yes");
}

void appendCharacterSets(std::string& out) {
  out += characterHead;
  std::string others;
  for (const CharacterSetTerm& row : characterSetTerms()) {
    if (row.isDefined)
      appendRow(out, row.term, nameOf(row.coding));
    else
      others.append(others.empty() ? "" : ", ").append(row.term);
  }
  out.append("\nNames that are no defined terms and are understood all the same: ")
      .append(others)
      .append(".\n");
}

void appendLimits(std::string& out) {
  out += limitHead;
  for (const LimitRow& row : limitRows) appendRow(out, row.what, grouped(row.most));
}

}  // namespace

std::string conformanceStatement() {
  std::string out(head);
  out.append("Data elements, UIDs and their names are those of PS3.6 ")
      .append(dicomVersion())
      .append(".\n\n");
  out.append("Files that are written name the Implementation Class UID ")
      .append(implementationClassUid)
      .append(".\n\n");
  appendStorageClasses(out);
  appendSyntaxes(out);
  appendWritten(out);
  appendCharacterSets(out);
  appendLimits(out);
  return out;
}

}  // namespace core
