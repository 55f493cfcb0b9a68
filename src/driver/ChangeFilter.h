//===- ChangeFilter.h - A check of only what a change touches --*- C++ -*-===//
//
// By default a check of a change analyses the whole program, of which the
// result cache has what the change does not touch: a flow that begins in a
// changed line and ends in an old file is found. `--only-affected` leaves the
// other units out, for where there is no cache and time is short.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_DRIVER_CHANGEFILTER_H
#define CPPWARDEN_DRIVER_CHANGEFILTER_H

#include "driver/GitChanges.h"
#include "driver/Project.h"
#include "report/Report.h"

namespace cppwarden::driver {

/// Which part of a finding must lie on a changed line.
enum class NewLines : std::uint8_t {
  AnyStep, ///< its place, or any step of its flow
  Sink,    ///< its sink; its place, when it has no flow
  Off      ///< any step, but in a changed file on whatever line
};

/// Is the finding about what changed?
bool touches(const Finding &F, const Changes &What, NewLines Which);
void keepTouching(report::Report &Report, const Changes &What, NewLines Which);

/// Leaves in Project the units that read a changed file, by what the cache
/// knows of them or else by a run of the preprocessor. How many there were
/// before.
llvm::Expected<std::size_t> keepAffectedUnits(Project &Project,
                                              const Changes &What,
                                              const RunContext &Context);

} // namespace cppwarden::driver

#endif
