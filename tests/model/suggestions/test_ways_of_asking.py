"""How offices ask, decide and report in languages other than English, besides the commonest verbs."""

from __future__ import annotations

import pytest

from model.labels import Role
from tests.model.suggestions.said import paragraph, said, said_of, section

# The body that reports, and a heading that says nothing, by language.
OFFICES = {
    "fr": ("Comité des puits", "Puits"),
    "es": ("Comité de Pozos", "Pozos"),
    "de": ("Kommission für Brunnen", "Brunnen"),
    "it": ("Comitato dei pozzi", "Pozzi"),
    "pt": ("Comité dos Poços", "Poços"),
    "ru": ("Исполнительный комитет", "Колодцы"),
    "ar": ("لجنة الآبار", "الآبار"),
    "zh": ("水井委员会", "水井"),
}

ASKS = [
    ("fr", "Le Comité veut croire que le Gouvernement fermera les puits.", 3, "specific-state"),
    ("fr", "Le Comité s'attend à ce que le Gouvernement ferme les puits.", 3, "specific-state"),
    ("fr", "Il serait souhaitable que le Gouvernement ferme les puits.", 3, "specific-state"),
    ("fr", "Le Gouvernement gagnerait à fermer les puits.", 3, "specific-state"),
    ("fr", "Le Comité donne instruction au Secrétariat de fermer les puits.", 4, "secretariat"),
    ("fr", "Le Comité souhaiterait recevoir les comptes des puits.", 4, "implicit"),
    ("fr", "Le Comité incite les États à fermer les puits.", 2, "member-states"),
    ("fr", "Les États voudront sans doute fermer les puits.", 1, "member-states"),
    ("es", "El Comité hizo un llamado a los países para que cerraran los pozos.", 4, "member-states"),
    ("es", "El Comité llama a los Estados a cerrar los pozos.", 4, "member-states"),
    ("es", "El Comité encarga al Secretario General que cierre los pozos.", 4, "secretariat"),
    ("es", "Se encarga al Secretario General que cierre los pozos.", 4, "secretariat"),
    ("es", "El Comité desearía recibir las cuentas de los pozos.", 4, "implicit"),
    ("es", "Sería conveniente que los Estados cerraran los pozos.", 3, "member-states"),
    ("es", "El Comité aboga por que los Estados cierren los pozos.", 3, "member-states"),
    ("es", "El Comité animó a los Estados a cerrar los pozos.", 2, "member-states"),
    (
        "de",
        "Die Kommission hält es für erforderlich, dass die Staaten die Brunnen schließen.",
        3,
        "member-states",
    ),
    ("de", "Die Staaten täten gut daran, die Brunnen zu schließen.", 3, "member-states"),
    ("de", "Die Staaten sind aufgefordert, die Brunnen zu schließen.", 4, "member-states"),
    ("de", "Die Kommission weist das Sekretariat an, die Brunnen zu schließen.", 4, "secretariat"),
    ("de", "Die Kommission ermuntert die Staaten, die Brunnen zu schließen.", 2, "member-states"),
    ("de", "Die Staaten können in Erwägung ziehen, die Brunnen zu schließen.", 1, "member-states"),
    ("it", "Il Comitato fa un nuovo appello agli Stati affinché chiudano i pozzi.", 4, "member-states"),
    ("it", "Il Comitato dà mandato al Segretariato di chiudere i pozzi.", 4, "secretariat"),
    ("it", "Il Comitato ritiene opportuno che gli Stati chiudano i pozzi.", 3, "member-states"),
    ("it", "Occorrerebbe che gli Stati chiudessero i pozzi.", 3, "implicit"),
    ("it", "Gli Stati farebbero bene a chiudere i pozzi.", 3, "member-states"),
    ("it", "Gli Stati sono esortati a chiudere i pozzi.", 4, "member-states"),
    ("pt", "O Comité faz um novo apelo aos Estados para que fechem os poços.", 4, "member-states"),
    ("pt", "O Comité encarrega o Secretariado de fechar os poços.", 4, "secretariat"),
    ("pt", "Insta-se, por isso, o Governo a fechar os poços.", 4, "specific-state"),
    ("pt", "Seria desejável que os Estados fechassem os poços.", 3, "member-states"),
    ("pt", "Os Estados são exortados a fechar os poços.", 4, "member-states"),
    ("pt", "Os Estados fariam bem em fechar os poços.", 3, "member-states"),
    ("ru", "Исполком поручил Секретариату закрыть колодцы.", 4, "secretariat"),
    ("ru", "Исполком считает целесообразным, чтобы государства закрыли колодцы.", 3, "member-states"),
    ("ar", "تجدد اللجنة دعوتها إلى الدول الأعضاء لإغلاق الآبار.", 4, "member-states"),
    ("ar", "تكرر اللجنة توصيتها بأن تغلق الدول الأعضاء الآبار.", 3, "member-states"),
    ("zh", "执委会要求总干事关闭水井。", 4, "secretariat"),
]


