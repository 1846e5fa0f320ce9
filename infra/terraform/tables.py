#!/usr/bin/env python3
"""Writes the README's tables of variables and outputs, from the .tf files.

usage: tables.py [--check]   (--check changes nothing, and ends with 1 if a table is not up to date)
"""
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
FOLDERS = [HERE, HERE / "modules/function"]


def blocks(file, kind):
    """Name and body of each top-level block; terraform fmt puts its closing brace first on a line."""
    return re.findall(rf'^{kind} "(\w+)" {{\n(.*?)^}}', file.read_text(), re.M | re.S)


def attribute(body, name):
    """The value of an attribute, over as many lines as its brackets are open; None without it."""
    start = re.search(rf"^  {name}\s*=\s*", body, re.M)
    if not start:
        return None
    value, depth = "", 0
    for char in body[start.end():]:
        depth += (char in "([{") - (char in ")]}")
        if char == "\n" and depth == 0:
            break
        value += char
    short = re.sub(r"\s+", " ", value).strip()
    return re.sub(r"(?<=[\w\])]) (?=\w+ =)", ", ", re.sub(r"\s*=\s*", " = ", short)).replace("{ ", "{").replace(" }", "}")


def variables(folder):
    rows = ["| variable | type | default | |", "|---|---|---|---|"]
    for name, body in sorted(blocks(folder / "variables.tf", "variable")):
        default = attribute(body, "default")
        shown = "needed" if default is None else f"`{default}`"
        rows.append(f"| `{name}` | `{attribute(body, 'type')}` | {shown} | {text(body)} |")
    return rows


def outputs(folder):
    rows = ["| output | |", "|---|---|"]
    rows += [f"| `{name}` | {text(body)} |" for name, body in sorted(blocks(folder / "outputs.tf", "output"))]
    return rows


def text(body):
    return attribute(body, "description").strip('"').replace("|", "\\|")


def written(folder):
    readme = (folder / "README.md").read_text()
    table = "\n".join(["<!-- tables: made by tables.py -->", "", *variables(folder), "", *outputs(folder), "", "<!-- /tables -->"])
    return re.sub(r"<!-- tables: .*?<!-- /tables -->", lambda _: table, readme, flags=re.S)


def main(check):
    old = []
    for folder in FOLDERS:
        now = written(folder)
        if now != (folder / "README.md").read_text():
            old.append(folder)
            if not check:
                (folder / "README.md").write_text(now)
    if check and old:
        print("not up to date, run infra/terraform/tables.py: " + ", ".join(f"{f.name}/README.md" for f in old))
    return 1 if check and old else 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv))
