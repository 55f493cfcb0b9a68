//===- Server.cpp - The protocol's methods --------------------------------===//
//
// Handlers run on the one thread there is and return at once. A request about a
// document whose text is newer than what is shown waits until that is no longer
// so, or the client cancels it: its answer would name places that have moved.
//
//===----------------------------------------------------------------------===//
#include "lsp/Server.h"
#include "driver/Version.h"
#include "lsp/ClientChannel.h"
#include "lsp/MessageInput.h"
#include "lsp/Positions.h"
#include "lsp/Workspace.h"
#include "report/RuleDocumentation.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <csignal>
#include <unistd.h>

namespace cppwarden::lsp {
namespace {

using llvm::json::Array;
using llvm::json::Object;
using llvm::json::Value;
using llvm::lsp::ErrorCode;
using llvm::lsp::LSPError;
using Reply = llvm::lsp::Callback<Value>;

llvm::Error refusal(const std::string &Why, ErrorCode Code) {
  return llvm::make_error<LSPError>(Why, Code);
}

/// By what the client calls the language; by the name, when it does not.
bool isCode(llvm::StringRef LanguageId, llvm::StringRef Path) {
  if (LanguageId.empty())
    return llvm::is_contained(
        {".c", ".cc", ".cpp", ".cxx", ".h", ".hh", ".hpp", ".hxx"},
        llvm::sys::path::extension(Path));
  return llvm::is_contained({"c", "cpp", "c++", "cuda", "cuda-cpp", "objc",
                             "objcpp", "objective-c", "objective-cpp"},
                            LanguageId);
}

Object capabilities() {
  return Object{
      {"positionEncoding", "utf-16"},
      {"textDocumentSync",
       Object{{"openClose", true},
              {"change", int(llvm::lsp::TextDocumentSyncKind::Incremental)},
              {"save", Object{{"includeText", false}}}}},
      {"hoverProvider", true},
      {"codeActionProvider", Object{{"codeActionKinds", Array{"quickfix"}}}},
      {"executeCommandProvider",
       Object{{"commands", Array{ExplainCommand, AddToBaselineCommand}}}}};
}

class Server {
public:
  /// Without WithProject only messages are handled.
  Server(ServerSettings Settings, int In, llvm::raw_ostream &Out,
         bool WithProject);
  /// Until `exit`, or the client is gone.
  llvm::Error run();
  bool isShutDown() const { return IsShutDown; }

private:
  /// A request that waits for its document.
  struct PendingReply {
    Value Id;
    std::string Path;
    Reply Answer;
    llvm::unique_function<Value()> Make;
  };

  void addMethods();
  void onInitialize(const Untyped &Params, Reply Answer);
  void onInitialized(const Untyped &);
  void onShutdown(const Untyped &, Reply Answer);
  void onOpen(const llvm::lsp::DidOpenTextDocumentParams &Params);
  void onChange(const llvm::lsp::DidChangeTextDocumentParams &Params);
  void onClose(const llvm::lsp::DidCloseTextDocumentParams &Params);
  void onSave(const Untyped &Params);
  void onSettings(const Untyped &Params);
  void onWatchedFiles(const Untyped &Params);
  void onCancel(const Untyped &Params);
  void onHover(const Untyped &Params, Reply Answer);
  void onCodeAction(const Untyped &Params, Reply Answer);
  void onCommand(const Untyped &Params, Reply Answer);

  void whenCurrent(const std::string &Path, Reply Answer,
                   llvm::unique_function<Value()> Make);
  void answerWaiting();
  Value hover(const std::string &Path, llvm::lsp::Position At) const;
  Value actions(const std::string &Path, llvm::lsp::Range At) const;
  void explain(const Untyped &Argument, Reply Answer);
  void addToBaseline(const Untyped &Argument, Reply Answer);

