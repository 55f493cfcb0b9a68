//===- FunctionModelReader.cpp - The `functions:` of a model --------------===//
//
// Each mapping is a table of keys (ModelFileReader.h). What a table cannot say
// (keys that exclude each other, positions beyond the arity, an entry that says
// nothing) is checked when the entry has been read.
//
//===----------------------------------------------------------------------===//
#include "analysis/FunctionModelReader.h"

#include "analysis/PositionSyntax.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace cppwarden::analysis {
namespace {

constexpr std::size_t MaxPattern = 1000;

// --- parts of a function ---

const Key<ModelEndpoint> SourceKeys[] = {
    {"at",
     [](FileReader &R, const YamlNode &N, ModelEndpoint &To) {
       return R.position(N, Allow::Anything, To.At);
     }},
    {"kind", [](FileReader &R, const YamlNode &N, ModelEndpoint &To) {
       return R.kind(N, Kind::Role::Source, To.Kind);
     }}};

const Key<ModelEndpoint> SinkKeys[] = {
    {"at",
     [](FileReader &R, const YamlNode &N, ModelEndpoint &To) {
       return R.position(N, Allow::Anything, To.At);
     }},
    {"kind", [](FileReader &R, const YamlNode &N, ModelEndpoint &To) {
       return R.kind(N, Kind::Role::Sink, To.Kind);
     }}};

constexpr std::pair<StringRef, ModelFlow::How> FlowWays[] = {
    {"copy", ModelFlow::How::Copy},
    {"embed", ModelFlow::How::Embed},
    {"derive", ModelFlow::How::Derive},
    {"alias", ModelFlow::How::Alias},
    {"move", ModelFlow::How::Move}};

const Key<ModelFlow> FlowKeys[] = {
    {"from",
     [](FileReader &R, const YamlNode &N, ModelFlow &To) {
       return R.position(N, Allow::NotReturn, To.From);
     }},
    {"to", [](FileReader &R, const YamlNode &N,
              ModelFlow &To) { return R.position(N, Allow::Anything, To.To); }},
    {"as", [](FileReader &R, const YamlNode &N,
              ModelFlow &To) { return R.oneOf(N, "way", FlowWays, To.As); }},
    {"add", [](FileReader &R, const YamlNode &N,
               ModelFlow &To) { return R.flag(N, "add", To.Add); }},
    {"sanitises", [](FileReader &R, const YamlNode &N, ModelFlow &To) {
       return R.kindList(N, Kind::Role::Sanitiser, To.Sanitises);
     }}};

constexpr std::pair<StringRef, ModelFormat::Style> FormatStyles[] = {
    {"printf", ModelFormat::Style::Printf},
    {"scanf", ModelFormat::Style::Scanf},
    {"braces", ModelFormat::Style::Braces},
    {"qt", ModelFormat::Style::QtPercent},
    {"strftime", ModelFormat::Style::Strftime}};

/// `escapes: {q: escape.sql}`: what a printf conversion does to its argument.
Error readEscapes(FileReader &R, const YamlNode &Node, ModelFormat &To) {
  if (!Node.isMapping())
    return R.Errors.at(Node, "'escapes' maps conversion letters to what they "
                             "do: {q: escape.sql}");
  for (const YamlNode::Entry &Entry : Node.Entries) {
    if (Entry.Key.size() != 1 || !isAlpha(Entry.Key[0]))
      return R.Errors.at(Entry.Line, Entry.Column,
                         "'" + Entry.Key + "' is no conversion letter");
    if (Error E =
            R.kind(Entry.Value, Kind::Role::Sanitiser, To.Escapes[Entry.Key]))
      return E;
  }
  return Error::success();
}

const Key<ModelFormat> FormatKeys[] = {
    {"style",
     [](FileReader &R, const YamlNode &N, ModelFormat &To) {
       return R.oneOf(N, "style", FormatStyles, To.How);
     }},
    {"template",
     [](FileReader &R, const YamlNode &N, ModelFormat &To) {
       return R.argument(N, "template", false, To.Template);
     }},
    {"args",
     [](FileReader &R, const YamlNode &N, ModelFormat &To) {
       return R.argument(N, "args", true, To.FirstArgument);
     }},
    {"to",
     [](FileReader &R, const YamlNode &N, ModelFormat &To) {
       return R.position(N, Allow::Anything, To.To.emplace());
     }},
    {"add", [](FileReader &R, const YamlNode &N,
               ModelFormat &To) { return R.flag(N, "add", To.Add); }},
    {"sink",
     [](FileReader &R, const YamlNode &N, ModelFormat &To) {
       return R.kind(N, Kind::Role::Sink, To.SinkKind);
     }},
    {"va_list",
     [](FileReader &R, const YamlNode &N, ModelFormat &To) {
       return R.flag(N, "va_list", To.TakesVaList);
     }},
    {"escapes", readEscapes},
    {"from", [](FileReader &R, const YamlNode &N, ModelFormat &To) -> Error {
       if (N.isScalar() && looksLikePosition(N.Value))
         return R.position(N, Allow::NotReturn, To.From.emplace());
       return R.kind(N, Kind::Role::Source, To.FromKind);
     }}};

Error readFormat(FileReader &R, const YamlNode &Node, FunctionModel &To) {
  ModelFormat Format;
  if (Error E = R.keys(Node, FormatKeys, Format))
    return E;
  if (Error E = R.require(Node, {"style", "template"}))
    return E;
  if (!Node.find("args"))
    Format.FirstArgument = Format.Template + 1;
  bool Scans = Format.How == ModelFormat::Style::Scanf;
  if (Scans && !Node.find("from"))
    return R.Errors.at(Node, "a scanf format needs 'from': the position of the "
                             "text, or a source kind");
  if (Scans && Node.find("to"))
    return R.Errors.at(
        *Node.find("to"),
        "a scanf format fills its arguments; 'to' has no meaning");
  if (!Scans && Node.find("from"))
    return R.Errors.at(*Node.find("from"), "'from' belongs to the style scanf");
  if (Format.How != ModelFormat::Style::Printf && !Format.Escapes.empty())
    return R.Errors.at(*Node.find("escapes"),
                       "'escapes' belongs to the style printf");
  if (!Scans && !Format.To && Format.SinkKind.empty())
    return R.Errors.at(Node, "a format needs 'to' (where the text goes) or "
                             "'sink' (what consumes it)");
  To.Format = std::move(Format);
  return Error::success();
}

const Key<ModelGuard> GuardKeys[] = {
    {"of",
     [](FileReader &R, const YamlNode &N, ModelGuard &To) {
       return R.position(N, Allow::NotReturn, To.Of);
     }},
    {"when", [](FileReader &R, const YamlNode &N,
                ModelGuard &To) { return R.flag(N, "when", To.When); }},
    {"sanitises", [](FileReader &R, const YamlNode &N, ModelGuard &To) {
       return R.kindList(N, Kind::Role::Sanitiser, To.Sanitises);
     }}};

Error readCallbackParameters(FileReader &R, const YamlNode &Node,
                             ModelCallback &To) {
  if (!Node.isMapping())
    return R.Errors.at(Node, "'params' maps parameter numbers to positions or "
                             "source kinds: {0: arg2}");
  for (const YamlNode::Entry &Entry : Node.Entries) {
    ModelCallback::Parameter Parameter;
    if (StringRef(Entry.Key).getAsInteger(10, Parameter.Index) ||
        Parameter.Index >= MaxModelArguments)
      return R.Errors.at(
          Entry.Line, Entry.Column,
          "'" + Entry.Key +
              "' is no parameter number (0 is the callback's first parameter)");
    bool IsPosition =
        Entry.Value.isScalar() && looksLikePosition(Entry.Value.Value);
    if (Error E = IsPosition ? R.position(Entry.Value, Allow::NotReturn,
                                          Parameter.From.emplace())
                             : R.kind(Entry.Value, Kind::Role::Source,
                                      Parameter.SourceKind))
      return E;
    To.Parameters.push_back(std::move(Parameter));
  }
  return Error::success();
}

const Key<ModelCallback> CallbackKeys[] = {
    {"at",
     [](FileReader &R, const YamlNode &N, ModelCallback &To) {
       return R.position(N, Allow::NotReturn, To.Function);
     }},
    {"params", readCallbackParameters},
    {"result", [](FileReader &R, const YamlNode &N, ModelCallback &To) {
       return R.position(N, Allow::Anything, To.Result.emplace());
     }}};

// --- fixes ---

const Key<ModelFix> FixKeys[] = {
    {"at",
     [](FileReader &R, const YamlNode &N, ModelFix &To) -> Error {
       if (N.isScalar() && N.Value == "callee")
         return Error::success();
       return R.argument(N, "'at' of a fix (callee is the function's name)",
                         false, To.Argument.emplace());
     }},
    {"with",
     [](FileReader &R, const YamlNode &N, ModelFix &To) -> Error {
       if (Error E = R.text(N, "with", To.With))
         return E;
       return To.With.empty() || StringRef(To.With).contains('\n')
                  ? R.Errors.at(N, "'with' is a piece of code on one line")
                  : Error::success();
     }},
    {"kind", [](FileReader &R, const YamlNode &N,
                ModelFix &To) { return R.kindOfFinding(N, To.Kind); }},
    {"caution",
     [](FileReader &R, const YamlNode &N, ModelFix &To) -> Error {
       if (Error E = R.text(N, "caution", To.Caution))
         return E;
       return To.Caution.empty() || StringRef(To.Caution).contains('\n')
                  ? R.Errors.at(N, "'caution' is one line")
                  : Error::success();
     }},
    {"unless-sized",
     [](FileReader &R, const YamlNode &N, ModelFix &To) -> Error {
       std::vector<std::string> Numbers;
       if (Error E = R.strings(N, "unless-sized", Numbers))
         return E;
       for (const std::string &Number : Numbers)
         if (StringRef(Number).getAsInteger(10, To.UnlessSized.emplace_back()))
           return R.Errors.at(N, "'" + Number + "' is no number of bytes");
       return Error::success();
     }}};

Error checkFix(FileReader &R, const YamlNode &Node, const ModelFix &Fix) {
  StringRef With = Fix.With;
  bool IsName = all_of(With, [](char C) { return isAlnum(C) || C == '_'; });
  if (!Fix.Argument && (!IsName || isDigit(With[0])))
    return R.Errors.at(*Node.find("with"),
                       "a function is replaced with another one's plain name");
  if (isDigit(With[0]) && !all_of(With, isDigit))
    return R.Errors.at(*Node.find("with"), "a number is written in digits");
  return Error::success();
}

Error readFixes(FileReader &R, const YamlNode &Node, FunctionModel &To) {
  if (Error E =
          R.list(Node, "fixes", FixKeys, To.Fixes, {"at", "with", "kind"}))
    return E;
  for (std::size_t I = 0; I != To.Fixes.size(); ++I)
    if (Error E = checkFix(R, Node.Items[I], To.Fixes[I]))
      return E;
  return Error::success();
}

// --- when, arity ---

class ConditionReader {
public:
  ConditionReader(FileReader &R, ModelCondition &To) : R(R), To(To) {}

