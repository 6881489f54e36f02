// SPDX-License-Identifier: MIT
#pragma once

#include <QTemporaryDir>

#include "tests/bench/row.h"

namespace bench {

/// A folder of single-frame CT slices of side × side, 16 bits, explicit little endian, with headers of a
/// usual length. It goes away with the object.
class SyntheticSeries {
 public:
  SyntheticSeries(int slices, std::uint16_t side);
  QString path() const { return m_folder.path(); }
  bool isComplete() const { return m_complete; }

 private:
  QTemporaryDir m_folder;
  bool m_complete = true;
};

/// headers: files a second scanned, grouped and sorted; the peer is DcmFileFormat::loadFileUntilTag.
std::vector<Row> headers();
/// first-image-1000 and first-image-growth: from the call to painted pixels.
std::vector<Row> firstImage();
/// memory-over-budget: the peak of a walk through 1,000 slices, less what was resident before and the budget.
std::vector<Row> memoryOverBudget();

}  // namespace bench
