//===- Yaml.cpp - YAML with locations
//--------------------------------------===//
//
// LLVM's parser works lazily: a node is parsed while its parent is walked. The
// walk below therefore bounds depth and size by stopping, and never lets LLVM
// skip a half-read collection (that is where its recursion is).
//
// What is done here rather than there:
//  - control characters and broken UTF-8 are refused before LLVM sees them;
//  - positions come from an own table of line starts: SourceMgr searches each
//    line from its end, which is quadratic for a document of one long line;
//  - LLVM hands `>` scalars over like `|`; they are folded here
//  (YAML 1.2, 8.1.3);
//  - anchors, aliases, tags and a second document are errors: no file of ours
//    needs them, and they are where hostile documents grow.
//
//===----------------------------------------------------------------------===//
#include "support/Yaml.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/Casting.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/YAMLParser.h"
#include <algorithm>

using namespace llvm;

namespace cppwarden {
namespace {

constexpr std::size_t MaxBytes = 16u << 20;
constexpr unsigned MaxDepth = 64;
constexpr unsigned MaxNodes = 1'000'000;

Error located(StringRef File, unsigned Line, unsigned Column,
              const Twine &Message) {
  return createStringError(inconvertibleErrorCode(),
                           Twine(File) + ":" + Twine(Line) + ":" +
                               Twine(Column) + ": " + Message);
}

/// Offsets of line starts, to turn a pointer into the buffer into line:column.
class LineTable {
public:
  explicit LineTable(StringRef Text) : Begin(Text.begin()), End(Text.end()) {
    Starts.push_back(0);
    for (std::size_t I = 0; I < Text.size(); ++I)
      if (Text[I] == '\n')
        Starts.push_back(I + 1);
  }
  std::pair<unsigned, unsigned> at(const char *Pointer) const {
    std::size_t Offset = std::clamp(Pointer, Begin, End) - Begin;
    auto After = std::upper_bound(Starts.begin(), Starts.end(), Offset);
    std::size_t Line = After - Starts.begin();
    return {static_cast<unsigned>(Line),
            static_cast<unsigned>(Offset - Starts[Line - 1] + 1)};
  }

private:
  const char *Begin, *End;
  std::vector<std::size_t> Starts;
};

/// The position of the first byte that no YAML document may contain.
const char *firstForbiddenByte(StringRef Text) {
  for (const char &C : Text) {
    unsigned char Byte = C;
    if (Byte == 0x7f ||
        (Byte < 0x20 && Byte != '\t' && Byte != '\n' && Byte != '\r'))
      return &C;
  }
  const auto *Source = reinterpret_cast<const UTF8 *>(Text.begin());
  if (!isLegalUTF8String(&Source, reinterpret_cast<const UTF8 *>(Text.end())))
    return reinterpret_cast<const char *>(Source);
  return nullptr;
}

/// Reads a `>` scalar from its raw lines: a single break between two lines that
/// are not indented further becomes a space, n + 1 breaks become n.
std::string foldBlock(StringRef Raw, char Chomping) {
  SmallVector<StringRef> Lines;
  Raw.split(Lines, '\n');
  if (!Lines.empty() && Lines.back().trim(" \r").empty())
    Lines.pop_back(); // behind the last break
  std::size_t Indent = StringRef::npos;
  for (StringRef &Line : Lines) {
    Line.consume_back("\r");
    if (Indent == StringRef::npos && !Line.trim(' ').empty())
      Indent = Line.find_first_not_of(' ');
  }
  std::string Out;
  bool First = true, LastWasIndented = false;
  unsigned EmptyLines = 0;
  for (StringRef Line : Lines) {
    Line = Line.trim(' ').empty()
               ? StringRef()
               : Line.drop_front(std::min(Indent, Line.find_first_not_of(' ')));
    if (Line.empty()) {
      ++EmptyLines;
      continue;
    }
    bool Indented = Line[0] == ' ' || Line[0] == '\t';
    if (First)
      Out.append(EmptyLines, '\n');
    else if (Indented || LastWasIndented)
      Out.append(EmptyLines + 1, '\n');
    else if (EmptyLines)
      Out.append(EmptyLines, '\n');
    else
      Out += ' ';
    Out += Line;
    First = false;
    LastWasIndented = Indented;
    EmptyLines = 0;
  }
  if (Chomping != '-' && !First)
    Out += '\n';
  if (Chomping == '+')
    Out.append(EmptyLines, '\n');
  return Out;
}

/// What stands behind the key of a block scalar: `|`, `>-`, `|2+`.
struct BlockHeader {
  char Style = '|';
  char Chomping = 0;
  bool Indentation = false;
  const char *Where = nullptr;
};

/// Turns one LLVM document into a tree.
class TreeBuilder {
public:
  TreeBuilder(StringRef File, StringRef Text)
      : File(File), Text(Text), Lines(Text) {}

