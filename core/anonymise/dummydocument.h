// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace core::anonymise {

/// What stands in the place of an encapsulated document (PS3.15 Table E.1-1: D), as the MIME type wants it: a
/// page of a PDF that says that the document was removed, an empty clinical document, a model of nothing.
/// Sixteen zeros for a type that is not known.
std::string dummyDocument(std::string_view mimeType);

}  // namespace core::anonymise
