// Stub for fixtures and documentation examples: declarations with the signatures of
// Wt 4.14; the models are verified against it.
#ifndef CPPWARDEN_STUB_WT_DBO_DBO_H
#define CPPWARDEN_STUB_WT_DBO_DBO_H
#include <string>
#include <vector>

namespace Wt::Dbo {
struct DynamicBinding;
template <class C> class ptr {
public:
  C *operator->() const;
};
template <class C> class collection {
public:
  class iterator {
  public:
    C operator*() const;
    iterator &operator++();
    bool operator!=(const iterator &other) const;
  };
  iterator begin() const;
  iterator end() const;
};
class AbstractQuery {
public:
  template <typename T> AbstractQuery &bind(const T &value);
  AbstractQuery &join(const std::string &other);
  AbstractQuery &leftJoin(const std::string &other);
  AbstractQuery &rightJoin(const std::string &other);
  AbstractQuery &where(const std::string &condition);
  AbstractQuery &orWhere(const std::string &condition);
  AbstractQuery &orderBy(const std::string &fieldName);
  AbstractQuery &groupBy(const std::string &fields);
  AbstractQuery &having(const std::string &fields);
};
template <class Result, typename BindStrategy = DynamicBinding> class Query : public AbstractQuery {
public:
  template <typename T> Query &bind(const T &value);
  Query &join(const std::string &other);
  template <typename C> Query &join(const std::string &alias, const std::string &condition);
  Query &leftJoin(const std::string &other);
  template <typename C> Query &leftJoin(const std::string &alias, const std::string &condition);
  Query &rightJoin(const std::string &other);
  template <typename C> Query &rightJoin(const std::string &alias, const std::string &condition);
  Query &where(const std::string &condition);
  Query &orWhere(const std::string &condition);
  Query &orderBy(const std::string &fieldName);
  Query &groupBy(const std::string &fields);
  Query &having(const std::string &fields);
  Query &limit(int count);
  Result resultValue() const;
  collection<Result> resultList() const;
  operator Result() const;
  operator collection<Result>() const;
};
class Call {
public:
  template <typename T> Call &bind(const T &value);
  void run();
};
class Session {
public:
  template <class C> Query<ptr<C>> find(const std::string &condition = std::string());
  template <class Result> Query<Result> query(const std::string &sql);
  Call execute(const std::string &sql);
};
} // namespace Wt::Dbo

#endif
