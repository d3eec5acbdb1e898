#!/bin/bash
# The step of action.yml that validates: annotations on standard output, and further reports in files.
# Its inputs are the environment's JATSKIT_… variables; what they hold is never run.
set -uf
read -r -d '' -a paths <<<"${JATSKIT_PATHS:-.}"
read -r -d '' -a arguments <<<"${JATSKIT_ARGUMENTS:-}"
[ -n "${JATSKIT_TARGET:-}" ] && arguments+=(--target "$JATSKIT_TARGET")
# The other reports come first, so that they are there when the step fails.
[ -n "${JATSKIT_SARIF:-}" ] && jatskit validate "${arguments[@]}" --fail-on never --format sarif -o "$JATSKIT_SARIF" -- "${paths[@]}" 2>/dev/null
[ -n "${JATSKIT_HTML:-}" ] && jatskit validate "${arguments[@]}" --fail-on never --format html -o "$JATSKIT_HTML" -- "${paths[@]}" 2>/dev/null
[ -n "${JATSKIT_FAIL_ON:-}" ] && arguments+=(--fail-on "$JATSKIT_FAIL_ON")
exec jatskit validate "${arguments[@]}" --format github -- "${paths[@]}"
