"""Asserts on a night's report.json: its shape, its balance, and the golden cases by name."""

import json
import pathlib
import re
import sys

report_dir, golden_file = map(pathlib.Path, sys.argv[1:3])
report = json.loads((report_dir / "report.json").read_text(encoding="utf-8"))
faults = []


def check(condition, sentence):
    if not condition:
        faults.append(sentence)


for name in ("report.html", "report.xlsx", "report.eml"):
    check((report_dir / name).stat().st_size > 1000, f"{name} is missing or empty")

balance = report["reconciliation"]
check(balance["balanced"], "the run does not balance")
check(balance["archive"] == balance["index"] > 50, "archive and index differ")
for source in balance["sources"]:
    parts = sum(source[key] for key in ("stored", "merged", "rejected", "suppressed"))
    check(source["read"] == parts, f"source {source['source']}: {source['read']} read, {parts} accounted for")
check(sum(source["rejected"] for source in balance["sources"]) > 0, "the sample's broken items left no trace")

recommended = {}
for opening in report["openings"]:
    for one in opening["recommendations"]:
        recommended[one["name"], opening["id"]] = one
        check(0 <= one["score"] <= 100, "a score lies outside 0-100")
        check(one["evidence"], f"a recommendation of {opening['id']} has no evidence")

# golden.yaml is simple enough to be read line by line: "- case", "name:", "opening:", "band:".
cases, case = [], {}
for line in golden_file.read_text(encoding="utf-8").splitlines():
    match = re.match(r"\s*(?:-\s*)?(name|opening|band):\s*(\S+)\s*$", line)
    if match:
        case.setdefault(match[1], match[2])
        if len(case) == 3:
            cases.append(case)
            case = {}
check(len(cases) >= 4, f"{len(cases)} golden cases found in {golden_file}")
for case in cases[:4]:
    one = recommended.get((case["name"], case["opening"]))
    check(one is not None, f"nobody of a golden case is recommended for {case['opening']}")
    if one is not None:
        check(one["band"] == "CONTACT", f"{case['opening']}: band {one['band']}, score {one['score']}")
        check(one["changedSince"], f"{case['opening']}: nothing changed since")
        print(f"golden case {case['opening']}: {one['score']} {one['band']} {one['components']}")

print(
    f"{len(report['openings'])} openings, {len(recommended)} recommendations, "
    f"{sum(len(opening['nearMisses']) for opening in report['openings'])} near misses, "
    f"{len(report['followUps'])} follow-ups, {balance['archive']} people"
)
if faults:
    sys.exit("\n".join(["report.json is not as it should be:", *faults]))
