// What an editor says to `cppwarden lsp`, as the bytes on its standard input.
// No project is opened: nothing that an input names is read or run.
#include "FuzzTarget.h"
#include "lsp/MessageInput.h"
#include "lsp/Server.h"
#include "llvm/Support/raw_ostream.h"
#include <sys/mman.h>
#include <unistd.h>

using namespace cppwarden;

namespace {

/// A file in memory, with the input in it.
class InputFile {
public:
  explicit InputFile(llvm::StringRef Bytes)
      : Descriptor(::memfd_create("lsp-input", MFD_CLOEXEC)) {
    while (!Bytes.empty()) {
      ssize_t Count = ::write(Descriptor, Bytes.data(), Bytes.size());
      if (Count <= 0)
        std::abort();
      Bytes = Bytes.drop_front(std::size_t(Count));
    }
    ::lseek(Descriptor, 0, SEEK_SET);
  }
  ~InputFile() { ::close(Descriptor); }
  const int Descriptor;
};

/// Everything that is sent is framed and is JSON.
void checkSent(llvm::StringRef Sent) {
  lsp::MessageFramer Framer;
  Framer.feed(Sent);
  while (auto Message = Framer.next()) {
    auto Json = llvm::json::parse(*Message);
    fuzz::promise(bool(Json), "an answer is JSON");
    fuzz::promise(Json->getAsObject() != nullptr, "an answer is an object");
    fuzz::accept();
  }
  fuzz::promise(!Framer.isBroken(), "answers are framed");
}

std::string message(const std::string &Json) {
  return "Content-Length: " + std::to_string(Json.size()) + "\r\n\r\n" + Json;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *Data,
                                      std::size_t Size) {
  InputFile In({reinterpret_cast<const char *>(Data), Size});
  std::string Sent;
  llvm::raw_string_ostream Out(Sent);
  llvm::consumeError(lsp::answerMessages(In.Descriptor, Out));
  checkSent(Sent);
  return 0;
}

std::vector<std::string> cppwarden::fuzz::seedInputs() {
  // Each seed is a session; one message a line of its file.
  std::vector<std::string> Sessions;
  for (const std::string &Text : filesOf("tests/fuzz/seeds/LspMessages")) {
    std::string Session;
    llvm::StringRef Rest(Text);
    while (!Rest.empty()) {
      auto [Line, Behind] = Rest.split('\n');
      Rest = Behind;
      if (!Line.trim().empty())
        Session += message(Line.trim().str());
    }
    Sessions.push_back(std::move(Session));
  }
  return Sessions;
}
