#!/bin/sh
# Runs the steps of integrations/github/action.yml as a runner does: inputs and
# outputs of earlier steps put into each step's environment, then its command.
#
#   github-action.sh PROGRAM SOURCES CMAKE BUILD
. "$(dirname "$0")/project.sh"
action=$source/integrations/github/action.yml
export GITHUB_ACTION_PATH="$source/integrations/github" RUNNER_TEMP="$work"

# The steps as shell functions: env lines become exports, run lines commands.
# value EXPRESSION: what ${{ … }} stands for.
value() {
  case $1 in
    inputs.*)
      name=${1#inputs.}
      if [ -f "$work/inputs/$name" ]; then
        cat "$work/inputs/$name"
      else
        awk -v name="  $name:" '$0 == name { found = 1; next } found && /default:/ {
          sub(/^ *default: */, ""); gsub(/"/, ""); print; exit }' "$action"
      fi
      ;;
    steps.*.outputs.*) sed -n "s/^${1##*.outputs.}=//p" "$work/outputs" ;;
    *) fail "unknown expression $1" ;;
  esac
}
run_action() {
  : > "$work/outputs"
  export GITHUB_OUTPUT="$work/outputs"
  awk '/^      env:/ { env = 1; next }
       /^      run:/ { sub(/^ *run: */, ""); print "run " $0; env = 0; next }
       env { name = $1; sub(/:$/, "", name); expression = $0; sub(/.*\$\{\{ */, "", expression)
             sub(/ *\}\}.*/, "", expression); print "env " name " " expression }' "$action" > "$work/steps"
  while read -r kind rest; do
    if [ "$kind" = env ]; then
      export "${rest%% *}=$(value "${rest#* }")"
    else
      status=0
      sh -e -c "$rest" || status=$?
      [ "$status" -eq 0 ] || return "$status"
    fi
  done < "$work/steps"
}
[ "$(grep -c '^      run:' "$action")" -eq 2 ] || fail "action.yml has other steps than this test knows"

mkdir "$work/inputs"
PATH=$work/bin:$PATH
expect 1 run_action
holds "$work/out" '^::error file=src/run.cpp,line=4,'
holds "$work/outputs" '^exit-status=1$'
holds "$work/outputs" '^sarif-file=cppwarden.sarif$'
holds cppwarden.sarif '"ruleId": "command-injection"'
! grep -q snippet cppwarden.sarif || fail "not the github profile"

# Arguments stay whole and are never run by the shell.
printf '%s\n' --ignore command-injection '' '--extra-arg=-DX=$(touch owned) "a b"' > "$work/inputs/arguments"
printf 'out dir/a.sarif' > "$work/inputs/sarif-file"
mkdir 'out dir'
expect 0 run_action
[ ! -e owned ] || fail "an argument was run"
[ -s 'out dir/a.sarif' ] || fail "sarif-file was not respected"
holds "$work/outputs" '^exit-status=0$'

printf false > "$work/inputs/annotations"
printf '%s\n' --fail-on never > "$work/inputs/arguments"
expect 0 run_action
holds "$work/out" '^src/run.cpp:4:'
printf maybe > "$work/inputs/annotations"
expect 2 run_action
holds "$work/out" "^::error title=cppwarden::the input 'annotations'"
printf /nowhere/cppwarden > "$work/inputs/program"
expect 2 run_action
holds "$work/out" "^::error title=cppwarden::the input 'program'"
echo "github-action: ok"
