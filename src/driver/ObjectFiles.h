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

/// Where an object goes.
struct ObjectOutput {
  std::string Root;             ///< of the project, absolute
  std::string WorkingDirectory; ///< absolute
  std::string File;             ///< as the user wrote it
  /// Gets a rule for make and Ninja that names what File depends on; empty:
  /// none. Names below Root are relative to WorkingDirectory if that is, too.
  std::string DependencyFile;
};

/// Writes Object at one stroke, unless the file has its bytes already. The rule
/// of an incomplete unit names a file that never exists: the unit is out of
/// date until it is complete, for the header it misses may come any time.
llvm::Error writeObject(const analysis::TuObject &Object,
                        const ObjectOutput &Output);

enum class FailureKind : std::uint8_t {
  Missing, ///< there is no such file
  Unit     ///< a crash, a time-out …
};
/// Writes an object that says why Job has none, so that `link` can. It is out
/// of date at once.
llvm::Error writeFailure(const frontend::UnitJob &Job, FailureKind Kind,
                         llvm::StringRef Why, const ObjectOutput &Output);

/// A project whose units are object files, compiled already.
struct LinkedProject {
  Project Of;
  std::vector<CompiledUnit> Units;
};
/// Files may be given in any order, and more than once by one name. Request
/// says root, build folder and configuration as for a check.
llvm::Expected<LinkedProject> readObjects(const std::vector<std::string> &Files,
                                          const ProjectRequest &Request);

/// Takes the units out of Linked.
llvm::Expected<CheckResult> linkObjects(LinkedProject &Linked,
                                        report::SourceProvider &Sources,
                                        const ProjectRequest &Request,
                                        std::chrono::year_month_day Today);

} // namespace cppwarden::driver

#endif
