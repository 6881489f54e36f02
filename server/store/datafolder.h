// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <memory>

#include "core/base/result.h"

namespace server {

/// The directory in which a server keeps its state.
class DataFolder {
 public:
  /// Makes the directory for its owner alone when it is not there.
  static core::Result<DataFolder> open(const QString& path);

  /// Holds it for one server until the returned object ends, or the process however it ends. The error says
  /// that another server has it.
  core::Result<std::shared_ptr<void>> lock() const;

  QString databaseFile() const { return m_path + QStringLiteral("/server.sqlite"); }
  /// A folder that only its owner enters; made when it is not there.
  core::Result<QString> secretsFolder() const;

 private:
  explicit DataFolder(QString path) : m_path(std::move(path)) {}

  QString m_path;
};

}  // namespace server
