"""How often each rule set cries wolf, and how often it sees a shift. Prints Spanish; ``--en``.

``python false_alarms.py --series 2000 --seed 20260504``. The series are drawn from the normal
law; each set judges the same ones. The output is the same, to the byte, for the same numbers.
"""

from __future__ import annotations

import argparse
from fractions import Fraction
from itertools import product
from random import Random

import attrs

from imss_integrity.kernel import Language, Table, Text, shown_number
from imss_integrity.statistics import RuleSet, find_signals, run_chart, xmr_chart

LENGTHS = (12, 24, 36)
BASELINE = 24
SHIFTS = (0, 1, 2)  # in sigma, from the middle of the series on
OWN = Text("Límites y mediana de la propia serie", "Limits and median from the series itself")
FROZEN = Text(
    "Límites y mediana congelados en {n} puntos anteriores, que no se juzgan",
    "Limits and median frozen at {n} points before, which are not judged",
).format(n=BASELINE)
HEADER = (
    Text("reglas", "rules"),
    Text("puntos", "points"),
    Text("estable", "stable"),
    *(Text(f"+{shift} sigma") for shift in SHIFTS[1:]),
)
TITLE = Text(
    "Porcentaje de {n} series con al menos una señal (semilla {seed})",
    "Percentage of {n} series with at least one signal (seed {seed})",
)
NOTE = Text(
    "Desde la mitad, la serie se queda igual (estable: toda señal es falsa) o sube 1 o 2 sigmas.",
    "From its middle on a series stays (stable: every signal is false) or rises by 1 or 2 sigma.",
)


def fires(rules: RuleSet, learned: list[float], judged: list[float]) -> bool:
    """Say whether a rule fires on *judged* against what *learned* taught."""
    if rules.on_median:
        chart = run_chart(judged, median=run_chart(learned).median)
        return bool(find_signals(chart, rules=rules).signals)
    limits = attrs.evolve(xmr_chart(learned), values=tuple(judged))
    return bool(find_signals(limits, rules=rules).signals)


def counts(series: int, seed: int, *, frozen: bool) -> dict[tuple[RuleSet, int, int], int]:
    """Count the series with a signal, for each set, length and shift."""
    random = Random(seed)  # noqa: S311 - a simulation, no secret
    found = dict.fromkeys(product(RuleSet, LENGTHS, SHIFTS), 0)
    for _ in range(series):
        noise = [random.gauss(0, 1) for _ in range(BASELINE + max(LENGTHS))]
        before, rest = noise[:BASELINE], noise[BASELINE:]
        for length, shift in product(LENGTHS, SHIFTS):
            judged = [x + shift * (2 * i >= length) for i, x in enumerate(rest[:length])]
            for rules in RuleSet:
                found[rules, length, shift] += fires(rules, before if frozen else judged, judged)
    return found


def table(series: int, seed: int, language: Language, *, frozen: bool) -> Table:
    """Give the table of percentages."""
    found = counts(series, seed, frozen=frozen)

    def percent(rules: RuleSet, length: int, shift: int) -> str:
        share = Fraction(100 * found[rules, length, shift], series)
        return f"{shown_number(share, 1)} %"

    return Table(
        title=(FROZEN if frozen else OWN).to(language),
        header=tuple(cell.to(language) for cell in HEADER),
        rows=tuple(
            (rules.value, str(length), *(percent(rules, length, shift) for shift in SHIFTS))
            for rules, length in product(RuleSet, LENGTHS)
        ),
    )


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--series", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=20260504)
    parser.add_argument("--en", action="store_true")
    given = parser.parse_args()
    language = Language.EN if given.en else Language.ES
    print(TITLE.format(n=given.series, seed=given.seed).to(language))
    print(NOTE.to(language))
    for frozen in (False, True):
        print(f"\n{table(given.series, given.seed, language, frozen=frozen).as_text()}")


if __name__ == "__main__":
    main()
