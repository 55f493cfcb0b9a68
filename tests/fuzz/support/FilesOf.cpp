#include "../FuzzTarget.h"
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

std::vector<std::string> cppwarden::fuzz::filesOf(const char *Folder) {
  namespace fs = std::filesystem;
  std::vector<fs::path> Files;
  for (const auto &Entry :
       fs::directory_iterator(fs::path(CPPWARDEN_SOURCE_DIR) / Folder))
    if (Entry.is_regular_file())
      Files.push_back(Entry.path());
  std::sort(Files.begin(), Files.end());
  std::vector<std::string> Texts;
  for (const fs::path &File : Files) {
    std::ifstream In(File, std::ios::binary);
    Texts.emplace_back(std::istreambuf_iterator<char>(In),
                       std::istreambuf_iterator<char>());
  }
  return Texts;
}