  ServerSettings OfCommandLine;
  MessageInput *Input = nullptr; ///< owned by Transport
  llvm::lsp::JSONTransport Transport;
  llvm::lsp::MessageHandler Handler;
  ClientChannel Client;
  Workspace Files;
  std::vector<PendingReply> Pending;
  bool IsShutDown = false;
};

std::unique_ptr<MessageInput> makeInput(int In, std::function<void(int)> Work,
                                        MessageInput *&Kept) {
  auto Made = std::make_unique<MessageInput>(In, std::move(Work));
  Kept = Made.get();
  return Made;
}

Server::Server(ServerSettings Settings, int In, llvm::raw_ostream &Out,
               bool WithProject)
    : OfCommandLine(Settings), Transport(makeInput(
                                             In,
                                             [this, WithProject](int Wake) {
                                               if (!WithProject)
                                                 return;
                                               Files.work(Wake);
                                               answerWaiting();
                                             },
                                             Input),
                                         Out),
      Handler(Transport), Client(Handler), Files(std::move(Settings), Client) {
  addMethods();
}

void Server::addMethods() {
  Handler.method("initialize", this, &Server::onInitialize);
  Handler.method("shutdown", this, &Server::onShutdown);
  Handler.method("textDocument/hover", this, &Server::onHover);
  Handler.method("textDocument/codeAction", this, &Server::onCodeAction);
  Handler.method("workspace/executeCommand", this, &Server::onCommand);
  Handler.notification("initialized", this, &Server::onInitialized);
  Handler.notification("textDocument/didOpen", this, &Server::onOpen);
  Handler.notification("textDocument/didChange", this, &Server::onChange);
  Handler.notification("textDocument/didClose", this, &Server::onClose);
  Handler.notification("textDocument/didSave", this, &Server::onSave);
  Handler.notification("workspace/didChangeConfiguration", this,
                       &Server::onSettings);
  Handler.notification("workspace/didChangeWatchedFiles", this,
                       &Server::onWatchedFiles);
  Handler.notification("$/cancelRequest", this, &Server::onCancel);
}

llvm::Error Server::run() {
  llvm::Error Ended = Transport.run(Handler);
  for (PendingReply &One : Pending)
    One.Answer(refusal("the server ends", ErrorCode::RequestCancelled));
  return Ended;
}

void Server::onInitialize(const Untyped &Params, Reply Answer) {
  Client.learn(Params);
  if (std::string Folder = clientFolder(Params); !Folder.empty())
    OfCommandLine.Request.WorkingDirectory = Folder;
  OfCommandLine.WithRelatedInformation =
      Params.flag({"capabilities", "textDocument", "publishDiagnostics",
                   "relatedInformation"});
  Files.configure(withClientSettings(OfCommandLine,
                                     Params.find({"initializationOptions"})));
  Answer(Value(Object{{"capabilities", capabilities()},
                      {"serverInfo", Object{{"name", "cppwarden"},
                                            {"version", driver::version()}}}}));
}

void Server::onInitialized(const Untyped &) { Client.registerWatchers(); }

void Server::onShutdown(const Untyped &, Reply Answer) {
  IsShutDown = true;
  Answer(nullptr);
}

void Server::onOpen(const llvm::lsp::DidOpenTextDocumentParams &Params) {
  const llvm::lsp::TextDocumentItem &Item = Params.textDocument;
  Document New;
  New.Uri = Item.uri.uri().str();
  New.Text = Item.text;
  New.Version = Item.version;
  std::string Path = filePath(New.Uri);
  New.IsCode = isCode(Item.languageId, Path);
  Files.open(Path, std::move(New));
}

void Server::onChange(const llvm::lsp::DidChangeTextDocumentParams &Params) {
  Files.change(filePath(Params.textDocument.uri.uri()), Params.contentChanges,
               Params.textDocument.version);
}

void Server::onClose(const llvm::lsp::DidCloseTextDocumentParams &Params) {
  Files.close(filePath(Params.textDocument.uri.uri()));
}

void Server::onSave(const Untyped &Params) {
  Files.noteOnDisk(filePath(Params.text({"textDocument", "uri"})));
}

void Server::onSettings(const Untyped &Params) {
  // Some clients put the section around, some do not.
  const Value *Said = Params.find({"settings", "cppwarden"});
  Files.configure(withClientSettings(OfCommandLine,
                                     Said ? Said : Params.find({"settings"})));
}

void Server::onWatchedFiles(const Untyped &Params) {
  const Value *Changes = Params.find({"changes"});
  if (const Array *List = Changes ? Changes->getAsArray() : nullptr)
    for (const Value &Change : *List)
      if (std::string Path = filePath(Untyped{Change}.text({"uri"}));
          !Path.empty())
        Files.noteOnDisk(Path);
}

void Server::onCancel(const Untyped &Params) {
  const Value *Id = Params.find({"id"});
  if (!Id)
    return;
  auto It = llvm::find_if(Pending, [&](auto &One) { return One.Id == *Id; });
  if (It == Pending.end())
    return;
  It->Answer(refusal("cancelled", ErrorCode::RequestCancelled));
  Pending.erase(It);
}

void Server::whenCurrent(const std::string &Path, Reply Answer,
                         llvm::unique_function<Value()> Make) {
  if (Files.isCurrent(Path))
    return Answer(Make());
  Pending.push_back(
      {Input->currentId(), Path, std::move(Answer), std::move(Make)});
}

void Server::answerWaiting() {
  llvm::erase_if(Pending, [&](PendingReply &One) {
    if (!Files.isCurrent(One.Path))
      return false;
    One.Answer(One.Make());
    return true;
  });
}

void Server::onHover(const Untyped &Params, Reply Answer) {
  std::string Path = filePath(Params.text({"textDocument", "uri"}));
  llvm::lsp::Position At;
  llvm::json::Path::Root Root;
  const Value *Given = Params.find({"position"});
  if (!Given || !fromJSON(*Given, At, Root)) {
    llvm::consumeError(Root.getError());
    return Answer(refusal("hover needs a position", ErrorCode::InvalidParams));
  }
  whenCurrent(Path, std::move(Answer),
              [this, Path, At] { return hover(Path, At); });
}

Value Server::hover(const std::string &Path, llvm::lsp::Position At) const {
  const std::vector<ShownDiagnostic> *Shown = Files.shown(Path);
  if (!Shown)
    return nullptr;
  std::set<std::string> Told;
  std::string Text;
  llvm::raw_string_ostream Out(Text);
  std::optional<llvm::lsp::Range> Where;
  for (const ShownDiagnostic &One : *Shown) {
    if (!One.Finding || !touch(One.Range, llvm::lsp::Range(At)))
      continue;
    const RuleDescriptor *Rule = Files.rule(Files.finding(*One.Finding).RuleId);
    if (!Rule || !Told.insert(Rule->Id).second)
      continue;
    if (Where)
      Out << "\n---\n\n";
    report::printRule(*Rule, Out);
    Where = One.Range;
  }
  if (!Where)
    return nullptr;
  return Object{{"contents", Object{{"kind", "markdown"}, {"value", Text}}},
                {"range", *Where}};
}

void Server::onCodeAction(const Untyped &Params, Reply Answer) {
  auto At = readRange(Params.find({"range"}));
  if (!At)
    return Answer(
        refusal("codeAction needs a range", ErrorCode::InvalidParams));
  const Value *Only = Params.find({"context", "only"});
  if (const Array *Kinds = Only ? Only->getAsArray() : nullptr)
    if (!Kinds->empty() && llvm::none_of(*Kinds, [](const Value &Kind) {
          llvm::StringRef Name = Kind.getAsString().value_or("");
          return Name.empty() || Name == "quickfix";
        }))
      return Answer(Array());
  std::string Path = filePath(Params.text({"textDocument", "uri"}));
  whenCurrent(Path, std::move(Answer),
              [this, Path, At] { return actions(Path, *At); });
}

Value Server::actions(const std::string &Path, llvm::lsp::Range At) const {
  Array Result;
  const Document *Open = Files.document(Path);
  const std::vector<ShownDiagnostic> *Shown = Files.shown(Path);
  if (!Open || !Shown)
    return Result;
  report::SourceText Text(Open->Text);
  for (const ShownDiagnostic &One : *Shown)
    if (One.Finding && touch(One.Range, At))
      for (Value &Action : codeActions(One, Files.finding(*One.Finding),
                                       OpenFile{Open->Uri, Text},
                                       [this](const std::string &Changed) {
                                         return Files.isCurrent(Changed);
                                       }))
        Result.push_back(std::move(Action));
  return Result;
}

void Server::onCommand(const Untyped &Params, Reply Answer) {
  llvm::StringRef Command = Params.text({"command"});
  const Value *Given = Params.find({"arguments"});
  const Array *Arguments = Given ? Given->getAsArray() : nullptr;
  Untyped First;
  if (Arguments && !Arguments->empty())
    First.Value = Arguments->front();
  if (Command == ExplainCommand)
    return explain(First, std::move(Answer));
  if (Command == AddToBaselineCommand)
    return addToBaseline(First, std::move(Answer));
  Answer(
      refusal("no command '" + Command.str() + "'", ErrorCode::InvalidParams));
}

void Server::explain(const Untyped &Argument, Reply Answer) {
  const RuleDescriptor *Rule = Files.rule(Argument.text({"rule"}));
  if (!Rule)
    return Answer(refusal("no such rule", ErrorCode::InvalidParams));
  std::string Text;
  llvm::raw_string_ostream Out(Text);
  report::printRule(*Rule, Out);
  if (Files.settings().ShowExplanations)
    Client.show(llvm::lsp::MessageType::Info, Text);
  Answer(Value(std::move(Text)));
}

void Server::addToBaseline(const Untyped &Argument, Reply Answer) {
  std::string Path = filePath(Argument.text({"uri"}));
  auto At = readRange(Argument.find({"range"}));
  if (const std::vector<ShownDiagnostic> *Shown = Files.shown(Path);
      Shown && At && Files.isCurrent(Path))
    for (const ShownDiagnostic &One : *Shown) {
      if (!One.Finding || One.IsElsewhere || !(One.Range == *At) ||
          Files.finding(*One.Finding).RuleId != Argument.text({"rule"}))
        continue;
      auto File = Files.addToBaseline(*One.Finding);
      if (!File)
        return Answer(File.takeError());
      Client.show(llvm::lsp::MessageType::Info,
                  "cppwarden: recorded in " + *File);
      return Answer(nullptr);
    }
  Answer(refusal("the finding is no longer there", ErrorCode::ContentModified));
}

} // namespace

int runServer(ServerSettings Settings) {
  // A client that is gone shows at the end of standard input.
  std::signal(SIGPIPE, SIG_IGN);
  Server Serving(std::move(Settings), STDIN_FILENO, llvm::outs(),
                 /*WithProject=*/true);
  if (llvm::Error Ended = Serving.run()) {
    llvm::errs() << "cppwarden: the client went away without `exit`: "
                 << llvm::toString(std::move(Ended)) << '\n';
    return 1;
  }
  return Serving.isShutDown() ? 0 : 1;
}

llvm::Error answerMessages(int In, llvm::raw_ostream &Out) {
  return Server({}, In, Out, /*WithProject=*/false).run();
}

} // namespace cppwarden::lsp
