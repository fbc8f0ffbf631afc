"""Critical paths and agendas of follow-ups: known answers, and how they are shown."""

from __future__ import annotations

import copy
import pickle
from datetime import date

import attrs

from imss_integrity.kernel import Calendar, Language, Status, Text
from imss_integrity.pdca import Action, critical_path, follow_up_agenda, follow_up_days

# Hillier and Lieberman, Introduction to Operations Research: the Reliable Construction
# project, with each activity's time and those that must end first; 44 in all.
RELIABLE = {
    "A": (2, ""),
    "B": (4, "A"),
    "C": (10, "B"),
    "D": (6, "C"),
    "E": (4, "C"),
    "F": (5, "E"),
    "G": (7, "D"),
    "H": (9, "EG"),
    "I": (7, "C"),
    "J": (8, "FI"),
    "K": (4, "J"),
    "L": (5, "J"),
    "M": (2, "H"),
    "N": (6, "KL"),
}
SLACK = {"D": 4, "G": 4, "H": 4, "M": 4, "I": 2, "K": 1}
CHAIN = "ABCEFJLN"


def action(code: str, due: date, days: int, *after: str, what: str = "Paso") -> Action:
    """Give an action with an English wording."""
    return Action(
        code=code, what=Text(what, "Step"), owner="calidad", due=due, after=after, days=days
    )


ACTIONS = [
    action("A2", date(2026, 5, 8), 3, "A1", what="<b>Encuesta</b>"),
    action("A1", date(2026, 5, 4), 2),
    action("A3", date(2026, 4, 30), 1, "A1", what="=1+1"),
]
PATH = critical_path(ACTIONS, start=date(2026, 4, 30))


def test_a_published_project_has_its_published_path() -> None:
    """Its length, its slacks and its chain."""
    plan = [
        action(code, date(2027, 1, 1), days, *after) for code, (days, after) in RELIABLE.items()
    ]
    free = Calendar(statutory=False)
    path = critical_path(plan, start=date(2026, 1, 5), calendar=free)

    assert tuple(CHAIN) == path.chain
    assert set(CHAIN) == {one.code for one in path.actions if one.is_critical}
    assert SLACK == {one.code: one.slack for one in path.actions if one.slack}
    assert 44 == free.business_days_between(date(2026, 1, 4), path.finish)


def test_of_chains_that_are_as_long_the_first_by_code_is_told() -> None:
    """Two ways to start, two ways on and two ways to end, all critical."""
    due = date(2027, 1, 1)
    firsts = [action(code, due, 1) for code in ("B", "A")]
    middle = [action(code, due, 2, "B", "A") for code in ("D", "C")]
    lasts = [action(code, due, 3, "D", "C") for code in ("F", "E")]
    path = critical_path([*firsts, *middle, *lasts], start=date(2026, 1, 5))

    assert ("A", "C", "E") == path.chain
    assert all(one.is_critical for one in path.actions)
    assert [*"ABCDEF"] == [one.code for one in path.actions]


def test_due_days_that_agree_are_not_told() -> None:
    """Only a due day before that of an action waited for is."""
    same, sooner = date(2026, 5, 4), date(2026, 5, 3)
    plan = [action("A1", same, 1), action("A2", same, 1, "A1"), action("A3", sooner, 1, "A2", "A1")]
    path = critical_path(plan, start=date(2026, 4, 30))

    assert [(), (), ("A2", "A1")] == [one.due_before for one in path.actions]


def test_holidays_and_weekends_are_passed_over() -> None:
    """Thursday and, past 1 May and the weekend, Monday; three more days from there."""
    first, second, third = PATH.actions

    assert [date(2026, 4, 30), date(2026, 5, 4)] == [first.earliest_start, first.earliest_finish]
    assert [date(2026, 5, 5), date(2026, 5, 7)] == [second.earliest_start, second.earliest_finish]
    assert [date(2026, 5, 7)] * 2 == [third.latest_start, third.latest_finish]
    assert ["A1", "A2", "A3"] == [first.code, second.code, third.code]
    closed = Calendar().closing([date(2026, 5, 4)])
    later = critical_path(ACTIONS, start=date(2026, 4, 30), calendar=closed)
    assert date(2026, 5, 8) == later.finish


def test_a_critical_path_is_described() -> None:
    """With its chain, what is late, and due days against the order; in both languages."""
    spanish, english = PATH.describe(), PATH.describe(Language.EN)

    assert spanish.startswith("Ruta crítica: del 2026-04-30 al 2026-05-07\n")
    assert "Cadena crítica: A1 -> A2" in spanish
    assert "termina después de su compromiso; vence antes que A1, que debe terminar" in spanish
    assert "Ley Federal del Trabajo" in spanish
    assert "critical\n" in english
    assert "ends past its due day; is due before A1, which must end first" in english
    assert "&lt;b&gt;Encuesta" in PATH._repr_html_()


