#include "LspClient.h"
#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

namespace cppwarden::test {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::seconds Patience{120};

} // namespace

LspClient::LspClient(const std::filesystem::path &Root,
                     const std::vector<std::string> &Arguments,
                     const Environment &Variables)
    : Root(Root) {
  int ToServer[2], FromServer[2];
  if (::pipe2(ToServer, O_CLOEXEC) != 0 || ::pipe2(FromServer, O_CLOEXEC) != 0)
    throw std::runtime_error("cannot make a pipe");
  std::signal(SIGPIPE, SIG_IGN);
  std::vector<std::string> Words = {builtBinary().string(), "lsp"};
  Words.insert(Words.end(), Arguments.begin(), Arguments.end());
  std::vector<char *> Argv;
  for (std::string &Word : Words)
    Argv.push_back(Word.data());
  Argv.push_back(nullptr);
  Pid = ::fork();
  if (Pid == 0) {
    ::dup2(ToServer[0], 0);
    ::dup2(FromServer[1], 1);
    for (const auto &[Name, Value] : Variables)
      ::setenv(Name.c_str(), Value.c_str(), 1);
    if (::chdir(Root.c_str()) != 0)
      ::_exit(126);
    ::execv(Argv[0], Argv.data());
    ::_exit(127);
  }
  ::close(ToServer[0]);
  ::close(FromServer[1]);
  In = ToServer[1];
  Out = FromServer[0];
}

LspClient::~LspClient() {
  closeInput();
  if (Pid > 0) {
    ::kill(Pid, SIGKILL);
    ::waitpid(Pid, nullptr, 0);
  }
  ::close(Out);
}

void LspClient::sendRaw(const std::string &Text) {
  std::size_t Written = 0;
  while (Written < Text.size()) {
    ssize_t Count = ::write(In, Text.data() + Written, Text.size() - Written);
    if (Count < 0)
      return;
    Written += std::size_t(Count);
  }
}

static std::string framed(const Json &Message) {
  std::string Text = Message.dump();
  return "Content-Length: " + std::to_string(Text.size()) + "\r\n\r\n" + Text;
}

int LspClient::send(const std::string &Method, const Json &Params) {
  int Id = ++LastId;
  sendRaw(framed({{"jsonrpc", "2.0"},
                  {"id", Id},
                  {"method", Method},
                  {"params", Params}}));
  return Id;
}

void LspClient::notify(const std::string &Method, const Json &Params) {
  sendRaw(framed({{"jsonrpc", "2.0"}, {"method", Method}, {"params", Params}}));
}

void LspClient::take(const Json &Message) {
  if (!Message.contains("method")) {
    Answers[Message.at("id")] = Message;
    return;
  }
  if (Message.contains("id"))
    sendRaw(framed(
        {{"jsonrpc", "2.0"}, {"id", Message["id"]}, {"result", nullptr}}));
  if (Message["method"] == "textDocument/publishDiagnostics")
    Published[Message["params"]["uri"]] = Message["params"];
  Messages.push_back(Message);
}

bool LspClient::pump(const std::function<bool()> &Done) {
  auto GivenUp = Clock::now() + Patience;
  while (!Done()) {
    std::size_t Headers = Bytes.find("\r\n\r\n");
    if (Headers != std::string::npos) {
      std::size_t Length = std::stoul(Bytes.substr(Bytes.find(':') + 1));
      if (Bytes.size() >= Headers + 4 + Length) {
        take(Json::parse(Bytes.substr(Headers + 4, Length)));
        Bytes.erase(0, Headers + 4 + Length);
        continue;
      }
    }
    auto Left = std::chrono::duration_cast<std::chrono::milliseconds>(
        GivenUp - Clock::now());
    pollfd Polled{Out, POLLIN, 0};
    if (Left.count() <= 0 || ::poll(&Polled, 1, int(Left.count())) <= 0)
      return false;
    char Buffer[65536];
    ssize_t Count = ::read(Out, Buffer, sizeof(Buffer));
    if (Count <= 0)
      return Done();
    Bytes.append(Buffer, std::size_t(Count));
  }
  return true;
}

