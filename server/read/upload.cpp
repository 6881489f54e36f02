// SPDX-License-Identifier: MIT
#include "server/read/upload.h"

#include "server/door/multipart.h"

namespace server {

namespace {

constexpr std::size_t longestParameter = 1'000'000;

/// A part of a body that is kept as long as the part.
class BodyPart final : public core::Buffer {
 public:
  BodyPart(QByteArray body, std::string_view part) : m_body(std::move(body)), m_part(part) {}
  core::ByteView view() const override {
    return {reinterpret_cast<const std::uint8_t*>(m_part.data()), m_part.size()};
  }

 private:
  QByteArray m_body;
  std::string_view m_part;
};

Answer parseError(std::string_view detail) {
  return detailAnswer(400, "Multipart form parse error - " + std::string(detail));
}

/// A file field without a file is what a form sends whose field was left empty: as if it were not there.
void addPart(Upload& upload, const MultipartPart& part, const QByteArray& body) {
  if (part.fileName && part.fileName->empty()) return;
  if (part.fileName)
    upload.files[part.name] = {*part.fileName, std::make_shared<BodyPart>(body, part.content)};
  else
    upload.parameters[part.name] = part.content.substr(0, longestParameter);
}

}  // namespace

const std::string* Upload::parameter(std::string_view name) const {
  const auto at = parameters.find(name);
  return at == parameters.end() ? nullptr : &at->second;
}

std::variant<Upload, Answer> readUpload(const Request& request) {
  Upload upload;
  const QByteArray type = request.header("Content-Type");
  if (!type.isEmpty() || !request.body.isEmpty()) {
    const auto boundary = multipartBoundary({type.data(), static_cast<std::size_t>(type.size())});
    if (!boundary) return parseError("Invalid boundary in multipart: None");
    const std::string_view body(request.body.data(), static_cast<std::size_t>(request.body.size()));
    const auto parts = parseMultipart(body, *boundary);
    if (const auto* fault = std::get_if<MultipartFault>(&parts)) return parseError(fault->detail);
    for (const MultipartPart& part : std::get<0>(parts)) addPart(upload, part, request.body);
  }
  for (const FormField& field : request.query) upload.parameters[field.name] = field.value;
  return upload;
}

}  // namespace server
