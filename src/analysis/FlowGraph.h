//===- FlowGraph.h - The graph between compile and link --------*- C++ -*-===//
//
// Extraction writes one fragment a translation unit, TU objects carry it, the
// linker joins the fragments and the solver asks it questions. Nothing here
// depends on Clang, on a rule, or on a library.
//
// Domain. A node is a value at one program point, or a port. An edge From->To
// says that To's value comes from From's. The graph is written forward and
// solved backward: from a sink to the origins that reach it.
//
// Field sensitivity. Read edges carry the path that To reads in From
// (To = From.path); Store edges carry the path of To that From fills
// (To.path = From). A backward search therefore keeps a residual path.
//
// Calls. Argument and ArgumentOut nodes belong to a call site and meet Param
// and ParamOut of the callee; Result meets Return. The solver keeps calls and
// returns matched. Global, Field and Capture nodes with equal keys are one node
// program-wide and forget the context.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_ANALYSIS_FLOWGRAPH_H
#define CPPWARDEN_ANALYSIS_FLOWGRAPH_H

#include <cstdint>
#include <string>
#include <vector>

namespace cppwarden::analysis {

using StringId = std::uint32_t;       ///< index into Strings; 0 is ""
using NodeId = std::uint32_t;         ///< index into Nodes
using CallId = std::uint32_t;         ///< index into Calls
using FunctionId = std::uint32_t;     ///< index into Functions
using PathId = std::uint32_t;         ///< index into Paths; 0 is the empty path
using LocationId = std::uint32_t;     ///< index into Locations; 0 is "nowhere"
using SanitiserSetId = std::uint32_t; ///< index into SanitiserSets; 0 is none
inline constexpr std::uint32_t None = 0xffffffffu;

enum class NodeKind : std::uint8_t {
  Value,       ///< an expression, variable version or join inside a function
  Param,       ///< in-port: what the caller passed; Index (-1 is `this`)
  ParamOut,    ///< out-port: what the function leaves in a pointee/reference
               ///< parameter
  Return,      ///< out-port: the function's result
  Argument,    ///< of call Ref: what is passed as Index (-1 is the receiver)
  ArgumentOut, ///< of call Ref: what the callee left in argument Index
  Result,      ///< of call Ref: what it returned
  Callee,      ///< of indirect call Ref: the function value that is called
  FunctionRef, ///< a function used as a value; Ref = StringId of its key
  Global,      ///< Ref = StringId of the variable's key; one node program-wide
  Field,   ///< Ref = StringId of "class-key::field", any object of the class
  Capture, ///< Ref = StringId of "lambda-key|variable"
  Source,  ///< Ref = StringId of a source kind
  Literal, ///< Ref = index into Literals
  Sink, ///< Ref = StringId of a sink kind: what its in-edges carry is consumed
  Use   ///< Ref = StringId of a kind: the bare use of something (a call of MD5)
};

/// What a value can carry. Injection cannot pass through Number, Boolean, Enum.
enum class ValueClass : std::uint8_t {
  Unknown,
  Text,   ///< strings, views, character pointers, single characters
  Bytes,  ///< void*, unsigned char*, std::byte, vectors of bytes
  Number, ///< integers and floating point
  Boolean,
  Enum,
  Object,  ///< class types other than text
  Pointer, ///< other pointers
  Function ///< function pointers, lambdas, std::function
};

enum NodeFlag : std::uint16_t {
  NF_None = 0,
  /// Argument: an unmodelled callee without body may write through it.
  NF_Writable = 1,
  /// Worth a step in the path shown to a reader.
  NF_Step = 2,
  /// Source: the kind comes from a name (variable, field, getter), not an API.
  NF_Named = 4,
  /// Literal: the program's text says more than its value (macro name, NID).
  NF_FromMacro = 8,
  /// Param: text a program entry passes in (main, exported C callback), or the
  /// object that is copied. Nobody else chooses it.
  NF_Entry = 16,
  /// Sink: the value meets it as part of a comparison (== , strcmp).
  NF_Comparison = 32,
  /// Param: a va_list, or one of a parameter pack, as `...` is one of C's.
  NF_Pack = 64,
};

struct Node {
  NodeKind Kind = NodeKind::Value;
  ValueClass Class = ValueClass::Unknown;
  std::uint16_t Flags = 0;
  std::int32_t Index = 0;
  std::uint32_t Ref = 0;
  FunctionId Function = None; ///< the enclosing body; None at namespace scope
  LocationId Location = 0;
  StringId Label = 0; ///< what a reader calls it: `password`, `buildQuery(…)`
};

enum class EdgeKind : std::uint8_t {
  Copy,   ///< the same value
  Embed,  ///< becomes part of a larger text (concatenation, formatting)
  Derive, ///< computed from it (parsing, encoding, accessor of a document,
          ///< arithmetic)
  Read,   ///< To = From.Path
  Store,  ///< To.Path = From
  Index   ///< selected by it: table[From]; carries no text
};

struct Edge {
  NodeId From = 0;
  NodeId To = 0;
  EdgeKind Kind = EdgeKind::Copy;
  PathId Path = 0;               ///< of Read and Store
  SanitiserSetId Sanitisers = 0; ///< what the value passed on this edge
  auto operator<=>(const Edge &) const = default;
};

/// One element of an access path.
enum class PathElementKind : std::uint8_t {
  Field,   ///< Name = StringId of the field's name
  Element, ///< any element of a container, array or document
  Key,     ///< any key of an associative container
  Keyed    ///< the element of a key that varies, in a body that has one
};
struct PathElement {
  PathElementKind Kind = PathElementKind::Field;
  StringId Name = 0;
  auto operator<=>(const PathElement &) const = default;
};
/// Paths are cut at this many elements; a cut path stands for all below it.
inline constexpr unsigned MaxPathDepth = 3;

enum class LiteralKind : std::uint8_t { String, Integer, Bytes };
struct Literal {
  LiteralKind Kind = LiteralKind::String;
  StringId Text = 0; ///< String: the characters; Bytes: raw bytes; Integer:
                     ///< spelling (macro or enumerator name) or ""
  std::int64_t Value = 0; ///< Integer
  auto operator<=>(const Literal &) const = default;
};

struct Location {
  StringId File = 0; ///< relative to the project root
  std::uint32_t Line = 0, Column = 0, EndLine = 0, EndColumn = 0;
  auto operator<=>(const Location &) const = default;
};

enum CallFlag : std::uint16_t {
  CF_None = 0,
  CF_Virtual = 1,  ///< Target may be overridden
  CF_Indirect = 2, ///< no Target: resolved through the Callee node
  CF_Modelled =
      4, ///< its edges were written from a model: no default propagation
  CF_Library = 8 ///< declared in a system header
};

struct Call {
  StringId Target = 0; ///< key of the static callee; 0 when indirect
  StringId Name = 0;   ///< for readers: qualified name
  std::uint16_t Flags = 0;
  FunctionId Caller = None;
  LocationId Location = 0;
  /// All nodes of this call: Argument, ArgumentOut, Result, Callee.
  std::vector<NodeId> Ports;
};

enum FunctionFlag : std::uint16_t {
  FF_None = 0,
  FF_External = 1, ///< other units or programs may call it
  FF_Virtual = 2,
  FF_Main = 4,
  FF_Inline = 8, ///< may be defined in several units alike (header, template)
  FF_Test = 16   ///< lies in a file that is plainly a test or example
};

struct Function {
  StringId Key = 0;  ///< program-wide: USR, qualified by file when internal
  StringId Name = 0; ///< qualified, for readers
  std::uint16_t Flags = 0;
  std::uint32_t ParamCount = 0;
  LocationId Location = 0;
  std::vector<StringId>
      Overrides; ///< keys of the methods it overrides, transitively
};

/// One translation unit's part of the program's flow graph. Extraction builds
/// it in a deterministic order; ids are local to the fragment.
struct FlowGraph {
  std::vector<std::string> Strings{""};
  std::vector<std::vector<PathElement>> Paths{{}};
  std::vector<std::vector<StringId>> SanitiserSets{{}}; ///< sorted kinds
  std::vector<Location> Locations{Location{}};
  std::vector<Literal> Literals;
  std::vector<Function> Functions;
  std::vector<Call> Calls;
  std::vector<Node> Nodes;
  std::vector<Edge> Edges;
};

} // namespace cppwarden::analysis

#endif
