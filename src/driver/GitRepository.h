//===- GitRepository.h - Which revision was looked at ----------*- C++ -*-===//
//
// For reports that say where the sources came from. Reads the files of git
// itself: a git program need not be there, and one that is there would obey the
// configuration of a repository that nobody trusts yet.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_DRIVER_GITREPOSITORY_H
#define CPPWARDEN_DRIVER_GITREPOSITORY_H

#include "report/Report.h"
#include "llvm/ADT/StringRef.h"

namespace cppwarden::driver {

/// The remote that the branch follows (else `origin`, else the only one) as a
/// URL, the commit and the branch checked out in the work tree around Folder
/// (absolute). What cannot be told is empty: outside of git, a remote on this
/// machine, a detached head, a repository of a form unknown here.
report::Repository describeRepository(llvm::StringRef Folder);

} // namespace cppwarden::driver

#endif
