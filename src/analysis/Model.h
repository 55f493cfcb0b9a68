//===- Model.h - Knowledge of libraries, as the extractor uses it -*- C++
//-*-===//
//
// Read from rules/models/*.yaml by ModelReader. docs/models.md is the
// language's reference; this file is its compiled form. Names are qualified,
// without template arguments and without inline namespaces.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_ANALYSIS_MODEL_H
#define CPPWARDEN_ANALYSIS_MODEL_H

#include "analysis/FlowGraph.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/Error.h"
#include <map>
#include <optional>
#include <regex>
#include <string>
#include <vector>

namespace cppwarden::analysis {

/// `arg0`, `arg2+`, `args`, `this`, `return`, with an optional path
/// (`arg0[]`, `arg0[key]`, `arg0.field`).
struct ModelPosition {
  enum class Root : std::uint8_t { Argument, ArgumentsFrom, Receiver, Return };
  Root Base = Root::Argument;
  unsigned Index = 0;
  struct Element {
    PathElementKind Kind = PathElementKind::Element;
    std::string Name;
  };
  std::vector<Element> Path;
};

/// A condition on the constant value or spelling of an argument, or on the
/// class of the object.
struct ModelCondition {
  unsigned Argument = 0;
  /// `this`: the class with its template arguments is judged, not Argument.
  bool OfObject = false;
  /// Enumerator or macro names, string values, or integer texts; any may match.
  std::vector<std::string> AnyOf;
  /// ECMAScript pattern on the string value, case-insensitive; searched.
  std::optional<std::string> Pattern;
  std::optional<std::regex> Compiled;
  /// `absent: true`: the argument is not given or defaulted.
  bool Absent = false;
  /// `is-text`: the argument is text or bytes, or points at such.
  bool IsText = false;
  bool Negated = false;
};

struct ModelEndpoint { ///< of `sources`, `sinks`
  ModelPosition At;
  std::string Kind;
};

struct ModelFlow {
  ModelPosition From, To;
  /// Alias: To refers to From's own memory (returns *this, data()).
  enum class How : std::uint8_t {
    Copy,
    Embed,
    Derive,
    Alias,
    Move
  } As = How::Copy;
  /// Keep what To held before (append) instead of replacing it.
  bool Add = false;
  std::vector<std::string> Sanitises;
};

struct ModelFormat { ///< text built from a template and arguments
  enum class Style : std::uint8_t {
    Printf,
    Scanf,
    Braces,
    QtPercent,
    Strftime
  } How = Style::Printf;
  unsigned Template = 0;
  unsigned FirstArgument = 1;
  /// Where the built text goes; absent when it goes to Sink only.
  std::optional<ModelPosition> To;
  bool Add = false;
  std::string
      SinkKind; ///< each textual argument meets this sink too, e.g. `log`
  bool TakesVaList = false;
  /// Scanf only: the scanned text, or the source kind it comes from.
  std::optional<ModelPosition> From;
  std::string FromKind;
  /// Printf only: conversion letter → sanitiser kind (sqlite's %q).
  std::map<std::string, std::string> Escapes;
};

struct ModelGuard { ///< a yes/no question that narrows a value
  ModelPosition Of;
  bool When = true; ///< the result for which the value is narrowed
  std::vector<std::string> Sanitises;
};

struct ModelCallback { ///< calls a function given as an argument
  ModelPosition Function;
  /// What its parameters receive: positions of the modelled call, or sources.
  struct Parameter {
    unsigned Index = 0;
    std::optional<ModelPosition> From;
    std::string SourceKind;
  };
  std::vector<Parameter> Parameters;
  std::optional<ModelPosition> Result; ///< where its result goes
};

/// `fixes`: another text for an argument, or for the function's own name, that
/// mends a finding which begins or stands there.
struct ModelFix {
  /// None: the name of the called function.
  std::optional<unsigned> Argument;
  std::string With;    ///< the new text, as it is written in the source
  std::string Kind;    ///< the finding's source, sink or use
  std::string Caution; ///< what else must follow; empty: the fix is safe
  /// No fix in a function that has one of these numbers: as a literal, in the
  /// size of an array, or behind a macro of a library. For results that would
  /// outgrow a buffer.
  std::vector<std::uint64_t> UnlessSized;
};

struct FunctionModel {
  std::string Library; ///< the model file's library
  std::vector<std::string> Names;
  /// Inclusive bounds on the number of written or defaulted arguments.
  std::optional<std::pair<unsigned, unsigned>> Arity;
  /// Substrings that parameter types must contain, "" for any; by position.
  std::vector<std::string> ParameterTypes;
  std::vector<ModelCondition> When;
  std::vector<ModelEndpoint> Sources, Sinks;
  std::vector<std::string> Uses; ///< kinds: the call itself is worth a finding
  std::vector<ModelFlow> Flows;
  std::optional<ModelFormat> Format;
  std::vector<ModelGuard> Guards;
  std::vector<ModelCallback> Callbacks;
  std::vector<ModelPosition>
      Clears; ///< overwritten or wiped: carries nothing after
  /// Positions compared with each other (strcmp): a secret meets what it is
  /// compared with.
  std::vector<ModelPosition> Compares;
  std::vector<ModelFix> Fixes;
  bool Pure = false;  ///< nothing flows: stops the default propagation
  std::string Remedy; ///< one line, shown as the hint of findings at its sinks
  std::string File;   ///< the model file, for messages
  unsigned Line = 0;
};

struct TypeModel {
  std::string Library;
  std::vector<std::string> Names;
  /// Parameters and unfilled values of this type are a source of this kind.
  std::string Source;
  /// How values of the type count: `text`, `bytes`, `object`, `secret`.
  std::string As;
  std::string File;
  unsigned Line = 0;
};

struct VariableModel { ///< a global of a library: std::cout, stdin, optarg
  std::string Library;
  std::vector<std::string> Names;
  std::string Source; ///< what is read from it
  std::string Sink;   ///< what is written or inserted into it
  std::string File;
  unsigned Line = 0;
};

struct Kind {
  enum class Role : std::uint8_t {
    Source = 1,
    Sink = 2,
    Sanitiser = 4,
    Use = 8
  };
  std::string Name; ///< dotted: `untrusted.http`; the parent is the part before
                    ///< the last dot
  unsigned Roles = 0;
  std::string Description; ///< noun phrase for messages: "an HTTP request"
};

/// The headers a library's models are verified against.
struct LibraryVerification {
  std::string Library;
  std::vector<std::string> Packages; ///< Debian packages
  std::vector<std::string> Headers;
  std::vector<std::string> Flags;
  std::string
      StubFolder; ///< relative to tests/stubs, for libraries Debian lacks
  std::string Language = "c++";
};

/// All models and kinds in force, with look-up by name.
class ModelSet {
public:
  std::vector<Kind> Kinds;
  std::vector<FunctionModel> Functions;
  std::vector<TypeModel> Types;
  std::vector<VariableModel> Variables;
  std::vector<LibraryVerification> Verifications;