  Expected<YamlNode> build() {
    SourceMgr Sources;
    Sources.setDiagHandler(
        [](const SMDiagnostic &Diagnostic, void *Context) {
          auto &Builder = *static_cast<TreeBuilder *>(Context);
          if (!Builder.Syntax && Diagnostic.getKind() == SourceMgr::DK_Error)
            Builder.Syntax = Diagnostic;
        },
        this);
    yaml::Stream Stream(MemoryBufferRef(Text, File), Sources,
                        /*ShowColors=*/false);

    YamlNode Root;
    Root.Line = Root.Column = 1;
    auto Document = Stream.begin();
    if (Document == Stream.end() || Stream.failed())
      return syntaxOr(std::move(Root));
    yaml::Node *Top = Document->getRoot();
    if (!Top)
      return syntaxOr(std::move(Root));
    if (Error E = read(*Top, Root, 0))
      return std::move(E);
    if (Stream.failed())
      return syntaxOr(std::move(Root));
    ++Document;
    if (Syntax || Stream.failed())
      return syntaxOr(std::move(Root));
    if (Document != Stream.end()) {
      // LLVM ends a document at a surplus token as well as at `---`.
      yaml::Node *Next = Document->getRoot();
      if (Syntax)
        return syntaxOr(std::move(Root));
      if (Next && !isa<yaml::NullNode>(Next))
        return fail(*Next,
                    "only one document is read; this begins a second one");
    }
    return Root;
  }

private:
  Error fail(const yaml::Node &Node, const Twine &Message) {
    unsigned Line = 1, Column = 1;
    place(Node, Line, Column);
    return located(File, Line, Column, Message);
  }
  Error fail(const char *Where, const Twine &Message) {
    auto [Line, Column] = Lines.at(Where ? Where : Text.begin());
    return located(File, Line, Column, Message);
  }

  Error syntaxError() {
    std::string Message = Syntax->getMessage().str();
    auto [Line, Column] =
        Lines.at(Syntax->getLoc().getPointer() ? Syntax->getLoc().getPointer()
                                               : Text.begin());
    if (!Message.empty()) {
      Message[0] = toLower(Message[0]);
      while (!Message.empty() && Message.back() == '.')
        Message.pop_back();
    }
    // The commonest mistake in our files: `{at: arg0[]}`.
    if (StringRef(Message).contains("low") &&
        (isAt('[', *Syntax) || isAt('{', *Syntax)))
      Message += " (text with brackets needs quotes inside [] and {})";
    else if (isAt(':', *Syntax))
      Message += " (text with a colon needs quotes)";
    return located(File, Line, Column, "not valid YAML: " + Twine(Message));
  }
  bool isAt(char C, const SMDiagnostic &D) const {
    const char *P = D.getLoc().getPointer();
    return P && P >= Text.begin() && P < Text.end() && *P == C;
  }
  Expected<YamlNode> syntaxOr(YamlNode Root) {
    if (Syntax)
      return syntaxError();
    return Root;
  }

