"""Runs programs in turn, A B C A B C, and prints a table of what each run took, and how it compares with the first.

measure.py RUNS TITLE NAME COMMAND... [-- NAME COMMAND...]...

CPU time is user and system time of the process and its children. One round before the counted ones warms the caches.
Peak is the memory of the largest process; it is never below this script's own, about 10 MiB.
"""
import os
import statistics
import subprocess
import sys
import tempfile
import time


class Run:
    def __init__(self, command):
        with tempfile.TemporaryFile() as said:
            start = time.perf_counter()
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=said, stderr=said)
            _, status, usage = os.wait4(process.pid, 0)
            self.wall = time.perf_counter() - start
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode != 0:
                said.seek(0)
                sys.exit(f"measure: {' '.join(command)}\n{said.read().decode()}ended with {process.returncode}")
        self.cpu = usage.ru_utime + usage.ru_stime
        self.peak = usage.ru_maxrss / 1024


def programs(arguments):
    """[NAME, COMMAND, ..., "--", NAME, ...] -> (name, command) pairs."""
    while arguments:
        end = arguments.index("--") if "--" in arguments else len(arguments)
        yield arguments[0], arguments[1:end]
        arguments = arguments[end + 1:]


def milliseconds(seconds):
    return f"{1000 * seconds:.1f}" if seconds < 0.1 else f"{1000 * seconds:.0f}"


def main():
    count, title = int(sys.argv[1]), sys.argv[2]
    listed = list(programs(sys.argv[3:]))
    runs = {name: [] for name, _ in listed}
    for turn in range(count + 1):
        for name, command in listed:
            run = Run(command)
            if turn > 0:
                runs[name].append(run)

    medians = {name: statistics.median(run.cpu for run in taken) for name, taken in runs.items()}
    first = listed[0][0]
    print(f"\n{title}; {count} runs in turn")
    print(f"  {'':<34}{'CPU ms':>9}{'min':>9}{'max':>9}{'wall ms':>9}{'peak MiB':>10}{'x first':>9}")
    for name, taken in runs.items():
        cpu = [run.cpu for run in taken]
        figures = [medians[name], min(cpu), max(cpu), statistics.median(run.wall for run in taken)]
        print(f"  {name:<34}" + "".join(f"{milliseconds(figure):>9}" for figure in figures)
              + f"{max(run.peak for run in taken):>10.0f}{medians[name] / medians[first]:>9.2f}")
    for name, _ in listed[1:]:
        if name.lower().startswith(first.lower()):
            continue  # another part of the same program
        ratio = medians[name] / medians[first]
        slower, faster, times = (name, first, ratio) if ratio > 1 else (first, name, 1 / ratio)
        print(f"  {slower} takes {times:.2f} times the CPU time of {faster}.")


main()
