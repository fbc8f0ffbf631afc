"""Feed inputs that must not get in (and some that must) to the library: ``python run.py FILE``.

A file holds ``inputs``: entries ``{id, target, kind, payload, expected}``. `TARGETS` maps each
target, in one place, to the entry points it means here, or to the reason why there is none
yet. An entry point takes the payload and gives back what got in. Entries whose ``expected``
begins with *clear error* must be refused by every entry point, in the library's own error, of
bounded length, without the payload's text in any of its channels; *accepted* must get in.
"""

from __future__ import annotations

import json
import math
import sys
import traceback
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

import attrs
import cycle_entries as cycles
import document_entries as documents

from imss_integrity.catalog import OOADS, get_ooad
from imss_integrity.competitiveness import Subcriterion
from imss_integrity.conflicts import (
    Condition,
    Operator,
    Option,
    Question,
    Questionnaire,
    QuestionType,
    Response,
    Section,
    Submission,
    YesNo,
    parse_value,
)
from imss_integrity.kernel import (
    PUBLISHED_UMA,
    Aggregation,
    Commitment,
    ImssIntegrityError,
    Part,
    Period,
    Score,
    Status,
    Text,
    parse_day,
    parse_exact,
)
from imss_integrity.organization import Unit, UnitKind, units
from imss_integrity.privacy import PseudonymKey, suppress

Payload = Any
Entry = Callable[[Payload], object]

MAX_FAULTS = 51  # fifty, and one that counts the rest
MAX_SENTENCE = 400
SHORT = 8  # characters up to which a message may show a text
FIRST_TRIGGERS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")


class NotYetError(Exception):
    """The entry speaks of something that the library does not do yet; the text says what."""


class Points(NamedTuple):
    """Entry points of a target: who must refuse, and who must accept."""

    refuse: tuple[Entry, ...]
    accept: tuple[Entry, ...]

    @classmethod
    def of(cls, *entries: Entry, strict: tuple[Entry, ...] = ()) -> Points:
        """Make entry points; those of *strict* refuse more, so they take no part in accepting."""
        return cls((*strict, *entries), entries)


# --- entry points ------------------------------------------------------------------------

CLINIC = Unit(code="UMF-900", name="UMF 900", kind=UnitKind.UMF, parent=get_ooad("14"))
PROMISE = Commitment(code="A1", what=Text("medir"), owner="calidad", due=date(2026, 3, 31))
LAST = date(2200, 12, 31)


def _identifier(payload: Payload) -> object:
    return attrs.evolve(CLINIC, code=payload).code


def _name(payload: Payload) -> object:
    return attrs.evolve(CLINIC, name=payload).name


def _kind(payload: Payload) -> object:
    # JSON has no enumerations: the exact code of a kind stands for it.
    by_code: Mapping[object, UnitKind] = {kind.value: kind for kind in UnitKind}
    named = by_code[payload] if type(payload) is str and payload in by_code else payload
    return attrs.evolve(CLINIC, kind=named).kind


def _whole(payload: Payload) -> object:
    return Subcriterion(code="1.1", name=Text("Enfoque"), points=payload).points


def _texts(payload: Payload) -> object:
    given = tuple(payload) if type(payload) is list else payload  # JSON has no tuples
    return attrs.evolve(PROMISE, evidence=given).evidence


def _label(payload: Payload) -> object:
    return Subcriterion(code="1.1", name=Text(payload), points=1).name.es


def _official_name(payload: Payload) -> object:
    return attrs.evolve(get_ooad("14"), name=payload).name


def _name_in_row(payload: Payload) -> object:
    return _read([{"name": payload}])[0].name


def _assigned(payload: Payload) -> object:
    if type(payload) is not list:
        return units(payload, parents=OOADS)
    codes: Mapping[object, str] = {ooad.name: ooad.code for ooad in OOADS}
    read = _read(
        [
            {"unit": pair[0], "parent": codes.get(pair[1], pair[1])}
            if type(pair) is list and len(pair) == len(("unit", "ooad"))
            else pair
            for pair in payload
        ]
    )
    return [[unit.code, unit.parent.name] for unit in read]


def _portfolio(payload: Payload) -> object:
    if type(payload) is not list:
        return units(payload, parents=OOADS)
    return [unit.code for unit in _read([{"unit": code} for code in payload])]


def _read(rows: list[Payload]) -> tuple[Unit, ...]:
    """Read rows that leave out what an entry does not speak of."""
    sound = {"unit": "UMF-900", "name": "UMF 900", "kind": "umf", "parent": "14"}
    full = [{**sound, **row} if isinstance(row, dict) else row for row in rows]
    return units(full, parents=OOADS)


