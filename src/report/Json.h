//===- Json.h - JSON as the writers use it ---------------------*- C++ -*-===//
//
// Keys in the order they are set; bytes that are not UTF-8 become U+FFFD, since
// source texts and file names are arbitrary bytes.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_REPORT_JSON_H
#define CPPWARDEN_REPORT_JSON_H

#include "llvm/ADT/StringRef.h"
#include <nlohmann/json.hpp>

namespace cppwarden::report {

using Json = nlohmann::ordered_json;

/// Indent as in nlohmann's dump: -1 is one line.
inline std::string dumpJson(const Json &Value, int Indent = -1) {
  return Value.dump(Indent, ' ', /*ensure_ascii=*/false,
                    Json::error_handler_t::replace);
}

/// A file name as a URI: a relative reference for a relative name, a file URI
/// for an absolute one.
std::string fileUri(llvm::StringRef File);

} // namespace cppwarden::report

#endif
