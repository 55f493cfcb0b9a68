//===- FindingFilter.h - Which findings the configuration wants -*- C++ -*-===//
//
// Applied by `check` to what the link found: per-path rules and severities, and
// files whose findings are nobody's business here (third-party and generated
// code). Analysis has used those files all the same: a flow through them
// counts.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_DRIVER_FINDINGFILTER_H
#define CPPWARDEN_DRIVER_FINDINGFILTER_H

#include "cppwarden/Finding.h"
#include "driver/Configuration.h"
#include "llvm/ADT/ArrayRef.h"
#include <set>
#include <string>
#include <vector>

namespace cppwarden::driver {

class FindingFilter {
public:
  /// BuildFolder: relative to the root, or empty when there is none to leave
  /// out. NamedFiles: what the user named on the command line, relative to the
  /// root; the default excludes do not apply to them.
  FindingFilter(const Configuration &Settings, llvm::StringRef BuildFolder,
                llvm::ArrayRef<std::string> NamedFiles);

  /// Is the finding wanted? Sets its severity by its path, and drops fixes that
  /// would change an excluded file.
  bool apply(Finding &F) const;
  bool isExcluded(llvm::StringRef File) const;

private:
  bool isOn(const Finding &F) const;
  bool isExcludedByDefault(llvm::StringRef File) const;

  const Configuration &Settings;
  std::set<std::string> Enabled;
  std::string BuildFolder;
  std::vector<std::string> NamedFiles;
};

/// Patterns of `default-excludes: true`, for the documentation and `config
/// dump`.
llvm::ArrayRef<llvm::StringRef> defaultExcludePatterns();

/// Is Folder one that a build system fills (CMake, Ninja, Meson, or by its
/// name), and no folder of sources at the same time?
bool isBuildFolder(llvm::StringRef Folder);

} // namespace cppwarden::driver

#endif
