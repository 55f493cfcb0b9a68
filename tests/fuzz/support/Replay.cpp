//===- Replay.cpp - The fuzz targets as tests -----------------------------===//
//
// Runs each target over its seeds and over mutations of them. The mutations
// come from a fixed generator, so a failure comes again; its input is written
// to the working folder before it runs and taken away afterwards, so that it is
// there after a crash:
//
//   cppwarden_fuzz_tests --run Models fuzz-input-Models-mutant
//
//===----------------------------------------------------------------------===//
#include "../FuzzTarget.h"
#include "FuzzTargets.inc"
#include "llvm/Support/raw_ostream.h"
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <random>

namespace fs = std::filesystem;
using namespace cppwarden;

/// GoogleTest's name for a parameter.
static void PrintTo(const Target &What, std::ostream *Out) {
  *Out << What.Name;
}

namespace {

constexpr unsigned MutantsPerTarget = 3000;
constexpr std::size_t LargestMutant = 1 << 16;
/// No reader may take longer over an input of this size.
constexpr std::chrono::seconds Patience{20};

std::string contentsOf(const fs::path &File) {
  std::ifstream In(File, std::ios::binary);
  return {std::istreambuf_iterator<char>(In), {}};
}

void writeTo(const fs::path &File, const std::string &Bytes) {
  std::ofstream(File, std::ios::binary | std::ios::trunc) << Bytes;
}

void run(const Target &What, const std::string &Input) {
  // A copy without room behind it: reading past the end is seen by a checker.
  std::vector<std::uint8_t> Bytes(Input.begin(), Input.end());
  Bytes.shrink_to_fit();
  What.Run(Bytes.data(), Bytes.size());
}

/// Only operations that the standard fixes to the bit: the same mutants on
/// every machine.
class Mutator {
public:
  Mutator(const std::vector<std::string> &Seeds, std::uint64_t Seed)
      : Seeds(Seeds), Random(Seed) {}

  std::string next() {
    std::string Text = pick(Seeds);
    for (std::size_t Rounds = 1 + below(6); Rounds; --Rounds)
      change(Text);
    if (Text.size() > LargestMutant)
      Text.resize(LargestMutant);
    return Text;
  }

private:
  std::size_t below(std::size_t Bound) { return Bound ? Random() % Bound : 0; }
  template <typename T> const T &pick(const std::vector<T> &From) {
    return From[below(From.size())];
  }
  /// A stretch of Text, more often a short one.
  std::string stretch(const std::string &Text) {
    std::size_t Begin = below(Text.size() + 1);
    std::size_t Length = below(below(4) ? 16 : Text.size() + 1);
    return Text.substr(Begin, Length);
  }

  void change(std::string &Text) {
    static const std::vector<std::string> Words = {
        "\n",
        "\n  ",
        "\t",
        ": ",
        "- ",
        "[",
        "]",
        "{",
        "}",
        ",",
        "\"",
        "'",
        "\\",
        "\\u0000",
        "\\ud800",
        "&a ",
        "*a",
        "!!str ",
        "|\n",
        ">-\n",
        "? ",
        "#",
        "---\n",
        "...\n",
        "%YAML 9\n",
        "~",
        "null",
        "-1",
        "0",
        "18446744073709551616",
        "1e999",
        "true",
        "*",
        "**",
        "..",
        "/",
        "@a",
        "//",
        "/*",
        "*/",
        "R\"(",
        "\r\n",
        "\xef\xbb\xbf",
        "\xff",
        "\xc3",
        std::string("\0", 1),
        std::string(200, '['),
        std::string(70, ' '),
        "\x7f\xff\xff\xff",
        "\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01",
        "cppwarden-ignore",
        "NOLINT",
        "-begin",
        "-end",
        "until=9999-99-99"};
    std::size_t At = below(Text.size() + 1);
    switch (below(9)) {
    case 0:
      if (At < Text.size())
        Text[At] = char(Random());
      return;
    case 1:
      if (At < Text.size())
        Text[At] = char(Text[At] ^ (1 << below(8)));
      return;
    case 2:
      Text.erase(At, 1 + below(below(4) ? 8 : Text.size() + 1));
      return;
    case 3:
      Text.insert(At, stretch(Text));
      return;
    case 4:
      Text.insert(At, stretch(pick(Seeds)));
      return;
    case 5:
      Text.replace(At, below(4), pick(Words));
      return;
    case 6:
      Text.insert(At, pick(Words));
      return;
    case 7:
      Text.resize(At);
      return;
    case 8: { // two lines change places
      std::size_t First = Text.find('\n', At);
      std::size_t Second =
          First == Text.npos ? Text.npos : Text.find('\n', First + 1);
      if (Second != Text.npos)
        std::rotate(Text.begin() + std::ptrdiff_t(At),
                    Text.begin() + std::ptrdiff_t(First) + 1,
                    Text.begin() + std::ptrdiff_t(Second) + 1);
      return;
    }
    }
  }

