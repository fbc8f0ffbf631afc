"""What comes in from other systems and what goes out to them, checked at the edge.

Códec. An import reports what it could not read; it never guesses and never stops half-way.
Names load their modules on first use: whoever reads documents does not wait for FHIR.
"""

from __future__ import annotations

from importlib import import_module

# Type checkers know this name; see the package's own face.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from .decoder import Decoder
    from .documents import dumps, loads, structure, unstructure
    from .event_logs import append_event, event_log, log_head, read_log, verify_log
    from .fhir_exporting import export_questionnaire
    from .fhir_importing import import_questionnaire
    from .fhir_responses import export_response, import_response
    from .fhir_results import FhirAnswers, FhirExport, FhirImport
    from .fhir_tables import FhirRelease
    from .log_results import LogBreak, LogCheck
    from .pdn import import_declaration
    from .pdn_results import DeclarationKind, PdnFlag, PdnImport
    from .schemas import schema_of
    from .versions import MIGRATIONS, SchemaMigration, migrate

__all__ = [
    "MIGRATIONS",
    "DeclarationKind",
    "Decoder",
    "FhirAnswers",
    "FhirExport",
    "FhirImport",
    "FhirRelease",
    "LogBreak",
    "LogCheck",
    "PdnFlag",
    "PdnImport",
    "SchemaMigration",
    "append_event",
    "dumps",
    "event_log",
    "export_questionnaire",
    "export_response",
    "import_declaration",
    "import_questionnaire",
    "import_response",
    "loads",
    "log_head",
    "migrate",
    "read_log",
    "schema_of",
    "structure",
    "unstructure",
    "verify_log",
]

_HOMES = {
    "MIGRATIONS": "versions",
    "DeclarationKind": "pdn_results",
    "Decoder": "decoder",
    "FhirAnswers": "fhir_results",
    "FhirExport": "fhir_results",
    "FhirImport": "fhir_results",
    "FhirRelease": "fhir_tables",
    "LogBreak": "log_results",
    "LogCheck": "log_results",
    "PdnFlag": "pdn_results",
    "PdnImport": "pdn_results",
    "SchemaMigration": "versions",
    "append_event": "event_logs",
    "dumps": "documents",
    "event_log": "event_logs",
    "export_questionnaire": "fhir_exporting",
    "export_response": "fhir_responses",
    "import_declaration": "pdn",
    "import_questionnaire": "fhir_importing",
    "import_response": "fhir_responses",
    "loads": "documents",
    "log_head": "event_logs",
    "migrate": "versions",
    "read_log": "event_logs",
    "schema_of": "schemas",
    "structure": "documents",
    "unstructure": "documents",
    "verify_log": "event_logs",
}


def __getattr__(name: str) -> object:
    """Load the module of *name* on first use."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    value: object = getattr(import_module(f".{_HOMES[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names."""
    return sorted(__all__)
