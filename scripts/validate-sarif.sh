#!/bin/sh
# Validates SARIF files against the standard and GitHub's demands with the SARIF
# multitool, which it installs from npm on first use (into the user's cache, or
# into CPPWARDEN_TOOL_CACHE). Exit status: 0 no error, 1 errors, 2 the tool could
# not be had.
#
#   scripts/validate-sarif.sh FILE...
set -eu

if [ $# -eq 0 ]; then
  echo "usage: scripts/validate-sarif.sh FILE..." >&2
  exit 2
fi

version=5.7.0
package=@microsoft/sarif-multitool-linux
cache=${CPPWARDEN_TOOL_CACHE:-${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/cppwarden}
folder=$cache/sarif-multitool-$version
tool=$folder/node_modules/$package/Sarif.Multitool

if [ ! -x "$tool" ]; then
  if ! command -v npm >/dev/null 2>&1; then
    echo "validate-sarif: npm is missing; install it (Debian: apt-get install npm)" >&2
    exit 2
  fi
  echo "validate-sarif: installing $package $version into $folder" >&2
  mkdir -p "$cache"
  # Installed beside and moved in one step: two runs at once do no harm.
  fresh=$(mktemp -d "$cache/sarif-multitool.XXXXXX")
  trap 'rm -rf "$fresh"' EXIT
  if ! npm install --prefix "$fresh" --no-save --no-package-lock --no-audit --no-fund \
      --ignore-scripts --loglevel=error "$package@$version" >&2; then
    echo "validate-sarif: npm could not install $package $version" >&2
    exit 2
  fi
  chmod u+x "$fresh/node_modules/$package/Sarif.Multitool"
  mv -T "$fresh" "$folder" 2>/dev/null || true
  if [ ! -x "$tool" ]; then
    echo "validate-sarif: $tool is missing after the installation; remove $folder and try again" >&2
    exit 2
  fi
fi

# The tool is a .NET program: without this it wants the ICU libraries.
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1
status=0
for file in "$@"; do
  if [ ! -f "$file" ]; then
    echo "validate-sarif: $file: no such file" >&2
    status=1
    continue
  fi
  # Its exit status is 0 whatever it finds, so the output decides. The lines that
  # say it ran must be there: silence is no success.
  output=$("$tool" validate "$file" --rule-kind "Sarif;Ghas" \
      --level "Error;Warning;Note" --kind "Fail" 2>&1) || {
    printf '%s\n' "$output" >&2
    echo "validate-sarif: $file: the multitool failed" >&2
    status=1
    continue
  }
  if ! printf '%s\n' "$output" | grep -q '^Analysis completed successfully'; then
    printf '%s\n' "$output" >&2
    echo "validate-sarif: $file: the multitool did not finish" >&2
    status=1
    continue
  fi
  findings=$(printf '%s\n' "$output" | grep -E ': (error|warning|note) [A-Z]+[0-9.]+:' || true)
  # A value it cannot read (an unknown level, say) makes it skip the whole file
  # without a word. Every file of cppwarden draws a note or two, so none at all
  # means that nothing was checked.
  if [ -z "$findings" ]; then
    echo "validate-sarif: $file: the multitool skipped the file; some value in it is not SARIF" >&2
    status=1
    continue
  fi
  errors=$(printf '%s\n' "$findings" | grep -cE ': error [A-Z]+[0-9.]+:' || true)
  warnings=$(printf '%s\n' "$findings" | grep -cE ': warning [A-Z]+[0-9.]+:' || true)
  printf '%s\n' "$findings" | grep -E ': (error|warning) [A-Z]+[0-9.]+:' || true
  if [ "${VALIDATE_SARIF_NOTES:-0}" != 0 ]; then
    printf '%s\n' "$findings" | grep -E ': note [A-Z]+[0-9.]+:' || true
  fi
  echo "$file: $errors errors, $warnings warnings"
  [ "$errors" -eq 0 ] || status=1
done
exit $status