  void place(const yaml::Node &From, unsigned &Line, unsigned &Column) const {
    const char *Where = From.getSourceRange().Start.getPointer();
    if (!Where)
      return;
    // LLVM's range of a flow collection begins behind the bracket.
    char Bracket = isa<yaml::MappingNode>(From)    ? '{'
                   : isa<yaml::SequenceNode>(From) ? '['
                                                   : 0;
    StringRef Before(Text.begin(), Where - Text.begin());
    Before = Before.rtrim(" \t");
    if (Bracket && !Before.empty() && Before.back() == Bracket)
      Where = Before.end() - 1;
    std::tie(Line, Column) = Lines.at(Where);
  }

  Error refuseDecorations(const yaml::Node &Node) {
    if (!Node.getAnchor().empty())
      return fail(Node.getAnchor().begin(), "anchors are not supported");
    if (!Node.getRawTag().empty())
      return fail(Node.getRawTag().begin(), "tags are not supported");
    return Error::success();
  }

  Error read(yaml::Node &From, YamlNode &To, unsigned Depth) {
    if (Depth > MaxDepth)
      return fail(From, "nested deeper than " + Twine(MaxDepth) + " levels");
    if (++NodeCount > MaxNodes)
      return fail(From,
                  "more than " + Twine(MaxNodes) + " values in one document");
    if (!isa<yaml::NullNode>(From)) // else it keeps the place of its key
      place(From, To.Line, To.Column);
    if (Error E = refuseDecorations(From))
      return E;
    switch (From.getType()) {
    case yaml::Node::NK_Null:
      return Error::success();
    case yaml::Node::NK_Scalar:
      readScalar(cast<yaml::ScalarNode>(From), To);
      return Error::success();
    case yaml::Node::NK_BlockScalar:
      readBlock(cast<yaml::BlockScalarNode>(From), To);
      return Error::success();
    case yaml::Node::NK_Sequence:
      return readSequence(cast<yaml::SequenceNode>(From), To, Depth);
    case yaml::Node::NK_Mapping:
      return readMapping(cast<yaml::MappingNode>(From), To, Depth);
    case yaml::Node::NK_Alias:
      return fail(cast<yaml::AliasNode>(From).getName().begin() - 1,
                  "aliases are not supported");
    default:
      return fail(From, "a key without a mapping");
    }
  }

  void readScalar(yaml::ScalarNode &From, YamlNode &To) {
    SmallString<64> Storage;
    StringRef Raw = From.getRawValue();
    StringRef Value = From.getValue(Storage);
    To.Quoted = Raw.starts_with("\"") || Raw.starts_with("'");
    if (!To.Quoted && (Value.empty() || Value == "~" || Value == "null" ||
                       Value == "Null" || Value == "NULL"))
      return;
    To.Is = YamlNode::Kind::Scalar;
    To.Value = Value.str();
  }

  /// LLVM's range begins behind the header's line, so it is searched there.
  BlockHeader blockHeader(const char *Body) const {
    BlockHeader Header;
    StringRef Before(Text.begin(),
                     std::clamp(Body, Text.begin(), Text.end()) - Text.begin());
    Before = Before.rtrim("\r\n");
    StringRef Line = Before.substr(Before.rfind('\n') + 1);
    // A comment may follow the header; the header is the last `|` or `>` that
    // stands alone behind a blank.
    for (std::size_t I = Line.size(); I-- > 0;) {
      if ((Line[I] != '|' && Line[I] != '>') ||
          (I > 0 && Line[I - 1] != ' ' && Line[I - 1] != '\t'))
        continue;
      StringRef Rest = Line.substr(I + 1);
      StringRef Marks = Rest.take_while(
          [](char C) { return isDigit(C) || C == '+' || C == '-'; });
      StringRef Tail = Rest.drop_front(Marks.size()).ltrim(" \t");
      if (!Tail.empty() && !Tail.starts_with("#"))
        continue;
      Header.Style = Line[I];
      Header.Where = Line.begin() + I;
      Header.Chomping = 0;
      Header.Indentation = false;
      for (char C : Marks)
        if (isDigit(C))
          Header.Indentation = true;
        else
          Header.Chomping = C;
    }
    return Header;
  }

