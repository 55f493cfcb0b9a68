//===- LinkBenchmark.cpp - Seconds and memory of link and solve -----------===//
//
// cppwarden_link_benchmark [FUNCTIONS…]   (default: 10000 100000 1000000)
//
// Each size runs in a process of its own, so that the peak memory is its own.
//
//===----------------------------------------------------------------------===//
#include "ProgramGenerator.h"
#include "analysis/Linker.h"
#include "analysis/Solver.h"
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace cppwarden;

static double secondsSince(std::chrono::steady_clock::time_point Start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - Start)
      .count();
}

static double peakMegabytes() {
  rusage Usage;
  getrusage(RUSAGE_SELF, &Usage);
  return static_cast<double>(Usage.ru_maxrss) / 1024;
}

static void measure(std::size_t Functions) {
  std::vector<analysis::TuObject> Objects =
      benchmarks::generateProgram(Functions, 1);
  double Generated = peakMegabytes();
  std::vector<analysis::FlowQuery> Queries = benchmarks::typicalQueries();

  auto Start = std::chrono::steady_clock::now();
  analysis::LinkedGraph Program = analysis::link(Objects);
  double Link = secondsSince(Start);
  Objects.clear();
  Objects.shrink_to_fit();

  Start = std::chrono::steady_clock::now();
  analysis::SolveStatistics Statistics;
  std::vector<analysis::FlowAnswer> Answers =
      analysis::solve(Program, Queries, {}, &Statistics);
  double Solve = secondsSince(Start);

  std::printf("%9zu %9zu %9zu %7.2f %7.2f %7.2f %7.0f %7.0f %8zu %8zu %9zu "
              "%9zu %8zu\n",
              Functions, Program.Graph.Nodes.size(), Program.Graph.Edges.size(),
              Link, Solve, Link + Solve, Generated, peakMegabytes(),
              Statistics.Sinks, Answers.size(), Statistics.Regions,
              Statistics.States,
              Statistics.CutRegions + Statistics.CutSearches);
  std::fflush(stdout);
}

int main(int Count, char **Arguments) {
  std::vector<std::size_t> Sizes;
  for (int I = 1; I < Count; ++I)
    Sizes.push_back(std::strtoull(Arguments[I], nullptr, 10));
  if (Sizes.empty())
    Sizes = {10'000, 100'000, 1'000'000};
  std::printf("functions     nodes     edges  link s solve s total s   input "
              " peakMB    sinks  answers   regions    states     cuts\n");
  std::fflush(stdout);
  for (std::size_t Functions : Sizes) {
    pid_t Child = fork();
    if (Child == 0) {
      measure(Functions);
      return 0;
    }
    int Status = 0;
    if (Child < 0 || waitpid(Child, &Status, 0) < 0 || Status != 0) {
      std::fprintf(stderr, "link benchmark: the run of %zu functions failed\n",
                   Functions);
      return 1;
    }
  }
  return 0;
}
