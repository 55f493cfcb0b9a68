// Stub of Boost.Asio 1.74 for fixtures.
#include "../../asio.hpp"