  Error read(const YamlNode &Node) {
    if (Error E = readValue(Node))
      return E;
    if (Pattern.empty())
      return Error::success();
    if (Pattern.size() > MaxPattern)
      return R.Errors.at(Node, "the pattern is longer than " +
                                   Twine(MaxPattern) + " characters");
    try {
      To.Compiled.emplace(Pattern, std::regex::ECMAScript | std::regex::icase |
                                       std::regex::optimize);
    } catch (const std::regex_error &Error) {
      return R.Errors.at(
          Node, "'" + Pattern + "' is no regular expression: " + Error.what());
    }
    To.Pattern = std::move(Pattern);
    return Error::success();
  }

private:
  Error readValue(const YamlNode &Node) {
    switch (Node.Is) {
    case YamlNode::Kind::Scalar:
      return readScalar(Node);
    case YamlNode::Kind::Sequence:
      if (Node.Items.empty())
        return R.Errors.at(Node,
                           "the list of values is empty: nothing could match");
      for (const YamlNode &Item : Node.Items) {
        if (!Item.isScalar())
          return R.Errors.at(Item,
                             "a value must be a name, a string or a number");
        if (Error E = readScalar(Item))
          return E;
      }
      return Error::success();
    case YamlNode::Kind::Mapping: {
      const YamlNode *Not = Node.find("not");
      if (!Not || Node.Entries.size() != 1 || To.Negated)
        return R.Errors.at(
            Node,
            "a condition is a value, a list, /regex/, absent, or {not: …}");
      To.Negated = true;
      return readValue(*Not);
    }
    case YamlNode::Kind::Null:
      return R.Errors.at(
          Node, "the value is missing (quote it to mean an empty string)");
    }
    return Error::success();
  }

