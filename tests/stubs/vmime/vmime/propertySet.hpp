// Stub for fixtures and documentation examples: declarations with the signatures of
// VMime 0.9.2; the model is compared with it.
#ifndef CPPWARDEN_STUB_VMIME_VMIME_PROPERTYSET_HPP
#define CPPWARDEN_STUB_VMIME_VMIME_PROPERTYSET_HPP
#include <string>
namespace vmime {
typedef std::string string;
class propertySet {
public:
  class propertyProxy {
  public:
    template <class TYPE> propertyProxy &operator=(const TYPE &value);
  };
  template <class TYPE> void setProperty(const string &name, const TYPE &value);
  propertyProxy operator[](const string &name);
};
} // namespace vmime

#endif
