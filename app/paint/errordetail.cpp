// SPDX-License-Identifier: MIT
#include "app/paint/errordetail.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>
#include <optional>

namespace app {

namespace {

// What core says of files; %1 to %3 stand for what differs from one to another.
constexpr const char* forms[] = {
    QT_TRANSLATE_NOOP("ErrorDetail", "the header ends early"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the file ends before its data set"),
    QT_TRANSLATE_NOOP("ErrorDetail", "there is no data set"),
    QT_TRANSLATE_NOOP("ErrorDetail", "there is no data element"),
    QT_TRANSLATE_NOOP("ErrorDetail", "neither a SOP Instance UID nor an image"),
    QT_TRANSLATE_NOOP("ErrorDetail", "too many data elements"),
    QT_TRANSLATE_NOOP("ErrorDetail", "too many items"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the value of %1 is cut short"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the sequence %1 is cut short"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the fragments of %1 are damaged or not closed"),
    QT_TRANSLATE_NOOP("ErrorDetail", "no item where %1 should have one"),
    QT_TRANSLATE_NOOP("ErrorDetail", "bytes stand behind the delimiter of %1"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the data set is not deflate data"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the deflated data set expands past the limit"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the data set is implicit VR, its syntax says explicit"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the data set is explicit VR, its syntax says implicit"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the DICOMDIR names it"),
    QT_TRANSLATE_NOOP("ErrorDetail", "folders nested too deep"),
    QT_TRANSLATE_NOOP("ErrorDetail", "too many files at once"),
    QT_TRANSLATE_NOOP("ErrorDetail", "not a regular file"),
    QT_TRANSLATE_NOOP("ErrorDetail", "no central directory: the archive is cut short or no zip"),
    QT_TRANSLATE_NOOP("ErrorDetail", "a part of a split archive"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the central directory is out of bounds"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the central directory is cut short"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the central directory is damaged"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the entry is out of bounds"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the entry has no header"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the entry is cut short"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the entry's deflate data is damaged"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the entry holds more than it announces"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the entry cannot be opened"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the entry's data is damaged"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the entry's sizes contradict each other"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the entry's checksum is wrong"),
    QT_TRANSLATE_NOOP("ErrorDetail", "an archive inside the archive"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the entry overlaps another"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the entry expands past the limit"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the entry is a symbolic link"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the entry is encrypted"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the entry's name leads out of the archive"),
    QT_TRANSLATE_NOOP("ErrorDetail", "compression method %1 is not supported"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the archive's entries together are past the limit"),
    QT_TRANSLATE_NOOP("ErrorDetail", "too many entries"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the archive has changed"),
    QT_TRANSLATE_NOOP("ErrorDetail", "%1 (not shown: no video decoder)"),
    QT_TRANSLATE_NOOP("ErrorDetail", "%1 (not shown: no JPEG XL decoder)"),
    QT_TRANSLATE_NOOP("ErrorDetail", "%1 (not shown: retired, no decoder known)"),
    QT_TRANSLATE_NOOP("ErrorDetail", "%1 (not shown: pixels are fetched from a server)"),
    QT_TRANSLATE_NOOP("ErrorDetail", "%1 (not shown: holds no pixel data)"),
    QT_TRANSLATE_NOOP("ErrorDetail",
                      "%1 (not shown: multi-component transforms of JPEG 2000 part 2 are not verified)"),
    QT_TRANSLATE_NOOP("ErrorDetail", "Rows or Columns is missing or 0"),
    QT_TRANSLATE_NOOP("ErrorDetail", "Number of Frames is %1"),
    QT_TRANSLATE_NOOP("ErrorDetail", "frame %1 needs %2 bytes of pixel data, %3 are there"),
    QT_TRANSLATE_NOOP("ErrorDetail", "frame %1 is empty"),
    QT_TRANSLATE_NOOP("ErrorDetail", "frame %1 has no fragment"),
    QT_TRANSLATE_NOOP("ErrorDetail", "frame %1 is cut short"),
    QT_TRANSLATE_NOOP("ErrorDetail", "frame %1 of %2"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the pixel data is empty"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the pixel data element does not fit Bits Allocated"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the transfer syntax is compressed, the pixel data is not"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the pixel data is in fragments, the transfer syntax is native"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the frame needs %1 bytes, fewer are there"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the frame holds fewer samples than pixels"),
    QT_TRANSLATE_NOOP("ErrorDetail", "no memory for the picture"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the palette is missing or broken"),
    QT_TRANSLATE_NOOP("ErrorDetail", "%1: the compressed data is damaged"),
    QT_TRANSLATE_NOOP("ErrorDetail", "%1: a Huffman table with impossible categories"),
    QT_TRANSLATE_NOOP("ErrorDetail", "%1: the stream ends too early"),
    QT_TRANSLATE_NOOP("ErrorDetail", "%1: the stream ends before its last scan"),
    QT_TRANSLATE_NOOP("ErrorDetail", "%1: the codestream is damaged"),
    QT_TRANSLATE_NOOP("ErrorDetail", "%1: no start of image"),
    QT_TRANSLATE_NOOP("ErrorDetail", "%1: no frame header and scan"),
    QT_TRANSLATE_NOOP("ErrorDetail", "%1: the decoder gave up"),
    QT_TRANSLATE_NOOP("ErrorDetail", "%1: the stream is %2, the data set says %3"),
    QT_TRANSLATE_NOOP("ErrorDetail", "%1: segment %2 ends before its last pixel"),
    QT_TRANSLATE_NOOP("ErrorDetail", "%1: segment %2 lies outside the frame"),
    QT_TRANSLATE_NOOP("ErrorDetail", "a broken Modality LUT is ignored"),
    QT_TRANSLATE_NOOP("ErrorDetail", "a Rescale Slope of 0 is ignored"),
    QT_TRANSLATE_NOOP("ErrorDetail", "a window without a positive width is ignored"),
    QT_TRANSLATE_NOOP("ErrorDetail", "a broken VOI LUT is ignored"),
    QT_TRANSLATE_NOOP("ErrorDetail", "an overlay without a size or with too little data is left out"),
    QT_TRANSLATE_NOOP("ErrorDetail", "a broken %1 shutter is ignored"),
    QT_TRANSLATE_NOOP("ErrorDetail", "neither a PNG nor a JPEG nor a TIFF"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the picture has no pixels"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the picture is too large: %1 x %2 pixels"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the picture is too large for its 16 bits a sample"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the PNG has no header"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the PNG is damaged"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the JPEG is damaged: %1"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the JPEG is neither grey nor RGB"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the TIFF is damaged"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the TIFF has too many pages"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the pages of the TIFF are too large together"),
    QT_TRANSLATE_NOOP("ErrorDetail", "a TIFF of a kind that is not read"),
    QT_TRANSLATE_NOOP("ErrorDetail", "a TIFF of signed or floating point samples"),
    QT_TRANSLATE_NOOP("ErrorDetail", "a tiled TIFF of 16 bits"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the pictures are too large together"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the frames of one instance must have one size and kind"),
    QT_TRANSLATE_NOOP("ErrorDetail", "a PDF cannot be written in a syntax that compresses pixels"),
    QT_TRANSLATE_NOOP("ErrorDetail", "JPEG Baseline holds unsigned samples of 8 bits only"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the parent has no valid Study Instance UID"),
    QT_TRANSLATE_NOOP("ErrorDetail", "texts of the parent are not in its character set"),
    QT_TRANSLATE_NOOP("ErrorDetail", "a rectangle lies outside the image"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the frames are not alike"),
    QT_TRANSLATE_NOOP("ErrorDetail", "these colours cannot be written again"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the uncompressed frames together"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the secret is shorter than 16 bytes"),
    QT_TRANSLATE_NOOP("ErrorDetail", "%1: a frame above 4 GB"),
    QT_TRANSLATE_NOOP("ErrorDetail", "32-bit cells in big endian words whose order cannot be told"),
    QT_TRANSLATE_NOOP("ErrorDetail", "YBR_PARTIAL_420 without a codec"),
    QT_TRANSLATE_NOOP("ErrorDetail", "4:2:2 chroma with an odd number of columns"),
    QT_TRANSLATE_NOOP("ErrorDetail", "%1: no memory"),
    QT_TRANSLATE_NOOP("ErrorDetail", "%1: the frame cannot be encoded"),
    QT_TRANSLATE_NOOP("ErrorDetail", "%1: cells of %2 bits"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the quota is used up"),
    QT_TRANSLATE_NOOP("ErrorDetail", "a file may not be that large there"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the disk is read-only"),
    QT_TRANSLATE_NOOP("ErrorDetail", "a file of that name exists"),
    QT_TRANSLATE_NOOP("ErrorDetail", "a folder of that name exists"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the name is too long"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the disk reports an error"),
    QT_TRANSLATE_NOOP("ErrorDetail", "system error %1"),
    QT_TRANSLATE_NOOP("ErrorDetail", "no file name"),
    QT_TRANSLATE_NOOP("ErrorDetail", "it is the original"),
    QT_TRANSLATE_NOOP("ErrorDetail", "no memory to compress"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the picture has another size"),
    QT_TRANSLATE_NOOP("ErrorDetail", "no images"),
    QT_TRANSLATE_NOOP("ErrorDetail", "no image"),
    QT_TRANSLATE_NOOP("ErrorDetail", "a side is too long for a JPEG"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the picture is too large for a PNG"),
    QT_TRANSLATE_NOOP("ErrorDetail", "a TIFF holds at most 4 GB"),
    QT_TRANSLATE_NOOP("ErrorDetail", "no such entry"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the VR of %1 is none that there is"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the character set in force cannot hold the text"),
    QT_TRANSLATE_NOOP("ErrorDetail", "the number is out of the range of %1"),
    QT_TRANSLATE_NOOP("ErrorDetail", "sequences are nested too deeply"),
    QT_TRANSLATE_NOOP("ErrorDetail", "a value is longer than 32 bits can say"),
};

/// What stands in the places of a form, or nothing when the text has another one.
std::optional<QStringList> places(const QString& form, const QString& text) {
  static const QRegularExpression place(QStringLiteral("%[1-3]"));
  if (!form.contains(QLatin1Char('%'))) return form == text ? std::optional(QStringList()) : std::nullopt;
  QStringList parts = form.split(place);
  for (QString& part : parts) part = QRegularExpression::escape(part);
  const QRegularExpression whole(QRegularExpression::anchoredPattern(parts.join(QStringLiteral("(.+)"))));
  const auto match = whole.match(text);
  return match.hasMatch() ? std::optional(match.capturedTexts().mid(1)) : std::nullopt;
}

/// All at once: what is put in may have a "%2" of its own.
QString filled(const QString& form, const QStringList& texts) {
  switch (texts.size()) {
    case 0:
      return form;
    case 1:
      return form.arg(texts[0]);
    case 2:
      return form.arg(texts[0], texts[1]);
    default:
      return form.arg(texts[0], texts[1], texts[2]);
  }
}

}  // namespace

QString detailText(const std::string& detail) {
  const QString text = QString::fromStdString(detail);
  for (const char* form : forms) {
    const auto found = places(QString::fromLatin1(form), text);
    if (!found) continue;
    return filled(QCoreApplication::translate("ErrorDetail", form), *found);
  }
  return text;
}

}  // namespace app