  Error readScalar(const YamlNode &Node) {
    StringRef Value = Node.Value;
    if (!Node.Quoted && Value == "absent") {
      To.Absent = true;
    } else if (!Node.Quoted && Value == "is-text") {
      To.IsText = true;
    } else if (Value.size() > 2 && Value.starts_with("/") &&
               Value.ends_with("/")) {
      std::string One = Value.drop_front().drop_back().str();
      Pattern = Pattern.empty() ? One : "(?:" + Pattern + ")|(?:" + One + ")";
    } else {
      To.AnyOf.push_back(Value.str());
    }
    return Error::success();
  }

  FileReader &R;
  ModelCondition &To;
  std::string Pattern;
};

Error readWhen(FileReader &R, const YamlNode &Node, FunctionModel &To) {
  if (!Node.isMapping() || Node.Entries.empty())
    return R.Errors.at(
        Node, "'when' maps argument positions to values: {arg1: VALUE}");
  for (const YamlNode::Entry &Entry : Node.Entries) {
    ModelCondition Condition;
    YamlNode Position;
    Position.Is = YamlNode::Kind::Scalar;
    Position.Value = Entry.Key;
    Position.Line = Entry.Line, Position.Column = Entry.Column;
    if (Entry.Key == "this")
      Condition.OfObject = true;
    else if (Error E = R.argument(Position, "a key of 'when'", false,
                                  Condition.Argument))
      return E;
    if (Error E = ConditionReader(R, Condition).read(Entry.Value))
      return E;
    if (Condition.OfObject && (Condition.Absent || Condition.IsText))
      return R.Errors.at(Entry.Value, "an object is never absent, nor text");
    To.When.push_back(std::move(Condition));
  }
  return Error::success();
}

Error readArity(FileReader &R, const YamlNode &Node, FunctionModel &To) {
  std::string Given;
  if (Error E = R.text(Node, "arity", Given))
    return E;
  unsigned Low = 0, High = 0;
  StringRef First = Given, Last = Given;
  if (StringRef(Given).contains(".."))
    std::tie(First, Last) = StringRef(Given).split("..");
  if (First.getAsInteger(10, Low) || Last.getAsInteger(10, High))
    return R.Errors.at(Node, "arity must be a number or a range such as 2..3");
  if (Low > High || High > MaxModelArguments)
    return R.Errors.at(Node,
                       "arity " + Given + " holds no number of arguments");
  To.Arity = {Low, High};
  return Error::success();
}

// --- the entry ---

const Key<FunctionModel> FunctionKeys[] = {
    {"name", readOneName<FunctionModel>},
    {"names", readNames<FunctionModel>},
    {"arity", readArity},
    {"types",
     [](FileReader &R, const YamlNode &N, FunctionModel &To) -> Error {
       if (!N.isSequence())
         return R.Errors.at(N, "'types' lists a text for each parameter: "
                               "[\"\", \"const char *\"]");
       return R.strings(N, "types", To.ParameterTypes);
     }},
    {"when", readWhen},
    {"sources",
     [](FileReader &R, const YamlNode &N, FunctionModel &To) {
       return R.list(N, "sources", SourceKeys, To.Sources, {"at", "kind"});
     }},
    {"sinks",
     [](FileReader &R, const YamlNode &N, FunctionModel &To) {
       return R.list(N, "sinks", SinkKeys, To.Sinks, {"at", "kind"});
     }},
    {"uses",
     [](FileReader &R, const YamlNode &N, FunctionModel &To) {
       return R.kindList(N, Kind::Role::Use, To.Uses);
     }},
    {"flows",
     [](FileReader &R, const YamlNode &N, FunctionModel &To) {
       return R.list(N, "flows", FlowKeys, To.Flows, {"from", "to", "as"});
     }},
    {"format", readFormat},
    {"guards",
     [](FileReader &R, const YamlNode &N, FunctionModel &To) {
       return R.list(N, "guards", GuardKeys, To.Guards,
                     {"of", "when", "sanitises"});
     }},
    {"callbacks",
     [](FileReader &R, const YamlNode &N, FunctionModel &To) {
       return R.list(N, "callbacks", CallbackKeys, To.Callbacks, {"at"});
     }},
    {"clears",
     [](FileReader &R, const YamlNode &N, FunctionModel &To) {
       return R.positions(N, Allow::NotReturn, To.Clears);
     }},
    {"compares",
     [](FileReader &R, const YamlNode &N, FunctionModel &To) -> Error {
       if (Error E = R.positions(N, Allow::NotReturn, To.Compares))
         return E;
       return To.Compares.size() < 2
                  ? R.Errors.at(N, "'compares' needs at least two positions")
                  : Error::success();
     }},
    {"fixes", readFixes},
    {"pure", [](FileReader &R, const YamlNode &N,
                FunctionModel &To) { return R.flag(N, "pure", To.Pure); }},
    {"remedy",
     [](FileReader &R, const YamlNode &N, FunctionModel &To) -> Error {
       if (Error E = R.text(N, "remedy", To.Remedy))
         return E;
       return StringRef(To.Remedy).contains('\n')
                  ? R.Errors.at(N, "'remedy' is one line")
                  : Error::success();
     }}};

Error checkFunction(FileReader &R, const YamlNode &Node,
                    const FunctionModel &Model) {
  bool Moves = !Model.Flows.empty() || Model.Format || !Model.Callbacks.empty();
  if (Model.Pure && Moves)
    return R.Errors.at(
        *Node.find("pure"),
        "'pure' says that nothing flows; 'flows', 'format' and 'callbacks' say "
        "otherwise");
  if (!Moves && !Model.Pure && Model.Sources.empty() && Model.Sinks.empty() &&
      Model.Uses.empty() && Model.Guards.empty() && Model.Clears.empty() &&
      Model.Compares.empty())
    return R.Errors.at(Node,
                       "this entry gives '" + Model.Names[0] +
                           "' no role ('pure: true' says that nothing flows)");
  if (!Model.Arity)
    return Error::success();
  unsigned Most = Model.Arity->second;
  if (Model.ParameterTypes.size() > Most)
    return R.Errors.at(*Node.find("types"), "'types' is longer than the arity");
  for (const ModelCondition &Condition : Model.When)
    if (!Condition.OfObject && Condition.Argument >= Most && !Condition.Absent)
      return R.Errors.at(*Node.find("when"), "arg" + Twine(Condition.Argument) +
                                                 " is beyond the arity " +
                                                 Twine(Most));
  for (const ModelFix &Fix : Model.Fixes)
    if (Fix.Argument && *Fix.Argument >= Most)
      return R.Errors.at(*Node.find("fixes"), "arg" + Twine(*Fix.Argument) +
                                                  " is beyond the arity " +
                                                  Twine(Most));
  std::string Beyond;
  forEachPosition(Model, [&](const ModelPosition &Position) {
    if (Position.Base == ModelPosition::Root::Argument &&
        Position.Index >= Most && Beyond.empty())
      Beyond = spell(Position);
  });
  if (!Beyond.empty())
    return R.Errors.at(Node, Beyond + " is beyond the arity " + Twine(Most));
  return Error::success();
}

} // namespace

Error readFunctions(FileReader &Reader, const YamlNode &List,
                    std::vector<FunctionModel> &To) {
  return readModelList<FunctionModel>(Reader, List, "functions", FunctionKeys,
                                      To, checkFunction);
}

} // namespace cppwarden::analysis
