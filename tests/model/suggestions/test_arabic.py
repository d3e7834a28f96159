"""How Arabic reports ask and take note."""

from __future__ import annotations

import pytest

from model.labels import Role
from tests.model.suggestions.said import item, paragraph, said, said_of, section


def test_an_arabic_passive_asks_with_its_vowel_signs_too():
    one = said("يُطلب إلى الدولة الطرف أن تقدم معلومات عن تنفيذ التوصيات.", language="ar")
    assert (one.role, one.force, one.addressees) == (Role.RECOMMENDATION, 4, ["specific-state"])


def test_the_first_person_asks_in_arabic_by_its_verb():
    one = said("وأدعو جميع الدول الأعضاء إلى زيادة تبرعاتها.", language="ar")
    assert (one.role, one.force, one.addressees) == (Role.RECOMMENDATION, 2, ["member-states"])


def test_an_arabic_committee_takes_note_around_its_subject():
    assert said("أحاطت اللجنة علما بتقرير الأمين العام.", language="ar").role is Role.DECISION


def test_a_centre_speaks_in_its_own_arabic_report():
    told = said_of(
        section("التوصيات"),
        paragraph("ويشجع المركز منظمات المجتمع المدني على تقديم المساعدة القانونية للنزلاء.", "7"),
        language="ar",
        title="تقرير المركز الوطني للآبار",
    )[0]
    assert (told.force, told.addressees) == (2, ["civil-society"])


def test_in_arabic_the_subject_behind_that_and_its_verb_is_asked():
    text = "توصي اللجنة بأن تقوم الدولة الطرف بما يلي:"
    asking = said_of(
        paragraph(text, "4"), item("ضمان حصول الضحايا على تعويض كامل.", "أ"), language="ar", symbol="A/1"
    )
    assert [one.addressees for one in asking] == [["specific-state"], ["specific-state"]]


def test_a_councils_resolution_in_verbal_nouns_asks_and_decides():
    found = said_of(
        paragraph("إن مجلس الجامعة على المستوى الوزاري،"),
        paragraph("بعد اطلاعه على مذكرة الأمانة العامة،"),
        paragraph("يقرر:"),
        item("التأكيد مجددا على مركزية قضية الآبار.", "1"),
        item("الطلب إلى الأمين العام متابعة تنفيذ القرار.", "2"),
        language="ar",
    )
    assert [one.role for one in found] == [
        Role.PREAMBULAR,
        Role.PREAMBULAR,
        Role.DECISION,
        Role.DECISION,
        Role.RECOMMENDATION,
    ]
    assert (found[4].force, found[4].addressees) == (4, ["secretariat"])


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("ورأى الفريق أن تسرب مياه البحر إلى الآبار يكاد يكون دائما.", Role.OBSERVATION),
        ("وخلص الفريق العامل إلى أن الأسباب معروفة.", Role.OBSERVATION),
        ("ورأى أحد الممثلين أن العمل بطيء.", Role.STATEMENT),
    ],
)
def test_what_the_body_itself_held_stands_among_what_others_said(text: str, role: Role) -> None:
    title = "تقرير الفريق العامل المعني بالآبار"
    (one,) = said_of(section("ملخص المداولات"), paragraph(text, "4"), language="ar", title=title)
    assert one.role is role


def test_a_heading_about_data_is_not_one_of_statements() -> None:
    (one,) = said_of(
        section("مبادئ توجيهية بشأن تبادل البيانات"),
        paragraph("وينبغي أن تتبادل الدول البيانات التالية مرة كل شهر.", "2"),
        language="ar",
    )
    assert (one.role, one.addressees) == (Role.RECOMMENDATION, ["member-states"])
