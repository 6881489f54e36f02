// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <optional>
#include <utility>

#include "server/door/httphead.h"

namespace server {

/// The head of an answer on its way out.
struct AnswerHead {
  int status = 200;
  QList<std::pair<QByteArray, QByteArray>> headers;  ///< without those of the framing
  qint64 length = 0;                                 ///< bytes of the body

  /// Whether the client gets a body at all: not for 204 and 304.
  bool mayHaveBody() const { return status >= 200 && status != 204 && status != 304; }
  bool has(const QByteArray& name) const;
  /// Adds a header unless the answer names it already.
  void addDefault(const QByteArray& name, const QByteArray& value);
};

/// Reads a head that QHttpServer wrote, up to and with its empty line; nullopt when it gives no length.
std::optional<AnswerHead> readAnswerHead(const QByteArray& text);

/// The wire form; staysOpen and minorVersion decide the Connection header.
QByteArray answerHeadText(const AnswerHead& head, bool staysOpen, int minorVersion);

/// {"detail":"…"}
QByteArray detailBody(const char* detail);

/// Its own text when it is well formed (at most 64 of [A-Za-z0-9._-]), else one made here.
QByteArray requestId(const HttpHead& head);

}  // namespace server
