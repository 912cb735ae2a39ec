"""Define the targets. They are ratios within one run, so the speed of the machine does not matter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import median, quantiles

#: Samples by (browser, page, kind of visit) and then by measure.
Samples = Mapping[tuple[str, str, str], Mapping[str, list[float]]]


@dataclass(frozen=True, slots=True)
class Target:
    """A row of the table. `against` is a page or a number of `unit`; `most` is the largest allowed ratio of medians."""

    what: str
    measure: str
    kind: str
    against: str | float
    most: float
    unit: str = "s"
    browsers: tuple[str, ...] = ("chromium", "firefox")
    summary: str = "median"


_CHROMIUM = ("chromium",)
_FIREFOX = ("firefox",)

TARGETS = (
    Target("Python ready, cold", "ready", "cold", "stock", 0.35, browsers=_CHROMIUM),
    Target("Python ready, cold", "ready", "cold", "stock", 0.28, browsers=_FIREFOX),
    Target("Python ready, warm", "ready", "warm", "stock", 0.38, browsers=_CHROMIUM),
    Target("Python ready, warm", "ready", "warm", "stock", 0.28, browsers=_FIREFOX),
    Target("longest main-thread task during start, cold", "longest_task", "cold", "stock", 0.15, browsers=_CHROMIUM),
    Target("bytes until ready, cold", "size", "cold", "stock", 0.42, "MB"),
    Target("bytes of a visit that only reads, Save-Data", "size", "read", 0.2, 1.0, "MB", _CHROMIUM),
    Target("requests, cold", "requests", "cold", "stock", 0.7, ""),
    Target("first contentful paint, cold", "paint", "cold", "nunjucks", 1.1),
    Target("form usable, cold", "usable", "cold", "nunjucks", 1.1),
    Target("a key to three letters repainted", "key", "keys", 16.0, 1.0, "ms", _CHROMIUM, "95th percentile"),
    Target("Python ready, cold, slow phone", "ready", "slow", "stock", 0.36, browsers=_CHROMIUM),
    Target("memory of the tab once ready", "memory", "memory", "stock", 1.0, "MiB"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """A target and its measurements, ours and theirs: quartiles in the target's unit."""

    target: Target
    browser: str
    ours: tuple[float, float, float]
    theirs: tuple[float, float, float] | None
    samples: int

    @property
    def ratio(self) -> float:
        """Our median divided by theirs, or by the number that is the limit."""
        limit = self.theirs[1] if self.theirs else float(self.target.against)
        return self.ours[1] / limit

    @property
    def met(self) -> bool:
        return self.ratio <= self.target.most


def rows(samples: Samples) -> Iterable[Row]:
    """Yield a row for each target that has measurements."""
    for target in TARGETS:
        for browser in target.browsers:
            ours = samples.get((browser, "ours", target.kind), {}).get(target.measure)
            peer = target.against if isinstance(target.against, str) else None
            theirs = samples.get((browser, peer, target.kind), {}).get(target.measure) if peer else None
            if ours and any(ours) and (theirs or not peer):
                yield Row(
                    target, browser, _summed(ours, target), _summed(theirs, target) if theirs else None, len(ours)
                )


def spread(values: list[float]) -> tuple[float, float, float]:
    """Return the lower quartile, the median and the upper quartile."""
    if len(values) < 2:
        return (values[0],) * 3
    low, _, high = quantiles(values, n=4, method="inclusive")
    return low, median(values), high


def _summed(values: list[float], target: Target) -> tuple[float, float, float]:
    scaled = [value / {"s": 1000, "MB": 1e6}.get(target.unit, 1) for value in values]
    if target.summary == "median":
        return spread(scaled)
    low, high = quantiles(scaled, n=20, method="inclusive")[0], quantiles(scaled, n=20, method="inclusive")[-1]
    return low, high, max(scaled)
