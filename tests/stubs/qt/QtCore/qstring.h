//===- qstring.h - Stub of Qt for fixtures -*- C++ -*-===//
//
// Declarations with the signatures of Qt 5.15. For fixtures and documentation
// examples; `models verify` uses the real header.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_QSTRING_H
#define CPPWARDEN_STUB_QSTRING_H

#include <initializer_list>
#include <string>
#include <utility>

typedef unsigned int uint;
typedef unsigned long ulong;
typedef long long qlonglong;
typedef unsigned long long qulonglong;

class QChar {
public:
  QChar(char c);
  QChar(int rc);
};
class QLatin1Char {
public:
  explicit QLatin1Char(char c);
};
class QLatin1String {
public:
  explicit QLatin1String(const char *s);
};
#define QLatin1Literal QLatin1String

class QString;
class QByteArray {
public:
  QByteArray();
  QByteArray(const char *, int size = -1);
  char *data();
  const char *data() const;
  const char *constData() const;
  operator const char *() const;
  int size() const;
  bool isEmpty() const;
  QByteArray &append(const char *s);
  QByteArray &append(const QByteArray &a);
  QByteArray &operator+=(const QByteArray &a);
  QByteArray toHex() const;
  QByteArray toBase64() const;
  std::string toStdString() const;
  static QByteArray fromStdString(const std::string &s);
};

namespace Qt {
enum CaseSensitivity { CaseInsensitive, CaseSensitive };
}

class QStringList;
class QString {
public:
  QString();
  QString(const char *ch);
  QString(const QByteArray &a);
  QString(QLatin1String latin1);
  QString(const QString &);
  QString(QString &&other) noexcept;
  ~QString();
  QString &operator=(const QString &);
  QString &operator=(const char *ch);

  bool isEmpty() const;
  bool isNull() const;
  int size() const;
  int length() const;
  void clear();

  QString arg(const QString &a, int fieldwidth = 0,
              QChar fillChar = QChar(' ')) const;
  QString arg(qlonglong a, int fieldwidth = 0, int base = 10,
              QChar fillChar = QChar(' ')) const;
  QString arg(int a, int fieldWidth = 0, int base = 10,
              QChar fillChar = QChar(' ')) const;
  QString arg(uint a, int fieldWidth = 0, int base = 10,
              QChar fillChar = QChar(' ')) const;
  QString arg(double a, int fieldWidth = 0, char fmt = 'g', int prec = -1,
              QChar fillChar = QChar(' ')) const;
  QString arg(const QString &a1, const QString &a2) const;
  QString arg(const QString &a1, const QString &a2, const QString &a3) const;
  QString &sprintf(const char *format, ...);
  static QString asprintf(const char *format, ...);

  QString &append(const QString &s);
  QString &append(const char *s);
  QString &prepend(const QString &s);
  QString &operator+=(const QString &s);
  QString &operator+=(const char *s);
  QString &insert(int i, const QString &s);
  QString &replace(const QString &before, const QString &after,
                   Qt::CaseSensitivity cs = Qt::CaseSensitive);
  QString mid(int position, int n = -1) const;
  QString left(int n) const;
  QString toLower() const;
  QString toUpper() const;
  QString trimmed() const;
  QString toHtmlEscaped() const;
  bool contains(const QString &s,
                Qt::CaseSensitivity cs = Qt::CaseSensitive) const;
  bool startsWith(const QString &s,
                  Qt::CaseSensitivity cs = Qt::CaseSensitive) const;
  QStringList split(const QString &sep) const;

  QByteArray toUtf8() const;
  QByteArray toLatin1() const;
  QByteArray toLocal8Bit() const;
  std::string toStdString() const;
  int toInt(bool *ok = nullptr, int base = 10) const;
  static QString fromUtf8(const char *str, int size = -1);
  static QString fromUtf8(const QByteArray &str);
  static QString fromLatin1(const char *str, int size = -1);
  static QString fromStdString(const std::string &s);
  static QString number(int, int base = 10);
  static QString number(double, char f = 'g', int prec = 6);
};
class QStringList {
public:
  QStringList();
  QStringList(std::initializer_list<QString> args);
  void append(const QString &t);
  QStringList &operator<<(const QString &str);
  QString join(const QString &sep) const;
  bool contains(const QString &str,
                Qt::CaseSensitivity cs = Qt::CaseSensitive) const;
  const QString &at(int i) const;
  QString &operator[](int i);
  const QString *begin() const;
  const QString *end() const;
};

const QString operator+(const QString &s1, const QString &s2);
const QString operator+(const QString &s1, const char *s2);
const QString operator+(const char *s1, const QString &s2);
bool operator==(const QString &s1, const QString &s2);
bool operator!=(const QString &s1, const QString &s2);
bool operator<(const QString &s1, const QString &s2);

QString qEnvironmentVariable(const char *varName);
QString qEnvironmentVariable(const char *varName, const QString &defaultValue);

#define QStringLiteral(str) QString(str)
#define qPrintable(string) QString(string).toLocal8Bit().constData()
#define qUtf8Printable(string) QString(string).toUtf8().constData()

#endif
