// SPDX-License-Identifier: MIT
#include "core/create/iods.h"

#include "core/create/normalise.h"
#include "core/dictionary/dictionary.h"
#include "core/encode/encapsulate.h"
#include "core/encode/encoders.h"
#include "core/parse/tags.h"
#include "core/write/writer.h"

namespace core {

namespace {

constexpr Tag pageNumberVector{0x0018, 0x2001};
constexpr Tag conversionType{0x0008, 0x0064};
constexpr Tag derivationDescription{0x0008, 0x2111};
constexpr Tag lossyMethod{0x0028, 0x2114};
constexpr Tag iccProfile{0x0028, 0x2000};

struct Default {
  Tag tag;
  std::string_view text;  ///< "": type 2
};

/// Patient, General Study, General Series, General Equipment, General Image.
constexpr Default common[] = {
    {tags::PatientName, ""},  {tags::PatientID, ""},       {tags::PatientBirthDate, ""},
    {tags::PatientSex, ""},   {tags::StudyDate, ""},       {tags::StudyTime, ""},
    {{0x0008, 0x0090}, ""},  // ReferringPhysicianName
    {tags::StudyID, ""},      {tags::AccessionNumber, ""}, {tags::SeriesNumber, "1"},
    {tags::Manufacturer, ""}, {conversionType, "WSD"},
};
constexpr Default ofPicture[] = {
    {tags::Modality, "OT"},
    {tags::ImageType, "DERIVED\\SECONDARY"},
    {tags::PatientOrientation, ""},
    {{0x0018, 0x1016}, "DICOMaestro"},        // SecondaryCaptureDeviceManufacturer
    {{0x0018, 0x1019}, DICOMAESTRO_VERSION},  // SecondaryCaptureDeviceSoftwareVersions
};
/// SC Multi-frame Image, and for grey its identity transform.
constexpr Default ofFrames[] = {{tags::BurnedInAnnotation, "YES"}};
constexpr Default ofGreyFrames[] = {{tags::RescaleIntercept, "0"},
                                    {tags::RescaleSlope, "1"},
                                    {tags::RescaleType, "US"},
                                    {tags::PresentationLUTShape, "IDENTITY"}};
constexpr Default ofDocument[] = {
    {tags::Modality, "DOC"},
    {tags::AcquisitionDateTime, ""},
    {tags::BurnedInAnnotation, "YES"},
    {{0x0042, 0x0010}, ""},  // DocumentTitle
    {{0x0042, 0x0012}, "application/pdf"},
};

constexpr Tag required[] = {tags::Modality,           conversionType,         tags::SeriesNumber,
                            tags::InstanceNumber,     tags::SOPInstanceUID,   tags::StudyInstanceUID,
                            tags::BurnedInAnnotation, tags::SeriesInstanceUID};

constexpr std::string_view secondaryCapture = "1.2.840.10008.5.1.4.1.1.7";
constexpr std::string_view greyByteFrames = "1.2.840.10008.5.1.4.1.1.7.2";
constexpr std::string_view greyWordFrames = "1.2.840.10008.5.1.4.1.1.7.3";
constexpr std::string_view colourFrames = "1.2.840.10008.5.1.4.1.1.7.4";
constexpr std::string_view encapsulatedPdf = "1.2.840.10008.5.1.4.1.1.104.1";

void put(EditSet& set, Tag tag, Vr vr, std::string_view text) { set.setBytes(tag, vr, HeldBytes(text)); }

void putDefault(EditSet& set, Tag tag, std::string_view text) {
  const DictionaryEntry* entry = findEntry(tag);
  if (!set.has(tag)) put(set, tag, vrFrom(entry->vr[0], entry->vr[1]), text);
}

template <std::size_t size>
void putDefaults(EditSet& set, const Default (&defaults)[size]) {
  for (const Default& row : defaults) putDefault(set, row.tag, row.text);
}

void putNow(EditSet& set, Tag date, Tag time, const QDateTime& now) {
  if (set.has(date) || set.has(time)) {
    putDefault(set, date, "");
    return putDefault(set, time, "");
  }
  putDefault(set, date, now.toString(QStringLiteral("yyyyMMdd")).toStdString());
  putDefault(set, time, now.toString(QStringLiteral("HHmmss")).toStdString());
}

void putNumber(EditSet& set, Tag tag, std::int64_t value, Vr vr = Vr::US) {
  const Status done = set.setIntegers(tag, vr, {value});
  assert(done.ok());
}

/// One more value behind those that are there.
void appendValue(std::string& values, const std::string& value) {
  if (!values.empty()) values.push_back('\\');
  values.append(value);
}

std::string_view classOf(const std::vector<Picture>& frames) {
  if (frames.size() == 1) return secondaryCapture;
  if (frames.front().format.samples == 3) return colourFrames;
  return frames.front().format.bitsAllocated == 8 ? greyByteFrames : greyWordFrames;
}

/// Multi-frame and Cine modules: by time when the request says one, else page by page.
void putFrames(EditSet& set, std::size_t count) {
  put(set, tags::NumberOfFrames, Vr::IS, std::to_string(count));
  if (set.has(tags::FrameTime)) return set.setTags(tags::FrameIncrementPointer, {tags::FrameTime});
  std::string pages;
  for (std::size_t i = 1; i <= count; ++i) appendValue(pages, std::to_string(i));
  put(set, pageNumberVector, Vr::IS, pages);
  set.setTags(tags::FrameIncrementPointer, {pageNumberVector});
}

void describePixels(EditSet& set, const PixelFormat& format, std::string_view photometric) {
  putNumber(set, tags::SamplesPerPixel, format.samples);
  put(set, tags::PhotometricInterpretation, Vr::CS, photometric);
  if (format.samples > 1) putNumber(set, tags::PlanarConfiguration, 0);
  putNumber(set, tags::Rows, format.rows);
  putNumber(set, tags::Columns, format.columns);
  putNumber(set, tags::BitsAllocated, format.bitsAllocated);
  putNumber(set, tags::BitsStored, format.bitsStored);
  putNumber(set, tags::HighBit, format.highBit);
  putNumber(set, tags::PixelRepresentation, 0);
}

/// The steps at which something was lost, in order (PS3.3 C.7.6.1.1.5).
struct Losses {
  std::string methods;
  std::string ratios;

