#include "analysis/ModelFileReader.h"

#include "analysis/PositionSyntax.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace cppwarden::analysis {
namespace {

bool isKindName(StringRef Name) {
  if (Name.empty() || Name.back() == '.')
    return false;
  bool AtStart = true;
  for (char C : Name) {
    if (AtStart
            ? !(C >= 'a' && C <= 'z')
            : !((C >= 'a' && C <= 'z') || isDigit(C) || C == '-' || C == '.'))
      return false;
    AtStart = C == '.';
  }
  return true;
}

const Key<Kind> KindKeys[] = {
    {"name", [](FileReader &R, const YamlNode &N,
                Kind &To) { return R.text(N, "name", To.Name); }},
    {"is", [](FileReader &R, const YamlNode &N,
              Kind &To) { return R.text(N, "is", To.Description); }},
    {"roles", [](FileReader &R, const YamlNode &N, Kind &To) {
       if (!N.isSequence())
         return R.Errors.at(
             N, "'roles' must be a list of source, sink, sanitiser, use");
       for (const YamlNode &Item : N.Items) {
         Kind::Role Role;
         if (Error E = R.oneOf(Item, "role", FileReader::Roles, Role))
           return E;
         To.Roles |= static_cast<unsigned>(Role);
       }
       return N.Items.empty() ? R.Errors.at(N, "the list of roles is empty")
                              : Error::success();
     }}};

} // namespace

Error FileReader::require(const YamlNode &Mapping, ArrayRef<StringRef> Keys) {
  for (StringRef K : Keys)
    if (!Mapping.find(K))
      return Errors.at(Mapping, "the key '" + K + "' is missing");
  return Error::success();
}

Error FileReader::text(const YamlNode &Node, StringRef What, std::string &To) {
  auto Text = Errors.scalar(Node, What);
  if (!Text)
    return Text.takeError();
  if (Text->empty())
    return Errors.at(Node, What + " is empty");
  To = std::move(*Text);
  return Error::success();
}

Error FileReader::flag(const YamlNode &Node, StringRef What, bool &To) {
  auto Value = Errors.boolean(Node, What);
  if (!Value)
    return Value.takeError();
  To = *Value;
  return Error::success();
}

Error FileReader::strings(const YamlNode &Node, StringRef What,
                          std::vector<std::string> &To) {
  if (Node.isNull())
    return Errors.at(Node, What + " is empty");
  auto Values = Errors.strings(Node, What);
  if (!Values)
    return Values.takeError();
  append_range(To, *Values);
  return Error::success();
}

Error FileReader::position(const YamlNode &Node, Allow Where,
                           ModelPosition &To) {
  std::string Given;
  if (Error E = text(Node, "a position", Given))
    return E;
  auto Parsed = parsePosition(Given);
  if (!Parsed)
    return Errors.at(Node, toString(Parsed.takeError()));
  if (Where == Allow::NotReturn && Parsed->Base == ModelPosition::Root::Return)
    return Errors.at(
        Node, "'return' cannot stand here: the call reads it from nowhere");
  To = std::move(*Parsed);
  return Error::success();
}

Error FileReader::positions(const YamlNode &Node, Allow Where,
                            std::vector<ModelPosition> &To) {
  if (Node.isScalar())
    return position(Node, Where, To.emplace_back());
  if (!Node.isSequence())
    return Errors.at(Node, "expected a list of positions");
  for (const YamlNode &Item : Node.Items)
    if (Error E = position(Item, Where, To.emplace_back()))
      return E;
  return Error::success();
}

Error FileReader::argument(const YamlNode &Node, StringRef What, bool Open,
                           unsigned &To) {
  ModelPosition Position;
  if (Error E = position(Node, Allow::Anything, Position))
    return E;
  bool Fits = Position.Base == ModelPosition::Root::Argument ||
              (Open && Position.Base == ModelPosition::Root::ArgumentsFrom);
  if (!Fits || !Position.Path.empty())
    return Errors.at(Node, What + " must be " +
                               (Open ? "argN+, argN or args" : "argN"));
  To = Position.Index;
  return Error::success();
}

const Kind *FileReader::knownKind(StringRef Name) const {
  if (const Kind *Found = Known.kindNamed(Name))
    return Found;
  auto Own = find_if(New.Kinds, [&](const Kind &K) { return K.Name == Name; });
  return Own == New.Kinds.end() ? nullptr : &*Own;
}

Error FileReader::kind(const YamlNode &Node, Kind::Role Role, std::string &To) {
  return kindInRole(Node, static_cast<unsigned>(Role),
                    ("a " + roleName(Role)).str(), To);
}

