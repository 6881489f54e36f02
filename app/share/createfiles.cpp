// SPDX-License-Identifier: MIT
#include "app/share/createfiles.h"

#include <QDir>
#include <QFile>

#include "app/paint/errordetail.h"
#include "app/paint/errortext.h"
#include "core/export/atomicfile.h"
#include "core/export/exportplan.h"
#include "core/open/source.h"

namespace app {

namespace {

core::Result<core::HeldBytes> contentOf(const QString& path) {
  const auto bytes = core::readAll({path, {}, -1, 0});
  if (!bytes) return bytes.error();
  return core::HeldBytes((*bytes)->view(), *bytes);
}

/// The file, where it is about one, and the reason.
QString lineOf(const core::FieldError& error, const QStringList& files) {
  const QString reason = detailText(error.detail);
  return error.content ? files.value(static_cast<int>(*error.content)) + QStringLiteral(": ") + reason
                       : reason;
}

QStringList linesOf(const core::FieldErrors& errors, const QStringList& files) {
  QStringList lines;
  for (const core::FieldError& error : errors) lines << lineOf(error, files);
  return lines;
}

}  // namespace

CreateFiles::Report CreateFiles::run(const Worker::Handle& handle) const {
  core::CreateRequest whole = request;
  for (const QString& file : files) {
    auto content = contentOf(file);
    if (!content) return {{}, {file + QStringLiteral(": ") + errorText(content.error())}};
    whole.contents.push_back(*std::move(content));
  }
  const core::CreateOutcome made = core::createInstances(whole);
  if (const auto* errors = std::get_if<core::FieldErrors>(&made)) return {{}, linesOf(*errors, files)};
  const auto& instances = std::get<std::vector<core::CreatedInstance>>(made);
  Report report;
  for (std::size_t i = 0; i < instances.size(); ++i) {
    const QString path =
        QDir(folder).filePath(core::numberedName(i + 1, instances.size()) + QStringLiteral(".dcm"));
    const core::Status saved =
        handle.cancelled ? core::Status(core::ErrorCode::Cancelled)
                         : core::writeAtomically(path, instances[i].file, core::Existing::Refuse, files);
    if (saved) {
      report.written << path;
      continue;
    }
    for (const QString& ours : report.written) QFile::remove(ours);
    return {{}, {path + QStringLiteral(": ") + errorText(saved.error())}};
  }
  return report;
}

}  // namespace app
