// Stub for fixtures and documentation examples: declarations with the signatures of
// Boost 1.74; `models verify` uses the real headers.
#ifndef CPPWARDEN_STUB_BOOST_UUID_BOOST_UUID_DETAIL_MD5_HPP
#define CPPWARDEN_STUB_BOOST_UUID_BOOST_UUID_DETAIL_MD5_HPP
#include <cstddef>
namespace boost {
namespace uuids {
namespace detail {
class md5 {
public:
  typedef unsigned int(digest_type)[4];
  md5();
  void process_byte(unsigned char byte);
  void process_bytes(void const *buffer, std::size_t byte_count);
  void get_digest(digest_type &digest);
};
} // namespace detail
} // namespace uuids
} // namespace boost

#endif
