//===- cryptlib.h - Stub of Crypto++ 8.7 for fixtures -*- C++ -*-===========//
//
// Declarations only, a few of the library's, with its signatures.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_CRYPTOPP_CRYPTOPP_CRYPTLIB_H
#define CPPWARDEN_STUB_CRYPTOPP_CRYPTOPP_CRYPTLIB_H

#include <cstddef>
#include <string>

namespace CryptoPP {
typedef unsigned char byte;
enum CipherDir { ENCRYPTION, DECRYPTION };
class RandomNumberGenerator {
public:
  virtual ~RandomNumberGenerator() {}
  virtual void GenerateBlock(byte *output, size_t size);
};
class AutoSeededRandomPool : public RandomNumberGenerator {
public:
  explicit AutoSeededRandomPool(bool blocking = false, unsigned int seedSize = 32);
  void GenerateBlock(byte *output, size_t size);
};
class HashTransformation {
public:
  virtual ~HashTransformation() {}
  virtual void Update(const byte *input, size_t length) = 0;
  virtual void Final(byte *digest);
  virtual void CalculateDigest(byte *digest, const byte *input, size_t length);
};
namespace Weak1 {
class MD5 : public HashTransformation {
public:
  void Update(const byte *input, size_t length);
};
} // namespace Weak1
namespace Weak {
using namespace Weak1;
}
class SHA1 : public HashTransformation {
public:
  void Update(const byte *input, size_t length);
};
class SHA256 : public HashTransformation {
public:
  void Update(const byte *input, size_t length);
};
template <class T> class HMAC : public HashTransformation {
public:
  HMAC() {}
  HMAC(const byte *key, size_t length = 16);
  void Update(const byte *input, size_t length);
};
class SimpleKeyingInterface {
public:
  virtual ~SimpleKeyingInterface() {}
  virtual void SetKey(const byte *key, size_t length);
  void SetKeyWithIV(const byte *key, size_t length, const byte *iv, size_t ivLength);
  void SetKeyWithIV(const byte *key, size_t length, const byte *iv);
};
template <CipherDir DIR, class BASE> class BlockCipherFinal : public SimpleKeyingInterface {
public:
  BlockCipherFinal() {}
  BlockCipherFinal(const byte *key);
  BlockCipherFinal(const byte *key, size_t length);
};
class ECB_OneWay : public SimpleKeyingInterface {};
class CBC_Encryption : public SimpleKeyingInterface {};
class CBC_Decryption : public SimpleKeyingInterface {};
template <class CIPHER, class BASE> class CipherModeFinalTemplate_CipherHolder : public BASE {
public:
  CipherModeFinalTemplate_CipherHolder() {}
  CipherModeFinalTemplate_CipherHolder(const byte *key, size_t length);
  CipherModeFinalTemplate_CipherHolder(const byte *key, size_t length, const byte *iv);
};
class Rijndael {
  class Enc {};
  class Dec {};

public:
  typedef BlockCipherFinal<ENCRYPTION, Enc> Encryption;
  typedef BlockCipherFinal<DECRYPTION, Dec> Decryption;
};
typedef Rijndael AES;
class DES_EDE3 {
  class Base {};

public:
  typedef BlockCipherFinal<ENCRYPTION, Base> Encryption;
  typedef BlockCipherFinal<DECRYPTION, Base> Decryption;
};
template <class CIPHER> struct ECB_Mode {
  typedef CipherModeFinalTemplate_CipherHolder<typename CIPHER::Encryption, ECB_OneWay> Encryption;
  typedef CipherModeFinalTemplate_CipherHolder<typename CIPHER::Decryption, ECB_OneWay> Decryption;
};
template <class CIPHER> struct CBC_Mode {
  typedef CipherModeFinalTemplate_CipherHolder<typename CIPHER::Encryption, CBC_Encryption> Encryption;
  typedef CipherModeFinalTemplate_CipherHolder<typename CIPHER::Decryption, CBC_Decryption> Decryption;
};
template <class T, bool IsEncryption> class GCM_Final : public SimpleKeyingInterface {};
template <class CIPHER> struct GCM {
  typedef GCM_Final<CIPHER, true> Encryption;
  typedef GCM_Final<CIPHER, false> Decryption;
};
template <class T> class PKCS5_PBKDF2_HMAC {
public:
  size_t DeriveKey(byte *derived, size_t derivedLen, byte purpose, const byte *secret, size_t secretLen,
                   const byte *salt, size_t saltLen, unsigned int iterations, double timeInSeconds = 0) const;
};
class InvertibleRSAFunction {
public:
  void Initialize(RandomNumberGenerator &rng, unsigned int modulusBits, const int &e = 17);
};
struct RSA {
  typedef InvertibleRSAFunction PrivateKey;
};
} // namespace CryptoPP

#endif
