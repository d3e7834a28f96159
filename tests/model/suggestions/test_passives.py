"""Whom a passive asks: not its subject, which is acted on."""

from __future__ import annotations

import pytest

from model.labels import Role
from tests.model.suggestions.said import RECOMMENDATIONS, paragraph, said, said_of

ACTED_ON = [
    ("en", "The Secretariat should be further strengthened.", ["implicit"]),
    ("en", "Organizations set up by villages should also be engaged in the process.", ["implicit"]),
    ("en", "The Secretariat should be strengthened by all Member States.", ["member-states"]),
    ("en", "The Committee recommends that the Secretariat be fully equipped.", ["implicit"]),
    ("en", "Companies should be required to publish their data.", ["private-sector"]),
    ("en", "Member States should be represented at a high level.", ["member-states"]),
    ("en", "The Committee recommends to the Secretariat that lists be kept.", ["secretariat"]),
    ("en", "Member States should be open to dialogue.", ["member-states"]),
    ("en", "Member States should be bold and united.", ["member-states"]),
    ("en", "Member States should be tasked with reporting.", ["member-states"]),
    ("fr", "Le secrétariat devrait être renforcé.", ["implicit"]),
    ("fr", "Le secrétariat devrait être inclus dans la liste.", ["implicit"]),
    ("fr", "Les États devraient être exhortés à coopérer.", ["member-states"]),
    ("fr", "Les États devraient être unis.", ["member-states"]),
    ("fr", "Les entreprises devraient être tenues de publier leurs données.", ["private-sector"]),
    ("fr", "Le Comité recommande que le secrétariat soit renforcé.", ["implicit"]),
    ("es", "La secretaría debería ser reforzada.", ["implicit"]),
    ("es", "Las empresas deberían ser obligadas a publicar sus datos.", ["private-sector"]),
    ("es", "Los Estados deberían ser exhortados a cooperar.", ["member-states"]),
    ("pt", "O secretariado deveria ser reforçado.", ["implicit"]),
    ("pt", "Os Estados devem ser encorajados a cooperar.", ["member-states"]),
    ("it", "Il segretariato dovrebbe essere rafforzato.", ["implicit"]),
    ("it", "Il segretariato dovrebbe essere protetto.", ["implicit"]),
    ("it", "Gli Stati dovrebbero essere esortati a cooperare.", ["member-states"]),
    ("de", "Das Sekretariat sollte weiter gestärkt werden.", ["implicit"]),
    ("de", "Zudem sollte das Sekretariat gestärkt werden.", ["implicit"]),
    ("de", "Das Sekretariat sollte die Listen führen.", ["secretariat"]),
    ("de", "Das Sekretariat sollte konkret werden.", ["secretariat"]),
    ("de", "Die Unternehmen sollten verpflichtet werden, ihre Daten zu melden.", ["private-sector"]),
    ("ru", "Секретариат должен быть укреплен.", ["implicit"]),
    ("ru", "Государства должны быть заинтересованы в диалоге.", ["member-states"]),
    ("ru", "Государства должны быть привержены этим целям.", ["member-states"]),
    ("zh", "秘书处应得到加强。", ["implicit"]),
    ("zh", "秘书处应公布数据。", ["secretariat"]),
]


@pytest.mark.parametrize(("language", "text", "asked"), ACTED_ON)
def test_whom_a_passive_acts_on_is_not_asked(language, text, asked):
    one = said(text, RECOMMENDATIONS[language], language)
    assert (one.role, one.addressees) == (Role.RECOMMENDATION, asked)


def test_what_is_to_be_done_to_something_asks_no_authority_that_the_text_named_before():
    text = "The Treasury keeps a list of wells. We recommend that the list be published each year."
    title, body = "Select Committee on Wells: Third Report of Session 2023-24", "House of Commons"
    assert said_of(paragraph(text, "5"), title=title, body=body)[0].addressees == ["implicit"]
