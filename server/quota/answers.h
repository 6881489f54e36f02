// SPDX-License-Identifier: MIT
#pragma once

#include "server/exchange.h"
#include "server/quota/quota.h"

namespace server {

/// 429, naming the route by its canonical path.
Answer exceededAnswer(const Quota::Count& count, const QByteArray& route);

/// RateLimit-Limit, -Remaining, -Reset and the newer RateLimit-Policy and RateLimit.
void addRateLimit(Answer& answer, const Quota::Count& count);

}  // namespace server
