// SPDX-License-Identifier: MIT
#include "server/door/answerhead.h"

#include <QDateTime>
#include <QLocale>
#include <QRandomGenerator>
#include <algorithm>
#include <array>

namespace server {

namespace {

struct Reason {
  int status;
  const char* text;
};

constexpr std::array reasons{
    Reason{200, "OK"},
    Reason{201, "Created"},
    Reason{204, "No Content"},
    Reason{206, "Partial Content"},
    Reason{301, "Moved Permanently"},
    Reason{302, "Found"},
    Reason{304, "Not Modified"},
    Reason{400, "Bad Request"},
    Reason{401, "Unauthorized"},
    Reason{403, "Forbidden"},
    Reason{404, "Not Found"},
    Reason{405, "Method Not Allowed"},
    Reason{406, "Not Acceptable"},
    Reason{408, "Request Timeout"},
    Reason{409, "Conflict"},
    Reason{413, "Content Too Large"},
    Reason{414, "URI Too Long"},
    Reason{415, "Unsupported Media Type"},
    Reason{417, "Expectation Failed"},
    Reason{421, "Misdirected Request"},
    Reason{422, "Unprocessable Content"},
    Reason{429, "Too Many Requests"},
    Reason{431, "Request Header Fields Too Large"},
    Reason{500, "Internal Server Error"},
    Reason{501, "Not Implemented"},
    Reason{503, "Service Unavailable"},
    Reason{505, "HTTP Version Not Supported"},
};

/// Decided by the door, not by what a route or QHttpServer says.
constexpr std::array<std::string_view, 8> framingHeaders{"Content-Length",    "Connection", "Keep-Alive",
                                                         "Transfer-Encoding", "Server",     "Date",
                                                         "Trailer",           "Upgrade"};

QByteArray reasonOf(int status) {
  const auto found =
      std::find_if(reasons.begin(), reasons.end(), [=](const Reason& r) { return r.status == status; });
  return found == reasons.end() ? QByteArray("Status") : QByteArray(found->text);
}

bool isFraming(const QByteArray& name) {
  return std::any_of(framingHeaders.begin(), framingHeaders.end(), [&](std::string_view framing) {
    return equalsIgnoringCase(framing, {name.constData(), static_cast<std::size_t>(name.size())});
  });
}

QByteArray dateText() {
  static const QString form = QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'");
  return QLocale::c().toString(QDateTime::currentDateTimeUtc(), form).toLatin1();
}

}  // namespace

bool AnswerHead::has(const QByteArray& name) const {
  return std::any_of(headers.begin(), headers.end(), [&](const auto& header) {
    return header.first.compare(name, Qt::CaseInsensitive) == 0;
  });
}

void AnswerHead::addDefault(const QByteArray& name, const QByteArray& value) {
  if (!has(name)) headers.append({name, value});
}

std::optional<AnswerHead> readAnswerHead(const QByteArray& text) {
  QList<QByteArray> lines = text.trimmed().split('\n');
  AnswerHead head;
  head.status = lines.takeFirst().mid(9, 3).toInt();
  std::optional<qint64> length;
  for (const QByteArray& line : std::as_const(lines)) {
    const qsizetype colon = line.indexOf(':');
    const QByteArray name = line.left(colon).trimmed();
    const QByteArray value = line.mid(colon + 1).trimmed();
    if (name.compare("content-length", Qt::CaseInsensitive) == 0) length = value.toLongLong();
    // What QHttpServer says of an empty body.
    const bool isNothing = value == "application/x-empty";
    if (colon > 0 && !isFraming(name) && !isNothing) head.headers.append({name, value});
  }
  if (head.status < 200 || (!length && head.mayHaveBody())) return std::nullopt;
  head.length = length.value_or(0);
  return head;
}

QByteArray answerHeadText(const AnswerHead& head, bool staysOpen, int minorVersion) {
  QByteArray text = "HTTP/1.1 " + QByteArray::number(head.status) + ' ' + reasonOf(head.status) +
                    "\r\nDate: " + dateText() + "\r\n";
  for (const auto& [name, value] : head.headers) text += name + ": " + value + "\r\n";
  if (head.mayHaveBody()) text += "Content-Length: " + QByteArray::number(head.length) + "\r\n";
  if (!staysOpen) text += "Connection: close\r\n";
  if (staysOpen && minorVersion == 0) text += "Connection: keep-alive\r\n";
  return text + "\r\n";
}

QByteArray detailBody(const char* detail) { return QByteArray(R"({"detail":")") + detail + R"("})"; }

QByteArray requestId(const HttpHead& head) {
  const std::string* sent = head.find("X-Request-ID");
  const auto isPlain = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || c == '.' || c == '_' || c == '-';
  };
  if (sent && !sent->empty() && sent->size() <= 64 && std::all_of(sent->begin(), sent->end(), isPlain))
    return QByteArray::fromStdString(*sent);
  return QByteArray::number(QRandomGenerator::global()->generate64(), 16).rightJustified(16, '0');
}

}  // namespace server
