// SPDX-License-Identifier: MIT
#include "app/measure/unittext.h"

#include <utility>

namespace app {

QString unitText(const std::string& unit) {
  // Grams a millilitre are a standardised uptake value.
  static constexpr std::pair<const char*, const char*> written[] = {
      {"BQML", "Bq/ml"},
      {"GML", "SUV g/ml"},
      {"CM2ML", "SUV cm²/ml"},
      {"SUV", "SUV"},
      {"CPS", "1/s"},
      {"PCNT", "%"},
      {"CM2", "cm²"},
      {"1CM", "1/cm"},
      {"MLG", "ml/g"},
      {"MLML", "ml/ml"},
      {"UMOLML", "µmol/ml"},
      {"MGMINML", "mg/min/ml"},
      {"MLMING", "ml/min/g"},
      {"UMOLMINML", "µmol/min/ml"},
      {"MLMINML", "ml/min/ml"},
      {"MGML", "mg/ml"},
      {"NONE", ""},
  };
  for (const auto& [code, text] : written)
    if (unit == code) return QString::fromUtf8(text);
  return QString::fromStdString(unit);
}

}  // namespace app
