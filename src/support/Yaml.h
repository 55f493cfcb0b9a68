//===- Yaml.h - YAML with locations ----------------------------*- C++ -*-===//
//
// Models, flow rules, kinds, names and the configuration are YAML, and every
// complaint about them names file:line:column. LLVM's parser gives tokens; this
// turns a document into a plain tree that remembers where each node stands.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_SUPPORT_YAML_H
#define CPPWARDEN_SUPPORT_YAML_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBufferRef.h"
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace cppwarden {

struct YamlNode {
  enum class Kind { Null, Scalar, Sequence, Mapping };
  Kind Is = Kind::Null;
  unsigned Line = 0, Column = 0; ///< from 1
  std::string Value;             ///< of a scalar, unescaped
  bool Quoted = false; ///< the scalar was written in quotes or as a block
  std::vector<YamlNode> Items; ///< of a sequence
  struct Entry;
  std::vector<Entry> Entries; ///< of a mapping, in written order

  const YamlNode *find(llvm::StringRef Key) const; ///< value, or null
  bool isNull() const { return Is == Kind::Null; }
  bool isScalar() const { return Is == Kind::Scalar; }
  bool isSequence() const { return Is == Kind::Sequence; }
  bool isMapping() const { return Is == Kind::Mapping; }
};
struct YamlNode::Entry {
  std::string Key;
  unsigned Line = 0, Column = 0;
  YamlNode Value;
};

/// Parses one document. Syntax errors, duplicate keys, nesting beyond 64 levels
/// and documents beyond 16 MB are errors.
llvm::Expected<YamlNode> parseYaml(llvm::MemoryBufferRef Buffer);

/// Makes errors of one file: "file:line:column: message".
class YamlErrors {
public:
  explicit YamlErrors(llvm::StringRef File) : File(File.str()) {}
  llvm::Error at(const YamlNode &Node, const llvm::Twine &Message) const;
  llvm::Error at(unsigned Line, unsigned Column,
                 const llvm::Twine &Message) const;
  /// "unknown key 'snks'; did you mean 'sinks'?"
  llvm::Error unknown(unsigned Line, unsigned Column, llvm::StringRef What,
                      llvm::StringRef Given,
                      llvm::ArrayRef<llvm::StringRef> Known) const;
  /// Fails on the first key of Mapping that is not in Known.
  llvm::Error checkKeys(const YamlNode &Mapping,
                        llvm::ArrayRef<llvm::StringRef> Known) const;
  llvm::Expected<std::string> scalar(const YamlNode &Node,
                                     llvm::StringRef What) const;
  llvm::Expected<std::int64_t> integer(const YamlNode &Node,
                                       llvm::StringRef What) const;
  llvm::Expected<bool> boolean(const YamlNode &Node,
                               llvm::StringRef What) const;
  /// A scalar counts as a list of one.
  llvm::Expected<std::vector<std::string>> strings(const YamlNode &Node,
                                                   llvm::StringRef What) const;
  /// What a key of Map lists; Into stays as it is when there is no such key.
  llvm::Error strings(const YamlNode &Map, llvm::StringRef Key,
                      std::vector<std::string> &Into) const;
  const std::string &file() const { return File; }

private:
  std::string File;
};

/// The candidate nearest to Given by edit distance, if near enough to suggest.
std::optional<llvm::StringRef>
nearestSpelling(llvm::StringRef Given,
                llvm::ArrayRef<llvm::StringRef> Candidates);

} // namespace cppwarden

#endif
