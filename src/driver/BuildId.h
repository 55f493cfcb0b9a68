//===- BuildId.h - Which build of cppwarden this is ------------*- C++ -*-===//
//
// Two builds may carry one version and different rules. The result cache takes
// no entry of another build.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_DRIVER_BUILDID_H
#define CPPWARDEN_DRIVER_BUILDID_H

#include <string>

namespace cppwarden::driver {

/// The linker's build id, or a digest of the running program where the linker
/// left none. Hexadecimal; computed once.
const std::string &buildId();

} // namespace cppwarden::driver

#endif
