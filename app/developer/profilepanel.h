// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

#include "app/developer/apihost.h"

class QComboBox;
class QLineEdit;
class QPushButton;

namespace app {

/// The developer profile of an account: what the API is used for. Keys and the summary of usage need one.
class ProfilePanel : public QWidget {
  Q_OBJECT

 public:
  explicit ProfilePanel(ApiHost& host, QWidget* parent = nullptr);

  void setAccount(const ApiAccount* account);

 signals:
  void saved();
  void failed(const QList<app::ApiFault>& faults);

 private:
  void show(const ApiProfile& profile);
  void save();

  ApiHost& m_host;
  qint64 m_account = 0;
  QComboBox* m_purpose;
  QLineEdit* m_organization;
  QPushButton* m_save;
};

}  // namespace app
