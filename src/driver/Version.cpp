#include "driver/Version.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Config/llvm-config.h"

namespace cppwarden::driver {

llvm::StringRef version() { return CPPWARDEN_VERSION; }

std::string versionLine() {
  return ("cppwarden " + llvm::Twine(version()) +
          " (Clang " LLVM_VERSION_STRING ")")
      .str();
}

} // namespace cppwarden::driver
