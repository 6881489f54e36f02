// SPDX-License-Identifier: MIT
#include "server/program/password.h"

#include <termios.h>
#include <unistd.h>

#include <cstdio>
#include <iostream>
#include <string>

namespace server::program {

namespace {

/// The terminal shows nothing of what is typed while this lives.
class Silence {
 public:
  Silence() {
    ::tcgetattr(STDIN_FILENO, &m_before);
    termios silent = m_before;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
  }
  ~Silence() {
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    std::fputc('\n', stderr);
  }
  Silence(const Silence&) = delete;
  Silence& operator=(const Silence&) = delete;

 private:
  termios m_before{};
};

std::optional<QString> readLine() {
  std::string line;
  if (!std::getline(std::cin, line)) return std::nullopt;
  if (line.ends_with('\r')) line.pop_back();
  return QString::fromStdString(line);
}

std::optional<QString> ask(const char* prompt) {
  std::fputs(prompt, stderr);
  const Silence silence;
  return readLine();
}

}  // namespace

std::optional<QString> readPassword() {
  if (!::isatty(STDIN_FILENO)) return readLine();
  const auto password = ask("Password: ");
  return password && ask("Again: ") == password ? password : std::nullopt;
}

}  // namespace server::program
