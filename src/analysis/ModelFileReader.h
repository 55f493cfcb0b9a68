//===- ModelFileReader.h - Reading one model file --------------*- C++ -*-===//
//
// What the readers of functions, types and the rest share: tables of keys, and
// the values that occur everywhere (kinds, positions, names, flags), each with
// its error at file:line:column. Used by ModelReader and FunctionModelReader.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_ANALYSIS_MODELFILEREADER_H
#define CPPWARDEN_ANALYSIS_MODELFILEREADER_H

#include "analysis/Model.h"
#include "support/Yaml.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include <algorithm>

namespace cppwarden::analysis {

/// One run shows the faults of so many entries.
inline constexpr unsigned MaxReportedFaults = 10;

class FileReader;
template <class Into> struct Key {
  llvm::StringRef Name;
  llvm::Error (*Read)(FileReader &, const YamlNode &, Into &);
};

/// Where a position may point, by what stands there.
enum class Allow { Anything, NotReturn, ReturnOrThis };

class FileReader {
public:
  FileReader(llvm::StringRef File, const ModelSet &Known)
      : Errors(File), Known(Known) {}

  YamlErrors Errors;
  const ModelSet &Known;
  ModelSet New;
  std::string Library;

  template <class Into, std::size_t N>
  llvm::Error keys(const YamlNode &Mapping, const Key<Into> (&Table)[N],
                   Into &To) {
    llvm::SmallVector<llvm::StringRef, 20> Names;
    for (const Key<Into> &K : Table)
      Names.push_back(K.Name);
    if (llvm::Error E = Errors.checkKeys(Mapping, Names))
      return E;
    for (const YamlNode::Entry &Entry : Mapping.Entries) {
      const Key<Into> *Found = llvm::find_if(
          Table, [&](const Key<Into> &K) { return K.Name == Entry.Key; });
      if (llvm::Error E = Found->Read(*this, Entry.Value, To))
        return E;
    }
    return llvm::Error::success();
  }

  /// Reads each item of a list with a table.
  template <class Into, std::size_t N>
  llvm::Error list(const YamlNode &List, llvm::StringRef What,
                   const Key<Into> (&Table)[N], std::vector<Into> &To,
                   llvm::ArrayRef<llvm::StringRef> Required) {
    if (List.isNull())
      return llvm::Error::success();
    if (!List.isSequence())
      return Errors.at(List, What + " must be a list: [{…}]");
    for (const YamlNode &Item : List.Items) {
      Into One;
      if (llvm::Error E = keys(Item, Table, One))
        return E;
      if (llvm::Error E = require(Item, Required))
        return E;
      To.push_back(std::move(One));
    }
    return llvm::Error::success();
  }

  llvm::Error require(const YamlNode &Mapping,
                      llvm::ArrayRef<llvm::StringRef> Keys);

  llvm::Error text(const YamlNode &Node, llvm::StringRef What, std::string &To);

  llvm::Error flag(const YamlNode &Node, llvm::StringRef What, bool &To);

  llvm::Error strings(const YamlNode &Node, llvm::StringRef What,
                      std::vector<std::string> &To);

  template <class Enum, std::size_t N>
  llvm::Error oneOf(const YamlNode &Node, llvm::StringRef What,
                    const std::pair<llvm::StringRef, Enum> (&Values)[N],
                    Enum &To) {
    std::string Given;
    if (llvm::Error E = text(Node, What, Given))
      return E;
    llvm::SmallVector<llvm::StringRef, 8> Names;
    for (const auto &[Name, Value] : Values) {
      if (Name == Given) {
        To = Value;
        return llvm::Error::success();
      }
      Names.push_back(Name);
    }
    return Errors.unknown(Node.Line, Node.Column, What, Given, Names);
  }

  llvm::Error position(const YamlNode &Node, Allow Where, ModelPosition &To);

  llvm::Error positions(const YamlNode &Node, Allow Where,
                        std::vector<ModelPosition> &To);

