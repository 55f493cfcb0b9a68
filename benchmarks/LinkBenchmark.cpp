//===- LinkBenchmark.cpp - Seconds and memory of link and solve -----------===//
//
// cppwarden_link_benchmark [FUNCTIONS…]   (default: 10000 100000 1000000)
//
// Each size runs in a process of its own, so that the peak memory is its own.
//
// cppwarden_link_benchmark --write FOLDER UNITS
//
// Writes the objects of a program and FOLDER/objects.txt instead, for
// `cppwarden link @FOLDER/objects.txt`.
//
//===----------------------------------------------------------------------===//
#include "ProgramGenerator.h"
#include "analysis/Linker.h"
#include "analysis/Solver.h"
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
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

static int writeObjects(const std::string &Folder, std::size_t Units) {
  std::ofstream List(Folder + "/objects.txt");
  std::uint64_t Bytes = 0;
  for (std::size_t Unit = 0; Unit != Units; ++Unit) {
    // A folder for a thousand: file systems are slow with more.
    std::string Name = Folder + "/" + std::to_string(Unit / 1000);
    if (Unit % 1000 == 0)
      std::filesystem::create_directories(Name);
    Name += "/" + std::to_string(Unit) + ".cwo";
    std::string Object = analysis::serialise(benchmarks::generateUnit(
        Unit, Units * benchmarks::FunctionsPerUnit, 1));
    Bytes += Object.size();
    std::ofstream(Name, std::ios::binary) << Object;
    List << Name << '\n';
  }
  List.flush();
  if (!List) {
    std::fprintf(stderr, "link benchmark: cannot write to %s\n",
                 Folder.c_str());
    return 1;
  }
  std::printf("%zu units, %.1f KB each\n", Units,
              double(Bytes) / double(Units) / 1000);
  return 0;
}

int main(int Count, char **Arguments) {
  if (Count == 4 && std::string(Arguments[1]) == "--write")
    return writeObjects(std::filesystem::absolute(Arguments[2]),
                        std::strtoull(Arguments[3], nullptr, 10));
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
