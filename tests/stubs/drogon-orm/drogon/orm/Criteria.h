// Stub for fixtures and documentation examples: declarations with the signatures of
// drogon 1.9.13; the models are verified against it.
#ifndef CPPWARDEN_STUB_DROGON_ORM_CRITERIA_H
#define CPPWARDEN_STUB_DROGON_ORM_CRITERIA_H
#include <string>
#include <vector>

namespace drogon::orm {
enum class CompareOperator { EQ, NE, GT, GE, LT, LE, Like, NotLike, In, NotIn, IsNull, IsNotNull };
struct CustomSql {
  explicit CustomSql(std::string content);
  std::string content_;
};
class Criteria {
public:
  template <typename... Arguments> explicit Criteria(const CustomSql &sql, Arguments &&...args);
  template <typename... Arguments> explicit Criteria(CustomSql &&sql, Arguments &&...args);
  template <typename T> Criteria(const std::string &colName, const CompareOperator &opera, T &&arg);
  template <typename T> Criteria(const std::string &colName, T &&arg);
};
} // namespace drogon::orm

#endif
