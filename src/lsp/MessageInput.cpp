#include "lsp/MessageInput.h"
#include <cerrno>
#include <poll.h>
#include <unistd.h>

namespace cppwarden::lsp {
namespace {

constexpr std::size_t MostHeaderBytes = 4096;
constexpr std::size_t MostMessageBytes = std::size_t(64) << 20;

/// The value of Content-Length, if the headers have a sound one.
std::optional<std::size_t> contentLength(llvm::StringRef Headers) {
  std::optional<std::size_t> Length;
  while (!Headers.empty()) {
    auto [Line, Rest] = Headers.split('\n');
    Headers = Rest;
    auto [Name, Value] = Line.split(':');
    std::size_t Number = 0;
    if (!Name.trim().equals_insensitive("content-length"))
      continue;
    if (Value.trim().getAsInteger(10, Number) || Number > MostMessageBytes)
      return std::nullopt;
    Length = Number;
  }
  return Length;
}

} // namespace

std::optional<std::string> MessageFramer::next() {
  if (Broken)
    return std::nullopt;
  std::size_t End = Pending.find("\r\n\r\n");
  if (End == std::string::npos) {
    Broken = Pending.size() > MostHeaderBytes;
    return std::nullopt;
  }
  auto Length = contentLength(llvm::StringRef(Pending).take_front(End));
  if (!Length) {
    Broken = true;
    return std::nullopt;
  }
  std::size_t Begin = End + 4;
  if (Pending.size() - Begin < *Length)
    return std::nullopt;
  std::string Message = Pending.substr(Begin, *Length);
  Pending.erase(0, Begin + *Length);
  return Message;
}

void MessageInput::readMore() {
  pollfd Polled{Descriptor, POLLIN, 0};
  if (::poll(&Polled, 1, 0) <= 0)
    return;
  char Buffer[65536];
  ssize_t Count = ::read(Descriptor, Buffer, sizeof(Buffer));
  if (Count > 0)
    Framer.feed(llvm::StringRef(Buffer, std::size_t(Count)));
  else if (Count == 0)
    AtEnd = true;
  else if (errno != EINTR && errno != EAGAIN)
    HasFailed = true;
}

llvm::LogicalResult MessageInput::readStandardMessage(std::string &Json) {
  for (;;) {
    if (auto Message = Framer.next()) {
      Current = *Message;
      Json = std::move(*Message);
      return llvm::success();
    }
    if (hasError() || isEndOfInput())
      return llvm::failure();
    Work(Descriptor);
    readMore();
  }
}

llvm::LogicalResult MessageInput::readDelimitedMessage(std::string &) {
  return llvm::failure();
}

llvm::json::Value MessageInput::currentId() const {
  auto Message = llvm::json::parse(Current);
  if (!Message) {
    llvm::consumeError(Message.takeError());
    return nullptr;
  }
  if (const llvm::json::Object *Object = Message->getAsObject())
    if (const llvm::json::Value *Id = Object->get("id"))
      return *Id;
  return nullptr;
}

} // namespace cppwarden::lsp
