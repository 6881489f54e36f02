// SPDX-License-Identifier: MIT
#include "server/routes/allroutes.h"

#include "server/anonymise/routes.h"
#include "server/auth/accountroutes.h"
#include "server/auth/keyroutes.h"
#include "server/create/routes.h"
#include "server/docs/page.h"
#include "server/quota/activity.h"
#include "server/read/routes.h"
#include "server/routes/information.h"

namespace server {

namespace {

void append(std::vector<Route>& all, std::vector<Route> more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

std::vector<Route> allRoutes(Services& services) {
  std::vector<Route> all;
  append(all, accountRoutes(services));
  append(all, keyRoutes(services));
  append(all, activityRoutes(services));
  append(all, readRoutes(services));
  append(all, createRoutes());
  append(all, anonymizeRoutes(services));
  append(all, informationRoutes());
  addDocsRoutes(all);
  return all;
}

}  // namespace server
