"""Makes the expected outputs of tests/programs anew, with the Python that runs this: CPython 3.11.

Each program NAME.py gets NAME.out with what it prints. Review the changes as a diff; never edit an output by hand.
Tracebacks are those without columns, which the bytecode does not have. A program that differs on purpose says
"# differs: id"; its output here is CPython's all the same, and the whole output of Krait is in NAME.krait beside it.
"""

import pathlib
import subprocess
import sys

if sys.version_info[:2] != (3, 11):
    sys.exit("run this with CPython 3.11")

folder = pathlib.Path(__file__).resolve().parent.parent / "tests" / "programs"
for program in sorted(folder.rglob("*.py")):
    if program.name.startswith("_") or any(part.startswith("_") for part in program.relative_to(folder).parts[:-1]):
        continue
    result = subprocess.run(
        [sys.executable, "-BS", "-W", "ignore", "-X", "no_debug_ranges", program.name],
        cwd=program.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=60,
        check=False,
    )
    output = result.stdout.decode("utf-8", "surrogateescape").replace(str(program.parent) + "/", "")
    if result.returncode:
        output += "exit code %d\n" % result.returncode
    expected = program.with_suffix(".out")
    text = output.encode("utf-8", "surrogateescape")
    if not expected.exists() or expected.read_bytes() != text:
        expected.write_bytes(text)
        print("written:", expected.relative_to(folder))
