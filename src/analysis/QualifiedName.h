//===- QualifiedName.h - The name by which models know a declaration -*- C++
//-*-===//
//
// Models, `models verify` and the flow extractor must agree on what a function
// or type is called; docs/models.md, "Names", is the rule and this its only
// implementation. The extractor calls it once for every distinct callee.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_ANALYSIS_QUALIFIEDNAME_H
#define CPPWARDEN_ANALYSIS_QUALIFIEDNAME_H

#include <string>

namespace clang {
class NamedDecl;
}

namespace cppwarden::analysis {

/// `std::basic_string::append`, `Class::Class`, `Class::~Class`,
/// `Class::operator conversion`, `std::operator+`, `sqlite3_exec`. No template
/// arguments; inline and anonymous namespaces, unscoped enums and nameless
/// records are left out; a C function is its plain name wherever it was
/// declared. A nameless record with a typedef goes by the typedef; a lambda is
/// `lambda`, so that its call operator is `f::lambda::operator()`.
std::string qualifiedName(const clang::NamedDecl &Declaration);

} // namespace cppwarden::analysis

#endif
