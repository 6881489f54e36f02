// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <variant>

#include "core/create/compose.h"

namespace core {

/// The body of the create route, which is also what `dicomaestro-cli create` reads:
///   tags              object: TagReader; may be absent
///   content           data URI of base64 of a PNG, a JPEG, a TIFF or a PDF, or an array of them
///   parent            base64 of a DICOM file whose patient and study are inherited
///   transfer_syntax   UID
///   force             UIDs may be given, and with a parent patient and study
///   multiframe        several pictures are the frames of one instance
///   grayscale         colour is made grey
/// Another member is an error: a misspelt "parent" must not make an instance of nobody.
std::variant<CreateRequest, FieldErrors> createRequestOf(const QJsonObject& body);

/// The bytes of a data URI (RFC 2397) of base64 that holds what its media type says. Errors: InvalidArgument
/// with a sentence of the API's as its detail.
Result<std::vector<std::uint8_t>> contentOfDataUri(const QString& text);

/// A data URI of the bytes.
QString dataUriOf(ByteView bytes);

}  // namespace core
