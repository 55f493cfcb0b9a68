#include "support/Progress.h"
#include "llvm/ADT/Twine.h"
#include <cstdlib>
#include <string>
#include <sys/ioctl.h>
#include <unistd.h>

namespace cppwarden {

Progress::Progress(bool Wanted) {
  const char *Terminal = std::getenv("TERM");
  if (!Wanted || !::isatty(STDERR_FILENO) ||
      (Terminal && llvm::StringRef(Terminal) == "dumb"))
    return;
  Stream = stderr;
  winsize Size{};
  if (::ioctl(STDERR_FILENO, TIOCGWINSZ, &Size) == 0 && Size.ws_col)
    Width = Size.ws_col;
}

Progress::Progress(std::FILE *Stream, unsigned Width)
    : Stream(Stream), Width(Width) {}

void Progress::show(std::size_t Done, std::size_t Total, llvm::StringRef What) {
  if (!Stream)
    return;
  auto Now = std::chrono::steady_clock::now();
  if (Shown && Done != Total && Now - Last < std::chrono::milliseconds(100))
    return;
  Last = Now;
  Shown = true;
  std::string Line =
      "[" + std::to_string(Done) + "/" + std::to_string(Total) + "] ";
  std::size_t Room = Width > Line.size() + 1 ? Width - Line.size() - 1 : 0;
  if (What.size() <= Room)
    Line += What;
  else if (Room > 1)
    Line += (llvm::Twine("…") + What.take_back(Room - 1)).str();
  std::fprintf(Stream, "\r\033[K%s", Line.c_str());
  std::fflush(Stream);
}

void Progress::clear() {
  if (!Shown)
    return;
  std::fputs("\r\033[K", Stream);
  std::fflush(Stream);
  Shown = false;
}

} // namespace cppwarden
