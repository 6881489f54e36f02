// SPDX-License-Identifier: MIT
#include "app/share/anonymiseexport.h"

#include <QDir>
#include <QFileInfo>

#include "core/export/atomicfile.h"

namespace app {

namespace {

/// The folder of the target was there when the work began; if it is gone now it is not made again.
core::Status write(const AnonymiseExport& how, const QString& path, const core::anonymise::Anonymised& made) {
  if (!how.isOneFile) {
    if (!QFileInfo(how.target).isDir()) return core::ErrorCode::FolderMissing;
    if (!QDir().mkpath(QFileInfo(path).path())) return core::ErrorCode::NoPermission;
  }
  QStringList originals;
  for (const AnonymiseExport::Object& object : how.objects) originals << object.source.path;
  return core::writeAtomically(path, made.bytes, core::Existing::Refuse, originals);
}

bool endsAll(core::ErrorCode code) {
  return code == core::ErrorCode::DiskFull || code == core::ErrorCode::NoPermission ||
         code == core::ErrorCode::FolderMissing;
}

}  // namespace

AnonymiseExport::Report AnonymiseExport::run(const Worker::Handle& handle) const {
  Report report;
  core::anonymise::UniqueNames names;
  std::size_t done = 0;
  for (const Object& object : objects) {
    if (handle.cancelled) break;
    const auto made = core::anonymise::anonymisedSource(object.source, options, secret);
    const QString path =
        made && !isOneFile
            ? QDir(target).filePath(QString::fromStdString(names.next(made->path, object.number)))
            : target;
    const core::Status written = made ? write(*this, path, *made) : core::Status(made.error());
    handle.progress(++done);
    if (written) {
      ++report.written;
      for (const std::string& warning : made->warnings) ++report.warnings[warning];
      continue;
    }
    report.problems.push_back({object.source, written.error()});
    if (endsAll(written.error().code)) break;
  }
  report.isCancelled = handle.cancelled;
  return report;
}

}  // namespace app