Json LspClient::answer(int Id) {
  if (!pump([&] { return Answers.count(Id) != 0; })) {
    ADD_FAILURE() << "no answer to request " << Id;
    return Json::object();
  }
  return Answers[Id];
}

Json LspClient::request(const std::string &Method, const Json &Params) {
  Json Answer = answer(send(Method, Params));
  EXPECT_TRUE(Answer.contains("result")) << Answer.dump(2);
  return Answer.value("result", Json());
}

Json LspClient::initialize(const Json &Options) {
  Json Result = request(
      "initialize",
      {{"processId", nullptr},
       {"rootUri", "file://" + Root.string()},
       {"capabilities",
        {{"textDocument",
          {{"publishDiagnostics", {{"relatedInformation", true}}}}},
         {"window", {{"workDoneProgress", true}}},
         {"workspace",
          {{"didChangeWatchedFiles", {{"dynamicRegistration", true}}}}}}},
       {"initializationOptions", Options}});
  notify("initialized", Json::object());
  return Result;
}

std::string LspClient::uri(const std::string &Path) const {
  return "file://" + (Root / Path).string();
}

void LspClient::open(const std::string &Path, const std::string &Text,
                     const std::string &Language) {
  int Version = Versions[Path] = 1;
  notify("textDocument/didOpen", {{"textDocument",
                                   {{"uri", uri(Path)},
                                    {"languageId", Language},
                                    {"version", Version},
                                    {"text", Text}}}});
}

void LspClient::change(const std::string &Path, const std::string &Text) {
  notify("textDocument/didChange",
         {{"textDocument", {{"uri", uri(Path)}, {"version", ++Versions[Path]}}},
          {"contentChanges", Json::array({{{"text", Text}}})}});
}

void LspClient::save(const std::string &Path) {
  notify("textDocument/didSave", {{"textDocument", {{"uri", uri(Path)}}}});
}

Json LspClient::diagnostics(const std::string &Path,
                            const std::function<bool(const Json &)> &Wanted) {
  auto Found = [&] {
    auto It = Published.find(uri(Path));
    return It != Published.end() && Wanted(It->second);
  };
  if (!pump(Found)) {
    ADD_FAILURE() << "no such diagnostics for " << Path << "; the last were "
                  << Published[uri(Path)].dump(2);
    return Json::array();
  }
  return Published[uri(Path)]["diagnostics"];
}

Json LspClient::diagnostics(const std::string &Path) {
  return diagnostics(Path, [&](const Json &Params) {
    return Params.value("version", 0) == Versions[Path];
  });
}

Json LspClient::message(const std::string &Method,
                        const std::function<bool(const Json &)> &Wanted) {
  const Json *Found = nullptr;
  pump([&] {
    for (const Json &Message : Messages)
      if (Message["method"] == Method && Wanted(Message["params"]))
        Found = &Message;
    return Found != nullptr;
  });
  EXPECT_TRUE(Found) << "the server did not say " << Method;
  return Found ? *Found : Json{{"params", Json::object()}};
}

int LspClient::leave() {
  request("shutdown", nullptr);
  notify("exit", nullptr);
  return exitStatus();
}

void LspClient::closeInput() {
  if (In >= 0)
    ::close(In);
  In = -1;
}

int LspClient::exitStatus() {
  auto GivenUp = Clock::now() + Patience;
  int Status = 0;
  while (::waitpid(Pid, &Status, WNOHANG) == 0) {
    if (Clock::now() > GivenUp) {
      ADD_FAILURE() << "the server does not end";
      return -1;
    }
    ::usleep(10000);
  }
  Pid = -1;
  return WIFEXITED(Status) ? WEXITSTATUS(Status) : 128 + WTERMSIG(Status);
}

std::vector<std::string> codes(const Json &Diagnostics) {
  std::vector<std::string> Result;
  for (const Json &One : Diagnostics)
    Result.push_back(One.value("code", ""));
  return Result;
}

} // namespace cppwarden::test
