#pragma once
#include <string>

namespace orders {

/// Packs the database under the given name. Returns the exit status.
int backup(const std::string &name);
int backupChecked(const std::string &name);

} // namespace orders
