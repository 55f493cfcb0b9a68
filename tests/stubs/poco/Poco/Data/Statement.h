// Stub for fixtures and documentation examples: declarations with the signatures of
// Poco 1.11; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_POCO_DATA_STATEMENT_H
#define CPPWARDEN_STUB_POCO_DATA_STATEMENT_H
#include <cstddef>
#include <string>

namespace Poco::Data {
class Session;
class AbstractBinding;
class AbstractExtraction;
template <class C> struct AutoPtr {
  C *p;
};
class Statement {
public:
  typedef void (*Manipulator)(Statement &);
  explicit Statement(Session &session);
  Statement(const Statement &stmt);
  template <typename T> Statement &operator<<(const T &t);
  Statement &operator,(Manipulator manip);
  Statement &operator,(AutoPtr<AbstractBinding> pBind);
  Statement &operator,(AutoPtr<AbstractExtraction> extract);
  Statement &operator,(int value);
  Statement &operator,(const std::string &value);
  Statement &operator,(const char *value);
  std::size_t execute(bool reset = true);
};
namespace Keywords {
template <typename T> AutoPtr<AbstractBinding> use(T &t);
template <typename T> AutoPtr<AbstractBinding> bind(T t);
template <typename T> AutoPtr<AbstractExtraction> into(T &t);
void now(Statement &statement);
} // namespace Keywords
} // namespace Poco::Data

#endif
