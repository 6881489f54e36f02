// SPDX-License-Identifier: MIT
#include "server/exchange.h"

#include <QLoggingCategory>

#include "core/text/json.h"

namespace server {

namespace {

Q_LOGGING_CATEGORY(lcServer, "dicomaestro.server")

}  // namespace

QByteArray Request::header(QByteArrayView name) const {
  for (const auto& [key, value] : headers)
    if (key.compare(name, Qt::CaseInsensitive) == 0) return value;
  return {};
}

std::optional<std::string> Request::parameter(std::string_view name) const {
  for (auto field = query.rbegin(); field != query.rend(); ++field)
    if (field->name == name) return field->value;
  return std::nullopt;
}

void appendJsonString(QByteArray& out, std::string_view text) {
  std::string quoted;
  core::json::appendString(quoted, core::json::validUtf8(text));
  out += QByteArrayView(quoted.data(), static_cast<qsizetype>(quoted.size()));
}

Answer failureAnswer(const core::Error& error) {
  qCWarning(lcServer) << "a request failed:" << core::message(error).c_str();
  return detailAnswer(500, "Internal server error.");
}

Answer detailAnswer(int status, std::string_view detail) {
  Answer answer{status, "application/json", "{\"detail\":", {}};
  appendJsonString(answer.body, detail);
  answer.body += '}';
  return answer;
}

Answer fieldAnswer(std::string_view field, std::string_view text) {
  Answer answer{400, "application/json", "{", {}};
  appendJsonString(answer.body, field);
  answer.body += ":[";
  appendJsonString(answer.body, text);
  answer.body += "]}";
  return answer;
}

}  // namespace server