@pytest.mark.parametrize(("language", "text", "force", "whom"), ASKS)
def test_a_way_of_asking_has_its_force_and_whom_it_asks(language, text, force, whom):
    body, heading = OFFICES[language]
    (found,) = said_of(
        section(heading), paragraph(text, "3"), language=language, body=body, title=body, symbol="X/1"
    )

    assert (found.role, found.force, found.all_addressees) == (Role.RECOMMENDATION, force, {whom})


ACTS = [
    ("fr", "Le Comité a désigné douze experts des puits.", Role.DECISION),
    ("fr", "Le Comité a reconduit le mandat des experts.", Role.DECISION),
    ("fr", "Le Togo a mis en garde contre l'état des puits.", Role.STATEMENT),
    ("es", "El Comité resolvió crear un fondo para los pozos.", Role.DECISION),
    ("es", "El Comité respaldó las prioridades para los pozos.", Role.DECISION),
    ("es", "El Togo advirtió que los pozos se secaban.", Role.STATEMENT),
    ("de", "Die Kommission hat die Liste der Brunnen genehmigt.", Role.DECISION),
    ("de", "Togo warnte vor dem Zustand der Brunnen.", Role.STATEMENT),
    ("it", "Il Comitato ha istituito un fondo per i pozzi.", Role.DECISION),
    ("it", "La Commissione inizia l'esame dei pozzi.", Role.PROCEDURAL),
    ("it", "Il Togo ha messo in guardia contro lo stato dei pozzi.", Role.STATEMENT),
    ("pt", "O Comité resolveu criar um fundo para os poços.", Role.DECISION),
    ("pt", "O Togo alertou para o estado dos poços.", Role.STATEMENT),
    ("ru", "Исполком продлил мандат группы.", Role.DECISION),
    ("zh", "执委会核准了时间表。", Role.DECISION),
]


@pytest.mark.parametrize(("language", "text", "role"), ACTS)
def test_what_a_body_does_and_what_speakers_say_is_told_by_its_verb(language, text, role):
    body, heading = OFFICES[language]
    (found,) = said_of(
        section(heading), paragraph(text, "3"), language=language, body=body, title=body, symbol="X/1"
    )

    assert found.role is role


def test_whom_a_german_opener_asks_stands_before_its_last_word():
    (found,) = said_of(
        paragraph("fordert die Mitgliedstaaten nachdrücklich auf, die Brunnen zu schließen;", "2"),
        language="de",
        body="Generalversammlung",
        symbol="A/RES/76/133",
    )

    assert (found.role, found.force, found.all_addressees) == (Role.RECOMMENDATION, 4, {"member-states"})


UNITED_NATIONS = [
    ("en", "The Committee calls on the Security Council of the United Nations to close the wells."),
    ("fr", "Le Comité demande au Conseil de sécurité de l'ONU de fermer les puits."),
    ("es", "El Comité pide al Consejo de Seguridad de las Naciones Unidas que cierre los pozos."),
    ("de", "Die Kommission bittet den Sicherheitsrat der Vereinten Nationen, die Brunnen zu schließen."),
    ("it", "Il Comitato chiede al Consiglio di sicurezza delle Nazioni Unite di chiudere i pozzi."),
    ("pt", "O Comité solicita ao Conselho de Segurança das Nações Unidas que feche os poços."),
    ("ru", "Комитет просит Совет Безопасности Организации Объединенных Наций закрыть колодцы."),
    ("ar", "تطلب اللجنة إلى مجلس الأمن التابع للأمم المتحدة إغلاق الآبار."),
]


@pytest.mark.parametrize(("language", "text"), UNITED_NATIONS)
def test_an_organ_of_the_united_nations_is_none_of_another_organization_that_reports(language, text):
    (found,) = said_of(paragraph(text, "3"), language=language, body="African Union", symbol="AU/1")

    assert found.all_addressees == {"un-igo"}


ADDRESSEES = [
    ("fr", "Le Comité recommande aux commissions électorales de compter les puits.", "national-authority"),
    ("fr", "Le Comité recommande à la Commission africaine de compter les puits.", "regional-org"),
    ("fr", "Le Comité recommande aux sociétés savantes de compter les puits.", "academia"),
    ("es", "El Comité recomienda a la Corte Interamericana que cuente los pozos.", "regional-org"),
    ("es", "El Comité recomienda a las alcaldías que cuenten los pozos.", "national-authority"),
    ("de", "Die Kommission empfiehlt den Regionalbüros, die Brunnen zu zählen.", "management"),
    ("de", "Die Kommission empfiehlt der Weltgesundheitsorganisation, die Brunnen zu zählen.", "un-igo"),
    ("it", "Il Comitato raccomanda agli atenei di contare i pozzi.", "academia"),
    ("it", "Il Comitato raccomanda alla Banca centrale europea di contare i pozzi.", "regional-org"),
    ("it", "Il Comitato raccomanda agli stakeholder di contare i pozzi.", "all-stakeholders"),
    ("pt", "O Comité recomenda às igrejas que contem os poços.", "civil-society"),
    ("pt", "O Comité recomenda às agências reguladoras que contem os poços.", "national-authority"),
]


