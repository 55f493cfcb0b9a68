#include "driver/RunDate.h"
#include "llvm/ADT/StringRef.h"
#include <cstdlib>
#include <ctime>

namespace cppwarden::driver {

std::chrono::sys_seconds now() {
  std::time_t Now = std::time(nullptr);
  if (const char *Epoch = std::getenv("SOURCE_DATE_EPOCH")) {
    long long Seconds = 0;
    if (!llvm::StringRef(Epoch).getAsInteger(10, Seconds) && Seconds >= 0)
      Now = std::time_t(Seconds);
  }
  return std::chrono::floor<std::chrono::seconds>(
      std::chrono::system_clock::from_time_t(Now));
}

std::chrono::year_month_day today() {
  return std::chrono::floor<std::chrono::days>(now());
}

} // namespace cppwarden::driver
