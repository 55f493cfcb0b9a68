//===- SuppressionListing.h - `cppwarden suppressions` ---------*- C++ -*-===//
#ifndef CPPWARDEN_CLI_SUPPRESSIONLISTING_H
#define CPPWARDEN_CLI_SUPPRESSIONLISTING_H

#include "cli/CommandLine.h"

namespace cppwarden::cli {

int runSuppressions(const CommandLine &Line, const driver::RunContext &Context);

} // namespace cppwarden::cli

#endif
