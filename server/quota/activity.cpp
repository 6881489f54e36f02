// SPDX-License-Identifier: MIT
#include "server/quota/activity.h"

#include <QDateTime>

#include "server/routes/fielderrors.h"
#include "server/routes/jsonobject.h"
#include "server/services.h"

namespace server {

namespace {

/// A whole number of the query; what is absent or blank is the other.
int readNumber(const Request& request, const char* name, int otherwise, FieldErrors& errors) {
  const QString text = QString::fromStdString(request.parameter(name).value_or("")).trimmed();
  if (text.isEmpty()) return otherwise;
  bool isNumber = false;
  const int number = text.toInt(&isNumber);
  if (!isNumber) errors.add(QString::fromLatin1(name), QStringLiteral("Enter a number."));
  return number;
}

Answer summary(const QList<DayCount>& days) {
  JsonArray list;
  qint64 total = 0;
  for (const DayCount& day : days) {
    list.raw(
        viewOf(JsonObject().text("day", day.day.toString(Qt::ISODate)).number("count", day.count).bytes()));
    total += day.count;
  }
  return {200,
          "application/json",
          JsonObject().raw("daily_activity", viewOf(list.bytes())).number("monthly_total", total).bytes(),
          {}};
}

Answer showActivity(Services& services, const Request& request) {
  const QDate today = QDateTime::fromMSecsSinceEpoch(services.now(), Qt::UTC).date();
  FieldErrors errors;
  const int year = readNumber(request, "timestamp__year", today.year(), errors);
  const int month = readNumber(request, "timestamp__month", today.month(), errors);
  if (!errors.isEmpty()) return errors.answer();
  const QDate first(year, month, 1);
  if (!first.isValid() || year < 1 || year > 9999) return summary({});
  const auto days = services.calls.perDay(request.principal->account, first, first.addMonths(1).addDays(-1));
  return days ? summary(*days) : failureAnswer(days.error());
}

}  // namespace

std::vector<Route> activityRoutes(Services& services) {
  return {{.method = "GET",
           .path = "/api/developer/profiles/activity-summary/",
           .handler = [&services](const Request& request) { return showActivity(services, request); },
           .who = Who::Developer,
           .runs = Runs::AtDesk}};
}

}  // namespace server
