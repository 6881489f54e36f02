// SPDX-License-Identifier: MIT
#include "core/cli/windowoption.h"

#include <QStringList>


namespace core::cli {

namespace {

std::optional<VoiFunction> functionOf(const QString& word) {
  if (word.isEmpty() || word == QLatin1String("linear")) return VoiFunction::Linear;
  if (word == QLatin1String("linear-exact")) return VoiFunction::LinearExact;
  if (word == QLatin1String("sigmoid")) return VoiFunction::Sigmoid;
  return std::nullopt;
}

}  // namespace

std::optional<VoiWindow> windowOf(const QString& text) {
  const QStringList parts = text.split(QLatin1Char(','));
  if (parts.size() < 2 || parts.size() > 3) return std::nullopt;
  const auto center = parseReal(parts[0].toStdString());
  const auto width = parseReal(parts[1].toStdString());
  const auto function = functionOf(parts.value(2));
  if (!center || !width || !(*width > 0) || !function) return std::nullopt;
  return VoiWindow{*center, *width, *function, {}};
}

}  // namespace core::cli
