// SPDX-License-Identifier: MIT
#include "server/auth/accountroutes.h"

#include "server/routes/fields.h"
#include "server/routes/jsonobject.h"
#include "server/routes/textfield.h"
#include "server/services.h"

namespace server {

namespace {

using Fields = QJsonObject;

constexpr TextRule emailRule{.name = "email"};
constexpr TextRule passwordRule{.name = "password", .isTrimmed = false};
constexpr TextRule tokenRule{.name = "token"};
constexpr TextRule refreshRule{.name = "refresh"};

Answer json(int status, const QByteArray& body) { return {status, "application/json", body, {}}; }

Answer registerAccount(Services& services, const Fields& fields) {
  const auto added = services.accounts.add(fields);
  if (!added) return failureAnswer(added.error());
  if (const auto* errors = std::get_if<FieldErrors>(&*added)) return errors->answer();
  return json(201, R"({"message":"User registered successfully!"})");
}

Answer throttled(int seconds) {
  Answer answer = detailAnswer(429, "Request was throttled. Expected available in " +
                                        std::to_string(seconds) + (seconds == 1 ? " second." : " seconds."));
  answer.headers.append({"Retry-After", QByteArray::number(seconds)});
  return answer;
}

Answer newTokens(Services& services, const Fields& fields) {
  FieldErrors errors;
  const auto email = readText(fields, emailRule, errors);
  const auto password = readText(fields, passwordRule, errors);
  if (!errors.isEmpty()) return errors.answer();
  const auto login = services.accounts.logIn(*email, *password);
  if (!login) return failureAnswer(login.error());
  if (const auto* wait = std::get_if<Accounts::Throttled>(&*login)) return throttled(wait->seconds);
  const auto* account = std::get_if<Account>(&*login);
  if (!account) return detailAnswer(401, "No active account found with the given credentials");
  return json(200, JsonObject()
                       .text("refresh", viewOf(services.tokens.refresh(*account)))
                       .text("access", viewOf(services.tokens.access(*account)))
                       .bytes());
}

Answer refreshToken(Services& services, const Fields& fields) {
  FieldErrors errors;
  const auto refresh = readText(fields, refreshRule, errors);
  if (!refresh) {
    const bool isAbsent =
        errors.of(QStringLiteral("refresh")) != QStringList{QStringLiteral("Not a valid string.")};
    return detailAnswer(401, isAbsent ? "Refresh token not found" : "Invalid or expired JWT token");
  }
  const auto owner = services.tokens.owner(refresh->toLatin1(), "refresh");
  if (!owner) return failureAnswer(owner.error());
  const auto* account = std::get_if<Account>(&*owner);
  if (!account) return detailAnswer(401, "Invalid or expired JWT token");
  return json(200, JsonObject().text("access", viewOf(services.tokens.access(*account))).bytes());
}

Answer verifyToken(Services& services, const Fields& fields) {
  FieldErrors errors;
  const auto token = readText(fields, tokenRule, errors);
  if (!errors.isEmpty()) return errors.answer();
  if (services.tokens.isValid(token->toLatin1())) return json(200, "{}");
  return json(401, R"({"detail":"Token is invalid or expired","code":"token_not_valid"})");
}

Answer profileAnswer(int status, const Profile& profile) {
  return json(
      status,
      JsonObject().text("purpose", profile.purpose).text("organization", profile.organization).bytes());
}

Answer showProfile(Services& services, const Request& request) {
  const auto profile = services.accounts.profile(request.principal->account);
  if (!profile) return failureAnswer(profile.error());
  if (!*profile) return detailAnswer(404, "Developer profile does not exist.");
  return profileAnswer(200, **profile);
}

Answer saveProfile(Services& services, const Request& request) {
  const auto fields = readFields(request);
  if (const auto* refused = std::get_if<Answer>(&fields)) return *refused;
  const auto saved = services.accounts.saveProfile(request.principal->account, std::get<Fields>(fields));
  if (!saved) return failureAnswer(saved.error());
  if (const auto* errors = std::get_if<FieldErrors>(&*saved)) return errors->answer();
  return profileAnswer(201, std::get<Profile>(*saved));
}

/// A POST of fields that anyone may send.
Route open(const char* path, Services& services, Answer (*answer)(Services&, const Fields&)) {
  const auto handler = [&services, answer](const Request& request) {
    const auto fields = readFields(request);
    const auto* refused = std::get_if<Answer>(&fields);
    return refused ? *refused : answer(services, std::get<Fields>(fields));
  };
  return {.method = "POST",
          .path = path,
          .handler = handler,
          .takes = Takes::Fields,
          .runs = Runs::AtDesk,
          .largestBody = fieldsBody};
}

}  // namespace

std::vector<Route> accountRoutes(Services& services) {
  std::vector<Route> routes{
      open("/api/auth/register/", services, registerAccount), open("/api/token/", services, newTokens),
      open("/api/token/refresh/", services, refreshToken), open("/api/token/verify/", services, verifyToken)};
  routes.front().aliases = {"/api/register/"};
  routes.push_back({.method = "GET",
                    .path = "/api/developer/profiles/",
                    .handler = [&services](const Request& request) { return showProfile(services, request); },
                    .who = Who::Bearer,
                    .runs = Runs::AtDesk});
  routes.push_back({.method = "POST",
                    .path = "/api/developer/profiles/",
                    .handler = [&services](const Request& request) { return saveProfile(services, request); },
                    .who = Who::Bearer,
                    .takes = Takes::Fields,
                    .runs = Runs::AtDesk,
                    .largestBody = fieldsBody});
  return routes;
}

}  // namespace server
