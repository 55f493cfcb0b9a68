//===- ProgramGenerator.h - A program of any size --------------*- C++ -*-===//
//
// Input of LinkBenchmark. The program has the shapes that make whole-program
// flow analysis hard: see ProgramGenerator.cpp.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_BENCHMARKS_PROGRAMGENERATOR_H
#define CPPWARDEN_BENCHMARKS_PROGRAMGENERATOR_H

#include "analysis/FlowQuery.h"
#include "analysis/TuObject.h"

namespace cppwarden::benchmarks {

/// Functions that a unit defines.
constexpr std::size_t FunctionsPerUnit = 60;

/// One unit of the program that generateProgram() makes.
analysis::TuObject generateUnit(std::size_t Unit, std::size_t Functions,
                                unsigned Seed);
/// Equal arguments give equal programs.
std::vector<analysis::TuObject> generateProgram(std::size_t Functions,
                                                unsigned Seed);
/// Questions like those of the flow rules.
std::vector<analysis::FlowQuery> typicalQueries();

} // namespace cppwarden::benchmarks

#endif
