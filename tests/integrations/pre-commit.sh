#!/bin/sh
# Commits with a git hook that does what pre-commit does: the entry of
# .pre-commit-hooks.yaml, followed by the staged files of its types.
#
#   pre-commit.sh PROGRAM SOURCES CMAKE BUILD
. "$(dirname "$0")/project.sh"
hooks=$source/.pre-commit-hooks.yaml
entry=$(sed -n 's/^  entry: //p' "$hooks")
holds "$hooks" '^  types_or: \[c, c++\]$'

export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 HOME="$work"
export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.org
PATH=$work/bin:$PATH
git init -q .
printf 'build/\n.cppwarden-cache/\n' > .gitignore
cat > .git/hooks/pre-commit <<END
#!/bin/sh
git diff --cached --name-only --diff-filter=ACMR -z -- '*.c' '*.h' '*.cpp' '*.hpp' | xargs -0 -r $entry
END
chmod +x .git/hooks/pre-commit

git add .gitignore src/main.cpp
expect 0 git commit -q -m "clean"
git add src/run.cpp
expect 123 sh .git/hooks/pre-commit # xargs' word for "the command failed"
expect 1 git commit -q -m "flawed"
holds "$work/err" 'src/run.cpp:4:.*command-injection'
[ "$(git log --oneline | wc -l)" -eq 1 ] || fail "the flawed file was committed"

sed -i 's/system(command)/puts(command)/; s/stdlib.h>/stdlib.h>\n#include <stdio.h>/' src/run.cpp
git add src/run.cpp
expect 0 git commit -q -m "mended"
echo 'text' > README
git add README
expect 0 git commit -q -m "nothing for the hook"
echo "pre-commit: ok"
