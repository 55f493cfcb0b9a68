#!/bin/sh
# Installs the Debian packages that cppwarden needs. Cheap to run again: apt-get
# is called only when a package is missing.
#
#   scripts/install-dependencies.sh [build|example|test|fuzz]...
#
#   build    to build the program (the default)
#   example  and to configure examples/orders-server
#   test     and to run all tests: the libraries whose headers the models are checked against, a browser for the
#            html format, editors for the language server
#   fuzz     and to fuzz the readers (scripts/fuzz.sh)
set -eu

fail() {
  echo "install-dependencies: $1" >&2
  exit 1
}

build="clang-22 libclang-22-dev llvm-22-dev lld-22 binutils cmake ninja-build ccache
  libstdc++-12-dev libfmt-dev libcli11-dev nlohmann-json3-dev libgtest-dev libgmock-dev libbenchmark-dev
  libzstd-dev zlib1g-dev libxml2-dev libcurl4-openssl-dev git ca-certificates"
example="libcpp-httplib-dev libsqlite3-dev libssl-dev"
# Every package that a file in rules/models names must be here.
test="clang-format-22 dpkg-dev file libc6-dev libcrypt-dev libc++-22-dev libc++abi-22-dev
  libsqlite3-dev libsqlcipher-dev libdbi-dev libpq-dev libpqxx-dev libmariadb-dev qtbase5-dev
  libspdlog-dev libgoogle-glog-dev libfmt-dev libssl-dev libboost-dev libpoco-dev
  libfcgi-dev libcgicc-dev libcpp-httplib-dev libcurl4-openssl-dev
  libsodium-dev libmbedtls-dev libgcrypt20-dev nettle-dev libgnutls28-dev libcrypto++-dev libwolfssl-dev libnss3-dev
  libtomcrypt-dev libargon2-dev libcpprest-dev libmicrohttpd-dev libcivetweb-dev libpistache-dev libwebsocketpp-dev
  libzmq3-dev cppzmq-dev libprotobuf-dev rapidjson-dev libjsoncpp-dev libsimdjson-dev libpugixml-dev libtinyxml2-dev
  libyaml-cpp-dev
  libmysqlcppconn-dev libsqlitecpp-dev unixodbc-dev libsoci-dev libmongoc-dev libbson-dev
  libabsl-dev liblog4cxx-dev liblog4cpp5-dev libboost-log-dev libeasyloggingpp-dev
  libhiredis-dev libmosquitto-dev libmosquittopp-dev libpaho-mqtt-dev libpaho-mqttpp-dev librabbitmq-dev librdkafka-dev
  libssh-dev libssh2-1-dev libldap-dev libkrb5-dev libjwt-dev
  libgsasl-dev libsasl2-dev libsmbclient-dev libsecret-1-dev libglib2.0-dev libqt5networkauth5-dev libgloox-dev
  libstrophe-dev freetds-dev android-liblog-dev libsystemd-dev
  chromium chromium-driver python3
  neovim emacs-nox elpa-eglot vim vim-ale"
fuzz="libclang-rt-22-dev"

[ $# -gt 0 ] || set -- build
wanted=
for set in "$@"; do
  case $set in
    build) wanted="$wanted $build" ;;
    example) wanted="$wanted $build $example" ;;
    test)
      wanted="$wanted $build $example $test"
      # The SARIF validator comes from npm; any npm will do.
      command -v npm >/dev/null 2>&1 || wanted="$wanted npm"
      ;;
    fuzz) wanted="$wanted $build $test $fuzz" ;;
    *)
      echo "usage: scripts/install-dependencies.sh [build|example|test|fuzz]..." >&2
      exit 2
      ;;
  esac
done

command -v apt-get >/dev/null 2>&1 || fail "apt-get is missing; on other systems than Debian, install by hand: $(echo $wanted)"

installed() { dpkg-query -W -f='${db:Status-Abbrev}' "$1" 2>/dev/null | grep -q '^ii'; }
missing=
for package in $wanted; do
  case " $missing " in *" $package "*) continue ;; esac
  installed "$package" || missing="$missing $package"
done
if [ -z "$missing" ]; then
  echo "install-dependencies: everything for '$*' is installed"
  exit 0
fi

if [ "$(id -u)" -eq 0 ]; then
  root=env
elif command -v sudo >/dev/null 2>&1; then
  root="sudo env"
else
  fail "run as root, or install sudo; missing:$missing"
fi
echo "install-dependencies: installing$missing"
$root DEBIAN_FRONTEND=noninteractive apt-get update -q < /dev/null || fail "apt-get update failed; is the network up?"
$root DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing < /dev/null ||
  fail "apt-get install failed; clang-22 is in Debian 12's security archive, see /etc/apt/sources.list.d"
