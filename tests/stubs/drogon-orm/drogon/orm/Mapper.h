// Stub for fixtures and documentation examples: declarations with the signatures of
// drogon 1.9.13; the models are verified against it.
#ifndef CPPWARDEN_STUB_DROGON_ORM_MAPPER_H
#define CPPWARDEN_STUB_DROGON_ORM_MAPPER_H
#include "Criteria.h"
#include "DbClient.h"

namespace drogon::orm {
enum class SortOrder { ASC, DESC };
template <typename T> class Mapper {
public:
  explicit Mapper(DbClientPtr client);
  Mapper<T> &orderBy(const std::string &colName, const SortOrder &order = SortOrder::ASC);
  Mapper<T> &orderBy(size_t colIndex, const SortOrder &order = SortOrder::ASC);
  std::vector<T> findBy(const Criteria &criteria) noexcept(false);
};
} // namespace drogon::orm

#endif