  /// Rebuilds the look-up tables; call after changing the vectors.
  void index();
  /// Adds what was appended to the vectors since the last index.
  void indexAppended();
  /// Indices into Functions, in file order; empty when unknown.
  llvm::ArrayRef<unsigned> functionsNamed(llvm::StringRef QualifiedName) const;
  const TypeModel *typeNamed(llvm::StringRef QualifiedName) const;
  const VariableModel *variableNamed(llvm::StringRef QualifiedName) const;
  const Kind *kindNamed(llvm::StringRef Name) const;
  /// Sanitiser kinds that some printf-like function gives a conversion that the
  /// C standard does not define (sqlite's %q). A wrapper's caller writes the
  /// template, and the letter tells which family the wrapper belongs to.
  llvm::ArrayRef<std::string> escapesOf(char Conversion) const;
  /// Is Name equal to Ancestor, or below it ("untrusted.http" in "untrusted")?
  static bool isKindWithin(llvm::StringRef Name, llvm::StringRef Ancestor);

private:
  struct Indexed {
    unsigned Functions = 0, Types = 0, Variables = 0, Kinds = 0;
  } Done;
  llvm::StringMap<std::vector<unsigned>> FunctionsByName;
  llvm::StringMap<unsigned> TypesByName;
  llvm::StringMap<unsigned> KindsByName;
  llvm::StringMap<unsigned> VariablesByName;
  std::map<char, std::vector<std::string>> EscapesByConversion;
};

/// Words that make an identifier a secret (or a masked, hashed … value), from
/// rules/secrets.yaml and the configuration. See NameLexicon.cpp.
class NameLexicon;

} // namespace cppwarden::analysis

#endif
