"""Are the characters those that were written, whatever the encoding?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thucydides.reading.decoding import decoded
from thucydides.vocabulary import CannotRead, Document

FRENCH = "Le général Frémont déclara que l’armée avait été défaite près du fossé, après la mêlée."
MIXED = "The Nomonhan incident (ノモンハン事件) cost 8,440 dead – so they say."
written = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co")), min_size=1).filter(
    lambda words: not words.startswith("\ufeff")
)


def _decoded(content: bytes, declared: str = "") -> str:
    return decoded(Document("page", content), declared)


@given(written)
def test_utf_8_is_read_as_it_was_written(words: str) -> None:
    assert _decoded(("x" + words).encode()) == "x" + words


@given(words=written, encoding=st.sampled_from(["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]))
def test_a_byte_order_mark_decides_and_is_dropped(words: str, encoding: str) -> None:
    assert _decoded(("\ufeff" + "x" + words).encode(encoding)) == "x" + words


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("words", [FRENCH, MIXED, "ノモンハン 事件は 1939 年。"])
def test_utf_16_is_known_without_a_mark(words: str, encoding: str) -> None:
    assert _decoded(words.encode(encoding)) == words


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_the_western_code_pages_are_told_apart(encoding: str) -> None:
    assert _decoded(FRENCH.encode(encoding)) == FRENCH


@pytest.mark.parametrize(("encoding", "words"), [("cp437", "a mêlée of Frémont's men"), ("latin-1", "a long mêlé")])
def test_old_encodings_with_a_few_accents_are_read(encoding: str, words: str) -> None:
    assert _decoded(words.encode(encoding)) == words


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("koi8-r", "Потери составили 300 человек."),
        ("shift_jis", "事件は哈拉哈河で起きた。"),
        ("iso-2022-jp", "事件 1939"),
    ],
)
def test_a_declared_encoding_is_used(encoding: str, words: str) -> None:
    assert _decoded(words.encode(encoding), encoding) == words


RUSSIAN = (
    "Потери обеих сторон в том бою остались неизвестны, но к вечеру Армия отошла за реку, и три орудия были потеряны."
)
JAPANESE = "その日の戦いで両軍がどれほどの兵を失ったかは分からないが、夕方には部隊は川の向こうへ退き、砲を三門失った。"
CHINESE = (
    "那一天的战斗中两军损失了多少人，没有人知道。到了下午，军队退到河的那一边去了，丢了三门大炮，这是后来人们说的。"
)
TRADITIONAL = (
    "那一天的戰鬥中兩軍損失了多少人，沒有人知道。到了下午，軍隊退到河的那一邊去了，丟了三門大炮，這是後來人們說的。"
)
KOREAN = (
    "그날의 전투에서 양쪽 군대가 얼마나 많은 병사를 잃었는지는 "
    "알려지지 않았지만 저녁에 부대는 강의 건너편으로 물러났다."
)
GREEK = (
    "Κανείς δεν ξέρει πόσους άνδρες έχασαν οι δύο στρατοί εκείνη "
    "την ημέρα, αλλά το βράδυ υποχώρησαν πίσω από το ποτάμι."
)
HEBREW = "איש אינו יודע כמה חיילים איבדו שני הצבאות באותו היום, אך בערב נסוג הצבא אל מעבר לנהר ואיבד שלושה תותחים."


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        *(("cp1251", RUSSIAN), ("koi8-r", RUSSIAN), ("cp866", RUSSIAN), ("iso8859-5", RUSSIAN)),
        *(("cp932", JAPANESE), ("euc_jp", JAPANESE), ("gb18030", CHINESE), ("big5", TRADITIONAL), ("cp949", KOREAN)),
    ],
)
@pytest.mark.parametrize("page", ["{}", "<html><head><title>x</title></head><body><p>{}</p>"])
def test_a_code_page_that_nobody_names_is_known_by_its_words(encoding: str, words: str, page: str) -> None:
    assert _decoded(page.format(words).encode(encoding)) == page.format(words)
    assert _decoded(page.format(words).encode(encoding), "iso-8859-1") == page.format(words)


@pytest.mark.parametrize(("encoding", "words"), [("cp1253", GREEK), ("cp1255", HEBREW), ("cp1251", RUSSIAN[:30])])
def test_what_no_known_code_page_makes_plausible_stays_refused(encoding: str, words: str) -> None:
    with pytest.raises(CannotRead):
        _decoded(words.encode(encoding))


@pytest.mark.parametrize(
    ("declared", "encoding", "words"),
    [("gb2312", "gb18030", "龍門鎔"), ("Shift_JIS", "cp932", "①②髙"), ("big5", "big5hkscs", "哋嘅")],
)
def test_the_old_name_of_a_code_page_means_the_wider_one(declared: str, encoding: str, words: str) -> None:
    assert _decoded(words.encode(encoding), declared) == words


def test_a_declaration_that_is_not_true_is_not_believed() -> None:
    assert _decoded(MIXED.encode(), "iso-8859-1") == MIXED
    assert _decoded(MIXED.encode(), "no-such-thing") == MIXED


@given(cut=st.integers(min_value=1, max_value=3))
def test_of_a_file_that_was_cut_off_only_the_broken_character_is_lost(cut: int) -> None:
    assert _decoded(f"{MIXED} 𐎠".encode()[:-cut]) == f"{MIXED} "
    assert _decoded(b"\xff\xfe" + MIXED.encode("utf-16-le")[:-1]) == MIXED[:-1]


def test_a_stray_byte_in_utf_8_costs_nothing_else() -> None:
    assert _decoded((MIXED * 9).encode() + b" caf\xe9 " + MIXED.encode()) == f"{MIXED * 9} café {MIXED}"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b" \r\n\t",
        b"\xef\xbb\xbf",
        b"\0" * 50,
        bytes(range(256)) * 4,
        b"words\0more words",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        "Потери составили человек".encode("cp1251"),
        b"\xff\xfe\x00\xd8\x00\xd8",
    ],
)
def test_what_is_empty_binary_or_unknown_is_refused_with_a_sentence(content: bytes) -> None:
    with pytest.raises(CannotRead, match=r"^page: .*; .*\.$"):
        _decoded(content)


@given(st.binary(max_size=400))
def test_no_bytes_at_all_bring_more_than_a_refusal(content: bytes) -> None:
    try:
        assert _decoded(content).isprintable() is not None
    except CannotRead as refusal:
        assert str(refusal).endswith(".")


@pytest.mark.parametrize("words", ["300\0 killed near the old ford, and 45 wounded", "the ford " * 400 + "\0\0"])
def test_a_text_with_zero_bytes_in_it_is_refused_and_not_taken_for_wide_characters(words: str) -> None:
    with pytest.raises(CannotRead, match="zero bytes"):
        decoded(Document("a.txt", words.encode()))
