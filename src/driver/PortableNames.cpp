#include "driver/PortableNames.h"
#include "support/Paths.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

namespace cppwarden::driver {

PortableNames::PortableNames(llvm::StringRef Root, llvm::StringRef Folder)
    : Root(Root.str()), Folder(Folder.str()) {
  if (!isBelow(Folder, Root)) {
    AllAbsolute = true;
    return;
  }
  std::string Below = relativeTo(Folder, Root);
  if (Below != ".")
    for (auto I = llvm::sys::path::begin(Below),
              End = llvm::sys::path::end(Below);
         I != End; ++I)
      Up += "../";
  llvm::SmallString<256> RealRoot, RealUp;
  AllAbsolute = llvm::sys::fs::real_path(Root, RealRoot) ||
                llvm::sys::fs::real_path(Folder + "/" + Up, RealUp) ||
                RealRoot != RealUp;
}

std::string PortableNames::operator()(llvm::StringRef Absolute) const {
  if (AllAbsolute || !isBelow(Absolute, Root))
    return Absolute.str();
  if (isBelow(Absolute, Folder))
    return relativeTo(Absolute, Folder);
  if (Absolute == Root)
    return Up.substr(0, Up.size() - 1);
  return Up + relativeTo(Absolute, Root);
}

} // namespace cppwarden::driver