  const std::vector<std::string> &Seeds;
  std::mt19937_64 Random;
};

class Fuzz : public testing::TestWithParam<Target> {
protected:
  /// Runs Input, which stays on the disk if that ends the program.
  void runOnRecord(const std::string &Input) {
    writeTo(Record, Input);
    auto Begin = std::chrono::steady_clock::now();
    run(GetParam(), Input);
    auto Taken = std::chrono::steady_clock::now() - Begin;
    ASSERT_LT(Taken, Patience) << "for the input in " << Record;
    fs::remove(Record);
  }
  /// Tests run side by side: a file each.
  const fs::path Record = std::string("fuzz-input-") + GetParam().Name +
                          (isMutating() ? "-mutant" : "-seed");

private:
  static bool isMutating() {
    const auto *Info = testing::UnitTest::GetInstance()->current_test_info();
    return std::string_view(Info->name()).starts_with("Mutants");
  }
};

TEST_P(Fuzz, SeedsAreAccepted) {
  std::vector<std::string> Seeds = GetParam().Seeds();
  ASSERT_FALSE(Seeds.empty());
  for (const std::string &Seed : Seeds) {
    fuzz::Accepted = 0;
    ASSERT_NO_FATAL_FAILURE(runOnRecord(Seed));
    EXPECT_GT(fuzz::Accepted, 0u)
        << "the reader refuses this seed: " << fuzz::Refusal << '\n'
        << Seed;
  }
}

TEST_P(Fuzz, MutantsDoNoHarm) {
  std::vector<std::string> Seeds = GetParam().Seeds();
  Mutator Mutants(Seeds, 20260614);
  ASSERT_NO_FATAL_FAILURE(runOnRecord(""));
  fuzz::Accepted = 0;
  for (unsigned I = 0; I < MutantsPerTarget; ++I)
    ASSERT_NO_FATAL_FAILURE(runOnRecord(Mutants.next()));
  // Mutants that are all refused at the first byte would test nothing.
  EXPECT_GT(fuzz::Accepted, 0u);
}

INSTANTIATE_TEST_SUITE_P(Targets, Fuzz, testing::ValuesIn(fuzzTargets()),
                         [](const auto &Info) { return Info.param.Name; });

const Target *find(const std::string &Name) {
  for (const Target &T : fuzzTargets())
    if (Name == T.Name)
      return &T;
  return nullptr;
}

} // namespace

int main(int Argc, char **Argv) {
  testing::InitGoogleTest(&Argc, Argv);
  std::vector<std::string> Words(Argv + 1, Argv + Argc);
  if (Words.empty())
    return RUN_ALL_TESTS();
  const Target *Wanted =
      Words.size() >= 3 && Words[0] == "--run" ? find(Words[1]) : nullptr;
  if (!Wanted) {
    llvm::errs() << "usage: cppwarden_fuzz_tests [--run TARGET FILE...]\n";
    return 2;
  }
  for (std::size_t I = 2; I < Words.size(); ++I)
    run(*Wanted, contentsOf(Words[I]));
  return 0;
}
