"""The samples of which the golden documents of `codec` were made; they never change."""

# ruff: noqa: E501 - texts of any length

from __future__ import annotations

from datetime import date
from fractions import Fraction

from imss_integrity.codec.fhir_results import FhirAnswers, FhirExport, FhirImport
from imss_integrity.codec.log_results import LogBreak, LogCheck
from imss_integrity.codec.pdn_results import DeclarationKind, PdnFlag, PdnImport
from imss_integrity.conflicts.answers import QuestionType
from imss_integrity.conflicts.levels import Band, Level, Review, SafeguardRule
from imss_integrity.conflicts.policies import InterestRule, ScreeningPolicy
from imss_integrity.conflicts.questionnaires import Questionnaire
from imss_integrity.conflicts.questions import Question, Section, Sensitivity
from imss_integrity.conflicts.responses import Response
from imss_integrity.kernel.errors import Fault
from imss_integrity.kernel.provenance import Source, Status
from imss_integrity.kernel.text import Text

__all__ = ["SAMPLES"]

SAMPLES: dict[str, object] = {
    "fhir-answers": FhirAnswers(
        response=Response(
            questionnaire=Questionnaire(
                code="generado",
                title=Text(es="generado", en=None),
                version="1",
                period=None,
                sections=(
                    Section(
                        code="A",
                        title=Text(es="A", en=None),
                        questions=(
                            Question(
                                code="I0",
                                text=Text(es="inter\xe9s 0", en="interest 0"),
                                type=QuestionType.YES_NO,
                                required=True,
                                repeats=False,
                                max_answers=1000,
                                options=(),
                                least=None,
                                most=None,
                                not_before=None,
                                when=(),
                                match=None,
                                questions=(),
                                role=None,
                                sensitivity=Sensitivity.PERSONAL,
                                rule=None,
                                status=Status.OWN,
                            ),
                        ),
                    ),
                ),
                policy=ScreeningPolicy(
                    interests=(
                        InterestRule(
                            question="I0",
                            category="generada",
                            base=1,
                            details=None,
                            proximity=None,
                            recency=None,
                            link=None,
                            perception=False,
                            radius=None,
                            affinity_degree=None,
                        ),
                    ),
                    triggers=(),
                    bands=(
                        Band(level=Level.MINIMAL, low=Fraction(0, 1), high=Fraction(1, 1)),
                        Band(level=Level.LOW, low=Fraction(1, 1), high=Fraction(2, 1)),
                        Band(level=Level.MEDIUM, low=Fraction(2, 1), high=Fraction(3, 1)),
                        Band(level=Level.HIGH, low=Fraction(3, 1), high=Fraction(100, 1)),
                    ),
                    most_steps=0,
                    safeguards=(
                        SafeguardRule(
                            code="M-minimo",
                            level=Level.MINIMAL,
                            what=Text(es="medida", en=None),
                            owner="oic",
                            days=5,
                            rule=None,
                        ),
                        SafeguardRule(
                            code="M-bajo",
                            level=Level.LOW,
                            what=Text(es="medida", en=None),
                            owner="oic",
                            days=5,
                            rule=None,
                        ),
                        SafeguardRule(
                            code="M-medio",
                            level=Level.MEDIUM,
                            what=Text(es="medida", en=None),
                            owner="oic",
                            days=5,
                            rule=None,
                        ),
                        SafeguardRule(
                            code="M-alto",
                            level=Level.HIGH,
                            what=Text(es="medida", en=None),
                            owner="oic",
                            days=5,
                            rule=None,
                        ),
                        SafeguardRule(
                            code="M-critico",
                            level=Level.CRITICAL,
                            what=Text(es="medida", en=None),
                            owner="oic",
                            days=5,
                            rule=None,
                        ),
                    ),
                    reviews=(
                        Review(
                            level=Level.MEDIUM,
                            months=6,
                            when=Text(es="medio a\xf1o", en="half a year"),
                        ),
                    ),
                    contradiction=None,
                    status=Status.OWN,
                    sources=(),
                ),
                status=Status.OWN,
                sources=(),
            ),
            values=(None,),
        ),
        losses=(),
        status=Status.OWN,
        sources=(
            Source(
                code="hl7-fhir-r4",
                title=Text(
                    es="HL7 FHIR R4 (4.0.1), Questionnaire", en="HL7 FHIR R4 (4.0.1), Questionnaire"
                ),
                issued=None,
            ),
            Source(
                code="hl7-fhir-r5",
                title=Text(
                    es="HL7 FHIR R5 (5.0.0), Questionnaire, y sus extensiones",
                    en="HL7 FHIR R5 (5.0.0), Questionnaire, and its extensions",
                ),
                issued=None,
            ),
        ),
    ),
    "fhir-export": FhirExport(
        text='{"resourceType":"Questionnaire","language":"es","url":"urn:imss-integrity:questionnaire:generado","version":"1","title":"generado","status":"unknown","item":[{"linkId":"A","text":"A","type":"group","item":[{"linkId":"I0","text":"inter\xe9s 0","_text":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/translation","extension":[{"url":"lang","valueCode":"en"},{"url":"content","valueString":"interest 0"}]}]},"type":"coding","required":true,"answerOption":[{"valueCoding":{"system":"http://terminology.hl7.org/CodeSystem/v2-0136","code":"Y","display":"S\xed","_display":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/translation","extension":[{"url":"lang","valueCode":"en"},{"url":"content","valueString":"Yes"}]}]}}},{"valueCoding":{"system":"http://terminology.hl7.org/CodeSystem/v2-0136","code":"N","display":"No","_display":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/translation","extension":[{"url":"lang","valueCode":"en"},{"url":"content","valueString":"No"}]}]}}}]}]}]}',
        losses=(
            Fault(
                path="policy",
                code="no_place",
                text=Text(
                    es="'policy' debe quedar fuera: FHIR no tiene lugar para ello",
                    en="'policy' must stay out: FHIR has no place for it",
                ),
            ),
        ),
        status=Status.OWN,
        sources=(
            Source(
                code="hl7-fhir-r4",
                title=Text(
                    es="HL7 FHIR R4 (4.0.1), Questionnaire", en="HL7 FHIR R4 (4.0.1), Questionnaire"
                ),
                issued=None,
            ),
            Source(
                code="hl7-fhir-r5",
                title=Text(
                    es="HL7 FHIR R5 (5.0.0), Questionnaire, y sus extensiones",
                    en="HL7 FHIR R5 (5.0.0), Questionnaire, and its extensions",
                ),
                issued=None,
            ),
        ),
    ),
    "fhir-import": FhirImport(
        questionnaire=Questionnaire(
            code="generado",
            title=Text(es="generado", en=None),
            version="1",
            period=None,
            sections=(
                Section(
                    code="A",
                    title=Text(es="A", en=None),
                    questions=(
                        Question(
                            code="I0",
                            text=Text(es="inter\xe9s 0", en="interest 0"),
                            type=QuestionType.YES_NO,
                            required=True,
                            repeats=False,
                            max_answers=1000,
                            options=(),
                            least=None,
                            most=None,
                            not_before=None,
                            when=(),
                            match=None,
                            questions=(),
                            role=None,
                            sensitivity=Sensitivity.PERSONAL,
                            rule=None,
                            status=Status.OWN,
                        ),
                    ),
                ),
            ),
            policy=None,
            status=Status.OWN,
            sources=(),
        ),
        losses=(),
        status=Status.OWN,
        sources=(
            Source(
                code="hl7-fhir-r4",
                title=Text(
                    es="HL7 FHIR R4 (4.0.1), Questionnaire", en="HL7 FHIR R4 (4.0.1), Questionnaire"
                ),
                issued=None,
            ),
            Source(
                code="hl7-fhir-r5",
                title=Text(
                    es="HL7 FHIR R5 (5.0.0), Questionnaire, y sus extensiones",
                    en="HL7 FHIR R5 (5.0.0), Questionnaire, and its extensions",
                ),
                issued=None,
            ),
        ),
    ),
    "log-check": LogCheck(
        entries=3,
        head="sha256:65d712eedb054d209fb38651de4001322398af443d7a6a6593562bdd6317de87",
        broken=0,
        reason=LogBreak.DIGEST,
    ),
    "pdn-flag": PdnFlag(
        name="w\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1Uw\xe1",
        path="@x",
        value=False,
    ),
    "pdn-import": PdnImport(
        on=date(2114, 2, 11),
        kind=DeclarationKind.MODIFICATION,
        entries=(("BUS1", "no"),),
        findings=(
            Fault(
                path="declaracion.interes.clientesPrincipales.ninguno",
                code="contradiction",
                text=Text(
                    es="'ninguno' debe concordar con los registros",
                    en="'ninguno' must agree with the records",
                ),
            ),
            Fault(
                path="declaracion.interes.beneficiosPrivados.ninguno",
                code="contradiction",
                text=Text(
                    es="'ninguno' debe concordar con los registros",
                    en="'ninguno' must agree with the records",
                ),
            ),
            Fault(
                path="declaracion.interes[#2]",
                code="unknown",
                text=Text(
                    es="'interes[#2]' debe ser una secci\xf3n del est\xe1ndar",
                    en="'interes[#2]' must be a section of the standard",
                ),
            ),
        ),
        flags=(),
        spellings=("interes",),
        status=Status.OWN,
        sources=(
            Source(
                code="pdn-normas-17a",
                title=Text(
                    es="Normas e instructivo para los formatos de declaraciones, regla 17a",
                    en="Norms and instructions for the forms of declarations, rule 17a",
                ),
                issued=None,
            ),
            Source(
                code="pdn-s1",
                title=Text(
                    es="Plataforma Digital Nacional, sistema 1, est\xe1ndar de datos (PDNMX/api_docs 5b98d9a)",
                    en="Plataforma Digital Nacional, system 1, data standard (PDNMX/api_docs 5b98d9a)",
                ),
                issued=None,
            ),
        ),
    ),
}