  void readBlock(yaml::BlockScalarNode &From, YamlNode &To) {
    To.Is = YamlNode::Kind::Scalar;
    To.Quoted = true;
    SMRange Raw = From.getSourceRange();
    BlockHeader Header = blockHeader(Raw.Start.getPointer());
    if (Header.Where)
      std::tie(To.Line, To.Column) = Lines.at(Header.Where);
    if (Header.Style == '>' && !Header.Indentation)
      To.Value =
          foldBlock(StringRef(Raw.Start.getPointer(),
                              Raw.End.getPointer() - Raw.Start.getPointer()),
                    Header.Chomping);
    else
      To.Value = From.getValue().str();
  }

  Error readSequence(yaml::SequenceNode &From, YamlNode &To, unsigned Depth) {
    To.Is = YamlNode::Kind::Sequence;
    for (yaml::Node &Item : From) {
      if (Syntax)
        return syntaxError();
      YamlNode &Child = To.Items.emplace_back();
      Child.Line = To.Line, Child.Column = To.Column;
      if (Error E = read(Item, Child, Depth + 1))
        return E;
    }
    return Syntax ? syntaxError() : Error::success();
  }

  Error requireColon(const yaml::ScalarNode &Key) {
    const char *KeyEnd = Key.getSourceRange().End.getPointer();
    StringRef Rest(KeyEnd, Text.end() - KeyEnd);
    if (Rest.ltrim(" \t").starts_with(":"))
      return Error::success();
    return fail(Key, "a ':' is missing behind '" +
                         Key.getRawValue().split('\n').first.rtrim() + "'");
  }

  Error readMapping(yaml::MappingNode &From, YamlNode &To, unsigned Depth) {
    To.Is = YamlNode::Kind::Mapping;
    StringSet<> Seen;
    for (yaml::KeyValueNode &Pair : From) {
      yaml::Node *Key = Pair.getKey();
      if (Syntax)
        return syntaxError();
      if (!Key)
        return fail(From, "a key is missing");
      if (Error E = refuseDecorations(*Key))
        return E;
      auto *Name = dyn_cast<yaml::ScalarNode>(Key);
      if (!Name)
        return fail(*Key,
                    isa<yaml::NullNode>(Key)
                        ? "a key is missing"
                        : "this is no plain key (is a ',' missing behind it?)");
      YamlNode::Entry &Entry = To.Entries.emplace_back();
      if (Error E = requireColon(*Name))
        return E;
      SmallString<32> Storage;
      Entry.Key = Name->getValue(Storage).str();
      place(*Name, Entry.Line, Entry.Column);
      if (!Seen.insert(Entry.Key).second)
        return fail(*Key, "the key '" + Twine(Entry.Key) + "' is given twice");
      yaml::Node *Value = Pair.getValue();
      if (Syntax)
        return syntaxError();
      Entry.Value.Line = Entry.Line, Entry.Value.Column = Entry.Column;
      if (Value)
        if (Error E = read(*Value, Entry.Value, Depth + 1))
          return E;
    }
    return Syntax ? syntaxError() : Error::success();
  }

