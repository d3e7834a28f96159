"""How Chinese reports ask, find and answer."""

from __future__ import annotations

import pytest

from model.labels import Role
from tests.model.suggestions.said import paragraph, said, said_of, section


def test_in_chinese_those_asked_stand_in_a_row():
    found = said("请秘书长和秘书处报告大会主席办公室的人员配置。", language="zh")
    assert found.addressees == ["secretariat"]
    found = said("请会员国以及联合国系统各实体报告大会主席办公室的人员配置。", language="zh")
    assert found.addressees == ["member-states", "un-igo"]


def test_what_inspectors_note_in_chinese_they_find():
    assert said("检查专员注意到，政策未得到一致执行。", language="zh").role is Role.OBSERVATION


def test_a_report_made_on_behalf_of_an_organ_asks_nobody_in_chinese():
    assert said("我受国务院委托，报告水井情况。", "水井", "zh").role is not Role.RECOMMENDATION


def test_measures_after_an_accident_are_recommended_in_chinese():
    found = said_of(
        section("四、整改措施"),
        paragraph("各煤矿企业必须检查水泵。"),
        language="zh",
        body="事故调查组",
        title="透水事故调查报告",
    )
    assert (found[0].role, found[0].addressees) == (Role.RECOMMENDATION, ["private-sector"])


def test_chinese_boards_request_by_one_word_before_a_name():
    found = said_of(
        paragraph("执行局请开发署提交一份计划。", "7"),
        language="zh",
        title="执行局年度会议报告",
        symbol="DP/2025/20",
    )
    assert found[0].role is Role.RECOMMENDATION


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("委员会请拉加经委会提供技术援助。", ["un-igo"]),
        ("委员会注意到该报告，并请国家统计部门公布数据。", ["national-authority"]),
        ("附属履行机构还请缔约方提交意见。", ["states-parties"]),
        ("委员会决定请秘书长提交报告。", ["secretariat"]),
        ("谨请秘书处编写报告。", ["secretariat"]),
    ],
)
def test_a_chinese_body_asks_whoever_is_named_behind_its_word(text, whom):
    told = said_of(paragraph(text, "7"), language="zh", symbol="E/CN.3/2020/1")[0]
    assert (told.force, told.addressees) == (4, whom)


def test_no_part_of_another_chinese_word_asks():
    assert said("该组织申请缔约国提供援助。", language="zh").role is not Role.RECOMMENDATION


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("一位与会者认为，各国应当首先解决水井问题。", Role.STATEMENT),
        ("秘书处回应称，设立水井库需要会员国提供自愿捐款。", Role.STATEMENT),
    ],
)
def test_whoever_answers_in_chinese_makes_a_statement(text, role):
    assert said_of(section("水井"), paragraph(text), language="zh", title="会议报告")[0].role is role


def test_whom_words_before_a_chinese_noun_name_is_not_asked():
    asked = said("促请所有尚未向秘书处汇报数据的缔约方尽快汇报。", language="zh", body="缔约方会议")
    assert asked.addressees == ["states-parties"]
