//===- ModelReader.cpp - YAML to ModelSet ---------------------------------===//
//
// Each mapping of the language is one table of keys; a key's handler reads its
// value into the struct of Model.h. An unknown key is therefore whatever the
// table lacks, and its suggestion the nearest key there.
//
// A file is read into a set of its own, which joins the caller's only when all
// of it is sound. Errors of several entries are collected, so that one run
// shows them all.
//
//===----------------------------------------------------------------------===//
#include "analysis/ModelReader.h"

#include "analysis/FunctionModelReader.h"

using namespace llvm;

namespace cppwarden::analysis {
namespace {

const Key<TypeModel> TypeKeys[] = {
    {"name", readOneName<TypeModel>},
    {"names", readNames<TypeModel>},
    {"source",
     [](FileReader &R, const YamlNode &N, TypeModel &To) {
       return R.kind(N, Kind::Role::Source, To.Source);
     }},
    {"as", [](FileReader &R, const YamlNode &N, TypeModel &To) -> Error {
       static constexpr std::pair<StringRef, StringRef> Ways[] = {
           {"text", "text"},
           {"bytes", "bytes"},
           {"object", "object"},
           {"secret", "secret"}};
       StringRef Way;
       if (Error E = R.oneOf(N, "way", Ways, Way))
         return E;
       To.As = Way.str();
       return Error::success();
     }}};

const Key<VariableModel> VariableKeys[] = {
    {"name", readOneName<VariableModel>},
    {"names", readNames<VariableModel>},
    {"source",
     [](FileReader &R, const YamlNode &N, VariableModel &To) {
       return R.kind(N, Kind::Role::Source, To.Source);
     }},
    {"sink", [](FileReader &R, const YamlNode &N, VariableModel &To) {
       return R.kind(N, Kind::Role::Sink, To.Sink);
     }}};

const Key<LibraryVerification> VerifyKeys[] = {
    {"packages",
     [](FileReader &R, const YamlNode &N, LibraryVerification &To) {
       return R.strings(N, "packages", To.Packages);
     }},
    {"headers",
     [](FileReader &R, const YamlNode &N, LibraryVerification &To) {
       return R.strings(N, "headers", To.Headers);
     }},
    {"flags",
     [](FileReader &R, const YamlNode &N, LibraryVerification &To) {
       return R.strings(N, "flags", To.Flags);
     }},
    {"stubs",
     [](FileReader &R, const YamlNode &N, LibraryVerification &To) -> Error {
       return R.text(N, "stubs", To.StubFolder);
     }},
    {"language",
     [](FileReader &R, const YamlNode &N, LibraryVerification &To) -> Error {
       static constexpr std::pair<StringRef, StringRef> Languages[] = {
           {"c", "c"}, {"c++", "c++"}};
       StringRef Language;
       if (Error E = R.oneOf(N, "language", Languages, Language))
         return E;
       To.Language = Language.str();
       return Error::success();
     }}};

Error readVerify(FileReader &R, const YamlNode &Node, ModelSet &To) {
  LibraryVerification Verification;
  if (Error E = R.keys(Node, VerifyKeys, Verification))
    return E;
  if (Verification.Headers.empty())
    return R.Errors.at(Node, "'verify' needs the list of headers to include");
  if (Verification.Packages.empty() == Verification.StubFolder.empty())
    return R.Errors.at(Node, "'verify' needs either 'packages' or 'stubs'");
  To.Verifications.push_back(std::move(Verification));
  return Error::success();
}

const Key<ModelSet> TopKeys[] = {
    {"library", [](FileReader &R, const YamlNode &N,
                   ModelSet &) { return R.text(N, "library", R.Library); }},
    {"verify", readVerify},
    {"kinds",
     [](FileReader &R, const YamlNode &N, ModelSet &) -> Error {
       if (!N.isSequence())
         return R.Errors.at(N, "'kinds' must be a list");
       for (const YamlNode &Item : N.Items)
         if (Error E = R.readKind(Item))
           return E;
       return Error::success();
     }},
    {"functions",
     [](FileReader &R, const YamlNode &N, ModelSet &To) {
       return readFunctions(R, N, To.Functions);
     }},
    {"types",
     [](FileReader &R, const YamlNode &N, ModelSet &To) {
       return readModelList<TypeModel>(
           R, N, "types", TypeKeys, To.Types,
           [](FileReader &R, const YamlNode &Item, const TypeModel &Model) {
             return Model.Source.empty() && Model.As.empty()
                        ? R.Errors.at(Item, "a type needs 'source' or 'as'")
                        : Error::success();
           });
     }},
    {"variables", [](FileReader &R, const YamlNode &N, ModelSet &To) {
       return readModelList<VariableModel>(
           R, N, "variables", VariableKeys, To.Variables,
           [](FileReader &R, const YamlNode &Item, const VariableModel &Model) {
             return Model.Source.empty() && Model.Sink.empty()
                        ? R.Errors.at(Item,
                                      "a variable needs 'source' or 'sink'")
                        : Error::success();
           });
     }}};

} // namespace

static Error readFile(FileReader &Reader, const YamlNode &Root) {
  if (!Root.isMapping())
    return Reader.Errors.at(Root, "a model file begins with 'library: NAME'");
  SmallVector<StringRef, 8> Names;
  for (const Key<ModelSet> &K : TopKeys)
    Names.push_back(K.Name);
  if (Error E = Reader.Errors.checkKeys(Root, Names))
    return E;
  if (Error E = Reader.require(Root, {"library"}))
    return E;
  // The kinds first: the models below may use them wherever they stand.
  Error All = Error::success();
  for (bool Kinds : {true, false})
    for (const YamlNode::Entry &Entry : Root.Entries) {
      if ((Entry.Key == "kinds") != Kinds)
        continue;
      const Key<ModelSet> *Found = find_if(
          TopKeys, [&](const Key<ModelSet> &K) { return K.Name == Entry.Key; });
      All = joinErrors(std::move(All),
                       Found->Read(Reader, Entry.Value, Reader.New));
    }
  if (All)
    return All;
  auto Name = [&](auto &Models) {
    for (auto &Model : Models)
      Model.Library = Reader.Library;
  };
  Name(Reader.New.Functions);
  Name(Reader.New.Types);
  Name(Reader.New.Variables);
  Name(Reader.New.Verifications);
  return Error::success();
}

static void join(ModelSet &&From, ModelSet &Into) {
  auto Append = [](auto &To, auto &Items) {
    To.insert(To.end(), std::make_move_iterator(Items.begin()),
              std::make_move_iterator(Items.end()));
  };
  Append(Into.Kinds, From.Kinds);
  Append(Into.Functions, From.Functions);
  Append(Into.Types, From.Types);
  Append(Into.Variables, From.Variables);
  Append(Into.Verifications, From.Verifications);
  Into.indexAppended();
}

Error readKinds(MemoryBufferRef Yaml, ModelSet &Into) {
  auto Root = parseYaml(Yaml);
  if (!Root)
    return Root.takeError();
  FileReader Reader(Yaml.getBufferIdentifier(), Into);
  if (Error E = Reader.Errors.checkKeys(*Root, {"kinds"}))
    return E;
  const YamlNode *Kinds = Root->find("kinds");
  if (!Kinds || !Kinds->isSequence())
    return Reader.Errors.at(*Root, "the list 'kinds' is missing");
  Error All = Error::success();
  for (const YamlNode &Item : Kinds->Items)
    All = joinErrors(std::move(All), Reader.readKind(Item));
  if (All)
    return All;
  join(std::move(Reader.New), Into);
  return Error::success();
}

Error readModels(MemoryBufferRef Yaml, ModelSet &Into) {
  auto Root = parseYaml(Yaml);
  if (!Root)
    return Root.takeError();
  FileReader Reader(Yaml.getBufferIdentifier(), Into);
  if (Error E = readFile(Reader, *Root))
    return E;
  join(std::move(Reader.New), Into);
  return Error::success();
}

} // namespace cppwarden::analysis
