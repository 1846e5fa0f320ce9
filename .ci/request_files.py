"""Sends the requests that stand in .http and .bru files, and holds each answer to what they expect.

Of both formats it knows what the examples use: variables, headers, a JSON body, a value kept from an
answer, and a status; of Bruno also members of the answer.
"""
import json
import re
import urllib.error
import urllib.request

BLOCK = re.compile(r"^([\w:-]+) \{\n(.*?)^\}", re.M | re.S)


class Wrong(Exception):
    """An answer that was not expected, or a request that cannot be read."""


def http_file(path, ports):
    """Sends what a .http file holds, in order; how many there were."""
    text = with_ports(path.read_text(), ports)
    values = dict(re.findall(r"^@(\w+) = (.*)$", text, re.M))
    parts = re.split(r"^### ?", text, flags=re.M)[1:]
    for part in parts:
        title, rest = part.split("\n", 1)
        notes = re.findall(r"^# (.*)$", rest, re.M)
        head, _, body = re.sub(r"^#.*\n", "", rest, flags=re.M).strip().partition("\n\n")
        line, *headers = head.split("\n")
        method, url = filled(line, values).split(" ", 1)
        status, answer = send(method, url, dict(header.split(": ", 1) for header in headers), filled(body, values))
        expected = [note.split()[1] for note in notes if note.startswith("expect ")]
        expect(path, title, "status", str(status), *expected, answer=answer)
        for name in (note.split()[1] for note in notes if note.startswith("@name ")):
            for member, value in answer.items():
                values[f"{name}.response.body.$.{member}"] = str(value)
    return len(parts)


def bruno_folder(folder, ports):
    """Sends what a Bruno collection holds, in the order of its names; how many there were."""
    values = {}
    for environment in folder.glob("environments/*.bru"):
        values.update(pairs(blocks(with_ports(environment.read_text(), ports)).get("vars", "")))
    files = sorted(folder.glob("*.bru"))
    for path in files:
        parts = blocks(path.read_text())
        method = next(name for name in parts if name in ("get", "post", "put", "delete"))
        headers = pairs(parts.get("headers", ""))
        body = filled(parts.get("body:json", ""), values)
        if body:
            headers["Content-Type"] = "application/json"
        status, answer = send(method.upper(), filled(pairs(parts[method])["url"], values), headers, body)
        for what, wanted in pairs(parts.get("assert", "")).items():
            found = str(status) if what == "res.status" else member(answer, what)
            expect(path, what, "value", found, wanted.removeprefix("eq "), answer=answer)
        for name, what in pairs(parts.get("vars:post-response", "")).items():
            values[name] = member(answer, what)
    return len(files)


def with_ports(text, ports):
    for usual, actual in ports.items():
        text = text.replace(f"localhost:{usual}", f"localhost:{actual}")
    return text


def blocks(text):
    return dict(BLOCK.findall(text))


def pairs(block):
    return dict(line.strip().split(": ", 1) for line in block.splitlines() if line.strip())


def filled(text, values):
    def value(match):
        if match.group(1) not in values:
            raise Wrong(f"nobody says what {match.group(0)} is")
        return values[match.group(1)]
    return re.sub(r"\{\{([^}]+)\}\}", value, text)


def member(answer, what):
    return str(answer.get(what.removeprefix("res.body."), "absent"))


def expect(path, title, kind, found, *wanted, answer):
    if len(wanted) != 1:
        raise Wrong(f"{path.name}: {title} does not say what it expects")
    if found != wanted[0]:
        raise Wrong(f"{path.name}: {title}: expected {kind} {wanted[0]}, found {found}: {json.dumps(answer)}")


def send(method, url, headers, body):
    request = urllib.request.Request(url, body.encode() or None, headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=120) as answer:
            return answer.status, read(answer.read())
    except urllib.error.HTTPError as refused:
        return refused.code, read(refused.read())


def read(raw):
    try:
        return json.loads(raw) if raw else {}
    except ValueError:
        return {"text": raw.decode(errors="replace")}
