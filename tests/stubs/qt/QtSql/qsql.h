//===- qsql.h - Stub of Qt for fixtures -*- C++ -*-===//
//
// Declarations with the signatures of Qt 5.15. For fixtures and documentation
// examples; `models verify` uses the real header.
//
//===----------------------------------------------------------------------===//
#ifndef CPPWARDEN_STUB_QSQL_H
#define CPPWARDEN_STUB_QSQL_H

#include "../QtCore/qvariant.h"

namespace QSql {
enum ParamTypeFlag { In = 1, Out = 2, InOut = 3, Binary = 4 };
using ParamType = ParamTypeFlag;
} // namespace QSql

class QObject;
class QSqlError {
public:
  QString text() const;
  QString driverText() const;
  QString databaseText() const;
  bool isValid() const;
};

class QSqlRecord {
public:
  int count() const;
  QString fieldName(int i) const;
  QVariant value(int i) const;
  QVariant value(const QString &name) const;
};

class QSqlQuery;
class QSqlDatabase {
public:
  QSqlDatabase();
  QSqlDatabase(const QSqlDatabase &other);
  ~QSqlDatabase();
  bool open();
  bool open(const QString &user, const QString &password);
  void close();
  bool isOpen() const;
  QSqlQuery exec(const QString &query = QString()) const;
  QSqlError lastError() const;
  bool transaction();
  bool commit();
  void setDatabaseName(const QString &name);
  void setUserName(const QString &name);
  void setPassword(const QString &password);
  void setHostName(const QString &host);
  void setPort(int p);
  void setConnectOptions(const QString &options = QString());
  static QSqlDatabase
  addDatabase(const QString &type,
              const QString &connectionName = QLatin1String("default"));
  static QSqlDatabase
  database(const QString &connectionName = QLatin1String("default"),
           bool open = true);
};

class QSqlQuery {
public:
  explicit QSqlQuery(const QString &query = QString(),
                     QSqlDatabase db = QSqlDatabase());
  explicit QSqlQuery(QSqlDatabase db);
  QSqlQuery(const QSqlQuery &other);
  ~QSqlQuery();
  bool exec();
  bool exec(const QString &query);
  bool execBatch();
  bool prepare(const QString &query);
  void bindValue(const QString &placeholder, const QVariant &val,
                 QSql::ParamType type = QSql::In);
  void bindValue(int pos, const QVariant &val, QSql::ParamType type = QSql::In);
  void addBindValue(const QVariant &val, QSql::ParamType type = QSql::In);
  QVariant boundValue(int pos) const;
  bool next();
  bool first();
  bool isNull(int field) const;
  QVariant value(int i) const;
  QVariant value(const QString &name) const;
  QSqlRecord record() const;
  QSqlError lastError() const;
  QString lastQuery() const;
  QString executedQuery() const;
};

class QSqlQueryModel {
public:
  explicit QSqlQueryModel(QObject *parent = nullptr);
  virtual ~QSqlQueryModel();
  QSqlRecord record(int row) const;
  void setQuery(const QSqlQuery &query);
  void setQuery(const QString &query, const QSqlDatabase &db = QSqlDatabase());
  QSqlError lastError() const;
};
class QSqlTableModel : public QSqlQueryModel {
public:
  explicit QSqlTableModel(QObject *parent = nullptr,
                          QSqlDatabase db = QSqlDatabase());
  virtual void setTable(const QString &tableName);
  QString filter() const;
  virtual void setFilter(const QString &filter);
  virtual bool select();
};

#endif