def _day(payload: Payload) -> object:
    return parse_day(payload)


def _day_of_period(payload: Payload) -> object:
    return Period.parse(payload, LAST).start


def _day_field(payload: Payload) -> object:
    day = parse_day(payload) if isinstance(payload, str) else payload
    return Period(start=day, end=LAST).start


def _period(payload: Payload) -> object:
    if isinstance(payload, dict) and payload.keys() == {"start", "end"}:
        read = Period.parse(**payload)
        return attrs.asdict(read)
    if isinstance(payload, list) and len(payload) == len(("start", "end")):
        read = Period.parse(*payload)
        return [read.start, read.end]
    return attrs.evolve(PUBLISHED_UMA[0], period=payload)  # a field that holds a period


def _money(payload: Payload) -> object:
    return attrs.evolve(PUBLISHED_UMA[0], daily=payload).daily


def _exact(payload: Payload) -> object:
    if type(payload) is int:  # exact whatever its size; money has a range of its own
        return _money(payload)
    return payload if parse_exact(payload) == Fraction(payload) else None


def _key(payload: Payload) -> object:
    """Make a key of pseudonyms with the payload as its secret."""
    return PseudonymKey(key_id="llave", secret=payload)


def _points(payload: Payload) -> object:
    return _scored(payload, "puntos").value


def _points_of_number(payload: Payload) -> object:
    if type(payload) not in {int, float} or not math.isfinite(payload):
        return _points(payload)
    number = Fraction(str(payload))
    return payload if _scored(number, "puntos").value == number else None


def _scored(value: Payload, name: str) -> Score:
    part = Part(code="1", name=Text(name), value=value, out_of=Fraction(100))
    return Score(
        subject="UMF-900",
        definition="marco 1",
        value=value,
        out_of=Fraction(100),
        parts=(part,),
        method=Aggregation.ARITHMETIC,
        lowest=Fraction(0),
        highest=Fraction(100),
        status=Status.OWN,
    )


def _ask(code: Payload, kind: QuestionType = QuestionType.YES_NO, **more: Payload) -> Question:
    return Question(code=code, text=Text("¿?"), type=kind, **more)


def _asked(*questions: Question) -> Questionnaire:
    section = Section(code="A", title=Text("A"), questions=questions)
    return Questionnaire(code="propio", version="1", title=Text("Propio"), sections=(section,))


def _submitted(questionnaire: Questionnaire, answers: Payload) -> Response:
    entered = Response.from_answers(questionnaire, answers)
    day = date(2026, 5, 4)
    return Submission.of(entered, on=day, purpose="prueba", notice_version="1").response


def _truth(payload: Payload) -> object:
    return parse_value(QuestionType.BOOLEAN, payload)


def _submitted_truth(payload: Payload) -> object:
    """Hand in the payload as the answer to a question that must be answered."""
    asked = _asked(_ask("q1", QuestionType.BOOLEAN, required=True))
    return _submitted(asked, {"q1": payload}).answer("q1").values[0]


def _answers(payload: Payload) -> object:
    asked = _asked(*(_ask(code, QuestionType.INTEGER) for code in ("q1", "q2")))
    return _given(Response.from_answers(asked, payload))


def _submission(payload: Payload) -> object:
    return _given(_submitted(_asked(_ask("q1", required=True), _ask("q2")), payload))


def _given(response: Response) -> object:
    return {one.question: one.values[0] for one in response.answers() if one.values}


def _questionnaire(payload: Payload) -> object:
    """Make a questionnaire of ids, of ids with the one they depend on, or of a condition."""
    if isinstance(payload, str):  # a condition is written in a cell of a sheet
        row = {"section": "A", "question": "x", "type": "si_no", "text_es": "¿?"}
        rows = [row, {**row, "question": "y", "when": payload}]
        return Questionnaire.from_records(rows, code="c", version="1", title=Text("c"))
    bare = isinstance(payload, dict) and payload.keys() == {"questions"}
    shape = payload["questions"] if bare else payload
    if isinstance(shape, list):
        return [one.code for one in _asked(*map(_ask, shape)).questions]
    if isinstance(shape, dict):
        questions = [_ask(code, when=_conditions(below)) for code, below in shape.items()]
        return {
            one.code: {"if": one.when[0].question} if one.when else {}
            for one in _asked(*questions).questions
        }
    return attrs.evolve(_asked(_ask("q1")), sections=shape)


