// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>
#include <utility>
#include <vector>

#include "server/exchange.h"

namespace server {

/// What is wrong with the fields of a request, in the order in which the fields were looked at.
class FieldErrors {
 public:
  void add(const QString& field, const QString& text);
  bool isEmpty() const { return m_errors.empty(); }
  QStringList of(const QString& field) const;
  const std::vector<std::pair<QString, QStringList>>& all() const { return m_errors; }

  /// 400 {"field":["…","…"],…}
  Answer answer() const;

 private:
  std::vector<std::pair<QString, QStringList>> m_errors;
};

}  // namespace server
