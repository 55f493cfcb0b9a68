//===- LspClient.h - A scripted editor -------------------------*- C++ -*-===//
//
// Drives the built `cppwarden lsp` over pipes, as an editor would. What the
// server asks of its client is answered with null at once. Every wait ends with
// a failed test after a minute or two.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_TESTS_LSP_LSPCLIENT_H
#define CPPWARDEN_TESTS_LSP_LSPCLIENT_H

#include "../cli/TestProject.h"
#include <functional>
#include <nlohmann/json.hpp>
#include <sys/types.h>

namespace cppwarden::test {

using Json = nlohmann::json;

class LspClient {
public:
  LspClient(const std::filesystem::path &Root,
            const std::vector<std::string> &Arguments = {},
            const Environment &Variables = {});
  ~LspClient();
  LspClient(const LspClient &) = delete;
  LspClient &operator=(const LspClient &) = delete;

  /// The result of `initialize`.
  Json initialize(const Json &Options = Json::object());
  /// Sends it; the id.
  int send(const std::string &Method, const Json &Params);
  void notify(const std::string &Method, const Json &Params);
  void sendRaw(const std::string &Bytes);
  /// The whole answer to a request.
  Json answer(int Id);
  /// The result of a request; an error fails the test.
  Json request(const std::string &Method, const Json &Params);

  std::string uri(const std::string &Path) const;
  void open(const std::string &Path, const std::string &Text,
            const std::string &Language = "cpp");
  /// The whole text anew.
  void change(const std::string &Path, const std::string &Text);
  void save(const std::string &Path);

  /// Waits until the diagnostics last published for Path are as Wanted says.
  Json diagnostics(const std::string &Path,
                   const std::function<bool(const Json &)> &Wanted);
  /// Waits for diagnostics of the version that was opened or changed last.
  Json diagnostics(const std::string &Path);
  /// Waits for a message of the server with this method.
  Json message(
      const std::string &Method,
      const std::function<bool(const Json &)> &Wanted = [](const Json &) {
        return true;
      });

  /// Ends the session in order; the exit status.
  int leave();
  void closeInput();
  int exitStatus();

private:
  /// Takes in what the server says until Done; false after too long.
  bool pump(const std::function<bool()> &Done);
  void take(const Json &Message);

  std::filesystem::path Root;
  pid_t Pid = -1;
  int In = -1, Out = -1;
  int LastId = 0;
  std::string Bytes;
  std::map<int, Json> Answers;
  std::vector<Json> Messages;
  std::map<std::string, Json> Published; ///< URI → params
  std::map<std::string, int> Versions;   ///< path → last one sent
};

/// The codes, in order.
std::vector<std::string> codes(const Json &Diagnostics);

} // namespace cppwarden::test

#endif
