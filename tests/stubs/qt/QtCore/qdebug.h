//===- qdebug.h - Stub of Qt for fixtures -*- C++ -*-===//
//
// Declarations with the signatures of Qt 5.15. For fixtures and documentation
// examples; `models verify` uses the real header.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_QDEBUG_H
#define CPPWARDEN_STUB_QDEBUG_H

#include "qvariant.h"

class QDebug {
public:
  explicit QDebug(QString *string);
  QDebug(const QDebug &o);
  ~QDebug();
  QDebug &nospace();
  QDebug &noquote();
  QDebug &operator<<(QChar t);
  QDebug &operator<<(bool t);
  QDebug &operator<<(char t);
  QDebug &operator<<(int t);
  QDebug &operator<<(uint t);
  QDebug &operator<<(long t);
  QDebug &operator<<(double t);
  QDebug &operator<<(const char *t);
  QDebug &operator<<(const QString &t);
  QDebug &operator<<(QLatin1String t);
  QDebug &operator<<(const QByteArray &t);
  QDebug &operator<<(const void *t);
};
QDebug operator<<(QDebug dbg, const QVariant &v);

class QMessageLogger {
public:
  QMessageLogger(const char *file, int line, const char *function);
  void debug(const char *msg, ...) const;
  void info(const char *msg, ...) const;
  void warning(const char *msg, ...) const;
  void critical(const char *msg, ...) const;
  [[noreturn]] void fatal(const char *msg, ...) const noexcept;
  QDebug debug() const;
  QDebug info() const;
  QDebug warning() const;
  QDebug critical() const;
};

#define qDebug QMessageLogger(__FILE__, __LINE__, __func__).debug
#define qInfo QMessageLogger(__FILE__, __LINE__, __func__).info
#define qWarning QMessageLogger(__FILE__, __LINE__, __func__).warning
#define qCritical QMessageLogger(__FILE__, __LINE__, __func__).critical
#define qFatal QMessageLogger(__FILE__, __LINE__, __func__).fatal

#endif