Error FileReader::kindOfFinding(const YamlNode &Node, std::string &To) {
  constexpr unsigned Roles = static_cast<unsigned>(Kind::Role::Source) |
                             static_cast<unsigned>(Kind::Role::Sink) |
                             static_cast<unsigned>(Kind::Role::Use);
  return kindInRole(Node, Roles, "a source, sink or use", To);
}

Error FileReader::kindInRole(const YamlNode &Node, unsigned Roles,
                             StringRef Role, std::string &To) {
  std::string Given;
  if (Error E = text(Node, "a kind", Given))
    return E;
  const Kind *Found = knownKind(Given);
  if (!Found)
    return unknownKind(Node, Given, Roles);
  if (!(Found->Roles & Roles))
    return Errors.at(Node, "the kind '" + Given + "' (" + Found->Description +
                               ") cannot be " + Role + "; it is a " +
                               roleNames(Found->Roles));
  To = std::move(Given);
  return Error::success();
}

Error FileReader::kindList(const YamlNode &Node, Kind::Role Role,
                           std::vector<std::string> &To) {
  if (Node.isScalar())
    return kind(Node, Role, To.emplace_back());
  if (!Node.isSequence())
    return Errors.at(Node, "expected a list of kinds");
  for (const YamlNode &Item : Node.Items)
    if (Error E = kind(Item, Role, To.emplace_back()))
      return E;
  return Error::success();
}

Error FileReader::unknownKind(const YamlNode &Node, StringRef Given,
                              unsigned Roles) {
  SmallVector<StringRef, 64> Candidates;
  for (const ModelSet *Set : {&Known, static_cast<const ModelSet *>(&New)})
    for (const Kind &K : Set->Kinds)
      if (K.Roles & Roles)
        Candidates.push_back(K.Name);
  // `untrusted.http` means `untrusted.network.http`, whatever is spelt nearer.
  auto Ends = [](StringRef Name) {
    return std::pair(Name.split('.').first, Name.substr(Name.rfind('.') + 1));
  };
  for (StringRef Candidate : Candidates)
    if (Given.contains('.') && Ends(Candidate) == Ends(Given))
      return Errors.at(Node, "unknown kind '" + Given + "'; did you mean '" +
                                 Candidate + "'?");
  return Errors.unknown(Node.Line, Node.Column, "kind", Given, Candidates);
}

StringRef FileReader::roleName(Kind::Role Role) {
  return find_if(Roles, [&](const auto &R) { return R.second == Role; })->first;
}

std::string FileReader::roleNames(unsigned Set) {
  std::string Out;
  for (const auto &[Name, Role] : Roles)
    if (Set & static_cast<unsigned>(Role))
      Out += (Out.empty() ? "" : " and ") + Name.str();
  return Out;
}

Error FileReader::readKind(const YamlNode &Node) {
  Kind One;
  if (Error E = keys(Node, KindKeys, One))
    return E;
  if (Error E = require(Node, {"name", "roles", "is"}))
    return E;
  if (!isKindName(One.Name))
    return Errors.at(
        *Node.find("name"),
        "a kind is dotted lower-case words, such as untrusted.network");
  if (Known.kindNamed(One.Name) ||
      any_of(New.Kinds, [&](const Kind &K) { return K.Name == One.Name; }))
    return Errors.at(*Node.find("name"),
                     "the kind '" + One.Name + "' is declared already");
  New.Kinds.push_back(std::move(One));
  return Error::success();
}

std::string faultOfName(StringRef Name) {
  if (Name.starts_with("::"))
    return "a name begins without '::'";
  if (Name.ends_with("::"))
    return "the name ends in '::'";
  std::size_t Operator = Name.rfind("operator");
  bool IsOperator = Operator != StringRef::npos &&
                    (Operator == 0 || Name[Operator - 1] == ':') &&
                    Operator + 8 < Name.size() &&
                    !isAlnum(Name[Operator + 8]) && Name[Operator + 8] != '_';
  StringRef Plain = IsOperator ? Name.take_front(Operator) : Name;
  if (Plain.contains('<'))
    return "names are written without template arguments";
  if (Plain.contains('('))
    return "names are written without parameters";
  for (char C : Plain)
    if (!isAlnum(C) && C != '_' && C != ':' && C != '~' && C != '$')
      return std::string("'") + C + "' cannot stand in a name";
  if (IsOperator && Name[Operator + 8] == ' ') {
    StringRef Word = Name.substr(Operator + 9);
    static constexpr StringRef Words[] = {"conversion", "new",      "delete",
                                          "new[]",      "delete[]", "co_await"};
    if (!is_contained(Words, Word))
      return "conversion operators are all called 'operator conversion'";
  }
  return "";
}

} // namespace cppwarden::analysis
