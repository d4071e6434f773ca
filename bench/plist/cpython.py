"""CPython's plistlib as a contestant: the same lines in and out as contestant.mjs."""
import json
import plistlib
import resource
import sys
import time

held = (None, None)


def prepare(work, file):
    with open(file, "rb") as source:
        data = source.read()
    return data if work.endswith("-read") else plistlib.loads(data)


def run(work, value):
    if work.endswith("-read"):
        return plistlib.loads(value)
    form = plistlib.FMT_XML if work == "xml-write" else plistlib.FMT_BINARY
    return plistlib.dumps(value, fmt=form, sort_keys=False)


def measure(work, file, times):
    global held
    if held[0] != (work, file):
        held = (None, None)
        held = ((work, file), prepare(work, file))
    start = time.perf_counter()
    for _ in range(times):
        run(work, held[1])
    return (time.perf_counter() - start) / times


for line in sys.stdin:
    asked = json.loads(line)
    if asked.get("memory"):
        answer = {"kilobytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}
    else:
        try:
            answer = {"seconds": measure(asked["work"], asked["file"], asked["times"])}
        except Exception as error:
            answer = {"error": str(error)}
    print(json.dumps(answer), flush=True)
