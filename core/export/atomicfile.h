// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>
#include <memory>

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace core {

/// What a write may do to what stands there already.
enum class Existing { Replace, Refuse };

/// A file that is there whole or not at all: bytes go to a temporary file in the same folder, which is synced
/// and renamed by commit(). Without commit(), or after any failure, nothing is left behind and what was there
/// before stays as it was. Errors: DiskFull, NoPermission, FolderMissing, WouldOverwrite (it is one of the
/// originals, or exists and may not be replaced), WriteFailed.
class AtomicFile {
 public:
  /// originals: files that are open and never replaced, by whatever name, link or path they are reached.
  static Result<AtomicFile> create(const QString& path, Existing existing = Existing::Replace,
                                   const QStringList& originals = {});
  AtomicFile(AtomicFile&&) noexcept;
  AtomicFile& operator=(AtomicFile&&) noexcept;
  ~AtomicFile();

  Status write(ByteView bytes);
  Status commit();

 private:
  struct Open;
  explicit AtomicFile(std::unique_ptr<Open> open);
  std::unique_ptr<Open> m_open;
};

/// create(), write() and commit() of a file that is in memory.
Status writeAtomically(const QString& path, ByteView bytes, Existing existing = Existing::Replace,
                       const QStringList& originals = {});

}  // namespace core
