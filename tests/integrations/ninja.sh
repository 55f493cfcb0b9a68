#!/bin/sh
# The Ninja way with the launcher for several hosts; ssh is a stand-in that runs
# the words as a remote shell does.
#
#   ninja.sh PROGRAM SOURCES CMAKE BUILD
. "$(dirname "$0")/project.sh"
cat > "$work/bin/fake-ssh" <<END
#!/bin/sh
echo "\$1" >> "$work/hosts"
shift
cd / && exec sh -c "\$*"
END
chmod +x "$work/bin/fake-ssh"
export CPPWARDEN_SSH="$work/bin/fake-ssh"
# A word that two shells would change, and a folder with a space.
mkdir 'src/two words'
sed -i '$d' build/compile_commands.json
for number in 1 2 3 4 5 6 7 8; do
  printf 'static_assert(sizeof(TEXT) == 10);\n' > "src/two words/it's$number.cpp"
  echo ",{\"directory\": \"$work/project\", \"arguments\": [\"c++\", \"-DTEXT=\\\"\$HOME 'x'\\\"\", \"-c\", \"src/two words/it's$number.cpp\"], \"file\": \"src/two words/it's$number.cpp\"}" \
    >> build/compile_commands.json
done
echo ']' >> build/compile_commands.json
launcher="sh '$source/integrations/ninja/ssh-launcher.sh' one two three --"
expect 0 "$program" ninja -p build -o build/lint.ninja --launcher "$launcher" --output text:linked.txt
holds "$work/err" '10 units; run it with'
expect 1 ninja -C build -f lint.ninja
holds linked.txt 'src/run.cpp:4:.*command-injection'
holds linked.txt 'all 10 units were analysed in full'
expect 1 "$program" check -p build --no-cache -q --output text:checked.txt
cmp linked.txt checked.txt || fail "check reports otherwise"
[ "$(wc -l < "$work/hosts")" -eq 10 ] || fail "not every unit went through the launcher"
[ "$(sort -u "$work/hosts" | wc -l)" -gt 1 ] || fail "one host does it all"

# The command's own exit status, and that of a call that makes no sense.
expect 7 sh "$source/integrations/ninja/ssh-launcher.sh" one -- sh -c 'exit 7'
expect 2 sh "$source/integrations/ninja/ssh-launcher.sh" -- true
echo "ninja: ok"
