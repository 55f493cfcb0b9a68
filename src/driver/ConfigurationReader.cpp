// .cppwarden.yaml → ConfigurationLayer. Judges form only; whether rules and
// kinds exist is resolve()'s business.
#include "driver/Configuration.h"
#include "support/InputFile.h"
#include "support/Paths.h"
#include "support/Yaml.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include <limits>

namespace cppwarden::driver {
namespace {

constexpr std::size_t MaxExtendDepth = 32;
/// Files read in all: two that each extend a third twice, and so on, would
/// otherwise double with each level.
constexpr std::size_t MaxLayers = 256;
constexpr const char *FileName = ".cppwarden.yaml";

class LayerReader {
public:
  LayerReader(llvm::StringRef File)
      : Errors(File), Folder(llvm::sys::path::parent_path(File).str()) {}

  llvm::Error read(const YamlNode &Document);
  ConfigurationLayer Layer;
  std::vector<StatedText> Extends; ///< absolute

private:
  std::string where(unsigned Line, unsigned Column) const {
    return Errors.file() + ":" + std::to_string(Line) + ":" +
           std::to_string(Column);
  }
  std::string where(const YamlNode &Node) const {
    return where(Node.Line, Node.Column);
  }
  llvm::Error texts(const YamlNode &Node, llvm::StringRef What,
                    std::vector<StatedText> &Into);
  llvm::Error files(const YamlNode &Node, llvm::StringRef What,
                    std::vector<StatedText> &Into);
  llvm::Error file(const YamlNode &Node, llvm::StringRef What,
                   std::optional<StatedText> &Into);
  llvm::Error severities(const YamlNode &Node,
                         std::vector<std::pair<StatedText, Severity>> &Into);
  llvm::Error flag(const YamlNode &Node, llvm::StringRef What,
                   std::optional<Stated<bool>> &Into);
  llvm::Error count(const YamlNode &Node, llvm::StringRef What,
                    std::int64_t Least,
                    std::optional<Stated<std::int64_t>> &Into);
  llvm::Error paths(const YamlNode &Node);
  llvm::Error pathEntry(const YamlNode &Node);
  llvm::Error trust(const YamlNode &Node);
  llvm::Error secretNames(const YamlNode &Node);
  llvm::Error policy(const YamlNode &Node);
  llvm::Error failAt(const YamlNode &Node);
  llvm::Error setting(const YamlNode::Entry &Entry);

