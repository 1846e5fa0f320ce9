# Sourced by the smoke tests: starts embedded parts and writes how to reach them to $settings, as
# arguments of the Lambda Runtime API. Needs shared/local built and ../shared/tools/lambda-runtime.py.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
runtime=$root/../shared/tools/lambda-runtime.py
work=$(mktemp -d)
trap 'kill "${around:-}" 2>/dev/null || true; rm -rf "$work"' EXIT

app=$root/shared/local/target/quarkus-app
"$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -cp "$app/app/*:$app/lib/main/*:$app/lib/boot/*" dev.primegate.local.Surroundings \
    --sim-port 0 --falconx-port 0 --clear-street-port 0 --pager-port 0 >"$work/settings" 2>"$work/around.log" &
around=$!
for _ in $(seq 120); do
    grep -q '^$' "$work/settings" 2>/dev/null && break
    kill -0 "$around" || { cat "$work/around.log"; exit 1; }
    sleep 0.5
done
settings=()
while IFS= read -r line; do [ -z "$line" ] || settings+=(--env "$line"); done <"$work/settings"

# invoke ARG... -- COMMAND [ARG ...]: runs the function; what it said is in $work/said.json
invoke() {
    python3 "$runtime" "${settings[@]}" "$@" >"$work/said.json" 2>"$work/function.log" ||
        { tail -40 "$work/function.log"; cat "$work/said.json"; exit 1; }
}

# The settings of a function that does not start with a key that trades.
readers=()
for broker in COINBASE_PRIME FALCONX CLEAR_STREET; do
    name=$(echo "$broker" | tr A-Z_ a-z-)
    readers+=(--env "PRIMEGATE_BROKER_${broker}_SECRET=primegate/$name/read")
done
