//===- PurposeLexicon.h - What names say of a value's purpose --*- C++ -*-===//
//
// The compiled form of rules/purposes.yaml. PurposeFinder gathers the names
// that surround a computation, this judges them: an ETag, a signature, nothing.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_RULES_PURPOSELEXICON_H
#define CPPWARDEN_RULES_PURPOSELEXICON_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBufferRef.h"
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace cppwarden::rules {

enum class Verdict : std::uint8_t {
  Open, ///< nothing is told, or it may be either
  Harm, ///< somebody relies on it against an attack
  Harmless
};

/// As rules/purposes.yaml and flow rules spell them.
inline constexpr llvm::StringRef VerdictNames[] = {"harm", "harmless", "open"};
std::optional<Verdict> verdictNamed(llvm::StringRef Name);

/// One name near the computation.
struct PurposeEvidence {
  enum class Side : std::uint8_t {
    Around, ///< the function, its class, the variable of the algorithm
    Input,  ///< what is computed from
    Output, ///< what the result becomes
    Text    ///< a literal that is computed from, whole
  };
  Side On = Side::Around;
  std::string Name;
  std::string Kind; ///< source or sink kind; mostly empty
};

class PurposeLexicon {
public:
  static llvm::Expected<PurposeLexicon> read(llvm::MemoryBufferRef Yaml);

  struct Entry {
    Verdict Is = Verdict::Open;
    /// Callers and what is computed from are no longer looked at.
    bool IsFinal = false;
    std::string Says; ///< message part; {name} is the evidence
    using Phrases = std::vector<std::vector<std::string>>;
    Phrases Words, Inputs, Outputs, Not;
    std::vector<std::string> InputKinds, OutputKinds, Texts;
  };
  struct Match {
    const Entry *Told = nullptr; ///< null: nothing is told
    const PurposeEvidence *By = nullptr;
  };
  /// The first entry of the file that any of the names tells.
  Match judge(llvm::ArrayRef<PurposeEvidence> All) const;

  /// Phrases by which a variable tells what it keeps.
  std::vector<std::string> outcomes() const;

  /// Kinds of the sinks that take what is computed from.
  const std::vector<std::string> &inputs() const { return InputSinks; }
  /// Sanitiser that a value passes when it is computed.
  const std::string &through() const { return Through; }

private:
  std::vector<std::string> InputSinks;
  std::string Through;
  std::vector<Entry> Entries;
};

} // namespace cppwarden::rules

#endif
