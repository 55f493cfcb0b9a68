// Stub of Boost.Beast 1.74 for fixtures.
#include "http.hpp"
