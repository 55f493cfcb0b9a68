//===- WorkerProtocol.h - What driver and worker tell each other -*- C++
//-*-===//
//
// The payloads of the frames between `check` and its `worker` processes: the
// hello carries the tool's version and the RuleOptions, a job carries a
// UnitJob; a result is a serialised TuObject. Binary, because flags and paths
// need not be UTF-8. Both sides are the same executable, so there is no older
// form to read; a foreign version is refused.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_DRIVER_WORKERPROTOCOL_H
#define CPPWARDEN_DRIVER_WORKERPROTOCOL_H

#include "frontend/Unit.h"
#include "rules/RuleSet.h"
#include "llvm/Support/Error.h"
#include <string>

namespace cppwarden::driver {

std::string encodeHello(const rules::RuleOptions &Options);
llvm::Expected<rules::RuleOptions> decodeHello(llvm::StringRef Bytes);
std::string encodeJob(const frontend::UnitJob &Job);
llvm::Expected<frontend::UnitJob> decodeJob(llvm::StringRef Bytes);

/// What a worker answers.
struct WorkerResult {
  std::string Trace;  ///< of encodeTrace()
  std::string Object; ///< of analysis::serialise()
};
std::string encodeResult(const WorkerResult &Result);
llvm::Expected<WorkerResult> decodeResult(llvm::StringRef Bytes);

} // namespace cppwarden::driver

#endif
