//===- WEnvironment.h - Stub of Wt 4.11 for fixtures -*- C++ -*-============//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_WT_WT_WENVIRONMENT_H
#define CPPWARDEN_STUB_WT_WT_WENVIRONMENT_H

#include <Wt/Http/Request.h>
#include <map>

namespace Wt {
class WEnvironment {
public:
  const std::map<std::string, Http::ParameterValues> &getParameterMap() const;
  const Http::ParameterValues &getParameterValues(const std::string &name) const;
  const std::string *getParameter(const std::string &name) const;
};
} // namespace Wt

#endif
