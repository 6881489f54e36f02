// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace core {

/// Where one candidate DICOM object is: a file, or an entry of a zip archive that is read in place. A value;
/// nothing is open.
struct Source {
  QString path;    ///< the file, or the archive
  QString entry;   ///< the entry's name in the archive; empty for a plain file
  int index = -1;  ///< the entry's number in the archive
  /// Where the entry's record stands in the archive, so that reading it costs no listing; a hint, 0 when
  /// unknown.
  std::uint64_t record = 0;

  bool isInArchive() const { return index >= 0; }
  /// For people: the path, or "archive.zip › entry".
  QString displayName() const;
  bool operator==(const Source& other) const {
    return index == other.index && path == other.path && entry == other.entry;
  }
};

/// All bytes of a source: a file above smallFile is mapped (QFile, so that every name works), a smaller one
/// read; a zip entry is copied or inflated into memory.
/// Nothing is written anywhere. Safe from every thread. Errors: FileNotFound, FileUnreadable, ZipInvalid,
/// ZipUnsafe, TooLarge.
Result<BufferPtr> readAll(const Source& source);

/// At least the first bytes of a source (all, when it is shorter): for scans. Of a plain file they are read,
/// not mapped, so that a medium that goes away gives an error.
Result<BufferPtr> readHead(const Source& source, std::uint64_t bytes);

}  // namespace core
