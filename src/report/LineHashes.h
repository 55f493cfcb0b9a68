//===- LineHashes.h - GitHub's primaryLocationLineHash ---------*- C++ -*-===//
//
// GitHub's upload action adds this fingerprint to SARIF files that lack it and
// keeps it where it is there; code scanning then recognises an alert whose line
// has moved. Ours must be the same value, or alerts close and open again when
// a project changes its way of uploading. Called by the SARIF writer.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_REPORT_LINEHASHES_H
#define CPPWARDEN_REPORT_LINEHASHES_H

#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <string>
#include <vector>

namespace cppwarden::report {

/// "hex:occurrence" of every line of a file; element 0 is line 1. A line that
/// is empty at the end of the file, behind the last line end, counts.
std::vector<std::string> githubLineHashes(llvm::StringRef Contents);

} // namespace cppwarden::report

#endif
