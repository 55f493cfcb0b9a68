//===- ObjectFiles.h - The two halves of a check as commands ---*- C++ -*-===//
//
// `cppwarden analyze` writes the TU object of one unit, `cppwarden link` reads
// any number of them and reports as `check` does. Any build system that can
// run compilers can so distribute a check.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_DRIVER_OBJECTFILES_H
#define CPPWARDEN_DRIVER_OBJECTFILES_H

#include "driver/Check.h"

namespace cppwarden::driver {

/// Compiles the one unit of Project. The outer error is for what keeps every
/// unit from compiling; a unit that failed has no object.
llvm::Expected<CompiledUnit> compileOne(const Project &Project,
                                        const RunContext &Context);

/// Writes Object at one stroke. DependencyFile, if not empty, gets a rule for
/// make and Ninja that names what the object depends on.
llvm::Error writeObject(const analysis::TuObject &Object, llvm::StringRef Root,
                        llvm::StringRef File, llvm::StringRef DependencyFile);

/// A project whose units are object files, compiled already.
struct LinkedProject {
  Project Of;
  std::vector<CompiledUnit> Units;
};
/// Files may be given in any order, and more than once. Request says root,
/// build folder and configuration as for a check.
llvm::Expected<LinkedProject> readObjects(const std::vector<std::string> &Files,
                                          const ProjectRequest &Request);

/// Takes the units out of Linked.
llvm::Expected<CheckResult> linkObjects(LinkedProject &Linked,
                                        report::SourceProvider &Sources,
                                        const ProjectRequest &Request,
                                        std::chrono::year_month_day Today);

} // namespace cppwarden::driver

#endif
