"""What comes in from other systems and what goes out to them, checked at the edge.

Códec. An import reports what it could not read; it never guesses and never stops half-way.
"""

from __future__ import annotations

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
