// SPDX-License-Identifier: MIT
#pragma once

#include <QFile>

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace core {

/// Files up to this size are read instead of mapped: cheaper, and safe from a file that shrinks.
inline constexpr std::uint64_t smallFile = 64 * 1024;

/// The bytes of a file, mapped for reading. The descriptor is closed; the mapping lives as long as the
/// object.
class MappedFile final : public Buffer {
 public:
  /// Errors: FileNotFound, FileUnreadable (also for what is no regular file).
  static Result<BufferPtr> open(const QString& path);
  /// The first bytes, read into memory. Errors as open().
  static Result<BufferPtr> head(const QString& path, std::uint64_t bytes);

  ByteView view() const override { return m_view; }
  /// Hands the pages back to the system; the next look at them reads them again (from its cache, mostly).
  void dropPages() const;

 private:
  MappedFile() = default;
  QFile m_file;
  ByteView m_view;
};

}  // namespace core
