// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace server {

struct MultipartLimits {
  std::size_t parts = 64;
  std::size_t head = 8 * 1024;  ///< bytes of a part's headers
  std::size_t headers = 16;     ///< header lines of a part
};

/// A part of multipart/form-data (RFC 7578).
struct MultipartPart {
  std::string name;  ///< UTF-8 as sent
  std::optional<std::string>
      fileName;  ///< of filename* if there is one, else of filename; as sent: never a path to use
  std::string_view contentType;  ///< a view of the body; "" when absent
  std::string_view content;      ///< a view of the body, never a copy
};

/// Why a body is no multipart/form-data; the text follows "Multipart form parse error - ".
struct MultipartFault {
  const char* detail = "";
};

/// The boundary that a Content-Type header of multipart/form-data names (RFC 2046 section 5.1.1); nullopt
/// when it names another type or no valid boundary.
std::optional<std::string> multipartBoundary(std::string_view contentType);

/// Reads a body part by part, without copying contents: a part costs what its headers cost.
class MultipartReader {
 public:
  MultipartReader(std::string_view body, std::string_view boundary, const MultipartLimits& limits = {});

  /// The next part; nullopt after the closing boundary, or at a fault.
  std::optional<MultipartPart> next();
  const std::optional<MultipartFault>& fault() const { return m_fault; }

 private:
  bool skipToFirst();
  bool readDelimiterEnd();
  bool readHead(MultipartPart& part);
  bool readContent(MultipartPart& part);
  bool fail(const char* detail);

  std::string_view m_rest;
  std::string m_delimiter;  ///< CRLF, two hyphens and the boundary
  MultipartLimits m_limits;
  std::optional<MultipartFault> m_fault;
  std::size_t m_parts = 0;
  bool m_hasBegun = false;
  bool m_isOver = false;
};

/// All parts of a whole body.
std::variant<std::vector<MultipartPart>, MultipartFault> parseMultipart(std::string_view body,
                                                                        std::string_view boundary,
                                                                        const MultipartLimits& limits = {});

}  // namespace server
