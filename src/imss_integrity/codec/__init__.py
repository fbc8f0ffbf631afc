"""What comes in from other systems and what goes out to them, checked at the edge.

Códec. An import reports what it could not read; it never guesses and never stops half-way.
Names load their modules on first use: whoever reads documents does not wait for FHIR.
"""

from __future__ import annotations

from .._lazy import lazily

# Type checkers know this name; see the package's own face.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from .decoder import Decoder
    from .documents import dumps, loads
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
    from .structuring import structure
    from .versions import MIGRATIONS, SchemaMigration, migrate
    from .writing import unstructure
else:  # so that they refuse a name that is not there
    __getattr__, __dir__ = lazily(
        __name__,
        {
            "decoder": ("Decoder",),
            "documents": ("dumps", "loads"),
            "event_logs": ("append_event", "event_log", "log_head", "read_log", "verify_log"),
            "fhir_exporting": ("export_questionnaire",),
            "fhir_importing": ("import_questionnaire",),
            "fhir_responses": ("export_response", "import_response"),
            "fhir_results": ("FhirAnswers", "FhirExport", "FhirImport"),
            "fhir_tables": ("FhirRelease",),
            "log_results": ("LogBreak", "LogCheck"),
            "pdn": ("import_declaration",),
            "pdn_results": ("DeclarationKind", "PdnFlag", "PdnImport"),
            "schemas": ("schema_of",),
            "structuring": ("structure",),
            "versions": ("MIGRATIONS", "SchemaMigration", "migrate"),
            "writing": ("unstructure",),
        },
    )

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
