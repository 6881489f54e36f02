// SPDX-License-Identifier: MIT
#include "core/export/imageoptions.h"

#include <charconv>

#include "core/parse/dataset.h"

namespace core {

namespace {

constexpr std::size_t mostRanges = 10'000;

struct FunctionWord {
  std::string_view word;
  VoiFunction function;
};
constexpr FunctionWord functionWords[] = {{"linear", VoiFunction::Linear},
                                          {"linear-exact", VoiFunction::LinearExact},
                                          {"sigmoid", VoiFunction::Sigmoid}};

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t mark = std::min(text.find(',', at), text.size());
    parts.push_back(trimmed(text.substr(at, mark - at)));
    at = mark + 1;
  }
  return parts;
}

std::optional<std::uint32_t> frameNumber(std::string_view text) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number == 0) return std::nullopt;
  return number;
}

std::optional<FrameRange> rangeOf(std::string_view text) {
  const std::size_t mark = text.find('-');
  const auto first = frameNumber(trimmed(text.substr(0, mark)));
  const auto last = mark == std::string_view::npos ? first : frameNumber(trimmed(text.substr(mark + 1)));
  if (!first || !last || *first > *last) return std::nullopt;
  return FrameRange{*first, *last};
}

std::optional<VoiFunction> functionOf(std::string_view word) {
  for (const FunctionWord& row : functionWords)
    if (word == row.word) return row.function;
  return std::nullopt;
}

Error outOfRange(std::uint32_t frame, std::uint32_t frames) {
  return {ErrorCode::FrameOutOfRange,
          "frame " + std::to_string(frame) + " of " + std::to_string(frames) + " is not there"};
}

}  // namespace

Result<std::vector<FrameRange>> parseFrames(std::string_view text) {
  std::vector<FrameRange> ranges;
  for (const std::string_view part : split(text)) {
    const auto range = rangeOf(part);
    if (!range || ranges.size() == mostRanges)
      return {ErrorCode::InvalidArgument, "Enter frame numbers from 1 and ranges of them, as 1-5,7."};
    ranges.push_back(*range);
  }
  return ranges;
}

Result<VoiWindow> parseWindow(std::string_view text) {
  const Error refusal{ErrorCode::InvalidArgument,
                      "Enter a window as center,width or center,width,function: the width above 0, the "
                      "function one of linear, linear-exact, sigmoid."};
  std::vector<std::string_view> parts = split(text);
  if (parts.size() == 2) parts.push_back("linear");
  if (parts.size() != 3) return refusal;
  const auto center = parseReal(parts[0]);
  const auto width = parseReal(parts[1]);
  const auto function = functionOf(parts[2]);
  if (!center || !function || width.value_or(0) <= 0) return refusal;
  return VoiWindow{*center, *width, *function, {}};
}

Result<std::vector<std::uint32_t>> chosenFrames(const ImageOptions& options, std::uint32_t frames) {
  std::vector<FrameRange> ranges = options.frames;
  if (ranges.empty()) ranges.push_back({1, frames});
  for (const FrameRange& range : ranges)
    if (range.last > frames) return outOfRange(range.last, frames);
  std::vector<std::uint32_t> chosen;
  std::vector<bool> isChosen(frames);
  for (const FrameRange& range : ranges)
    for (std::uint32_t frame = range.first - 1; frame < range.last; ++frame) {
      if (isChosen[frame]) continue;
      isChosen[frame] = true;
      chosen.push_back(frame);
      if (options.which == WhichImages::First) return chosen;
    }
  return chosen;
}

}  // namespace core
