// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/limits.h"
#include "core/create/fielderror.h"
#include "core/create/picture.h"
#include "core/write/editset.h"

namespace core {

/// What several pictures become. The pages of one TIFF are frames either way.
enum class Arrange { Series, MultiFrame };
enum class Colour { Keep, Grey };

/// What is to be made.
struct CreateRequest {
  EditSet tags;                      ///< as TagReader leaves them: UTF-8, without a character set
  std::vector<HeldBytes> contents;   ///< PNG, JPEG, TIFF or PDF, each by its first bytes
  std::optional<EditSet> inherited;  ///< inheritedFrom() the parent
  std::string transferSyntax = std::string(uid::ExplicitLittle);
  Arrange arrange = Arrange::Series;
  Colour colour = Colour::Keep;
  std::uint64_t mostBytes = limits::pictureBytes;  ///< of all decoded pictures together
};

/// Where time and UIDs come from, so that the same request can give the same bytes.
struct CreateContext {
  QDateTime now = QDateTime::currentDateTime();
  std::function<std::string()> makeUid;  ///< randomUid when empty
};

struct CreatedInstance {
  std::string sopInstance;
  std::vector<std::uint8_t> file;
};

/// Part 10 files that are whole (PS3.3 A.8.1 to A.8.5, A.45.1): Secondary Capture for a picture, Multi-frame
/// Secondary Capture (grey of a byte or a word, true colour) for several frames, Encapsulated PDF; with the
/// attributes of type 1 and 2 of their IODs, in one series of one study. Values are as in the request; what
/// the request leaves open is empty where it may be, else generated. Errors are about "content", "tags" and
/// "transfer_syntax".
using CreateOutcome = std::variant<std::vector<CreatedInstance>, FieldErrors>;
CreateOutcome createInstances(const CreateRequest& request, const CreateContext& context = {});

/// Patient and study of a file, in UTF-8. Errors: InvalidArgument when it has no Study Instance UID, or texts
/// that its character set cannot explain.
Result<EditSet> inheritedFrom(const DicomFile& parent);

/// The instances as a zip of numbered files ("0001.dcm", …), each released once it is in there. Errors:
/// TooLarge.
Result<std::vector<std::uint8_t>> zipOf(std::vector<CreatedInstance> instances);

}  // namespace core
