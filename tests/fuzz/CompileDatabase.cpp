// compile_commands.json, and the commands in it down to what Clang's driver is
// given.
#include "FuzzTarget.h"
#include "frontend/CommandAdapter.h"
#include "frontend/DatabaseReader.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using namespace cppwarden;
using namespace cppwarden::frontend;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *Data,
                                      std::size_t Size) {
  llvm::StringRef Text(reinterpret_cast<const char *>(Data), Size);
  auto Read = parseDatabase(Text, "/p/compile_commands.json", "/p");
  if (!Read) {
    std::string Message = llvm::toString(Read.takeError());
    fuzz::promise(!llvm::StringRef(Message).contains('\n'),
                  "an error is one line");
    fuzz::refuse(std::move(Message));
    return 0;
  }
  fuzz::accept();
  fuzz::promise(Read->Entries.size() <= Read->Total, "no entry is made up");
  for (const DatabaseEntry &Entry : Read->Entries) {
    fuzz::promise(llvm::sys::path::is_absolute(Entry.File) &&
                      llvm::sys::path::is_absolute(Entry.Directory),
                  "files and folders are absolute");
    CommandTokens Command = readCommand(Entry.Words, Entry.Directory);
    AdaptedCommand Adapted = adaptCommand(Command, Entry.File);
    for (const std::string &Flag : Adapted.Arguments)
      fuzz::promise(!llvm::StringRef(Flag).contains('\0'),
                    "an argument ends at its NUL");
  }
  return 0;
}

std::vector<std::string> cppwarden::fuzz::seedInputs() {
  return filesOf("tests/fuzz/seeds/CompileDatabase");
}