  YamlErrors Errors;
  std::string Folder;
};

llvm::Error LayerReader::texts(const YamlNode &Node, llvm::StringRef What,
                               std::vector<StatedText> &Into) {
  auto Add = [&](const YamlNode &Item) -> llvm::Error {
    auto Text = Errors.scalar(Item, What);
    if (!Text)
      return Text.takeError();
    if (Text->empty())
      return Errors.at(Item, What + " is empty");
    Into.push_back({std::move(*Text), where(Item)});
    return llvm::Error::success();
  };
  if (Node.isScalar())
    return Add(Node);
  if (!Node.isSequence())
    return Errors.at(Node, What + " must be a name or a list of names");
  for (const YamlNode &Item : Node.Items)
    if (llvm::Error E = Add(Item))
      return E;
  return llvm::Error::success();
}

llvm::Error LayerReader::files(const YamlNode &Node, llvm::StringRef What,
                               std::vector<StatedText> &Into) {
  std::size_t Before = Into.size();
  if (llvm::Error E = texts(Node, What, Into))
    return E;
  for (StatedText &Text :
       llvm::MutableArrayRef<StatedText>(Into).drop_front(Before)) {
    Text.Value = absolutePath(Text.Value, Folder);
    if (!llvm::sys::fs::exists(Text.Value))
      return llvm::createStringError(Text.Where + ": " + What + ": no file '" +
                                     Text.Value + "'");
  }
  return llvm::Error::success();
}

/// One file, which need not exist yet.
llvm::Error LayerReader::file(const YamlNode &Node, llvm::StringRef What,
                              std::optional<StatedText> &Into) {
  auto Text = Errors.scalar(Node, What);
  if (!Text)
    return Text.takeError();
  if (Text->empty())
    return Errors.at(Node, What + " is empty");
  Into = StatedText{absolutePath(*Text, Folder), where(Node)};
  return llvm::Error::success();
}

llvm::Error
LayerReader::severities(const YamlNode &Node,
                        std::vector<std::pair<StatedText, Severity>> &Into) {
  if (!Node.isMapping())
    return Errors.at(Node, "severity must map rules to error, warning or note");
  for (const YamlNode::Entry &Entry : Node.Entries) {
    auto Text = Errors.scalar(Entry.Value, "severity");
    if (!Text)
      return Text.takeError();
    auto Level = parseSeverity(*Text);
    if (!Level)
      return Errors.unknown(Entry.Value.Line, Entry.Value.Column, "severity",
                            *Text, {"error", "warning", "note"});
    Into.push_back({{Entry.Key, where(Entry.Line, Entry.Column)}, *Level});
  }
  return llvm::Error::success();
}

llvm::Error LayerReader::flag(const YamlNode &Node, llvm::StringRef What,
                              std::optional<Stated<bool>> &Into) {
  auto Value = Errors.boolean(Node, What);
  if (!Value)
    return Value.takeError();
  Into = Stated<bool>{*Value, where(Node)};
  return llvm::Error::success();
}

llvm::Error LayerReader::count(const YamlNode &Node, llvm::StringRef What,
                               std::int64_t Least,
                               std::optional<Stated<std::int64_t>> &Into) {
  auto Value = Errors.integer(Node, What);
  if (!Value)
    return Value.takeError();
  if (*Value < Least || *Value > std::numeric_limits<std::int32_t>::max())
    return Errors.at(Node, What + " must be at least " + llvm::Twine(Least) +
                               " and below 2^31");
  Into = Stated<std::int64_t>{*Value, where(Node)};
  return llvm::Error::success();
}

llvm::Error LayerReader::pathEntry(const YamlNode &Node) {
  if (!Node.isMapping())
    return Errors.at(Node, "an entry of paths is a mapping with the key match");
  if (llvm::Error E = Errors.checkKeys(
          Node, {"match", "select", "ignore", "severity", "exclude"}))
    return E;
  StatedPathSettings Settings;
  const YamlNode *Match = Node.find("match");
  if (!Match)
    return Errors.at(Node, "an entry of paths needs the key match");
  auto Text = Errors.scalar(*Match, "match");
  if (!Text)
    return Text.takeError();
  Settings.Match = {*Text, where(*Match)};
  if (const YamlNode *Select = Node.find("select"))
    if (llvm::Error E = texts(*Select, "select", Settings.Select))
      return E;
  if (const YamlNode *Ignore = Node.find("ignore"))
    if (llvm::Error E = texts(*Ignore, "ignore", Settings.Ignore))
      return E;
  if (const YamlNode *Levels = Node.find("severity"))
    if (llvm::Error E = severities(*Levels, Settings.Severities))
      return E;
  if (const YamlNode *Exclude = Node.find("exclude"))
    if (llvm::Error E = flag(*Exclude, "exclude", Settings.Exclude))
      return E;
  Layer.Paths.push_back(std::move(Settings));
  return llvm::Error::success();
}

llvm::Error LayerReader::paths(const YamlNode &Node) {
  if (!Node.isSequence())
    return Errors.at(Node,
                     "paths must be a list of entries with the key match");
  for (const YamlNode &Item : Node.Items)
    if (llvm::Error E = pathEntry(Item))
      return E;
  return llvm::Error::success();
}

llvm::Error LayerReader::trust(const YamlNode &Node) {
  if (!Node.isMapping())
    return Errors.at(Node, "trust must map source kinds to true, false or "
                           "a list of rules");
  for (const YamlNode::Entry &Entry : Node.Entries) {
    StatedTrust Trust;
    Trust.Kind = {Entry.Key, where(Entry.Line, Entry.Column)};
    const YamlNode &Value = Entry.Value;
    if (Value.isScalar() && !Value.Quoted && Value.Value == "true") {
      Trust.Rules.push_back({"*", where(Value)});
    } else if (!(Value.isScalar() && !Value.Quoted && Value.Value == "false")) {
      if (llvm::Error E = texts(Value, "trust", Trust.Rules))
        return E;
    }
    Layer.Trust.push_back(std::move(Trust));
  }
  return llvm::Error::success();
}

llvm::Error LayerReader::secretNames(const YamlNode &Node) {
  if (!Node.isMapping()) {
    std::vector<StatedText> Names;
    if (llvm::Error E = texts(Node, "secret-names", Names))
      return E;
    for (StatedText &Name : Names)
      Layer.SecretNames.push_back({std::move(Name), "secret.credential"});
    return llvm::Error::success();
  }
  for (const YamlNode::Entry &Entry : Node.Entries) {
    auto Kind = Errors.scalar(Entry.Value, "the kind of a secret name");
    if (!Kind)
      return Kind.takeError();
    Layer.SecretNames.push_back(
        {{Entry.Key, where(Entry.Line, Entry.Column)}, *Kind});
  }
  return llvm::Error::success();
}

llvm::Error LayerReader::policy(const YamlNode &Node) {
  if (!Node.isMapping())
    return Errors.at(Node, "policy must map names to numbers");
  for (const YamlNode::Entry &Entry : Node.Entries) {
    std::optional<Stated<std::int64_t>> Number;
    if (llvm::Error E = count(Entry.Value, Entry.Key, 0, Number))
      return E;
    Layer.Policy.push_back(
        {{Entry.Key, where(Entry.Line, Entry.Column)}, Number->Value});
  }
  return llvm::Error::success();
}

llvm::Error LayerReader::failAt(const YamlNode &Node) {
  auto Text = Errors.scalar(Node, "fail-on");
  if (!Text)
    return Text.takeError();
  auto Level = parseFailOn(*Text);
  if (!Level)
    return Errors.unknown(Node.Line, Node.Column, "value of fail-on", *Text,
                          {"error", "warning", "note", "never"});
  Layer.FailAt = Stated<FailOn>{*Level, where(Node)};
  return llvm::Error::success();
}

llvm::Error LayerReader::setting(const YamlNode::Entry &Entry) {
  const YamlNode &Node = Entry.Value;
  llvm::StringRef Key = Entry.Key;
  if (Key == "extends")
    return files(Node, "extends", Extends);
  if (Key == "packs")
    return texts(Node, Key, Layer.Packs.emplace());
  if (Key == "select")
    return texts(Node, Key, Layer.Select.emplace());
  if (Key == "ignore")
    return texts(Node, Key, Layer.Ignore);
  if (Key == "severity")
    return severities(Node, Layer.Severities);
  if (Key == "paths")
    return paths(Node);
  if (Key == "trust")
    return trust(Node);
  if (Key == "secret-names")
    return secretNames(Node);
  if (Key == "models")
    return files(Node, "models", Layer.Models);
  if (Key == "policy")
    return policy(Node);
  if (Key == "exclude")
    return texts(Node, Key, Layer.Exclude);
  if (Key == "baseline")
    return file(Node, Key, Layer.Baseline);
  if (Key == "cache-folder")
    return file(Node, Key, Layer.Cache);
  if (Key == "cache-size")
    return count(Node, Key, 1, Layer.CacheSize);
  if (Key == "default-excludes")
    return flag(Node, Key, Layer.DefaultExcludes);
  if (Key == "require-suppression-reason")
    return flag(Node, Key, Layer.RequireSuppressionReason);
  if (Key == "fail-on")
    return failAt(Node);
  if (Key == "jobs")
    return count(Node, Key, 0, Layer.Jobs);
  if (Key == "unit-timeout")
    return count(Node, Key, 1, Layer.UnitTimeout);
  if (Key == "unit-memory")
    return count(Node, Key, 0, Layer.UnitMemory);
  return Errors.unknown(Entry.Line, Entry.Column, "key", Key,
                        {"extends",
                         "packs",
                         "select",
                         "ignore",
                         "severity",
                         "paths",
                         "trust",
                         "secret-names",
                         "models",
                         "policy",
                         "exclude",
                         "baseline",
                         "default-excludes",
                         "require-suppression-reason",
                         "fail-on",
                         "jobs",
                         "unit-timeout",
                         "unit-memory",
                         "cache-folder",
                         "cache-size"});
}

llvm::Error LayerReader::read(const YamlNode &Document) {
  if (Document.isNull())
    return llvm::Error::success();
  if (!Document.isMapping())
    return Errors.at(Document, "a configuration is a mapping of settings");
  for (const YamlNode::Entry &Entry : Document.Entries)
    if (llvm::Error E = setting(Entry))
      return E;
  return llvm::Error::success();
}

/// Chain: the files being read, outermost first, to find cycles.
llvm::Error readInto(std::vector<ConfigurationLayer> &Layers,
                     const std::string &File, llvm::StringRef Where,
                     std::vector<std::string> &Chain) {
  auto Fail = [&](const llvm::Twine &Message) {
    return llvm::createStringError(
        (Where.empty() ? llvm::Twine("") : Where + ": ") + Message);
  };
  // A link and its target are one file; a cycle must not hide behind names.
  llvm::SmallString<256> Real;
  if (llvm::sys::fs::real_path(File, Real))
    Real = File;
  std::string Identity(Real);
  if (llvm::is_contained(Chain, Identity))
    return Fail("extends comes back to '" + File + "'");
  if (Chain.size() >= MaxExtendDepth)
    return Fail("extends goes deeper than " + llvm::Twine(MaxExtendDepth) +
                " files");
  if (Layers.size() >= MaxLayers)
    return Fail("extends reads more than " + llvm::Twine(MaxLayers) + " files");
  // The first file was named by the user and may be a pipe.
  auto Buffer =
      Chain.empty() ? llvm::MemoryBuffer::getFile(File) : readInputFile(File);
  if (!Buffer)
    return Fail("cannot read '" + File + "': " + Buffer.getError().message());
  auto Document =
      parseYaml(llvm::MemoryBufferRef((*Buffer)->getBuffer(), File));
  if (!Document)
    return Document.takeError();
  LayerReader Reader(File);
  if (llvm::Error E = Reader.read(*Document))
    return E;
  Chain.push_back(Identity);
  for (const StatedText &Base : Reader.Extends)
    if (llvm::Error E = readInto(Layers, Base.Value, Base.Where, Chain))
      return E;
  Chain.pop_back();
  Reader.Layer.File = File;
  Layers.push_back(std::move(Reader.Layer));
  return llvm::Error::success();
}

} // namespace

llvm::Expected<ConfigurationLayer>
parseConfiguration(llvm::MemoryBufferRef Yaml) {
  auto Document = parseYaml(Yaml);
  if (!Document)
    return Document.takeError();
  LayerReader Reader(Yaml.getBufferIdentifier());
  if (llvm::Error E = Reader.read(*Document))
    return std::move(E);
  return std::move(Reader.Layer);
}

llvm::Expected<std::vector<ConfigurationLayer>>
readConfiguration(llvm::StringRef File) {
  std::vector<ConfigurationLayer> Layers;
  std::vector<std::string> Chain;
  if (llvm::Error E = readInto(Layers, File.str(), "", Chain))
    return std::move(E);
  return Layers;
}

std::optional<std::string> findConfiguration(llvm::StringRef Start) {
  return findUpward(Start, FileName);
}

} // namespace cppwarden::driver
