// SPDX-License-Identifier: MIT
#include "core/window/display.h"

#include "core/parse/tags.h"
#include "core/window/lut.h"
#include "core/window/overlay.h"
#include "core/window/palette.h"
#include "core/window/shutter.h"
#include "core/window/texts.h"

namespace core {

namespace {

/// The places where an attribute of a frame may stand, nearest first (PS3.3 C.7.6.16): the item of its
/// functional groups, the one of the shared groups, the data set. Null where there is none.
std::array<const DataSet*, 3> placesOf(const DataSet& root, Tag macro, std::uint32_t index) {
  const DataSet* own = root.item(tags::PerFrameFunctionalGroupsSequence, index);
  const DataSet* shared = root.item(tags::SharedFunctionalGroupsSequence);
  return {own ? own->item(macro) : nullptr, shared ? shared->item(macro) : nullptr, &root};
}

/// The nearest place that has a value for the tag, or null.
const DataSet* placeWith(const DataSet& root, Tag macro, std::uint32_t index, Tag tag) {
  for (const DataSet* place : placesOf(root, macro, index))
    if (place && place->hasValue(tag)) return place;
  return nullptr;
}

/// The Modality LUT of X-ray angiography and fluoroscopy leads back to X-ray intensity; it is not for display
/// (PS3.3 C.8.7.1.1.2).
bool hasModalityForDisplay(const DataSet& root) {
  const std::string_view sopClass = root.text(tags::SOPClassUID);
  return sopClass != "1.2.840.10008.5.1.4.1.1.12.1" && sopClass != "1.2.840.10008.5.1.4.1.1.12.2";
}

bool readModalityLut(const DataSet& root, const PixelFormat& format, FrameDisplay& display) {
  const DataSet* item = root.item(tags::ModalityLUTSequence);
  if (!item) return false;
  display.modalityLut = readLut(*item, format.isSigned);
  if (!display.modalityLut) display.warnings.emplace_back("a broken Modality LUT is ignored");
  return display.modalityLut.has_value();
}

void readRescale(const DataSet& root, std::uint32_t index, FrameDisplay& display) {
  const DataSet* place = placeWith(root, tags::PixelValueTransformationSequence, index, tags::RescaleSlope);
  if (!place) place = placeWith(root, tags::PixelValueTransformationSequence, index, tags::RescaleIntercept);
  if (!place) return;
  const double slope = place->real(tags::RescaleSlope).value_or(1);
  if (slope == 0) {
    display.warnings.emplace_back("a Rescale Slope of 0 is ignored");
    return;
  }
  display.slope = slope;
  display.intercept = place->real(tags::RescaleIntercept).value_or(0);
  display.hasModality = display.slope != 1 || display.intercept != 0;
}

std::string unitOf(const DataSet& root, std::uint32_t index, const FrameDisplay& display) {
  const DataSet* place = placeWith(root, tags::PixelValueTransformationSequence, index, tags::RescaleType);
  const DataSet* lut = display.modalityLut ? root.item(tags::ModalityLUTSequence) : nullptr;
  const std::string type = lut     ? peoplesText(*lut, tags::ModalityLUTType)
                           : place ? peoplesText(*place, tags::RescaleType)
                                   : std::string();
  if (!type.empty()) return type == "US" ? std::string() : type;  // US: unspecified (PS3.3 C.11.1.1.2)
  if (root.hasValue(tags::Units)) return peoplesText(root, tags::Units, 0);
  const bool isHounsfield = root.text(tags::Modality) == "CT" && display.hasModality;
  return isHounsfield ? "HU" : std::string();
}

VoiFunction functionOf(std::string_view word) {
  if (word == "LINEAR_EXACT") return VoiFunction::LinearExact;
  return word == "SIGMOID" ? VoiFunction::Sigmoid : VoiFunction::Linear;
}

std::string upper(std::string_view word) {
  std::string result(word);
  for (char& c : result) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return result;
}

void readWindows(const DataSet& root, std::uint32_t index, FrameDisplay& display) {
  const DataSet* place = placeWith(root, tags::FrameVOILUTSequence, index, tags::WindowCenter);
  if (!place) return;
  const VoiFunction function = functionOf(upper(place->text(tags::VOILUTFunction)));
  const std::size_t count = std::min(place->count(tags::WindowCenter), place->count(tags::WindowWidth));
  for (std::size_t i = 0; i < count; ++i) {
    const auto center = place->real(tags::WindowCenter, i);
    const auto width = place->real(tags::WindowWidth, i);
    if (center && width && *width > 0)
      display.windows.push_back(
          {*center, *width, function, peoplesText(*place, tags::WindowCenterWidthExplanation, i)});
    else
      display.warnings.emplace_back("a window without a positive width is ignored");
  }
}

/// Whether the input of the VOI LUT can be negative, which makes the first input of its descriptor signed
/// (PS3.3 C.11.2.1.1).
bool canBeNegative(const PixelFormat& format, const FrameDisplay& display) {
  if (display.modalityLut) return false;
  const double span = std::exp2(format.bitsStored);
  const double low = format.isSigned ? -span / 2 : 0;
  const double high = (format.isSigned ? span / 2 : span) - 1;
  return std::min(low * display.slope, high * display.slope) + display.intercept < 0;
}

void readVoiLuts(const DataSet& root, const PixelFormat& format, std::uint32_t index, FrameDisplay& display) {
  const DataSet* place = placeWith(root, tags::FrameVOILUTSequence, index, tags::VOILUTSequence);
  if (!place) return;
  for (const DataSet& item : place->find(tags::VOILUTSequence)->items) {
    if (auto lut = readLut(item, canBeNegative(format, display)))
      display.voiLuts.push_back(*std::move(lut));
    else
      display.warnings.emplace_back("a broken VOI LUT is ignored");
  }
}

/// Padding values are 16-bit numbers read with the sign of the pixels: their VR is often wrong.
std::optional<std::int64_t> paddingNumber(const DataSet& root, Tag tag, bool isSigned) {
  const std::vector<std::uint16_t> cells = words(root, tag);
  const Element* element = root.find(tag);
  if (element && (element->vr == Vr::US || element->vr == Vr::SS || element->vr == Vr::UN) && !cells.empty())
    return isSigned ? static_cast<std::int16_t>(cells[0]) : std::int64_t{cells[0]};
  return root.integer(tag);
}

std::optional<Padding> readPadding(const DataSet& root, const PixelFormat& format) {
  const auto value = paddingNumber(root, tags::PixelPaddingValue, format.isSigned);
  if (!value) return std::nullopt;
  const auto limit = paddingNumber(root, tags::PixelPaddingRangeLimit, format.isSigned).value_or(*value);
  return Padding{std::min(*value, limit), std::max(*value, limit)};
}

void readGrey(const DataSet& root, const PixelFormat& format, std::uint32_t index, FrameDisplay& display) {
  if (hasModalityForDisplay(root)) {
    if (readModalityLut(root, format, display))
      display.hasModality = true;
    else
      readRescale(root, index, display);
  }
  display.unit = unitOf(root, index, display);
  readWindows(root, index, display);
  readVoiLuts(root, format, index, display);
  if (!format.isFloat) display.padding = readPadding(root, format);
  display.isInverse = format.photometric == Photometric::Monochrome1 ||
                      upper(root.text(tags::PresentationLUTShape)) == "INVERSE";
}

void readColor(const DataSet& root, const PixelFormat& format, FrameDisplay& display) {
  if (format.photometric != Photometric::PaletteColor) return;
  display.palette = readPalette(root, format.isSigned);
  if (!display.palette) display.warnings.emplace_back("the palette is missing or broken");
}

}  // namespace

FrameDisplay displayOf(const DicomFile& file, const PixelFormat& format, std::uint32_t index) {
  const DataSet& root = file.dataSet();
  FrameDisplay display;
  if (format.samples == 1 && format.photometric != Photometric::PaletteColor)
    readGrey(root, format, index, display);
  else
    readColor(root, format, display);
  display.overlays = readOverlays(root, index, display.warnings);
  display.shutters = readShutters(root, display.warnings);
  return display;
}

double modalityValue(const FrameDisplay& display, double stored) {
  if (display.modalityLut) return display.modalityLut->at(stored);
  return stored * display.slope + display.intercept;
}

}  // namespace core
