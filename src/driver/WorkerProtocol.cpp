#include "driver/WorkerProtocol.h"
#include "driver/Version.h"

namespace cppwarden::driver {
namespace {

/// Visits the fields of a message; writing and reading are the two visitors, so
/// that they cannot disagree on the order.
class Writer {
public:
  std::string Bytes;
  bool visit(const std::string &Text) {
    visit(std::int64_t(Text.size()));
    Bytes += Text;
    return true;
  }
  bool visit(std::int64_t Number) {
    for (unsigned Shift = 0; Shift < 64; Shift += 8)
      Bytes.push_back(char(std::uint64_t(Number) >> Shift & 0xff));
    return true;
  }
  bool visit(Severity Level) { return visit(std::int64_t(Level)); }
  bool visit(const frontend::FileBuffer &Buffer) {
    return visit(Buffer.Path) && visit(Buffer.Text);
  }
  bool visit(bool Flag) { return visit(std::int64_t(Flag)); }
  template <typename T> bool visit(const std::vector<T> &Items) {
    visit(std::int64_t(Items.size()));
    for (const T &Item : Items)
      visit(Item);
    return true;
  }
  template <typename V> bool visit(const std::map<std::string, V> &Items) {
    visit(std::int64_t(Items.size()));
    for (const auto &[Key, Value] : Items) {
      visit(Key);
      visit(Value);
    }
    return true;
  }
};

class Reader {
public:
  explicit Reader(llvm::StringRef Bytes) : Rest(Bytes) {}
  bool isAtEnd() const { return Rest.empty(); }
  bool visit(std::string &Text) {
    std::size_t Size = 0;
    if (!size(Size))
      return false;
    Text = Rest.take_front(Size).str();
    Rest = Rest.drop_front(Size);
    return true;
  }
  bool visit(std::int64_t &Number) {
    if (Rest.size() < 8)
      return false;
    std::uint64_t Value = 0;
    for (unsigned I = 0; I < 8; ++I)
      Value |= std::uint64_t(static_cast<unsigned char>(Rest[I])) << 8 * I;
    Rest = Rest.drop_front(8);
    Number = std::int64_t(Value);
    return true;
  }
  bool visit(Severity &Level) {
    std::int64_t Number = 0;
    if (!visit(Number) || Number < 0 || Number > std::int64_t(Severity::Error))
      return false;
    Level = Severity(Number);
    return true;
  }
  bool visit(bool &Flag) {
    std::int64_t Number = 0;
    if (!visit(Number) || Number < 0 || Number > 1)
      return false;
    Flag = Number != 0;
    return true;
  }
  bool visit(frontend::FileBuffer &Buffer) {
    return visit(Buffer.Path) && visit(Buffer.Text);
  }
  template <typename T> bool visit(std::vector<T> &Items) {
    std::size_t Count = 0;
    if (!size(Count))
      return false;
    Items.resize(Count);
    for (T &Item : Items)
      if (!visit(Item))
        return false;
    return true;
  }
  template <typename V> bool visit(std::map<std::string, V> &Items) {
    std::size_t Count = 0;
    if (!size(Count))
      return false;
    for (; Count; --Count) {
      std::string Key;
      if (!visit(Key) || !visit(Items[Key]))
        return false;
    }
    return true;
  }

private:
  /// A length or count; one that the remaining bytes cannot hold is refused.
  bool size(std::size_t &Into) {
    std::int64_t Number = 0;
    if (!visit(Number) || Number < 0 || std::uint64_t(Number) > Rest.size())
      return false;
    Into = std::size_t(Number);
    return true;
  }
  llvm::StringRef Rest;
};

template <typename Visitor, typename Options>
bool visitOptions(Visitor &V, Options &O) {
  return V.visit(O.EnabledRules) && V.visit(O.Severities) &&
         V.visit(O.Trusted) && V.visit(O.SecretNames) && V.visit(O.Policy) &&
         V.visit(O.ModelFiles);
}

template <typename Visitor, typename Job> bool visitJob(Visitor &V, Job &J) {
  return V.visit(J.Directory) && V.visit(J.File) && V.visit(J.Arguments) &&
         V.visit(J.ProjectRoot) && V.visit(J.SkippedHeaderBodies) &&
         V.visit(J.OnlyFiles) && V.visit(J.Buffers) && V.visit(J.KeepPreamble);
}

template <typename Visitor, typename Result>
bool visitResult(Visitor &V, Result &R) {
  return V.visit(R.Trace) && V.visit(R.Object);
}

} // namespace

std::string encodeHello(const rules::RuleOptions &Options) {
  Writer W;
  W.visit(version().str());
  visitOptions(W, Options);
  return std::move(W.Bytes);
}

llvm::Expected<rules::RuleOptions> decodeHello(llvm::StringRef Bytes) {
  Reader R(Bytes);
  std::string Version;
  rules::RuleOptions Options;
  if (!R.visit(Version))
    return llvm::createStringError("malformed hello");
  if (Version != version())
    return llvm::createStringError("the worker is cppwarden " + version() +
                                   ", the driver " + Version +
                                   ": was the binary replaced during the run?");
  if (!visitOptions(R, Options) || !R.isAtEnd())
    return llvm::createStringError("malformed hello");
  return Options;
}

std::string encodeJob(const frontend::UnitJob &Job) {
  Writer W;
  visitJob(W, Job);
  return std::move(W.Bytes);
}

llvm::Expected<frontend::UnitJob> decodeJob(llvm::StringRef Bytes) {
  Reader R(Bytes);
  frontend::UnitJob Job;
  if (!visitJob(R, Job) || !R.isAtEnd())
    return llvm::createStringError("malformed job");
  return Job;
}

std::string encodeResult(const WorkerResult &Result) {
  Writer W;
  visitResult(W, Result);
  return std::move(W.Bytes);
}

llvm::Expected<WorkerResult> decodeResult(llvm::StringRef Bytes) {
  Reader R(Bytes);
  WorkerResult Result;
  if (!visitResult(R, Result) || !R.isAtEnd())
    return llvm::createStringError("malformed result");
  return Result;
}

} // namespace cppwarden::driver
