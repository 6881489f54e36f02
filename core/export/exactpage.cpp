// SPDX-License-Identifier: MIT
#include <QImage>

#include "core/export/tiff.h"
#include "core/window/render.h"
#include "core/window/sampletypes.h"

namespace core {

namespace {

using Samples = TiffPage::Samples;

std::string text(double value) { return QString::number(value, 'g', 15).toStdString(); }

/// Of a unit of the file only what a TIFF may hold.
std::string asciiOf(const std::string& text) {
  std::string ascii;
  for (const char c : text)
    if (c >= ' ' && c <= '~') ascii += c;
  return ascii;
}

TiffPage blank(const Frame& frame) {
  TiffPage page;
  page.columns = frame.columns;
  page.rows = frame.rows;
  return page;
}

bool hasNoFraction(double value) { return value == std::floor(value) && std::abs(value) < 1e9; }

/// Least and greatest output of a whole Modality transform; nothing when it has fractions.
std::optional<std::pair<double, double>> wholeOutput(const Frame& frame, const FrameDisplay& display) {
  if (frame.type == SampleType::F32 || frame.type == SampleType::F64) return std::nullopt;
  if (display.modalityLut) return std::pair(0.0, 65535.0);
  if (!hasNoFraction(display.slope) || !hasNoFraction(display.intercept)) return std::nullopt;
  return withSampleType(frame.type, [&](auto zero) -> std::optional<std::pair<double, double>> {
    const auto samples = frame.samplesAs<decltype(zero)>();
    const auto [least, greatest] = std::minmax_element(samples.begin(), samples.end());
    return std::minmax(modalityValue(display, static_cast<double>(*least)),
                       modalityValue(display, static_cast<double>(*greatest)));
  });
}

template <class To, class Map>
std::vector<std::uint8_t> mapped(const Frame& frame, Map&& map) {
  const std::size_t count = std::size_t{frame.columns} * frame.rows * frame.samples;
  std::vector<std::uint8_t> data(count * sizeof(To));
  withSampleType(frame.type, [&](auto zero) {
    const auto* from = frame.samplesAs<decltype(zero)>().data();
    auto* to = reinterpret_cast<To*>(data.data());
    for (std::size_t i = 0; i < count; ++i) to[i] = static_cast<To>(map(from[i]));
  });
  return data;
}

std::string formula(const FrameDisplay& display) {
  return "stored value * " + text(display.slope) + (display.intercept < 0 ? " - " : " + ") +
         text(std::abs(display.intercept));
}

std::string unitText(const FrameDisplay& display) {
  const std::string unit = asciiOf(display.unit);
  return unit.empty() ? std::string() : " in " + unit;
}

TiffPage modalityPage(const Frame& frame, const FrameDisplay& display, Samples format) {
  TiffPage page = blank(frame);
  page.format = format;
  const auto map = [&](auto stored) { return modalityValue(display, static_cast<double>(stored)); };
  page.data =
      format == Samples::Signed ? mapped<std::int16_t>(frame, map) : mapped<std::uint16_t>(frame, map);
  page.description = "Modality LUT output" + unitText(display);
  page.description += display.modalityLut ? " (by a table)" : " (" + formula(display) + ")";
  return page;
}

struct Kept {
  std::uint16_t bits;
  Samples format;
};
constexpr Kept keptAs(SampleType type) {
  switch (type) {
    case SampleType::U8:
    case SampleType::U16:
      return {16, Samples::Unsigned};
    case SampleType::S8:
    case SampleType::S16:
      return {16, Samples::Signed};
    case SampleType::U32:
      return {32, Samples::Unsigned};
    case SampleType::S32:
      return {32, Samples::Signed};
    case SampleType::F32:
      return {32, Samples::Real};
    case SampleType::F64:
      break;
  }
  return {64, Samples::Real};
}

/// The stored values of a grey or RGB frame, in cells of at least 16 bits.
TiffPage storedPage(const Frame& frame, const FrameDisplay& display) {
  TiffPage page = blank(frame);
  const auto [bits, format] = keptAs(frame.type);
  const auto same = [](auto stored) { return stored; };
  page.samples = frame.samples;
  page.bits = bits;
  page.format = format;
  if (bits > 16)
    page.data.assign(frame.data.begin(), frame.data.begin() + static_cast<std::ptrdiff_t>(page.bytes()));
  else
    page.data =
        format == Samples::Signed ? mapped<std::int16_t>(frame, same) : mapped<std::uint16_t>(frame, same);
  page.description = "Stored values of " + std::to_string(frame.bitsStored) + " bits";
  if (display.modalityLut && frame.samples == 1)
    page.description += "; the Modality LUT (a table) is not applied";
  else if (display.hasModality && frame.samples == 1)
    page.description += "; Modality LUT output" + unitText(display) + " = " + formula(display);
  return page;
}

/// Palette colour and YBR: the display image, 8 bits a colour.
Result<TiffPage> shownPage(const Frame& frame, const FrameDisplay& display) {
  const Result<QImage> shown = renderFrame(frame, display);
  if (!shown) return shown.error();
  TiffPage page = blank(frame);
  page.samples = 3;
  page.bits = 8;
  page.description = "Colours as shown, 8 bits";
  page.data.reserve(page.bytes());
  for (int row = 0; row < shown->height(); ++row) {
    const auto* line = reinterpret_cast<const QRgb*>(shown->constScanLine(row));
    for (int column = 0; column < shown->width(); ++column)
      for (const int shift : {16, 8, 0})
        page.data.push_back(static_cast<std::uint8_t>(line[column] >> shift));
  }
  return page;
}

TiffPage greyPage(const Frame& frame, const FrameDisplay& display) {
  if (!display.hasModality) return storedPage(frame, display);
  const auto output = wholeOutput(frame, display);
  if (display.modalityLut && output) return modalityPage(frame, display, Samples::Unsigned);
  if (output && output->first >= INT16_MIN && output->second <= INT16_MAX)
    return modalityPage(frame, display, Samples::Signed);
  if (output && output->first >= 0 && output->second <= UINT16_MAX)
    return modalityPage(frame, display, Samples::Unsigned);
  return storedPage(frame, display);
}

}  // namespace

Result<TiffPage> exactPage(const Frame& frame, const FrameDisplay& display) {
  if (!isWhole(frame))
    return {ErrorCode::UnsupportedPixelFormat, "the frame holds fewer samples than pixels"};
  const bool isGrey = frame.samples == 1 && !display.palette;
  if (isGrey) {
    TiffPage page = greyPage(frame, display);
    page.isWhiteZero = display.isInverse;
    if (page.isWhiteZero) page.description += "; low values are bright";
    if (display.padding)
      page.description +=
          "; pixel padding is the stored value " + std::to_string(display.padding->low) +
          (display.padding->low == display.padding->high ? ""
                                                         : " to " + std::to_string(display.padding->high));
    return page;
  }
  const bool isByte = frame.type == SampleType::U8;
  if (frame.samples == 3 && frame.photometric == Photometric::Rgb && !isByte)
    return storedPage(frame, display);
  return shownPage(frame, display);
}

}  // namespace core
