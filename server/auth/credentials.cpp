// SPDX-License-Identifier: MIT
#include "server/auth/credentials.h"

#include "server/routes/jsonobject.h"
#include "server/services.h"

namespace server {

namespace {

using Kind = Credentials::Kind;

Answer notProvided() { return detailAnswer(401, "Authentication credentials were not provided."); }
Answer badKey() { return detailAnswer(401, "Invalid or missing API key."); }
Answer notPermitted() { return detailAnswer(403, "You do not have permission to perform this action."); }

Answer refused(std::string_view detail, std::string_view code) {
  return {401, "application/json", JsonObject().text("detail", detail).text("code", code).bytes(), {}};
}

Answer badToken(std::string_view message) {
  JsonArray messages;
  messages.raw(viewOf(JsonObject()
                          .text("token_class", std::string_view("AccessToken"))
                          .text("token_type", std::string_view("access"))
                          .text("message", message)
                          .bytes()));
  return {401,
          "application/json",
          JsonObject()
              .text("detail", std::string_view("Given token not valid for any token type"))
              .text("code", std::string_view("token_not_valid"))
              .raw("messages", viewOf(messages.bytes()))
              .bytes(),
          {}};
}

Answer answerOf(Tokens::Refusal refusal) {
  switch (refusal) {
    case Tokens::Refusal::Invalid:
      return badToken("Token is invalid or expired");
    case Tokens::Refusal::WrongType:
      return badToken("Token has wrong type");
    case Tokens::Refusal::UnknownAccount:
      return refused("User not found", "user_not_found");
    case Tokens::Refusal::InactiveAccount:
      return refused("User is inactive", "user_inactive");
  }
  return notProvided();
}

Identity principal(const Account& account, Principal::By by) {
  return std::optional(Principal{account.id, by, account.isDeveloper});
}

core::Result<Identity> ofToken(const Services& services, Who who, const QByteArray& token) {
  const auto owner = services.tokens.owner(token, "access");
  if (!owner) return owner.error();
  if (const auto* refusal = std::get_if<Tokens::Refusal>(&*owner)) return Identity(answerOf(*refusal));
  const Account& account = std::get<Account>(*owner);
  if (who == Who::Developer && !account.isDeveloper) return Identity(notPermitted());
  return principal(account, Principal::By::Token);
}

/// A key opens the routes of files only, however good it is.
core::Result<Identity> ofKey(const Services& services, Who who, const Credentials& given) {
  if (who != Who::BearerOrKey)
    return Identity(given.kind == Kind::Key || ApiKeys::isKey(given.text) ? notPermitted() : notProvided());
  const auto owner = services.keys.owner(given.text);
  if (!owner) return owner.error();
  return *owner ? principal(**owner, Principal::By::ApiKey) : Identity(badKey());
}

}  // namespace

Credentials readCredentials(const QByteArray& authorization) {
  const QList<QByteArray> words = authorization.simplified().split(' ');
  const QByteArray scheme = words.first().toLower();
  if (scheme.isEmpty()) return {};
  if (scheme == "bearer")
    return words.size() == 2 ? Credentials{Kind::Token, words[1]} : Credentials{Kind::Malformed, {}};
  if (scheme == "apikey" || scheme == "api-key") return {Kind::Key, words.mid(1).join(' ')};
  return words.size() == 1 ? Credentials{Kind::BareWord, words[0]} : Credentials{};
}

core::Result<Identity> identify(const Services& services, Who who, const Request& request) {
  if (who == Who::Anyone) return Identity(std::optional<Principal>());
  const Credentials given = readCredentials(request.header("Authorization"));
  switch (given.kind) {
    case Kind::None:
      return Identity(notProvided());
    case Kind::Malformed:
      return Identity(refused("Authorization header must contain two space-delimited values",
                              "bad_authorization_header"));
    case Kind::Token:
      return ofToken(services, who, given.text);
    case Kind::Key:
    case Kind::BareWord:
      return ofKey(services, who, given);
  }
  return Identity(notProvided());
}

}  // namespace server
