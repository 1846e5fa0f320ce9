#!/usr/bin/env python3
"""Holds every name of the environment that Terraform sets against what the code reads.

usage: settings.py   (reads tests/settings.json, which `terraform test` holds against the plan)

What the code reads are its @ConfigMapping interfaces and @ConfigProperty names, by their sources. One
that lies in a function's folder counts for that function alone.
"""
import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PACKAGE = {"broker-feeds": "webhook-ingest"}

# Quarkus's own: signals are Lambda's.
FOREIGN = {"DISABLE_SIGNAL_HANDLERS"}

METHOD = re.compile(r"((?:@\w+(?:\([^)]*\))?\s+)*)([\w.<>, ]+?)\s+(\w+)\(\);")
INTERFACE = re.compile(r"\binterface (\w+) \{")


def without_comments(text):
    return re.sub(r"/\*.*?\*/|//[^\n]*", "", text, flags=re.S)


def body(text, start):
    """What stands between the brace before start and its partner."""
    depth, end = 1, start
    while depth:
        depth += {"{": 1, "}": -1}.get(text[end], 0)
        end += 1
    return text[start:end - 1]


def interfaces(text):
    return {m.group(1): body(text, m.end()) for m in INTERFACE.finditer(text)}


def own_methods(text):
    """The methods of an interface, less those of the types inside it."""
    inner = re.search(r"\b(interface|enum|record|class) \w+", text)
    while inner:
        brace = text.index("{", inner.start())
        text = text[:inner.start()] + text[brace + len(body(text, brace + 1)) + 2:]
        inner = re.search(r"\b(interface|enum|record|class) \w+", text)
    return METHOD.findall(text)


def upper(name):
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).upper().replace("-", "_").replace(".", "_")


def patterns(prefix, name, known):
    """Regular expressions of the names an interface reads."""
    for annotations, kind, method in own_methods(known[name]):
        here = prefix if "@WithParentName" in annotations else f"{prefix}_{upper(method)}"
        if "List<" in kind or "Set<" in kind:
            # A list by its index, or all of it in one value.
            yield here
            here += "_[0-9]+_"
        elif "Map<" in kind:
            here += "_[A-Z0-9_]+"
        inner = re.findall(r"\w+", kind)[-1]
        if inner in known:
            yield from patterns(here, inner, known)
        else:
            yield here


def read_by_code():
    """Pairs of a function's folder, or None for shared code, and a pattern."""
    for file in sorted([*ROOT.glob("functions/*/src/main/java/**/*.java"), *ROOT.glob("shared/**/src/main/java/**/*.java")]):
        text = without_comments(file.read_text())
        parts = file.relative_to(ROOT).parts
        function = parts[1] if parts[0] == "functions" else None
        for found in re.finditer(r'@ConfigMapping\(prefix = "([^"]+)"\)\s*(?:\w+ )*?interface (\w+)', text):
            for pattern in patterns(upper(found.group(1)), found.group(2), interfaces(text)):
                yield function, pattern
        for found in re.finditer(r'@ConfigProperty\(\s*name = "([^"]+)"', text):
            yield function, upper(found.group(1))


def main():
    known = list(read_by_code())
    wrong = [
        f"{function}: nothing reads {name}"
        for function, names in json.loads((HERE / "tests/settings.json").read_text()).items()
        for name in names
        if name not in FOREIGN
        and not any(owner in (None, PACKAGE.get(function, function)) and re.fullmatch(pattern, name) for owner, pattern in known)
    ]
    print(*wrong, sep="\n", end="\n" if wrong else "")
    print(f"{len(known)} names are read, {len(wrong)} are set for nobody")
    return 1 if wrong or not known else 0


if __name__ == "__main__":
    sys.exit(main())
