// SPDX-License-Identifier: MIT
#include "server/quota/answers.h"

#include "server/routes/jsonobject.h"

namespace server {

Answer exceededAnswer(const Quota::Count& count, const QByteArray& route) {
  Answer answer{429,
                "application/json",
                JsonObject()
                    .text("error", "Monthly API request for '" + route.toStdString() + "' limit exceeded.")
                    .number("quota", count.quota)
                    .number("requests_used", count.used + 1)
                    .bytes(),
                {{"Retry-After", QByteArray::number(count.reset)}}};
  addRateLimit(answer, count);
  return answer;
}

void addRateLimit(Answer& answer, const Quota::Count& count) {
  const QByteArray quota = QByteArray::number(count.quota), left = QByteArray::number(count.remaining()),
                   reset = QByteArray::number(count.reset);
  answer.headers.append(
      {{"RateLimit-Limit", quota},
       {"RateLimit-Remaining", left},
       {"RateLimit-Reset", reset},
       {"RateLimit-Policy", "\"monthly\";q=" + quota + ";w=" + QByteArray::number(count.window)},
       {"RateLimit", "\"monthly\";r=" + left + ";t=" + reset}});
}

}  // namespace server
