//===- qcryptographichash.h - Stub of Qt for fixtures -*- C++ -*-===//
//
// Declarations with the signatures of Qt 5.15. For fixtures and documentation
// examples; `models verify` uses the real header.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_QCRYPTOGRAPHICHASH_H
#define CPPWARDEN_STUB_QCRYPTOGRAPHICHASH_H

#include "qstring.h"

class QCryptographicHash {
public:
  enum Algorithm { Md4, Md5, Sha1, Sha224, Sha256, Sha384, Sha512 };
  explicit QCryptographicHash(Algorithm method);
  void addData(const char *data, int length);
  void addData(const QByteArray &data);
  QByteArray result() const;
  static QByteArray hash(const QByteArray &data, Algorithm method);
};

#endif
