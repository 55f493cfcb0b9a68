#include "Log.h"
#include <iostream>

namespace orders {

void writeLine(Level level, const std::string &text) {
  static const char *const names[] = {"debug", "info", "error"};
  std::cerr << names[static_cast<int>(level)] << ": " << text << '\n';
}

std::string maskSecret(const std::string &secret) {
  return secret.substr(0, 2) + "***";
}

} // namespace orders
