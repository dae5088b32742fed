"""Where the clauses of a Korean sentence end, and who stands within one that belongs to somebody else."""

from articles.suggestions.korean.predicates import MODIFYING
from provinces.patterns import lazy

# How a clause ends, or goes over into the next.
ENDS = lazy(r"[가-힣](?:고|며|자|서|면|데|만|니|록|듯|[아어여해]|[는던])\s|[,.?!]\s")
# A clause after which somebody else may act.
TURNS = lazy(r"(?:지만|는데|은데|니까|[하으]니|어도|아도|더니|[으하]면|[하되지]자|[아어해]서|때문에|탓에)[\s,]")
WENT_ON = lazy(r"[려켜쳐와워여러]\s")
# The same of what is told, in which 눈감아 준 군인은 is nobody's clause.
_ENDS_WITHIN = lazy(
    r"[가-힣](?:고|며|자|서|면|데|만|니|록|듯|[아어여해](?!\s(?:준|주|둔|두|놓|온|오|간|가|버린|본|보|있|낸|내|나)))\s"
    r"|(?:바람|때문|탓|통|덕|뒤|후|다음|가운데)에?\s|[고며자서면데만니까],\s|[.?!]\s"
)
# 속한, 찾아간, 일하는: what says something of the noun behind it.
_MODIFIES = lazy(
    rf"\s(?:[^\s,.]{{1,12}}(?<![고며자서면데만니])\s){{0,3}}?(?!(?:최근|이번|지난|한편|다만|모든|어떤|대한|관한|일반|전반|국가안전|인민)\s)[^\s,.]{{0,8}}[{MODIFYING}]\s"
)


def describes(words: str, after: int, begin: int) -> bool:
    """Whether somebody before `after` only stands in what says which body begins there: 상인들이 찾아간 시당은."""
    return _MODIFIES.fullmatch(words, after, begin) is not None


def is_told_of(words: str, after: int, begin: int) -> bool:
    """Whether somebody who begins there is within what a body says: 안전부가 신고하지 않는 주민은 잡아간다고 …; `after`: the body's end."""
    return _ENDS_WITHIN.search(words, after, begin) is None
