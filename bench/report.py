"""Write the results: a table, all numbers as JSON, and a chart of the startup time by stage."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path
from statistics import median
from typing import Any

from bench.targets import Row, Samples, spread

_LABELS = {
    "ours": "this page",
    "stock": "stock PyScript",
    "pyodide": "plain Pyodide",
    "micropython": "MicroPython",
    "nunjucks": "plain JavaScript",
    "floor": "floor: no Python",
}
_STAGES = ("download", "compile", "start", "import", "first letter")


def table(rows: Iterable[Row]) -> str:
    """Return the table as Markdown."""
    lines = [
        "| what | browser | this page | against | ratio | target | met |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for row in rows:
        target = row.target
        theirs = (
            f"{_LABELS[str(target.against)]}: {_three(row.theirs, target.unit)}"
            if row.theirs
            else f"{target.against:g} {target.unit}"
        )
        ours = _three(row.ours, target.unit, target.summary)
        lines.append(
            f"| {target.what} | {row.browser} | {ours} | {theirs} | {row.ratio:.2f} | ≤ {target.most:g} | "
            f"{'yes' if row.met else '**no**'} |"
        )
    return "\n".join(lines)


def _three(values: tuple[float, float, float], unit: str, summary: str = "median") -> str:
    low, middle, high = values
    digits = {"s": 2, "MB": 2, "MiB": 0, "ms": 1, "": 0}[unit]
    if round(low, digits) == round(high, digits):
        return f"{middle:.{digits}f} {unit}".strip()
    note = f"({low:.{digits}f}–{high:.{digits}f})" if summary == "median" else f"({summary}; most {high:.{digits}f})"
    return f"{middle:.{digits}f} {unit} {note}".replace("  ", " ")


def as_json(samples: Samples, rows: Iterable[Row], about: Mapping[str, Any], growth: Mapping[str, Any]) -> str:
    """Return all measurements and the table as JSON."""
    data = {
        "about": about,
        "table": [
            {
                "what": row.target.what,
                "browser": row.browser,
                "unit": row.target.unit,
                "ours": row.ours,
                "against": row.target.against,
                "theirs": row.theirs,
                "ratio": round(row.ratio, 3),
                "target": row.target.most,
                "met": row.met,
                "samples": row.samples,
            }
            for row in rows
        ],
        "growth": growth,
        "samples": {" ".join(key): measures for key, measures in samples.items()},
    }
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"


def picture(samples: Samples, stages: Mapping[tuple[str, str, str], list[Mapping[str, float]]], browser: str) -> str:
    """Return bars by stage, as SVG with colors for light and dark pages. Each bar is as long as the median."""
    bars = []
    for kind, title in (("cold", "First visit"), ("warm", "Later visits")):
        for page in ("ours", "stock", "pyodide", "micropython", "floor"):
            ready = samples.get((browser, page, kind), {}).get("ready")
            if ready:
                bars.append((title, page, median(ready), _median_stages(stages[browser, page, kind])))
    longest = max((ready for _, _, ready, _ in bars), default=1.0)
    return _svg(bars, longest, browser)


def _median_stages(visits: list[Mapping[str, float]]) -> dict[str, float]:
    return {
        stage: median(values) for stage in _STAGES if (values := [visit[stage] for visit in visits if stage in visit])
    }


def _svg(bars: list[tuple[str, str, float, dict[str, float]]], longest: float, browser: str) -> str:
    left, width, row, top = 150, 560, 26, 70
    body, y, heading = [], top, ""
    for kind, page, ready, stages in bars:
        if kind != heading:
            heading = kind
            y += 8 if y > top else 0
            body.append(f'<text class="heading" x="0" y="{y + 14}">{kind}</text>')
            y += 22
        body.append(f'<text x="{left - 8}" y="{y + 14}" text-anchor="end">{_LABELS[page]}</text>')
        x = float(left)
        for stage in _STAGES:
            # The medians of the stages do not add up to the median of the whole, so the bar is scaled to that.
            length = stages.get(stage, 0) * ready / (sum(stages.values()) or 1) / longest * width
            if length:
                body.append(
                    f'<rect class="{stage.replace(" ", "-")}" x="{x:.1f}" y="{y}" width="{length:.1f}" height="18"/>'
                )
            x += length
        body.append(f'<text x="{x + 6:.1f}" y="{y + 14}">{ready / 1000:.2f} s</text>')
        y += row
    key = []
    for number, stage in enumerate(_STAGES):
        x = left + number * 110
        key.append(f'<rect class="{stage.replace(" ", "-")}" x="{x}" y="34" width="14" height="14"/>')
        key.append(f'<text x="{x + 20}" y="46">{stage}</text>')
    title = f"Seconds until Python is ready, in {escape(browser.capitalize())}: medians, by stage"
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {left + width + 70} {y + 6}" role="img">
<title>{title}</title>
<style>
  text {{ font: 13px system-ui, sans-serif; fill: #1f2328; }}
  .title, .heading {{ font-weight: 600; }}
  .download {{ fill: #7a8694; }} .compile {{ fill: #2f6db5; }} .start {{ fill: #1b998b; }}
  .import {{ fill: #c98b1a; }} .first-letter {{ fill: #a8447c; }}
  @media (prefers-color-scheme: dark) {{ text {{ fill: #e6edf3; }} }}
</style>
<text class="title" x="0" y="16">{title}</text>
{chr(10).join(key + body)}
</svg>
"""


def details(samples: Samples) -> str:
    """Return every median, one page per line, including those that are not in the table."""
    lines = []
    for (browser, page, kind), measures in samples.items():
        parts = []
        for name, values in measures.items():
            low, middle, high = spread(values)
            parts.append(f"{name} {middle:.0f} ({low:.0f}–{high:.0f})")
        lines.append(f"{browser:9} {kind:7} {_LABELS[page]:18} {', '.join(parts)}")
    return "\n".join(lines)


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
