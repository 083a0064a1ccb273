#!/usr/bin/env bash
# The step of action.yml: builds diaglot where it is not built, runs one command over the files, annotates their lines, and writes the summary of the job.
# The words come by the environment and not by the text of the step, so that nothing in them is a command of the shell.
set -euo pipefail

main="$GITHUB_ACTION_PATH/dist/src/cli/main.js"
[ -f "$main" ] || (cd "$GITHUB_ACTION_PATH" && npm ci --no-audit --no-fund >&2)

lines() { # one word for each line that holds something
  local line
  while IFS= read -r line || [ -n "$line" ]; do [ -z "$line" ] || words+=("$line"); done <<<"$1"
}
words=()
lines "$DIAGLOT_ARGS"
words+=(--reporter github)
summary=""
if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
  summary="$(mktemp)"
  words+=(--reporter "markdown=$summary")
fi
words+=(--)
lines "$DIAGLOT_PATHS"

status=0
node "$main" "$DIAGLOT_COMMAND" "${words[@]}" || status=$?
if [ -n "$summary" ]; then
  cat "$summary" >>"$GITHUB_STEP_SUMMARY"
  rm -f "$summary"
fi
exit "$status"
