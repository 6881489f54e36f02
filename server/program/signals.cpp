// SPDX-License-Identifier: MIT
#include "server/program/signals.h"

#include <sys/signalfd.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>

namespace server::program {

Signals::Signals() {
  sigset_t both;
  sigemptyset(&both);
  sigaddset(&both, SIGTERM);
  sigaddset(&both, SIGINT);
  pthread_sigmask(SIG_BLOCK, &both, nullptr);
  m_descriptor = ::signalfd(-1, &both, SFD_NONBLOCK | SFD_CLOEXEC);
  m_notifier = new QSocketNotifier(m_descriptor, QSocketNotifier::Read, this);
  connect(m_notifier, &QSocketNotifier::activated, this, &Signals::read);
}

Signals::~Signals() { ::close(m_descriptor); }

void Signals::read() {
  signalfd_siginfo got{};
  if (::read(m_descriptor, &got, sizeof got) != sizeof got) return;
  if (m_hasAsked) std::_Exit(1);
  m_hasAsked = true;
  emit asked();
}

}  // namespace server::program
