//===- Quoting.h - Which quotes a hole in a text stands in -----*- C++ -*-===//
//
// Escaping makes a value harmless between quotes only: O''Brien needs them, and
// `id = 1 OR 1=1` holds nothing to escape. So extraction tells for each value
// that is put into a text whether the text before it has left quotes open.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_ANALYSIS_EXTRACT_QUOTING_H
#define CPPWARDEN_ANALYSIS_EXTRACT_QUOTING_H

#include "llvm/ADT/StringRef.h"
#include <map>
#include <optional>

namespace cppwarden::analysis {

enum class Quoting : unsigned char { Unknown, Outside, Single, Double };

/// The state after Text, which follows what ended in Before. A backslash keeps
/// the next character from counting, as in MySQL and in shells; back quotes
/// quote names, for which escaping does nothing, and do not count.
Quoting quotingAfter(Quoting Before, llvm::StringRef Text);

/// By argument (from 0, counted after the template): where a hole of the
/// template stands. An argument that stands in several is outside if one is.
using HoleQuoting = std::map<unsigned, Quoting>;
HoleQuoting quotingInPrintf(llvm::StringRef Template);
/// `{}`, `{0}`, `{:>8}`; holes with names are left out.
HoleQuoting quotingInBraces(llvm::StringRef Template);

} // namespace cppwarden::analysis

#endif
