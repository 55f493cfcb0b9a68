// Stub of spdlog's wrapper of {fmt}, for fixtures.
#include "../../../fmt/fmt/format.h"
