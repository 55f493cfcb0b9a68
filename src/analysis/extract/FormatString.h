//===- FormatString.h - Conversions of a printf template -------*- C++ -*-===//
//
// Which argument each conversion takes, and whether its characters end up in
// the result. ISO C 7.23.6.1, POSIX positional arguments, GNU and BSD
// extensions; letters unknown to all of them (sqlite's %q) count as text.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_ANALYSIS_EXTRACT_FORMATSTRING_H
#define CPPWARDEN_ANALYSIS_EXTRACT_FORMATSTRING_H

#include "llvm/ADT/StringRef.h"
#include <vector>

namespace cppwarden::analysis {

struct FormatConversion {
  enum class Takes { Text, Character, Number, Pointer, Nothing };
  unsigned Argument = 0; ///< from 0, counted after the template
  Takes What = Takes::Text;
  char Letter = 's';
  std::size_t At = 0; ///< offset of its % in the template
};

std::vector<FormatConversion> parsePrintf(llvm::StringRef Template);

} // namespace cppwarden::analysis

#endif
