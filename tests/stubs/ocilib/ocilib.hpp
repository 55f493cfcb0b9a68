// Stub for fixtures and documentation examples: declarations with the signatures of
// OCILIB 4.8.0; the models are verified against it.
#ifndef CPPWARDEN_STUB_OCILIB_HPP
#define CPPWARDEN_STUB_OCILIB_HPP
#include "ocilib.h"
#include <string>
#include <vector>

namespace ocilib {
typedef std::string ostring;
class Environment {
public:
  enum SessionFlags { SessionDefault };
};
class BindInfo {
public:
  enum BindDirection { In, Out, InOut };
};
class Connection {
public:
  Connection();
  Connection(const ostring &db, const ostring &user, const ostring &pwd,
             Environment::SessionFlags sessionFlags = Environment::SessionDefault);
  void Open(const ostring &db, const ostring &user, const ostring &pwd,
            Environment::SessionFlags sessionFlags = Environment::SessionDefault);
};
class Resultset {
public:
  template <class T> T Get(unsigned int index) const;
  template <class T> T Get(const ostring &name) const;
  bool Next();
};
class Statement {
public:
  Statement(const Connection &connection);
  void Describe(const ostring &sql);
  void Parse(const ostring &sql);
  void Prepare(const ostring &sql);
  void ExecutePrepared();
  void Execute(const ostring &sql);
  template <class T> unsigned int Execute(const ostring &sql, T callback);
  template <class T> void Bind(const ostring &name, T &value, BindInfo::BindDirection mode);
  template <class T, class U> void Bind(const ostring &name, T &value, U extraInfo, BindInfo::BindDirection mode);
  Resultset GetResultset();
};
} // namespace ocilib

#endif
