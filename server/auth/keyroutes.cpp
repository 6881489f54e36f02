// SPDX-License-Identifier: MIT
#include "server/auth/keyroutes.h"

#include <algorithm>

#include "server/routes/fields.h"
#include "server/routes/jsonobject.h"
#include "server/services.h"

namespace server {

namespace {

void appendMoment(JsonObject& object, std::string_view name, const std::optional<Moment>& moment) {
  if (moment)
    object.text(name, viewOf(dateTimeText(*moment)));
  else
    object.raw(name, "null");
}

QByteArray listed(const StoredKey& key) {
  JsonObject object;
  object.number("id", key.id).text("name", key.name).text("prefix", key.prefix);
  appendMoment(object, "created", key.created);
  object.boolean("revoked", false);  // a key that is revoked is deleted
  appendMoment(object, "expiry_date", key.expiry);
  return object.bytes();
}

QByteArray shownOnce(const ApiKeys::NewKey& key) {
  JsonObject object;
  object.number("id", key.stored.id)
      .text("name", key.stored.name)
      .text("key", viewOf(key.text))
      .text("api_key", viewOf(key.text))
      .text("prefix", key.stored.prefix);
  appendMoment(object, "created", key.stored.created);
  appendMoment(object, "expiry_date", key.stored.expiry);
  return object.bytes();
}

Answer listKeys(Services& services, const Request& request) {
  const auto keys = services.keys.ofAccount(request.principal->account);
  if (!keys) return failureAnswer(keys.error());
  JsonArray list;
  for (const StoredKey& key : *keys) list.raw(viewOf(listed(key)));
  return {200, "application/json", list.bytes(), {}};
}

Answer addKey(Services& services, const Request& request) {
  const auto fields = readFields(request);
  if (const auto* refused = std::get_if<Answer>(&fields)) return *refused;
  const auto account = services.accounts.find(request.principal->account);
  if (!account) return failureAnswer(account.error());
  if (!*account) return detailAnswer(404, "Not found.");
  const auto added = services.keys.add(**account, std::get<QJsonObject>(fields));
  if (!added) return failureAnswer(added.error());
  if (const auto* errors = std::get_if<FieldErrors>(&*added)) return errors->answer();
  return {201, "application/json", shownOnce(std::get<ApiKeys::NewKey>(*added)), {}};
}

Answer removeKey(Services& services, const Request& request) {
  const QByteArray& id = request.argument;
  if (!std::all_of(id.begin(), id.end(), [](char c) { return c >= '0' && c <= '9'; }))
    return detailAnswer(404, "Not found.");
  // What is too large for a number is 0, which no key has.
  const auto removed = services.keys.remove(request.principal->account, id.toLongLong());
  if (!removed) return failureAnswer(removed.error());
  if (!*removed) return detailAnswer(404, "No DeveloperAPIKey matches the given query.");
  return {204, {}, {}, {}};
}

Route row(Services& services, const char* method, Answer (*answer)(Services&, const Request&)) {
  return {.method = method,
          .path = "/api-keys/",
          .aliases = {"/api/api-keys/", "/api/developer/auth/api-keys/"},
          .handler = [&services, answer](const Request& request) { return answer(services, request); },
          .who = Who::Developer,
          .runs = Runs::AtDesk};
}

}  // namespace

std::vector<Route> keyRoutes(Services& services) {
  Route list = row(services, "GET", listKeys);
  Route add = row(services, "POST", addKey);
  add.takes = Takes::Fields;
  add.largestBody = fieldsBody;
  Route remove = row(services, "DELETE", removeKey);
  remove.path += "delete/<arg>/";
  for (QByteArray& alias : remove.aliases) alias += "delete/<arg>/";
  return {list, add, remove};
}

}  // namespace server