  void add(std::string_view method, std::size_t native, std::size_t compressed) {
    if (method.empty() || compressed == 0) return;
    const double ratio = static_cast<double>(native) / static_cast<double>(compressed);
    appendValue(methods, std::string(method));
    appendValue(ratios, decimalText(std::round(ratio * 1000) / 1000).value_or("1"));
  }
};

/// Files of JPEG for the syntax of JPEG: coded again, they would lose once more.
bool areOfSyntax(const std::vector<Picture>& frames, const SyntaxEncoder& encoder) {
  return encoder.encode == encodeJpegBaseline && std::ranges::all_of(frames, [&frames](const Picture& frame) {
           return !frame.stream.empty() && frame.streamPhotometric == frames.front().streamPhotometric;
         });
}

using Streams = std::vector<std::vector<std::uint8_t>>;

Result<Streams> streamsOf(const std::vector<Picture>& frames) {
  Streams streams;
  for (const Picture& frame : frames) streams.push_back(frame.stream);
  return streams;
}

Result<Streams> encoded(const std::vector<Picture>& frames, const SyntaxEncoder& encoder) {
  Streams streams;
  for (const Picture& frame : frames) {
    auto stream = encoder.encode(frame.cells, frame.format);
    if (!stream) return stream.error();
    streams.push_back(*std::move(stream));
  }
  return streams;
}

void setNative(EditSet& set, const std::vector<Picture>& frames) {
  std::vector<std::uint8_t> all;
  all.reserve(frames.size() * frames.front().cells.size() + 1);
  for (const Picture& frame : frames) all.insert(all.end(), frame.cells.begin(), frame.cells.end());
  const bool isWide = frames.front().format.bitsAllocated > 8;
  set.setBytes(tags::PixelData, isWide ? Vr::OW : Vr::OB, HeldBytes(std::move(all)));
}

bool haveOneProfile(const std::vector<Picture>& frames) {
  const auto& first = frames.front().profile;
  return std::ranges::all_of(frames, [&first](const Picture& frame) { return frame.profile == first; });
}

/// A profile is of all frames; where they have several, none would be right.
void putColours(EditSet& set, const std::vector<Picture>& frames) {
  const auto& profile = frames.front().profile;
  std::string derivation = frames.front().derivation;
  if (!haveOneProfile(frames))
    derivation.append(derivation.empty() ? "" : " ")
        .append("Colour profiles left out: the frames have several.");
  else if (!profile.empty() && !set.has(iccProfile))
    set.setBytes(iccProfile, Vr::OB, HeldBytes(profile));
  if (!derivation.empty()) putDefault(set, derivationDescription, derivation);
}

}  // namespace

std::span<const std::string_view> createdClasses() {
  static constexpr std::string_view all[] = {secondaryCapture, greyByteFrames, greyWordFrames, colourFrames,
                                             encapsulatedPdf};
  return all;
}

std::vector<std::string> emptyRequired(const EditSet& given) {
  std::vector<std::string> keywords;
  for (const Tag tag : required)
    if (given.has(tag) && given.text(tag).empty()) keywords.emplace_back(keywordOf(tag));
  return keywords;
}

void fillPicture(EditSet& set, const std::vector<Picture>& frames, const QDateTime& now) {
  put(set, tags::SOPClassUID, Vr::UI, classOf(frames));
  putNow(set, {0x0008, 0x0012}, {0x0008, 0x0013}, now);  // InstanceCreationDate
  putNow(set, {0x0008, 0x0023}, tags::ContentTime, now);
  putNow(set, {0x0018, 0x1012}, {0x0018, 0x1014}, now);  // DateOfSecondaryCapture
  putDefaults(set, common);
  putDefaults(set, ofPicture);
  // Required of paired parts, and nobody says which part it is: empty, unless the image's own is there.
  if (!set.has(tags::ImageLaterality)) putDefault(set, tags::Laterality, "");
  putColours(set, frames);
  if (frames.size() == 1) return;
  putDefaults(set, ofFrames);
  if (frames.front().format.samples == 1) putDefaults(set, ofGreyFrames);
  putFrames(set, frames.size());
}

void fillDocument(EditSet& set, const HeldBytes& document, const QDateTime& now) {
  put(set, tags::SOPClassUID, Vr::UI, encapsulatedPdf);
  putNow(set, {0x0008, 0x0012}, {0x0008, 0x0013}, now);
  putNow(set, {0x0008, 0x0023}, tags::ContentTime, now);
  putDefaults(set, common);
  putDefaults(set, ofDocument);
  if (!set.has({0x0040, 0xA043})) set.setItems({0x0040, 0xA043}, {});  // ConceptNameCodeSequence
  putNumber(set, {0x0042, 0x0015}, static_cast<std::int64_t>(document.size()), Vr::UL);
  set.setBytes({0x0042, 0x0011}, Vr::OB, document);
}

Status setPixels(EditSet& set, const std::vector<Picture>& frames, std::string_view transferSyntax) {
  const SyntaxEncoder& encoder = *findEncoder(transferSyntax);
  const PixelFormat& format = frames.front().format;
  const bool areKept = areOfSyntax(frames, encoder);
  describePixels(set, format,
                 areKept               ? frames.front().streamPhotometric
                 : format.samples == 1 ? "MONOCHROME2"
                                       : encoder.colour);
  const std::size_t native = frames.size() * frames.front().cells.size();
  Losses losses;
  std::size_t given = 0;
  for (const Picture& frame : frames) given += frame.compressedBytes;
  losses.add(frames.front().lossyMethod, native, given);
  if (!encoder.encode) {
    setNative(set, frames);
  } else {
    auto streams = areKept ? streamsOf(frames) : encoded(frames, encoder);
    if (!streams) return streams.error();
    std::size_t compressed = 0;
    for (const auto& stream : *streams) compressed += stream.size();
    if (!areKept) losses.add(encoder.lossyMethod, native, compressed);
    setCompressedFrames(set, *std::move(streams));
  }
  if (losses.methods.empty()) return Done{};
  put(set, tags::LossyImageCompression, Vr::CS, "01");
  put(set, tags::LossyImageCompressionRatio, Vr::DS, losses.ratios);
  put(set, lossyMethod, Vr::CS, losses.methods);
  return Done{};
}

}  // namespace core
