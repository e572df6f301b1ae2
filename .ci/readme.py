#!/usr/bin/env python3
"""Runs the READMEs: every `sh` block as shell, every `console` block as commands with the output they must have.

Rust blocks are doc tests of the crate (src/lib.rs includes the README). In a `console` block a line that starts with
`$ ` is a command and the lines up to the next one are its whole output.
"""
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BIN = os.path.join(ROOT, os.environ.get("CARGO_TARGET_DIR", "target"), "debug")


def run(command, where):
    environment = {**os.environ, "PATH": BIN + os.pathsep + os.environ["PATH"]}
    return subprocess.run(["bash", "-euo", "pipefail", "-c", command], cwd=where, env=environment, capture_output=True, text=True)


def main():
    subprocess.run(["cargo", "build", "--quiet", "--locked", "-p", "qazaq-cli"], cwd=ROOT, check=True)
    blocks = []
    for readme in ["README.md", "bindings/cli/README.md"]:
        text = open(os.path.join(ROOT, readme), encoding="utf8").read()
        blocks += re.findall(r"^```(sh|console)\n(.*?)^```", text, re.S | re.M)
    ran = failed = 0
    # What commands write stays out of the project.
    scratch = tempfile.TemporaryDirectory()
    os.symlink(os.path.join(ROOT, "data"), os.path.join(scratch.name, "data"))
    for kind, body in blocks:
        if kind == "sh":
            pairs = [(line, None) for line in body.splitlines() if line and not line.startswith(("#", "cargo test", "cargo bench", "cargo install", "git clone", "cd "))]
        else:
            pairs = [(m.group(1), m.group(2)) for m in re.finditer(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", body, re.M)]
        for command, wanted in pairs:
            ran += 1
            done = run(command, ROOT if kind == "sh" else scratch.name)
            if done.returncode not in (0, 1) or (wanted is None and done.returncode) or (wanted is not None and done.stdout != wanted):
                failed += 1
                print(f"README: $ {command}\nexit {done.returncode}\n{done.stderr}--- wanted\n{wanted}--- found\n{done.stdout}")
    print(f"README: {ran} commands, {failed} failed")
    sys.exit(1 if failed or not ran else 0)


main()
