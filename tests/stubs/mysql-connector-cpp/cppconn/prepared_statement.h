// Stub for fixtures and documentation examples: declarations with the signatures of
// MySQL Connector/C++ 1.1.12; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_CPPCONN_PREPARED_STATEMENT_H
#define CPPWARDEN_STUB_CPPCONN_PREPARED_STATEMENT_H
#include "statement.h"

#endif
