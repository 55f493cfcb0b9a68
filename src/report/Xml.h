//===- Xml.h - Text as XML 1.0 can carry it --------------------*- C++ -*-===//
//
// For the XML formats (checkstyle, junit). XML has characters that cannot be
// written at all, not even escaped: they become U+FFFD, as does what is not
// UTF-8.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_REPORT_XML_H
#define CPPWARDEN_REPORT_XML_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace cppwarden::report {

/// For element content and for attribute values in double quotes. Line ends and
/// tabs are written as references: a parser would turn them into spaces in an
/// attribute.
std::string xmlEscaped(llvm::StringRef Text);
/// For element content with lines of its own: LF and tab stay as they are.
std::string xmlContent(llvm::StringRef Text);

} // namespace cppwarden::report

#endif
