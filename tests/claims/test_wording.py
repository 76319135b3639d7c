"""What the guard says of single sentences: the bad ones by their rule, the plain ones not at all."""

import importlib
import pkgutil
import re

import pytest

import brochure.words.page
from brochure.claims import Claim, Setting, judge_text
from brochure.claims.fold import fold, stretch
from brochure.words import Text, maps
from brochure.words import claims as look
from tests.claims.sentences import BAD, CLEAN

HAN = re.compile(r"[\u3400-\u9fff]")
WELL = Setting(wellness=True)


def test_there_are_enough_sentences_of_each_language() -> None:
    for sentences in ([sentence for _, sentence in BAD], CLEAN):
        assert len(set(sentences)) == len(sentences)
        chinese = sum(bool(HAN.search(sentence)) for sentence in sentences)
        assert chinese >= 30
        assert len(sentences) - chinese >= 30
        assert len(sentences) >= 60


@pytest.mark.parametrize(("rule", "sentence"), BAD, ids=[sentence for _, sentence in BAD])
def test_a_bad_sentence_is_caught_and_its_wording_named(rule: str, sentence: str) -> None:
    found = judge_text(sentence)
    assert rule in {claim.rule for claim in found}
    for claim in found:
        assert claim.wording in sentence


@pytest.mark.parametrize("sentence", CLEAN, ids=CLEAN)
def test_a_clean_sentence_passes(sentence: str) -> None:
    assert judge_text(sentence) == ()


def test_the_two_phrases_of_the_articles_are_caught_and_pass_when_somebody_says_them() -> None:
    for phrase in ("最适合人体康养", "全省最具规模"):
        assert [claim.rule for claim in judge_text(f"园区{phrase}。")] == ["superlative"]
        assert judge_text(f"2023 年报道称，园区{phrase}。") == ()
        assert judge_text(f"园区{phrase}。", Setting(quote=f"园区是{phrase}的地方")) == ()


def test_attribution_holds_for_its_own_sentence_only() -> None:
    assert judge_text("据 2023 年报道，园区发展良好。园区是全国最大的园区。")
    assert judge_text("The 2023 article reports growth. It is the largest park of the plateau.")
    assert judge_text("数据库里有全国最大的园区。")  # 据 inside another word says nothing


def test_only_the_very_words_of_the_quote_pass() -> None:
    quoted = Setting(quote="园区拥有全省唯一的国家级大学科技园")
    assert judge_text("全省唯一的国家级大学科技园", quoted) == ()
    assert [claim.wording for claim in judge_text("全国唯一的大学科技园", quoted)] == ["全国唯一"]
    assert [claim.wording for claim in judge_text("全省最大的大学科技园", quoted)] == ["全省最大"]


def test_a_title_is_evidence_of_being_first_and_national_but_not_of_being_the_best() -> None:
    awarded = Setting(evidence=True)
    assert judge_text("全省首个零碳工厂，国家级绿色工厂", awarded) == ()
    assert [claim.wording for claim in judge_text("全省最好的工厂", awarded)] == ["全省最好"]


def test_cures_are_looked_for_near_wellness_and_the_crude_ones_everywhere() -> None:
    assert judge_text("车间生产治疗高血压的药。") == ()
    assert [claim.rule for claim in judge_text("这里能治疗高血压。", WELL)] == ["medical"]
    assert [claim.rule for claim in judge_text("本品包治百病。")] == ["medical"]


def test_a_finding_on_health_belongs_to_somebody_but_a_cure_to_nobody() -> None:
    effect, cure = "改善人体新陈代谢", "治疗失眠"
    assert judge_text(f"康养可{effect}。")
    assert judge_text(f"吴天一院士提出，康养可{effect}。") == ()
    assert judge_text(f"吴天一院士提出，康养可{cure}。")


def test_a_policy_without_dates_is_in_force_for_nobody() -> None:
    said = "已生效"
    assert judge_text(said) == ()  # of what, is not said
    assert [claim.rule for claim in judge_text(said, Setting(dates="unknown"))] == ["in_force"]
    assert judge_text(f"本办法{said}", Setting(dates="known")) == ()


@pytest.mark.parametrize(
    ("written", "wording"),
    [
        ("这里最 适合养老", "最 适合"),
        ("全国“最”大的园区", "全国“最”大"),
        ("最\u200b佳选择", "最\u200b佳"),
        ("服務最優", "最優"),
        ("ＴＨＥ ＢＥＳＴ park", "ＢＥＳＴ"),
        ("the b.e.s.t park", "b.e.s.t"),
        ("排名 Ｎｏ．１", "Ｎｏ．１"),
    ],
)
def test_a_disguise_is_seen_through_and_quoted_as_it_was_written(written: str, wording: str) -> None:
    assert [claim.wording for claim in judge_text(written)] == [wording]


def test_a_wording_is_named_once() -> None:
    assert judge_text("最好，最好，最好。") == (Claim("superlative", "最好", "most"),)


def test_folding_keeps_what_means_something() -> None:
    assert fold("《西宁晚报》称：第 一 ·名，２０２５。") == "《西宁晚报》称:第一名,2025。"
    assert fold("稅收返還") == "税收返还"
    text = "园区 · 最“好” ABC"
    folded = fold(text)
    start = folded.index("最")
    assert stretch(text, start, start + 2) == "最“好"


def test_gates_let_every_find_through() -> None:
    for _, sentence in (*BAD, *(("", sentence) for sentence in CLEAN)):
        folded = fold(sentence)
        for name, wording in vars(look).items():
            if isinstance(wording, look.Wording):
                assert [*wording.finditer(folded)] or not wording.pattern.search(folded), (name, sentence)


def test_what_the_program_itself_prints_passes() -> None:
    modules = [
        importlib.import_module(f"brochure.words.page.{each.name}")
        for each in pkgutil.iter_modules(brochure.words.page.__path__)
    ]
    told = [text for module in (*modules, maps) for value in vars(module).values() for text in _texts(value)]
    assert len(told) > 100
    for text in told:
        assert (judge_text(text.zh), judge_text(text.en)) == ((), ()), text


def _texts(value: object) -> list[Text]:
    if isinstance(value, Text):
        return [value]
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, tuple | list) else ()
    return [text for each in inside for text in _texts(each)]
