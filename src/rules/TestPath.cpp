//===- TestPath.cpp - Is a file plainly a test or an example? -------------===//
#include "rules/TestPath.h"
#include "analysis/NameLexicon.h"
#include "llvm/ADT/StringSwitch.h"

namespace cppwarden::rules {

bool isTestPath(llvm::StringRef RelativePath) {
  llvm::SmallVector<llvm::StringRef, 8> Parts;
  RelativePath.split(Parts, '/');
  for (llvm::StringRef Part : Parts)
    for (const std::string &Word : analysis::NameLexicon::words(Part))
      if (llvm::StringSwitch<bool>(Word)
              .Cases({"test", "tests", "testing", "unittest", "unittests",
                      "gtest", "testcase", "testcases", "testsuite",
                      "testdata"},
                     true)
              .Cases({"example", "examples", "demo", "demos", "sample",
                      "samples", "tutorial", "tutorials"},
                     true)
              .Cases({"fixture", "fixtures", "mock", "mocks", "fake", "fakes",
                      "benchmark", "benchmarks", "bench", "fuzz", "fuzzing"},
                     true)
              .Default(false))
        return true;
  return false;
}

} // namespace cppwarden::rules