def test_a_critical_path_gives_rows() -> None:
    """One for each action; a text that a spreadsheet would run is defused."""
    rows = {row["action"]: row for row in PATH.to_records()}

    assert {
        "action": "A3",
        "what": "'=1+1",
        "owner": "calidad",
        "days": 1,
        "earliest_start": date(2026, 5, 5),
        "earliest_finish": date(2026, 5, 5),
        "latest_start": date(2026, 5, 7),
        "latest_finish": date(2026, 5, 7),
        "slack": 2,
        "is_critical": False,
        "due": date(2026, 4, 30),
        "is_late": True,
        "due_before": "A1",
    } == rows["A3"]
    assert [True, False] == [rows["A1"]["is_critical"], rows["A1"]["is_late"]]
    assert {"A1", "A2", "A3"} == set(rows)


def test_a_critical_path_names_its_method() -> None:
    """It is derived; the law of holidays is a source only where they count."""
    free = critical_path(ACTIONS, start=date(2026, 4, 30), calendar=Calendar(statutory=False))

    assert Status.DERIVED is PATH.status
    assert ["cpm-1959", "lft-74"] == [source.code for source in PATH.sources]
    assert ["cpm-1959"] == [source.code for source in free.sources]


def test_progress_takes_no_part_in_the_path() -> None:
    """It is the plan as it was made; the actions in it are those given."""
    done = [attrs.evolve(one, progress=100) for one in ACTIONS]
    path = critical_path(done, start=date(2026, 4, 30))

    assert (PATH.finish, PATH.chain) == (path.finish, path.chain)
    assert {100} == {one.action.progress for one in path.actions}


def test_follow_ups_come_back_to_the_thirty_first() -> None:
    """A short or leap February does not pull the later ones back; the end is included."""
    days = follow_up_days(date(2028, 1, 31), every_months=1, until=date(2028, 5, 31))

    assert ["02-29", "03-31", "04-30", "05-31"] == [f"{day:%m-%d}" for day in days]
    assert days[:-1] == follow_up_days(date(2028, 1, 31), every_months=1, until=date(2028, 5, 30))
    assert () == follow_up_days(date(2028, 1, 31), every_months=1, until=date(2028, 1, 31))
    assert (date(2200, 12, 31),) == follow_up_days(
        date(2200, 10, 31), every_months=2, until=date(2200, 12, 31)
    )


def test_an_agenda_is_described() -> None:
    """A follow-up at which nothing is due stays in it; what is due later stands at the end."""
    agenda = follow_up_agenda(
        ACTIONS, start=date(2026, 2, 28), every_months=1, until=date(2026, 5, 4)
    )
    none, all_but_one = agenda.follow_ups
    spanish, english = agenda.describe(), agenda.describe(Language.EN)

    assert (date(2026, 3, 28), ()) == (none.on, none.due)
    assert () == all_but_one.due
    assert ["A3", "A1", "A2"] == [one.code for one in agenda.beyond]
    assert spanish.startswith("Agenda de seguimientos: 2\n")
    assert "2026-03-28   " in spanish
    assert "nada vence" in spanish
    assert "posterior    A3" in spanish
    assert "propio, no oficial" in spanish
    assert "nothing is due" in english
    assert "beyond      A3" in english
    assert "&lt;b&gt;Encuesta" in agenda._repr_html_()


def test_an_agenda_gives_rows() -> None:
    """One for each action and one for each follow-up at which nothing is due."""
    agenda = follow_up_agenda(
        ACTIONS, start=date(2026, 3, 4), every_months=1, until=date(2026, 5, 4)
    )
    rows = agenda.to_records()

    assert [
        (date(2026, 4, 4), None),
        (date(2026, 5, 4), "A3"),
        (date(2026, 5, 4), "A1"),
        (None, "A2"),
    ] == [(row["follow_up"], row["action"]) for row in rows]
    assert {"follow_up", "action", "what", "owner", "due", "progress"} == set(rows[0])
    assert {None} == {value for key, value in rows[0].items() if key != "follow_up"}
    assert ["'=1+1", "calidad", date(2026, 4, 30), 0] == [
        rows[1][key] for key in ("what", "owner", "due", "progress")
    ]


def test_results_are_values() -> None:
    """They are equal to their copies, hash, and pickle."""
    agenda = follow_up_agenda(
        ACTIONS, start=date(2026, 3, 4), every_months=1, until=date(2026, 5, 4)
    )
    for one in (PATH, agenda, ACTIONS[0]):
        assert one == copy.deepcopy(one) == pickle.loads(pickle.dumps(one))  # noqa: S301
        assert hash(one) == hash(copy.copy(one))
