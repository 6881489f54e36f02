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

}  // namespace bench
