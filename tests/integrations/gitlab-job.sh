#!/bin/sh
# Runs the script of integrations/gitlab/cppwarden.gitlab-ci.yml, and looks
# whether the artifacts it names are there.
#
#   gitlab-job.sh PROGRAM SOURCES CMAKE BUILD
. "$(dirname "$0")/project.sh"
job=$source/integrations/gitlab/cppwarden.gitlab-ci.yml
# The two entries of script: a plain line, and a folded one.
awk '/^  script:/ { on = 1; next } /^  [a-z]/ { on = 0 } on {
       if (sub(/^    - /, "")) { if (line != "") print line; line = ($0 == ">-") ? "" : $0 }
       else { sub(/^ */, ""); line = line (line == "" ? "" : " ") $0 } }
     END { print line }' "$job" > "$work/script"
[ "$(wc -l < "$work/script")" -eq 2 ] || fail "the job has other commands than this test knows"

PATH=$work/bin:$PATH
export CPPWARDEN_BUILD_PATH=build CPPWARDEN_ARGUMENTS="" SOURCE_DATE_EPOCH=0
expect 1 sh -e "$work/script"
holds "$work/out" 'src/run.cpp:4:.*command-injection'
for file in $(sed -n 's/^ *\(sast\|codequality\|junit\): //p; s/^      - \(.*\.html\)$/\1/p' "$job"); do
  holds "$file" command-injection
  files="${files:-} $file"
done
[ "$files" = " cppwarden.html gl-sast-report.json gl-code-quality-report.json cppwarden-junit.xml" ] ||
  fail "artifacts:$files"
export CPPWARDEN_ARGUMENTS="--ignore command-injection"
expect 0 sh -e "$work/script"
echo "gitlab-job: ok"
