// The bytes on the pipe between driver and worker, as frames and as payloads.
#include "driver/WorkerProtocol.h"
#include "FuzzTarget.h"
#include "support/Frames.h"

using namespace cppwarden;
using namespace cppwarden::driver;

namespace {

void payload(llvm::StringRef Bytes) {
  if (auto Job = decodeJob(Bytes))
    fuzz::promise(encodeJob(*Job) == Bytes, "a job is its bytes");
  else
    llvm::consumeError(Job.takeError());
  if (auto Hello = decodeHello(Bytes)) {
    std::string Written = encodeHello(*Hello);
    auto Again = decodeHello(Written);
    fuzz::promise(bool(Again) && encodeHello(*Again) == Written,
                  "a hello survives a second round");
  } else {
    llvm::consumeError(Hello.takeError());
  }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *Data,
                                      std::size_t Size) {
  llvm::StringRef Bytes(reinterpret_cast<const char *>(Data), Size);
  // In two halves, as a pipe may deliver them.
  FrameDecoder Decoder;
  for (llvm::StringRef Half :
       {Bytes.take_front(Size / 2), Bytes.drop_front(Size / 2)}) {
    Decoder.feed(Half);
    for (;;) {
      auto Next = Decoder.next();
      if (!Next) {
        llvm::consumeError(Next.takeError());
        return 0;
      }
      if (!*Next)
        break;
      fuzz::accept();
      payload((*Next)->Payload);
    }
  }
  return 0;
}

std::vector<std::string> cppwarden::fuzz::seedInputs() {
  rules::RuleOptions Options;
  Options.EnabledRules = {"sql-injection", "weak-hash"};
  Options.Severities = {{"weak-hash", Severity::Note}};
  Options.Trusted = {{"untrusted.argv", {"*"}}, {"untrusted.env", {}}};
  Options.SecretNames = {{"pin*", "secret.credential"}};
  Options.Policy = {{"rsa-bits", 3072}};
  Options.ModelFiles = {"/p/.cppwarden/models/a.yaml"};
  frontend::UnitJob Job;
  Job.Directory = "/p/build";
  Job.File = "/p/src/a.cpp";
  Job.Arguments = {"-std=c++20", "-DNAME=\"x y\"", "-I\xff"};
  Job.ProjectRoot = "/p";
  Job.Buffers = {{"/p/src/a.h", "int x;"}};
  std::string Hello = encodeFrame(FrameKind::Hello, encodeHello(Options));
  std::string Work = encodeFrame(FrameKind::Job, encodeJob(Job));
  return {Hello, Work, Hello + Work,
          encodeFrame(FrameKind::Ready, "") +
              encodeFrame(FrameKind::Failure, "no such rule")};
}
