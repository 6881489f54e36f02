// SPDX-License-Identifier: MIT
#pragma once

#include <QTranslator>

namespace tests {

/// Another language, in which every text is in brackets: what is not in brackets has not been translated.
class Brackets final : public QTranslator {
 public:
  QString translate(const char*, const char* text, const char*, int) const override {
    return QStringLiteral("⟦%1⟧").arg(QString::fromUtf8(text));
  }
  bool isEmpty() const override { return false; }
};

}  // namespace tests
