//===- qvariant.h - Stub of Qt for fixtures -*- C++ -*-===//
//
// Declarations with the signatures of Qt 5.15. For fixtures and documentation
// examples; `models verify` uses the real header.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_QVARIANT_H
#define CPPWARDEN_STUB_QVARIANT_H

#include "qstring.h"

class QVariant {
public:
  QVariant();
  QVariant(int i);
  QVariant(uint ui);
  QVariant(qlonglong ll);
  QVariant(bool b);
  QVariant(double d);
  QVariant(const char *str);
  QVariant(const QByteArray &bytearray);
  QVariant(const QString &string);
  QVariant(QLatin1String string);
  bool isNull() const;
  bool isValid() const;
  int toInt(bool *ok = nullptr) const;
  qlonglong toLongLong(bool *ok = nullptr) const;
  bool toBool() const;
  double toDouble(bool *ok = nullptr) const;
  QByteArray toByteArray() const;
  QString toString() const;
};

#endif
