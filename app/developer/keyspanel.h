// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

#include "app/developer/apihost.h"

class QFrame;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace app {

/// The API keys of an account. A new one is shown until another account or key is, and never again.
class KeysPanel : public QWidget {
  Q_OBJECT

 public:
  explicit KeysPanel(ApiHost& host, QWidget* parent = nullptr);

  void setAccount(const ApiAccount* account);
  /// Looks again; what is the same stays as it is.
  void refresh();

 signals:
  void failed(const QList<app::ApiFault>& faults);

 private:
  void makeFresh();
  void show(const QList<ApiKey>& keys);
  void create();
  void take(const ApiAnswer<QString>& answer);
  void askRemove();
  void remove(const ApiKey& key);

  ApiHost& m_host;
  qint64 m_account = 0;
  QList<ApiKey> m_keys;
  QLabel* m_hint;
  QLineEdit* m_name;
  QPushButton* m_create;
  QFrame* m_fresh;  ///< shows the new key
  QLineEdit* m_freshKey;
  QTableWidget* m_table;
  QPushButton* m_delete;
};

}  // namespace app