@pytest.mark.parametrize(("language", "text", "whom"), ADDRESSEES)
def test_whom_a_body_asks_is_known_by_the_usual_words(language, text, whom):
    body, _ = OFFICES[language]
    (found,) = said_of(paragraph(text, "3"), language=language, body=body, title=body, symbol="X/1")

    assert found.all_addressees == {whom}


AGAIN = [
    ("fr", "Le Comité demande une nouvelle fois aux États de fermer les puits."),
    ("fr", "Le Comité demande une fois de plus aux États de fermer les puits."),
    ("es", "El Comité insta una vez más a los Estados a cerrar los pozos."),
    ("it", "Il Comitato chiede ancora una volta agli Stati di chiudere i pozzi."),
    ("pt", "O Comité solicita mais uma vez aos Estados que fechem os poços."),
]


@pytest.mark.parametrize(("language", "text"), AGAIN)
def test_who_is_asked_once_more_stands_behind_the_words_that_say_so(language, text):
    body, _ = OFFICES[language]
    (found,) = said_of(paragraph(text, "3"), language=language, body=body, title=body, symbol="X/1")

    assert found.all_addressees == {"member-states"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Ursachen dafür mögen vielfältig sein."),
        ("de", "Das Land hat die Aufgabe, die Schulen zu gewährleisten."),
        ("it", "Il Comune conviene che i dati sono incompleti."),
        ("it", "Le imprese possono considerare concluso il procedimento."),
    ],
)
def test_words_that_ask_elsewhere_may_only_tell(language, text):
    (found,) = said_of(paragraph(text, "3"), language=language)

    assert found.role is not Role.RECOMMENDATION


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("That aircraft operators be encouraged to report birds within 72 hours.", 2),
        ("That ministries be urged to:", 4),
    ],
)
def test_a_conclusion_says_that_somebody_be_asked(text, force):
    told = said(text, "Agenda item 3")
    assert (told.role, told.force) == (Role.RECOMMENDATION, force)


def test_what_a_paper_asks_in_a_clause_is_told():
    text = "The Office supported a strategy on wells, which urges member States to dig before June."
    told = said_of(paragraph(text), title="Report of the Secretary-General on wells", symbol="A/80/1")[0]
    assert told.role is Role.BACKGROUND


def test_what_somebody_may_be_urged_to_do_is_not_asked():
    assert said("Ministries may be urged to dig wells.", "Agenda item 3").role is not Role.RECOMMENDATION


RECOMMENDED = [
    ("en", "It is recommended that the Secretary-General take measures to collect data."),
    ("fr", "Il est recommandé que le Secrétaire général prenne des mesures."),
    ("es", "Se recomienda que el Secretario General adopte medidas."),
    ("ru", "Рекомендуется, чтобы Генеральный секретарь принял меры по обеспечению сбора данных."),
    ("ru", "Рекомендуется Генеральному секретарю принять меры."),
    ("ar", "يوصى بأن يتخذ الأمين العام تدابير لجمع البيانات."),
    ("zh", "建议秘书长采取措施收集数据。"),
    ("de", "Es wird empfohlen, dass der Generalsekretär Maßnahmen ergreift."),
    ("pt", "Recomenda-se que o Secretário-Geral adote medidas."),
    ("it", "Si raccomanda che il Segretario generale adotti misure."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), RECOMMENDED)
def test_who_is_to_act_in_what_is_recommended_is_asked(language, text):
    assert said(text, language=language).addressees == ["secretariat"]


def test_whoever_is_to_be_requested_in_turn_is_not_asked():
    formula = paragraph("The Conference of the Parties,")
    text = "Invites Parties, through the Bureau, to request the Executive Secretary to start consultations."
    asked = said_of(formula, paragraph(text, "1"), title="Decisions of the Conference of the Parties")[1]
    assert asked.all_addressees == {"states-parties"}


@pytest.mark.parametrize(
    ("language", "body", "text"),
    [
        ("en", "United Nations Committee", "The Committee recommended its adoption by the General Assembly."),
        ("fr", "Comité des Nations Unies", "Le Comité a recommandé son adoption par l’Assemblée générale."),
        ("es", "Comité de las Naciones Unidas", "El Comité recomendó su aprobación por la Asamblea General."),
        ("pt", "Comité das Nações Unidas", "O Comité recomendou a sua aprovação pela Assembleia Geral."),
    ],
)
def test_by_whom_an_act_is_recommended_is_asked(language, body, text):
    one = said_of(paragraph(text, "1"), title=body, body=body, language=language)[0]
    assert one.addressees == ["parent-body"]
