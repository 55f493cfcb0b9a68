// The program's own logger: one line to standard error, with a level.
#pragma once
#include <sstream>
#include <string>

namespace orders {

enum class Level { Debug, Info, Error };

void writeLine(Level level, const std::string &text);

/// `log(Level::Info) << "listening on " << port;`
class LogLine {
public:
  explicit LogLine(Level level) : level_(level) {}
  ~LogLine() { writeLine(level_, text_.str()); }
  template <typename T> LogLine &operator<<(const T &value) {
    text_ << value;
    return *this;
  }

private:
  Level level_;
  std::ostringstream text_;
};

inline LogLine log(Level level) { return LogLine(level); }

/// The first two characters, for telling two secrets apart in a log.
std::string maskSecret(const std::string &secret);

} // namespace orders
