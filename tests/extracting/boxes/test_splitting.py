import pytest

from thucydides.extracting.boxes.splitting import border_of_figures
from thucydides.extracting.pieces import Piece


@pytest.mark.parametrize(
    ("lines", "concepts", "border"),
    [
        (["80 men,", "7 guns", "97 men"], [["personnel"], ["artillery"], ["personnel"]], (2, "runs-of-commas")),
        (["80 men", "7 guns", "97 men"], [["personnel"], ["artillery"], ["personnel"]], (2, "counted-again")),
        (["80 men", "7 guns"], [["personnel"], ["artillery"]], (1, "one-line-each")),
        (["80 men", "7 guns", "5 ships"], [["personnel"], ["artillery"], ["ships"]], (0, "")),
        (["8 dead", "9 dead", "10 dead"], [["dead"], ["dead"], ["dead"]], (0, "")),
        (["80 men"], [["personnel"]], (0, "")),
    ],
)
def test_the_second_column_begins_where_the_lines_show_it(
    lines: list[str], concepts: list[list[str]], border: tuple[int, str]
) -> None:
    assert border_of_figures([Piece(0, line) for line in lines], concepts) == border
