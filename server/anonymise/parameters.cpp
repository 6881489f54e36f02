// SPDX-License-Identifier: MIT
#include "server/anonymise/parameters.h"

#include "core/anonymise/optiontext.h"
#include "server/read/filefield.h"

namespace server {

namespace {

using core::anonymise::Options;

struct Flag {
  const char* name;
  bool Options::*member;
};
constexpr Flag flags[] = {{"retain_uids", &Options::retainUids},
                          {"shift_dates", &Options::shiftDates},
                          {"clean_descriptors", &Options::cleanDescriptors},
                          {"clean_graphics", &Options::cleanGraphics}};

constexpr std::size_t mostRectangles = 100;

/// x,y,w,h; several with semicolons between them.
Fault takeBlackout(std::string_view text, Options& options) {
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(';', begin), text.size());
    const auto rectangle = core::anonymise::rectangleOf(text.substr(begin, end - begin));
    if (!rectangle)
      return "Enter x,y,width,height in pixels; several rectangles with semicolons between them.";
    options.blackout.push_back(*rectangle);
    begin = end + 1;
  }
  if (options.blackout.size() > mostRectangles) return "Ensure there are no more than 100 rectangles.";
  return std::nullopt;
}

}  // namespace

std::variant<AnonymizeRequest, Answer> parseAnonymizeRequest(const Request& sent) {
  const auto takeOptions = [](const Upload& upload, AnonymizeRequest& request, Faults& faults) {
    for (const Flag& flag : flags)
      if (const std::string* text = upload.parameter(flag.name))
        faults.add(flag.name, takeBoolean(*text, request.options.*flag.member));
    if (const std::string* text = upload.parameter("blackout"))
      faults.add("blackout", takeBlackout(*text, request.options));
  };
  return parseFileRequest<AnonymizeRequest>(sent, takeOptions);
}

}  // namespace server
