#include "Backup.h"
#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <spawn.h>
#include <sys/wait.h>

extern char **environ;

namespace orders {

static int runShell(const std::string &command) { return std::system(command.c_str()); }

int backup(const std::string &name) {
  return runShell("tar czf backups/" + name + ".tgz orders.db"); // flaw: command-injection
}

int backupChecked(const std::string &name) {
  if (name.empty() || !std::all_of(name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c); }))
    return -1;
  std::string archive = "backups/" + name + ".tgz";
  char tar[] = "tar", flags[] = "czf", file[] = "orders.db";
  char *arguments[] = {tar, flags, &archive[0], file, nullptr};
  pid_t child = 0;
  if (posix_spawn(&child, "/bin/tar", nullptr, nullptr, arguments, environ) != 0)
    return -1;
  int status = 0;
  waitpid(child, &status, 0);
  return status;
}

} // namespace orders
