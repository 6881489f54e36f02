// SPDX-License-Identifier: MIT
#pragma once

#include <QFile>
#include <mutex>
#include <optional>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/open/busguard.h"

namespace core {

/// Files up to this size are read instead of mapped: cheaper, and safe from a file that shrinks.
inline constexpr std::uint64_t smallFile = 64 * 1024;

/// The bytes of a file, mapped for reading. The descriptor is closed; the mapping lives as long as the
/// object. A file that gets shorter meanwhile, or a medium that goes away, gives zeros and isIntact() false.
class MappedFile final : public Buffer {
 public:
  /// Errors: FileNotFound, FileUnreadable (also for what is no regular file).
  static Result<BufferPtr> open(const QString& path);
  /// The first bytes, read into memory. Errors as open().
  static Result<BufferPtr> head(const QString& path, std::uint64_t bytes);

  ~MappedFile() override;

  ByteView view() const override { return m_view; }
  bool isIntact() const override { return m_guard->isIntact(); }
  void keep(std::size_t first, std::size_t count) const override;
  /// Memory that keep() took.
  std::uint64_t keptBytes() const { return m_keptBytes; }
  /// Hands the pages that are not kept back to the system; the next look at them reads them again (from its
  /// cache, mostly).
  void dropPages() const;

 private:
  /// Whole pages, from the start of the view.
  struct Span {
    std::size_t first, end;
  };

  MappedFile() = default;
  QFile m_file;
  ByteView m_view;
  std::optional<BusGuard> m_guard;
  mutable std::mutex m_mutex;
  mutable std::vector<Span> m_kept;  ///< ascending, apart from each other
  mutable std::atomic<std::uint64_t> m_keptBytes = 0;
};

}  // namespace core
