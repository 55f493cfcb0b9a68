//===- Workspace.h - Open documents and what is found in them --*- C++ -*-===//
//
// The server without its protocol: documents change, a live project follows
// them after a pause, and what is found is handed out. The Server feeds it and
// gives it the time in which no message is there.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_LSP_WORKSPACE_H
#define CPPWARDEN_LSP_WORKSPACE_H

#include "lsp/CodeActions.h"
#include "lsp/ServerSettings.h"

namespace cppwarden::lsp {

struct Document {
  std::string Uri; ///< as the client writes it
  std::string Text;
  std::int64_t Version = 0;
  bool IsCode = false; ///< C or C++; others only stand for their file
  /// When the project is to see Text; unset: it has.
  std::optional<std::chrono::steady_clock::time_point> Due;
  bool IsAwaited = true; ///< what is shown is not of Text
};

/// What the client is told. Calls come from Workspace::work() only.
class WorkspaceListener {
public:
  virtual ~WorkspaceListener();
  /// Version is that of an open document, or none.
  virtual void publish(llvm::StringRef Uri, std::optional<std::int64_t> Version,
                       llvm::json::Value Diagnostics) = 0;
  /// An error that concerns the whole project.
  virtual void complain(const std::string &Message) = 0;
  /// The project could be opened.
  virtual void opened() = 0;
  /// Units done and units in all; equal when there is nothing to wait for.
  virtual void progress(std::size_t Done, std::size_t Total) = 0;
};

class Workspace {
public:
  Workspace(ServerSettings Settings, WorkspaceListener &Listener);

  /// The project is opened anew, as Settings say.
  void configure(ServerSettings Settings);
  const ServerSettings &settings() const { return Settings; }

  void open(const std::string &Path, Document New);
  void change(const std::string &Path,
              llvm::ArrayRef<llvm::lsp::TextDocumentContentChangeEvent> Changes,
              std::int64_t Version);
  void close(const std::string &Path);
  /// Path changed on disk: a source, the configuration, the compile database,
  /// a baseline.
  void noteOnDisk(const std::string &Path);

  /// Waits until Wake can be read, or does one thing that is to be done.
  void work(int Wake);

  /// What is shown in the document is of its text.
  bool isCurrent(const std::string &Path) const;
  const Document *document(const std::string &Path) const;
  /// Null for what is not shown.
  const std::vector<ShownDiagnostic> *shown(const std::string &Path) const;
  const Finding &finding(std::size_t Index) const {
    return Latest.Report.Findings[Index].Value;
  }
  /// Of the project's catalogue; null before a project is open.
  const RuleDescriptor *rule(llvm::StringRef Id) const;

  /// Records a finding; the file it is recorded in.
  llvm::Expected<std::string> addToBaseline(std::size_t Finding);

private:
  using Clock = std::chrono::steady_clock;

  void reopen();
  void applyDue();
  std::chrono::milliseconds pause() const;
  bool hasCode() const;
  bool wantsLink() const;
  void link();
  void publishShown();
  void tellProgress();
  void giveUp(llvm::Error Why);
  std::string configurationStamp() const;
  std::vector<std::string> projectStamp() const;
  std::optional<std::string> baselineInForce() const;

  ServerSettings Settings;
  WorkspaceListener &Listener;
  std::map<std::string, Document> Documents;
  std::unique_ptr<driver::LiveProject> Live;
  bool MustReopen = true, MustLink = false;
  /// Of the configuration before, of the project's other files when it was
  /// read.
  std::string ConfigurationStamp;
  std::vector<std::string> ProjectStamp;
  Clock::time_point NextLink{}; ///< of what nobody waits for
  driver::CheckResult Latest;
  ShownByFile Shown;
  std::map<std::string, std::string> Published; ///< path → JSON, not empty ones
};

} // namespace cppwarden::lsp

#endif
