// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QSocketNotifier>

namespace server::program {

/// SIGTERM and SIGINT as a Qt signal; the second one ends the process at once. Made before any thread is,
/// so that every thread leaves these signals alone.
class Signals final : public QObject {
  Q_OBJECT
 public:
  Signals();
  ~Signals() override;

 signals:
  void asked();

 private:
  void read();

  int m_descriptor = -1;
  QSocketNotifier* m_notifier = nullptr;
  bool m_hasAsked = false;
};

}  // namespace server::program
