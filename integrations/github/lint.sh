#!/bin/sh
# Second step of action.yml: runs cppwarden. Its exit status is the step's, and
# the output "exit-status"; the SARIF file is written whatever it is.
#
#   CPPWARDEN_PROGRAM, CPPWARDEN_BUILD_PATH, CPPWARDEN_SARIF
#   CPPWARDEN_ARGUMENTS     one argument a line; empty lines are skipped
#   CPPWARDEN_ANNOTATIONS   "true" or "false"
#   GITHUB_OUTPUT           set by the runner
set -eu

set -- check -p "$CPPWARDEN_BUILD_PATH" --sarif-profile github --output "sarif:$CPPWARDEN_SARIF"
case $CPPWARDEN_ANNOTATIONS in
  true) set -- "$@" --output github ;;
  false) set -- "$@" --output text ;;
  *)
    echo "::error title=cppwarden::the input 'annotations' must be true or false"
    exit 2
    ;;
esac
while IFS= read -r argument; do
  [ -z "$argument" ] || set -- "$@" "$argument"
done <<END
$CPPWARDEN_ARGUMENTS
END

status=0
"$CPPWARDEN_PROGRAM" "$@" || status=$?
{
  echo "exit-status=$status"
  echo "sarif-file=$CPPWARDEN_SARIF"
} >> "$GITHUB_OUTPUT"
exit "$status"
