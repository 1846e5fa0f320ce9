#!/usr/bin/env python3
"""Looks into each function's package and writes down beside it what it is and for which processor.

usage: packages.py [FOLDER...]   (default: every functions/*/target/function.zip)

Terraform reads target/function.zip.json before it deploys, and refuses a package that does not fit
the runtime and architecture it was told, or that was built since. Ends with 1 if there is none.
"""
import hashlib
import json
import pathlib
import struct
import sys
import zipfile

# e_machine of an ELF header.
PROCESSORS = {62: "x86_64", 183: "arm64"}


def describe(package):
    with zipfile.ZipFile(package) as content:
        native = "bootstrap" in content.namelist()
        architecture = processor(content.open("bootstrap").read(20)) if native else "any"
    digest = hashlib.sha256(package.read_bytes()).hexdigest()
    return {"sha256": digest, "native": native, "architecture": architecture}


def processor(header):
    if header[:4] != b"\x7fELF":
        return "unknown"
    order = "<" if header[5] == 1 else ">"
    return PROCESSORS.get(struct.unpack(order + "H", header[18:20])[0], "unknown")


def main(folders):
    root = pathlib.Path(__file__).resolve().parents[2] / "functions"
    found = [pathlib.Path(f) / "target/function.zip" for f in folders] or sorted(root.glob("*/target/function.zip"))
    for package in found:
        known = describe(package)
        pathlib.Path(f"{package}.json").write_text(json.dumps(known) + "\n")
        print(f"{package.parent.parent.name}: {'native' if known['native'] else 'for a JVM'}, {known['architecture']}")
    return 0 if found else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