  /// A bare `argN`, or with Open also `argN+` and `args`.
  llvm::Error argument(const YamlNode &Node, llvm::StringRef What, bool Open,
                       unsigned &To);

  llvm::Error kind(const YamlNode &Node, Kind::Role Role, std::string &To);

  /// A kind that a finding can be about: a source, a sink or a use.
  llvm::Error kindOfFinding(const YamlNode &Node, std::string &To);

  llvm::Error kindList(const YamlNode &Node, Kind::Role Role,
                       std::vector<std::string> &To);

  static constexpr std::pair<llvm::StringRef, Kind::Role> Roles[] = {
      {"source", Kind::Role::Source},
      {"sink", Kind::Role::Sink},
      {"sanitiser", Kind::Role::Sanitiser},
      {"use", Kind::Role::Use}};

  static llvm::StringRef roleName(Kind::Role Role);
  static std::string roleNames(unsigned Set);

  llvm::Error readKind(const YamlNode &Node);

private:
  const Kind *knownKind(llvm::StringRef Name) const;
  /// Roles: any of them will do; Role names them in the error.
  llvm::Error kindInRole(const YamlNode &Node, unsigned Roles,
                         llvm::StringRef Role, std::string &To);
  llvm::Error unknownKind(const YamlNode &Node, llvm::StringRef Given,
                          unsigned Roles);
};

/// What is wrong with a qualified name, or "".
std::string faultOfName(llvm::StringRef Name);

/// `name:` and `names:` of every model.
template <class Model>
llvm::Error readNames(FileReader &R, const YamlNode &Node, Model &To) {
  if (!To.Names.empty())
    return R.Errors.at(Node, "give either 'name' or 'names'");
  if (llvm::Error E = R.strings(Node, "names", To.Names))
    return E;
  if (To.Names.empty())
    return R.Errors.at(Node, "the list of names is empty");
  for (unsigned I = 0; I < To.Names.size(); ++I) {
    const YamlNode &Where = Node.isSequence() ? Node.Items[I] : Node;
    if (To.Names[I].empty())
      return R.Errors.at(Where, "a name is empty");
    if (std::string Fault = faultOfName(To.Names[I]); !Fault.empty())
      return R.Errors.at(Where, "'" + To.Names[I] + "': " + Fault);
    if (std::find(To.Names.begin(), To.Names.begin() + I, To.Names[I]) !=
        To.Names.begin() + I)
      return R.Errors.at(Where,
                         "the name '" + To.Names[I] + "' is given twice");
  }
  return llvm::Error::success();
}

template <class Model>
llvm::Error readOneName(FileReader &R, const YamlNode &Node, Model &To) {
  if (Node.isSequence())
    return R.Errors.at(Node, "'name' is one name; 'names' takes a list");
  return readNames(R, Node, To);
}

/// Reads a list of models; faults of several entries are all reported.
template <class Model, std::size_t N>
llvm::Error readModelList(FileReader &R, const YamlNode &List,
                          llvm::StringRef What, const Key<Model> (&Table)[N],
                          std::vector<Model> &To,
                          llvm::Error (*Check)(FileReader &, const YamlNode &,
                                               const Model &)) {
  if (List.isNull())
    return llvm::Error::success();
  if (!List.isSequence())
    return R.Errors.at(List, "'" + What + "' must be a list");
  llvm::Error All = llvm::Error::success();
  unsigned Faults = 0;
  for (const YamlNode &Item : List.Items) {
    Model One;
    One.File = R.Errors.file();
    One.Line = Item.Line;
    llvm::Error E = R.keys(Item, Table, One);
    if (!E && One.Names.empty())
      E = R.Errors.at(Item, "the key 'name' or 'names' is missing");
    if (!E)
      E = Check(R, Item, One);
    if (E) {
      All = llvm::joinErrors(std::move(All), std::move(E));
      if (++Faults == MaxReportedFaults)
        break;
    }
    To.push_back(std::move(One));
  }
  return All;
}

} // namespace cppwarden::analysis

#endif
