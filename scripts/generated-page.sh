# Sourced by the scripts that write a page of docs/, with the script's arguments: without any it writes $page from what
# `generate` prints, with --check it compares the two.
name=$(basename "$0" .sh)
if [ "${1:-}" = --check ]; then
  if ! generate | cmp -s - "$page"; then
    echo "$name: $page is out of date: run scripts/$name.sh" >&2
    exit 1
  fi
  exit 0
fi
[ $# -eq 0 ] || { echo "usage: scripts/$name.sh [--check]" >&2; exit 2; }
generate > "$page.new"
mv "$page.new" "$page"
echo "wrote $page"
