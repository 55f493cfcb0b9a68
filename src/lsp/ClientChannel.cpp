#include "lsp/ClientChannel.h"

namespace cppwarden::lsp {
namespace {

using llvm::json::Array;
using llvm::json::Object;

/// A few units are done before anybody could read of them.
constexpr std::size_t ProgressWorthwhile = 3;

Array watchers() {
  Array Result;
  for (llvm::StringRef Pattern :
       {"**/.cppwarden.yaml", "**/.cppwarden-baseline.json",
        "**/.cppwarden/models/*.yaml", "**/compile_commands.json",
        "**/*.{c,cc,cpp,cxx,h,hh,hpp,hxx,inc,inl,ipp}"})
    Result.push_back(Object{{"globPattern", Pattern}});
  return Result;
}

} // namespace

ClientChannel::ClientChannel(llvm::lsp::MessageHandler &Handler)
    : PublishDiagnostics(Handler.outgoingNotification<Untyped>(
          "textDocument/publishDiagnostics")),
      ShowMessage(Handler.outgoingNotification<Untyped>("window/showMessage")),
      Progress(Handler.outgoingNotification<Untyped>("$/progress")),
      CreateProgress(Handler.outgoingRequest<Untyped, Untyped>(
          "window/workDoneProgress/create",
          [this](llvm::json::Value, llvm::Expected<Untyped> Answer) {
            if (Answer) {
              State = ProgressState::Shown;
              Told.clear();
              sendProgress(Object{{"kind", "begin"},
                                  {"title", "cppwarden"},
                                  {"cancellable", false},
                                  {"percentage", 0}});
              return;
            }
            llvm::consumeError(Answer.takeError());
            CanShowProgress = false;
            State = ProgressState::None;
          })),
      RegisterCapability(Handler.outgoingRequest<Untyped, Untyped>(
          "client/registerCapability",
          [](llvm::json::Value, llvm::Expected<Untyped> Answer) {
            if (!Answer)
              llvm::consumeError(Answer.takeError());
          })) {}

void ClientChannel::learn(const Untyped &Initialize) {
  CanShowProgress =
      Initialize.flag({"capabilities", "window", "workDoneProgress"});
  CanWatchFiles =
      Initialize.flag({"capabilities", "workspace", "didChangeWatchedFiles",
                       "dynamicRegistration"});
  CanWatchSettings =
      Initialize.flag({"capabilities", "workspace", "didChangeConfiguration",
                       "dynamicRegistration"});
}

void ClientChannel::registerWatchers() {
  Array Registrations;
  if (CanWatchFiles)
    Registrations.push_back(
        Object{{"id", "cppwarden-files"},
               {"method", "workspace/didChangeWatchedFiles"},
               {"registerOptions", Object{{"watchers", watchers()}}}});
  if (CanWatchSettings)
    Registrations.push_back(
        Object{{"id", "cppwarden-settings"},
               {"method", "workspace/didChangeConfiguration"},
               {"registerOptions", Object{{"section", "cppwarden"}}}});
  if (!Registrations.empty())
    RegisterCapability(
        Untyped{Object{{"registrations", std::move(Registrations)}}},
        "cppwarden-register");
}

void ClientChannel::show(llvm::lsp::MessageType Type,
                         const std::string &Message) {
  ShowMessage(Untyped{Object{{"type", int(Type)}, {"message", Message}}});
}

void ClientChannel::publish(llvm::StringRef Uri,
                            std::optional<std::int64_t> Version,
                            llvm::json::Value Diagnostics) {
  Object Params{{"uri", Uri}, {"diagnostics", std::move(Diagnostics)}};
  if (Version)
    Params["version"] = *Version;
  PublishDiagnostics(Untyped{std::move(Params)});
}

void ClientChannel::complain(const std::string &Message) {
  // The same error at every keystroke helps nobody.
  if (Message == Complaint)
    return;
  Complaint = Message;
  show(llvm::lsp::MessageType::Error, "cppwarden: " + Message);
}

void ClientChannel::sendProgress(Object Value) {
  Progress(Untyped{Object{{"token", "cppwarden-" + std::to_string(Progresses)},
                          {"value", std::move(Value)}}});
}

void ClientChannel::progress(std::size_t Done, std::size_t Total) {
  if (!CanShowProgress)
    return;
  std::size_t Left = Total - Done;
  if (State == ProgressState::None && Left >= ProgressWorthwhile) {
    State = ProgressState::Asked;
    ++Progresses;
    std::string Token = "cppwarden-" + std::to_string(Progresses);
    CreateProgress(Untyped{Object{{"token", Token}}}, Token);
    return;
  }
  if (State != ProgressState::Shown)
    return;
  if (Left == 0) {
    State = ProgressState::None;
    sendProgress(Object{{"kind", "end"}});
    return;
  }
  std::string Message =
      std::to_string(Done) + " of " + std::to_string(Total) + " units";
  if (Message == Told)
    return;
  Told = Message;
  sendProgress(Object{{"kind", "report"},
                      {"message", std::move(Message)},
                      {"percentage", std::int64_t(100 * Done / Total)}});
}

} // namespace cppwarden::lsp
