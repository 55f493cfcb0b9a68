#pragma once
#include "Config.h"
#include "Orders.h"
#include "Users.h"
#include <httplib.h>

namespace orders {

void addRoutes(httplib::Server &server, const Config &config, OrderStore &orders, UserStore &users);

} // namespace orders
