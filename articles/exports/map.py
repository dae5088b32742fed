"""What is told to programs of the provinces on the map: the same numbers as in its table."""

from collections.abc import Sequence

from articles.exports.rows import Row, means
from articles.facets import Filter
from articles.pages.map import counted

STATES = {"some": "reports", "zero": "none of these reports", "none": "no report in this collection"}


class MapProvince(Row):
    """A province, or the border region beside them."""

    province: str = means("the province's slug")
    province_name: str = means("its name")
    state: str = means(
        "reports; none of these reports (there are some about the province, none that the parameters ask for); "
        "or no report in this collection"
    )
    reports: int = means("reports asked for, about the province; copies and translations count once")
    claims: int = means("claims asked for, about the province")


def map_provinces(asked: Filter) -> Sequence[MapProvince]:
    """By name. Raises BadParameter."""
    return [
        MapProvince(
            province=row.province.slug,
            province_name=row.province.name_en,
            state=STATES[row.kind],
            reports=row.reports.count,
            claims=row.claims.count,
        )
        for row in counted(asked, "reports").rows
    ]
