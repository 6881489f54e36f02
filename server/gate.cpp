// SPDX-License-Identifier: MIT
#include "server/gate.h"

#include "server/auth/credentials.h"
#include "server/quota/answers.h"
#include "server/routes/negotiate.h"
#include "server/services.h"

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
  const Route& nearest = route ? *route : *place.routes.front();
  if (const auto refused = checkAccept(nearest, request)) return *refused;
  auto identity = identify(m_services, nearest.who, request);
  if (!identity) return failureAnswer(identity.error());
  if (auto* refused = std::get_if<Answer>(&*identity)) return std::move(*refused);
  if (!route) return methodNotAllowed(place, request);
  if (const auto refused = checkBody(*route, request)) return *refused;
  return admitMetered({route, std::get<0>(*identity), {}});
}

std::variant<Admission, Answer> Gate::admitMetered(Admission admission) const {
  if (!admission.route->isMetered) return admission;
  auto taken = m_services.quota.take(admission.principal->account, admission.route->path);
  if (!taken) return failureAnswer(taken.error());
  if (const auto* full = std::get_if<Quota::Count>(&*taken))
    return exceededAnswer(*full, admission.route->path);
  admission.place = std::make_shared<Quota::Place>(std::get<Quota::Place>(std::move(*taken)));
  return admission;
}

}  // namespace server