def _conditions(below: Payload) -> Payload:
    if not isinstance(below, dict) or not below.keys() <= {"if"}:
        return below  # no condition at all: for the constructor to refuse
    return tuple(Condition(code, Operator.EQUAL, YesNo.YES) for code in below.values())


def _options(payload: Payload) -> object:
    options = payload
    if type(payload) is list:
        options = tuple(Option(code=code, name=Text("x")) for code in payload)
    asked = _asked(_ask("q1", QuestionType.CHOICE, options=options))
    return [option.code for option in asked.question("q1").options]


def _aggregate(payload: Payload) -> object:
    """Publish counts by unit and answer, with the totals of the units."""
    if not isinstance(payload, dict) or not all(isinstance(row, dict) for row in payload.values()):
        return suppress(payload).cells
    answers = list(dict.fromkeys(answer for row in payload.values() for answer in row))
    made = suppress(
        [[row.get(answer) for answer in answers] for row in payload.values()],
        row_names=list(payload),
        column_names=answers,
        totals="renglones",
    )
    rows = zip(made.row_names, made.cells, strict=True)
    return {unit: dict(zip(answers, counts, strict=True)) for unit, counts in rows}


_LAWS = "stated by named tests of the project"

TARGETS: Mapping[str, Points | str] = {
    "Aggregate": Points.of(_aggregate),
    "Answer.value": Points.of(_truth, _submitted_truth),
    "Answers": Points.of(_answers),
    "Any": Points((documents.document,), (documents.text,)),
    "Condition": Points.of(documents.condition),
    "Cycle": Points.of(_period, cycles.planned_period),
    "Cycle.actions": Points.of(_texts, strict=(cycles.actions,)),
    "Cycle.events": Points.of(cycles.events, cycles.events_in_order),
    "Cycle.phases": Points.of(cycles.phases),
    "Cycle.start": Points.of(_day, _day_of_period, _day_field),
    "Document": Points.of(documents.document),
    "Document.version": Points.of(documents.version),
    "Indicator.target": Points.of(cycles.target),
    "Initiative": Points.of(documents.initiative),
    "OOAD.name": Points.of(_name_in_row, strict=(_official_name,)),
    "OOAD.units": Points.of(_assigned),
    "Period": Points.of(_period),
    "Person": Points.of(documents.person),
    "Phase": Points.of(cycles.phase),
    "Portfolio.units": Points.of(_portfolio),
    "Question.label": Points.of(_label),
    "Question.options": Points.of(_options),
    "Questionnaire": Points.of(_questionnaire),
    "Result.score": Points.of(_points_of_number, strict=(_points,)),
    "Submission": Points.of(_submission),
    "Submission.answers": Points.of(_submission, _answers),
    "Unit": Points.of(documents.unit),
    "Unit.cycles": Points.of(cycles.cycles_of_unit),
    "Unit.headcount": Points.of(_whole),
    "Unit.id": Points.of(_identifier),
    "Unit.kind": Points.of(_kind),
    "Unit.name": Points.of(_name),
    "Unit.tags": Points.of(_texts),
    "Weight.value": Points.of(_exact, strict=(_money,)),
    "pseudonymise": Points.of(_key),
    "score": _LAWS,
    "validators": _LAWS,
}


# --- verdicts ----------------------------------------------------------------------------


def verdict_of(given: Mapping[str, Any]) -> str | None:
    """Say what is wrong with the library's answer to an entry; ``None``: nothing is.

    Raises:
        NotYetError: If the entry is not for the entry points of this runner.
    """
    expected, target = given["expected"], given["target"]
    if target not in TARGETS:
        return f"target: expected one of the table, got {target}"
    points = TARGETS[target]
    if isinstance(points, str):
        raise NotYetError(points)
    if expected.startswith("clear error"):
        entries, judge = points.refuse, _refusal_problem
    elif expected.startswith("accepted"):
        entries, judge = points.accept, _acceptance_problem
    else:
        raise NotYetError(_LAWS)
    for entry in entries:
        # Each entry point gets a payload of its own: an iterator is used up by the first.
        problem = judge(_reading(entry, given), _payload_of(given), expected)
        if problem is not None:
            return f"{entry.__name__.lstrip('_')}: expected {expected}, got {problem}"
    return None


def _reading(entry: Entry, given: Mapping[str, Any]) -> Entry:
    """Give the entry point for a document: what stands in it is read strictly before."""
    if given["kind"] != "json_text" or entry is documents.document:
        return entry
    return lambda text: entry(documents.value_in(text))


