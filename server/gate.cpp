// SPDX-License-Identifier: MIT
#include "server/gate.h"

#include "server/routes/negotiate.h"

namespace server {

namespace {

using Refusal = std::optional<Answer>;

const QList<QByteArray>& typesOf(Takes takes) {
  static const QList<QByteArray> nothing;
  static const QList<QByteArray> fields{"application/json", "application/x-www-form-urlencoded",
                                        "multipart/form-data"};
  static const QList<QByteArray> multipart{"multipart/form-data"};
  return takes == Takes::Nothing ? nothing : takes == Takes::Fields ? fields : multipart;
}

Refusal checkAccept(const Route& route, const Request& request) {
  if (accepts(request.header("Accept"), QList<QByteArray>{"application/json"} + route.gives)) return {};
  return detailAnswer(406, "Could not satisfy the request Accept header.");
}

Answer methodNotAllowed(const RouteTable::Place& place, const Request& request) {
  Answer answer = detailAnswer(405, "Method \"" + request.method.toStdString() + "\" not allowed.");
  answer.headers.append({"Allow", place.allowed()});
  return answer;
}

Refusal checkBody(const Route& route, const Request& request) {
  const QByteArray type = request.header("Content-Type");
  const bool isGiven = !request.body.isEmpty() || !type.isEmpty();
  if (route.takes != Takes::Nothing && isGiven && !typesOf(route.takes).contains(mediaType(type)))
    return detailAnswer(415, "Unsupported media type \"" + type.toStdString() + "\" in request.");
  if (request.body.size() > route.largestBody.value_or(request.body.size()))
    return detailAnswer(413, "The request body is too large.");
  return {};
}

Answer options(const RouteTable::Place& place) { return {204, {}, {}, {{"Allow", place.allowed()}}}; }

}  // namespace

std::variant<Admission, Answer> Gate::admit(const RouteTable::Place& place, const Request& request) const {
  if (request.method == "OPTIONS") return options(place);
  const Route* route = place.find(request.method);
  if (const auto refused = checkAccept(route ? *route : *place.routes.front(), request)) return *refused;
  if (!route) return methodNotAllowed(place, request);
  if (const auto refused = checkBody(*route, request)) return *refused;
  return Admission{route, {}};
}

}  // namespace server
