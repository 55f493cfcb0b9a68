//===- PortableNames.h - Names that hold in another checkout ---*- C++ -*-===//
//
// What `analyze` and `ninja` write is read by build systems, sometimes on
// another machine where the project lies elsewhere. Below the project root they
// name files relative to the folder that the build runs in.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_DRIVER_PORTABLENAMES_H
#define CPPWARDEN_DRIVER_PORTABLENAMES_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace cppwarden::driver {

class PortableNames {
public:
  /// Names for a process in Folder, in the project at Root; both absolute. When
  /// Folder lies outside Root, or is below it by name only (a symbolic link to
  /// elsewhere), every name is absolute.
  PortableNames(llvm::StringRef Root, llvm::StringRef Folder);

  /// Absolute, normalised → relative to Folder when it lies below Root.
  std::string operator()(llvm::StringRef Absolute) const;

private:
  std::string Root, Folder;
  std::string Up; ///< from Folder to Root, with a slash at its end or empty
  bool AllAbsolute = false;
};

} // namespace cppwarden::driver

#endif