def _payload_of(given: Mapping[str, Any]) -> Payload:
    payload = given["payload"]
    if given["kind"] == "python":
        return eval(payload)  # noqa: S307 - the files are the project's own
    return payload


def _refusal_problem(entry: Entry, payload: Payload, _: str) -> str | None:
    try:
        entry(payload)
    except ImssIntegrityError as error:
        # The names of the lines of a table are published with it; nothing else of it is.
        return _error_problem(error, _secrets_of(payload, keys=entry is not _aggregate))
    except NotYetError:
        raise
    except Exception as error:  # noqa: BLE001 - a foreign exception is a fault to be told
        return type(error).__name__
    return "no error"


def _error_problem(error: ImssIntegrityError, secrets: Iterator[str]) -> str | None:
    if len(error.faults) > MAX_FAULTS:
        return f"{len(error.faults)} faults"
    sentences = [text for fault in error.faults for text in (fault.text.es, fault.text.en or "")]
    if any(len(text) > MAX_SENTENCE for text in (*sentences, *(f.path for f in error.faults))):
        return "a message without bound"
    told = "\n".join(_channels(error))
    if any(secret in told for secret in secrets):
        return "a message that holds the value"
    return None


def _channels(error: BaseException | None) -> Iterator[str]:
    """Go through all that an error tells, in its causes too."""
    if error is None:
        return
    yield from traceback.format_exception(error)
    yield from (str(error), repr(error), repr(error.args), repr(vars(error)))
    yield from getattr(error, "__notes__", ())
    if isinstance(error, ImssIntegrityError):
        yield from (error.text.es, json.dumps(error.to_record(), ensure_ascii=False))
    yield from _channels(error.__cause__)
    yield from _channels(error.__context__)


def _secrets_of(payload: Payload, *, keys: bool) -> Iterator[str]:
    """Go through the texts of *payload* that no message may show, *keys* among them or not."""
    pending = [payload]
    while pending:
        one = pending.pop()
        if isinstance(one, str):
            # A list of allowed values may well hold what the payload only pads, and a sentence
            # the name of a field that the payload has too.
            if len(one) > SHORT and one.strip() not in {*UnitKind, "questions"}:
                yield one
        elif isinstance(one, dict):
            pending.extend(one if keys else ())
            pending.extend(one.values())
        elif isinstance(one, list | tuple | set):
            pending.extend(one)


def _acceptance_problem(entry: Entry, payload: Payload, expected: str) -> str | None:
    try:
        got = entry(payload)
    except NotYetError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever keeps it out is a fault to be told
        return f"{type(error).__name__}: {error}"
    wanted = unicodedata.normalize("NFC", payload) if "normalised" in expected else payload
    if _plain(got) != _plain(wanted):
        return "something else"
    return _output_problem(payload) if "escaped on output" in expected else None


def _plain(value: object) -> object:
    """Give *value* as JSON would write it: days as text, lists for tuples."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _plain(member) for key, member in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(member) for member in value]
    return value


def _output_problem(text: str) -> str | None:
    """Say how a score that bears *text* as a name gives it away unescaped."""
    result = _scored(Fraction(50), text)
    shown, escaped = result._repr_html_(), escape(text)
    if escaped not in shown or (escaped != text and text in shown):
        return "HTML that does not escape it"
    cell = str(result.to_records()[0]["name"])
    wanted = f"'{text}" if text.startswith(FIRST_TRIGGERS) else text
    return None if cell == wanted else "a row that a spreadsheet would run"


# --- running -----------------------------------------------------------------------------


def main(arguments: list[str]) -> int:
    """Run the entries of the files named by *arguments*; print what fails, then the count."""
    count = Counter({"passed": 0, "failed": 0, "skipped": 0})
    for name in arguments:
        for given in json.loads(Path(name).read_text(encoding="utf-8"))["inputs"]:
            outcome, told = _outcome(given)
            count[outcome] += 1
            if told is not None:
                print(f"{outcome[:4].upper()} {given.get('id')}: {told}")
    print(", ".join(f"{number} {outcome}" for outcome, number in count.items()))
    return 1 if count["failed"] else 0


def _outcome(given: Mapping[str, Any]) -> tuple[str, str | None]:
    try:
        problem = verdict_of(given)
    except NotYetError as reason:
        return "skipped", str(reason)
    except Exception as error:  # noqa: BLE001 - an entry that cannot be read proves nothing
        return "failed", f"entry: expected an entry, got {type(error).__name__}: {error}"
    return ("passed", None) if problem is None else ("failed", problem)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
