// SPDX-License-Identifier: MIT
#include "server/auth/accounts.h"

#include "server/auth/passwords.h"
#include "server/routes/textfield.h"

namespace server {

namespace {

constexpr TextRule emailRule{.name = "email", .most = 254, .isEmail = true};
constexpr TextRule firstNameRule{.name = "first_name", .most = 50};
constexpr TextRule lastNameRule{.name = "last_name", .most = 50};
constexpr TextRule passwordRule{.name = "password", .least = 8, .isTrimmed = false};
constexpr TextRule organizationRule{
    .name = "organization", .most = 255, .isRequired = false, .mayBeBlank = true, .mayBeNull = true};

const QStringList purposes{QStringLiteral("testing"),   QStringLiteral("research"),
                           QStringLiteral("education"), QStringLiteral("commercial"),
                           QStringLiteral("other"),     QString()};

core::Error noMemory() { return {core::ErrorCode::WriteFailed, "no memory to hash a password"}; }

QString withLowerDomain(const QString& email) {
  const qsizetype at = email.lastIndexOf(QLatin1Char('@'));
  return email.left(at) + email.mid(at).toLower();
}

/// What a choice's error names: a text as it is, a truth value as Python spells it.
QString shown(const QJsonValue& value) {
  if (value.isBool()) return value.toBool() ? QStringLiteral("True") : QStringLiteral("False");
  return plainText(value).value_or(value.isArray() ? QStringLiteral("[]") : QStringLiteral("{}"));
}

/// Changes the purpose when the fields name one.
void readPurpose(const QJsonObject& fields, std::optional<QString>& purpose, FieldErrors& errors) {
  const QJsonValue value = fields.value(QLatin1String("purpose"));
  if (value.isUndefined()) return;
  if (value.isNull()) return purpose.reset();
  if (value.isString() && purposes.contains(value.toString()))
    purpose = value.toString();
  else
    errors.add(QStringLiteral("purpose"), QStringLiteral("\"%1\" is not a valid choice.").arg(shown(value)));
}

void readOrganization(const QJsonObject& fields, std::optional<QString>& organization, FieldErrors& errors) {
  const auto text = readText(fields, organizationRule, errors);
  if (fields.contains(QLatin1String("organization"))) organization = text;
}

void addTaken(FieldErrors& errors) {
  errors.add(QStringLiteral("email"), QStringLiteral("user with this email already exists."));
}

}  // namespace

core::Result<std::variant<Account, FieldErrors>> Accounts::add(const QJsonObject& fields) {
  FieldErrors errors;
  Account account;
  const auto email = readText(fields, emailRule, errors);
  if (email) {
    const auto taken = m_store.find(*email);
    if (!taken) return taken.error();
    if (*taken) addTaken(errors);
  }
  account.firstName = readText(fields, firstNameRule, errors).value_or(QString());
  account.lastName = readText(fields, lastNameRule, errors).value_or(QString());
  const auto password = readText(fields, passwordRule, errors);
  if (!errors.isEmpty()) return std::variant<Account, FieldErrors>(errors);
  account.email = withLowerDomain(*email);
  account.created = m_now() * 1000;
  account.passwordHash = hashPassword(*password);
  if (account.passwordHash.isEmpty()) return noMemory();
  const auto id = m_store.add(account);
  if (!id) return id.error();
  if (!*id) return addTaken(errors), std::variant<Account, FieldErrors>(errors);
  account.id = **id;
  return std::variant<Account, FieldErrors>(account);
}

core::Result<Accounts::Login> Accounts::logIn(const QString& email, const QString& password) {
  const auto attempt = m_throttle.attempt(email);
  const core::Result<int> wait = m_throttle.wait(email);
  if (!wait) return wait.error();
  if (*wait > 0) return Login(Throttled{*wait});
  core::Result<Login> login = verify(email, password);
  if (!login) return login;
  const bool isRefused = std::holds_alternative<Refused>(*login);
  const core::Status told = isRefused ? m_throttle.failed(email) : m_throttle.passed(email);
  if (!told) return told.error();
  return login;
}

/// Costs the same whether the address is known or not.
core::Result<Accounts::Login> Accounts::verify(const QString& email, const QString& password) {
  auto found = m_store.find(email);
  if (!found) return found.error();
  if (!*found) return verifyNothing(password), Login(Refused());
  const bool isRight = isPassword((*found)->passwordHash, password);
  if (!isRight || !(*found)->isActive) return Login(Refused());
  return Login(std::move(**found));
}

core::Result<FieldErrors> Accounts::setPassword(const Account& account, const QString& password) {
  FieldErrors errors;
  checkText(password, passwordRule, errors);
  if (!errors.isEmpty()) return errors;
  const QByteArray hash = hashPassword(password);
  if (hash.isEmpty()) return noMemory();
  if (const core::Status set = m_store.setPassword(account.id, hash, m_now() * 1000); !set)
    return set.error();
  if (const core::Status forgotten = m_throttle.passed(account.email); !forgotten) return forgotten.error();
  return errors;
}

core::Result<std::variant<Profile, FieldErrors>> Accounts::saveProfile(qint64 account,
                                                                       const QJsonObject& fields) {
  const auto before = m_store.profile(account);
  if (!before) return before.error();
  Profile profile = before->value_or(Profile());
  FieldErrors errors;
  readPurpose(fields, profile.purpose, errors);
  readOrganization(fields, profile.organization, errors);
  if (!errors.isEmpty()) return std::variant<Profile, FieldErrors>(errors);
  if (const core::Status saved = m_store.setProfile(account, profile); !saved) return saved.error();
  return std::variant<Profile, FieldErrors>(profile);
}

}  // namespace server