  StringRef File, Text;
  LineTable Lines;
  std::optional<SMDiagnostic> Syntax;
  unsigned NodeCount = 0;
};

} // namespace

const YamlNode *YamlNode::find(StringRef Key) const {
  for (const Entry &E : Entries)
    if (E.Key == Key)
      return &E.Value;
  return nullptr;
}

Expected<YamlNode> parseYaml(MemoryBufferRef Buffer) {
  StringRef Text = Buffer.getBuffer(), File = Buffer.getBufferIdentifier();
  if (Text.size() > MaxBytes)
    return located(File, 1, 1,
                   "the document is larger than " + Twine(MaxBytes >> 20) +
                       " MB");
  Text.consume_front("\xef\xbb\xbf");
  if (const char *Bad = firstForbiddenByte(Text)) {
    auto [Line, Column] = LineTable(Text).at(Bad);
    bool Control = static_cast<unsigned char>(*Bad) < 0x80;
    return located(File, Line, Column,
                   Control ? "a control character" : "not valid UTF-8");
  }
  return TreeBuilder(File, Text).build();
}

Error YamlErrors::at(unsigned Line, unsigned Column,
                     const Twine &Message) const {
  return located(File, Line, Column, Message);
}

Error YamlErrors::at(const YamlNode &Node, const Twine &Message) const {
  return at(Node.Line, Node.Column, Message);
}

Error YamlErrors::unknown(unsigned Line, unsigned Column, StringRef What,
                          StringRef Given, ArrayRef<StringRef> Known) const {
  std::string Message = ("unknown " + What + " '" + Given + "'").str();
  if (auto Near = nearestSpelling(Given, Known))
    Message += ("; did you mean '" + *Near + "'?").str();
  else if (!Known.empty() && Known.size() <= 16)
    Message += "; known are " + join(Known, ", ");
  return at(Line, Column, Message);
}

Error YamlErrors::checkKeys(const YamlNode &Mapping,
                            ArrayRef<StringRef> Known) const {
  if (!Mapping.isMapping())
    return at(Mapping, "expected a mapping with the keys " + join(Known, ", "));
  for (const YamlNode::Entry &E : Mapping.Entries)
    if (!is_contained(Known, StringRef(E.Key)))
      return unknown(E.Line, E.Column, "key", E.Key, Known);
  return Error::success();
}

Expected<std::string> YamlErrors::scalar(const YamlNode &Node,
                                         StringRef What) const {
  if (!Node.isScalar())
    return at(Node, What + (Node.isNull() ? Twine(" is empty")
                                          : Twine(" must be a single value")));
  return Node.Value;
}

Expected<std::int64_t> YamlErrors::integer(const YamlNode &Node,
                                           StringRef What) const {
  std::int64_t Value = 0;
  if (!Node.isScalar() || Node.Quoted ||
      StringRef(Node.Value).getAsInteger(0, Value))
    return at(Node, What + " must be an integer");
  return Value;
}

Expected<bool> YamlErrors::boolean(const YamlNode &Node, StringRef What) const {
  if (Node.isScalar() && !Node.Quoted) {
    if (Node.Value == "true")
      return true;
    if (Node.Value == "false")
      return false;
  }
  return at(Node, What + " must be true or false");
}

Expected<std::vector<std::string>> YamlErrors::strings(const YamlNode &Node,
                                                       StringRef What) const {
  std::vector<std::string> Out;
  if (Node.isScalar()) {
    Out.push_back(Node.Value);
    return Out;
  }
  if (!Node.isSequence())
    return at(Node, What + " must be a value or a list of values");
  for (const YamlNode &Item : Node.Items) {
    if (!Item.isScalar())
      return at(Item, What + " must hold plain values only");
    Out.push_back(Item.Value);
  }
  return Out;
}

Error YamlErrors::strings(const YamlNode &Map, StringRef Key,
                          std::vector<std::string> &Into) const {
  const YamlNode *Node = Map.find(Key);
  if (!Node)
    return Error::success();
  auto Values = strings(*Node, Key);
  if (!Values)
    return Values.takeError();
  Into = std::move(*Values);
  return Error::success();
}

std::optional<StringRef> nearestSpelling(StringRef Given,
                                         ArrayRef<StringRef> Candidates) {
  // A third of the letters wrong is still a slip; more is another word. Long
  // input cannot be near a known word, and edit distance is quadratic.
  if (Given.empty() || Given.size() > 200)
    return std::nullopt;
  std::optional<StringRef> Best;
  unsigned Limit = std::max<unsigned>(1, (Given.size() + 1) / 3);
  for (StringRef Candidate : Candidates) {
    if (Candidate.equals_insensitive(Given))
      return Candidate;
    unsigned Distance =
        Given.edit_distance(Candidate, /*AllowReplacements=*/true, Limit + 1);
    if (Distance <= Limit && Distance < Candidate.size()) {
      if (Distance == 0)
        return Candidate;
      Best = Candidate;
      Limit = Distance - 1;
    }
  }
  return Best;
}

} // namespace cppwarden
