// SPDX-License-Identifier: MIT
// Multipart bodies: the first line is the Content-Type, the rest the body. Contents lie within the body, in
// order.
#include <cstdlib>

#include "server/door/form.h"
#include "server/door/httphead.h"
#include "server/door/multipart.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view body(reinterpret_cast<const char*>(data), size);
  const std::string_view type = server::takeUntil(body, "\n");
  const auto boundary = server::multipartBoundary(type);
  const auto parsed = server::parseMultipart(body, boundary.value_or("B"));
  const char* last = body.data();
  if (const auto* parts = std::get_if<0>(&parsed)) {
    if (parts->size() > server::MultipartLimits().parts) std::abort();
    for (const auto& part : *parts) {
      if (part.content.empty()) continue;
      if (part.content.data() < last || part.content.data() + part.content.size() > body.data() + body.size())
        std::abort();
      last = part.content.data() + part.content.size();
    }
  }
  if (const auto fields = server::parseForm(body, 50); fields && fields->size() > 50) std::abort();
  return 0;
}
