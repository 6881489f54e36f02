// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <utility>

#include "server/read/routes.h"
#include "tests/core/export/answers.h"

namespace tests {

/// A multipart request as a handler gets it.
class Posting {
 public:
  Posting& file(const QByteArray& fileName, const QByteArray& content, const QByteArray& name = "file") {
    return part("name=\"" + name + "\"; filename=\"" + fileName + "\"", content);
  }
  Posting& field(const QByteArray& name, const QByteArray& value) {
    return part("name=\"" + name + "\"", value);
  }
  Posting& query(const std::string& name, const std::string& value) {
    m_request.query.push_back({name, value});
    return *this;
  }
  Posting& header(const QByteArray& name, const QByteArray& value) {
    m_request.headers.emplaceBack(name, value);
    return *this;
  }
  server::Request request() const {
    server::Request request = m_request;
    request.method = "POST";
    request.headers.emplaceBack("Content-Type", "multipart/form-data; boundary=limit");
    request.body = m_body + "--limit--\r\n";
    return request;
  }

 private:
  Posting& part(const QByteArray& disposition, const QByteArray& content) {
    m_body += "--limit\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
    return *this;
  }

  server::Request m_request;
  QByteArray m_body;
};

inline QByteArray bytesOf(const std::vector<std::uint8_t>& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

inline QByteArray contentOf(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QJsonObject objectOf(const server::Answer& answer) {
  return QJsonDocument::fromJson(answer.body).object();
}

}  // namespace tests
