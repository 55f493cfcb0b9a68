//===- RunDate.h - When a run takes place ----------------------*- C++ -*-===//
#ifndef CPPWARDEN_DRIVER_RUNDATE_H
#define CPPWARDEN_DRIVER_RUNDATE_H

#include <chrono>

namespace cppwarden::driver {

/// The time, or that of SOURCE_DATE_EPOCH, so that a run can be repeated.
std::chrono::sys_seconds now();
/// The day of now(), in UTC.
std::chrono::year_month_day today();

} // namespace cppwarden::driver

#endif
