// SPDX-License-Identifier: MIT
#include "server/auth/tokens.h"

#include <sodium.h>

namespace server {

namespace {

constexpr Moment second = 1'000'000;

QByteArray randomId() {
  QByteArray bytes(16, '\0');
  randombytes_buf(bytes.data(), 16);
  return bytes.toHex();
}

}  // namespace

QByteArray Tokens::issue(const Account& account, const char* type, qint64 seconds) const {
  return encodeToken(
      {type, now() + seconds, now(), randomId(), account.id, account.firstName, account.lastName}, m_key);
}

bool Tokens::isValid(const QByteArray& token) const { return decodeToken(token, m_key, now()).has_value(); }

core::Result<std::variant<Account, Tokens::Refusal>> Tokens::owner(const QByteArray& token,
                                                                   const char* type) const {
  using Owner = std::variant<Account, Refusal>;
  const std::optional<Claims> claims = decodeToken(token, m_key, now());
  if (!claims) return Owner(Refusal::Invalid);
  if (claims->type != type) return Owner(Refusal::WrongType);
  auto account = m_accounts.find(claims->account);
  if (!account) return account.error();
  if (!*account) return Owner(Refusal::UnknownAccount);
  if (!(*account)->isActive) return Owner(Refusal::InactiveAccount);
  // A token knows whole seconds only: one of the second in which the password changed is still taken.
  if (claims->issued < (*account)->tokensFrom / second) return Owner(Refusal::Invalid);
  return Owner(std::move(**account));
}

}  // namespace server
