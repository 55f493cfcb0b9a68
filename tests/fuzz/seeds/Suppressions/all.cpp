// cppwarden-ignore-file[sql-*]: generated
#include <string>
#define CALL(x) f(x) // cppwarden-ignore[weak-hash]
void f() {
  g("lab", 'x', 10'000); // cppwarden-ignore[weak-hash, CWE-328] until=2027-03-31: lab
  // cppwarden-ignore[sql-injection] until=2020-01-01: old

  // another
  db.exec("SELECT " +
          columns);
  /* cppwarden-ignore-begin[weak-hash]: file format */ h();
  h(R"x(
// cppwarden-ignore[weak-hash]: no comment
)x");
  // cppwarden-ignore-end
  h(); // NOLINT
  h(); // NOLINT(cppwarden-weak-hash, bugprone-*)
  // NOLINTNEXTLINE(cppwarden-*)
  h();
  // NOLINTBEGIN(cppwarden-weak-hash)
  if (a) { // cppwarden-ignore[unknown-rule]: ?
    h();
  }
  // NOLINTEND(cppwarden-weak-hash)
  h(); // cppwarden-ignore: no list
  h(); // cppwarden-ignore[weak-hash
  h(); // cppwarden-ignore[weak-hash] until=2027-02-30: no such day
  h(); // cppwarden-ignore-nothing[weak-hash]: what
} // continued \
cppwarden-ignore[weak-hash]: spliced
