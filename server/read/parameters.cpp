// SPDX-License-Identifier: MIT
#include "server/read/parameters.h"

#include <charconv>
#include <span>

#include "server/read/faults.h"
#include "server/read/filefield.h"

namespace server {

namespace {

using core::AnswerOptions;

constexpr int longestViewport = 16'384;
constexpr int mostViewportPixels = 64'000'000;

/// A parameter: takes its text into the request, or says what is wrong with it.
struct Parameter {
  const char* name;
  Fault (*take)(ImageRequest& request, const std::string& text);
};

template <class T>
struct Choice {
  std::string_view word;
  T value;
};

template <class T, std::size_t Count>
Fault choose(const Choice<T> (&choices)[Count], const std::string& text, T& value) {
  for (const Choice<T>& choice : choices)
    if (text == choice.word) return value = choice.value, std::nullopt;
  return noChoice(text);
}

constexpr Choice<core::PixelDataText> pixelDataWords[] = {{"full", core::PixelDataText::Full},
                                                          {"omit", core::PixelDataText::Omit}};
constexpr Choice<core::WhichImages> imagesWords[] = {
    {"all", core::WhichImages::All}, {"first", core::WhichImages::First}, {"none", core::WhichImages::None}};
constexpr Choice<core::ReadFormat> formatWords[] = {{"default", core::ReadFormat::Default},
                                                    {"dicom-json", core::ReadFormat::DicomJson}};

template <class T, class U>
Fault keep(core::Result<T> parsed, U& where) {
  if (!parsed) return parsed.error().detail;
  where = *std::move(parsed);
  return std::nullopt;
}

std::optional<int> wholeNumber(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

Fault takeFields(ImageRequest& request, const std::string& text) {
  return keep(core::parseFields(text), request.options.texts.fields);
}

Fault takeReturnFormat(ImageRequest& request, const std::string& text) {
  for (const core::ImageFormatRow& row : core::imageFormats)
    if (text == row.word) {
      request.options.images.format = row.format;
      request.namesImageFormat = true;
      return std::nullopt;
    }
  return noChoice(text);
}

Fault takeFrames(ImageRequest& request, const std::string& text) {
  return keep(core::parseFrames(text), request.options.images.frames);
}

Fault takeFrame(ImageRequest& request, const std::string& text) {
  const auto number = wholeNumber(text);
  if (!number || *number < 1) return "Enter the number of a frame, from 1.";
  const auto frame = static_cast<std::uint32_t>(*number);
  request.options.images.frames = {{frame, frame}};
  return std::nullopt;
}

Fault takePixelData(ImageRequest& request, const std::string& text) {
  return choose(pixelDataWords, text, request.options.texts.pixelData);
}

Fault takeImages(ImageRequest& request, const std::string& text) {
  return choose(imagesWords, text, request.options.images.which);
}

Fault takeWindow(ImageRequest& request, const std::string& text) {
  return keep(core::parseWindow(text), request.options.images.window);
}

Fault takeFormat(ImageRequest& request, const std::string& text) {
  request.namesTextFormat = true;
  return choose(formatWords, text, request.options.texts.format);
}

Fault takeInvert(ImageRequest& request, const std::string& text) {
  return takeBoolean(text, request.options.images.invert);
}

Fault takeQuality(ImageRequest& request, const std::string& text) {
  const auto quality = wholeNumber(text);
  if (!quality || *quality < 1 || *quality > 100) return "Enter a whole number from 1 to 100.";
  request.options.images.quality = *quality;
  return std::nullopt;
}

Fault takeViewport(ImageRequest& request, const std::string& text) {
  const std::size_t mark = std::min(text.find(','), text.size());
  const auto width = wholeNumber(std::string_view(text).substr(0, mark));
  const auto height = wholeNumber(std::string_view(text).substr(std::min(mark + 1, text.size())));
  const auto isSide = [](std::optional<int> side) { return side && *side >= 1 && *side <= longestViewport; };
  if (!isSide(width) || !isSide(height)) return "Enter width,height in pixels, each from 1 to 16384.";
  if (*width * *height > mostViewportPixels) return "A viewport has at most 64 million pixels.";
  request.viewport = QSize(*width, *height);
  return std::nullopt;
}

constexpr Parameter readParameters[] = {
    {"fields", takeFields}, {"return_format", takeReturnFormat},
    {"frames", takeFrames}, {"pixel_data", takePixelData},
    {"images", takeImages}, {"window", takeWindow},
    {"format", takeFormat},
};
constexpr Parameter renderParameters[] = {
    {"frame", takeFrame},     {"window", takeWindow}, {"viewport", takeViewport},
    {"quality", takeQuality}, {"invert", takeInvert}, {"return_format", takeReturnFormat},
};

std::variant<ImageRequest, Answer> parse(const Request& sent, std::span<const Parameter> parameters) {
  return parseFileRequest<ImageRequest>(sent,
                                        [&](const Upload& upload, ImageRequest& request, Faults& faults) {
                                          for (const Parameter& parameter : parameters)
                                            if (const std::string* text = upload.parameter(parameter.name))
                                              faults.add(parameter.name, parameter.take(request, *text));
                                          request.options.stop = sent.departure;
                                        });
}

}  // namespace

std::variant<ImageRequest, Answer> parseReadRequest(const Request& request) {
  return parse(request, readParameters);
}

std::variant<ImageRequest, Answer> parseRenderRequest(const Request& request) {
  return parse(request, renderParameters);
}

}  // namespace server
