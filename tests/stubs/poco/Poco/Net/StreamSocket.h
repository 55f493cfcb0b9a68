// Stub of Poco 1.11 for fixtures.
#include "Net.h"
