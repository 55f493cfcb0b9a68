//===- types.h - Stub of Botan 2.19 for fixtures -*- C++ -*-================//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_BOTAN_BOTAN_TYPES_H
#define CPPWARDEN_STUB_BOTAN_BOTAN_TYPES_H

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace Botan {
template <typename T> using secure_vector = std::vector<T>;
} // namespace Botan

#endif
