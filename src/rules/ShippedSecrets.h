//===- ShippedSecrets.h - What the binary knows of secrets -----*- C++ -*-===//
//
// The files of rules/ that structural rules judge with, as they were built in.
// Read at the first use, once a process. The tests check them, so that a broken
// one is a programming error.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_RULES_SHIPPEDSECRETS_H
#define CPPWARDEN_RULES_SHIPPEDSECRETS_H

#include "analysis/NameLexicon.h"
#include "rules/PlausibleSecret.h"
#include "rules/SecretFormats.h"

namespace cppwarden::rules {

const SecretFormats &shippedFormats();
const PlausibleSecret &shippedJudge();
/// Without the names of a configuration.
const analysis::NameLexicon &shippedNames();

} // namespace cppwarden::rules

#endif
