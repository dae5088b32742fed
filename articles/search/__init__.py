"""Search: the words of a reader become terms, the terms one Postgres text query, the query rows in order of rank.

Words must all be there; "a phrase" must stand so; -word must not be there. English words match by their stem, words
in Hangul or Chinese characters by their beginning, because particles are stuck to them (량강도에서).
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from typing import Any

from django.contrib.postgres.search import (
    CombinedSearchQuery,
    SearchHeadline,
    SearchQuery,
    SearchRank,
    SearchVectorField,
)
from django.db import connection
from django.db.models import BigIntegerField, Case, F, Func, Q, QuerySet, TextField, Value, When
from django.db.models.functions import Cast

from articles.cursors import bad_cursor, pack, unpack
from articles.facets import BadParameter, Filter
from articles.models import Article, ClaimVersion
from articles.models.article import ArticleQuerySet
from articles.queries.browse import (
    NOW,
    PAGE,
    ClaimVersions,
    article_cursor,
    articles_after,
    claim_cursor,
    claims_after,
    claims_for_list,
    for_list,
    newest_claims_first,
)
from articles.queries.times import claims_then, say_as_then, say_claims_as_then, texts_then

LONGEST_QUERY = 200
MOST_TERMS = 12
TextQuery = SearchQuery | CombinedSearchQuery

_TERM = re.compile(r'(-?)"([^"]*)"|(-?)([^\s"]+)')
_PART = re.compile(r"[^\W_]+")
_QUOTES = str.maketrans("“”„«»", '"""""')
_NO_SPACES = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]")
# Particles that no noun of two syllables ends in by itself; others (가, 이, 도, 로) are too often part of a word.
_PARTICLE = re.compile("(?<=[가-힣]{2})(?:에서[는도의]?|에게|에[는도]|으로|까지|을|를|은|는|의|에)$")
# Ranks are compared as whole numbers, so that a page ends and the next begins at exactly the same row.
_RANK_STEPS = 1_000_000
# Marks around found words until the text is a list of pieces; no keyboard types them and texts are cleared of them.
START, STOP = "\ue000", "\ue001"


@dataclass(frozen=True)
class Term:
    """One word or phrase, in NFC; `excluded` when it must not be there."""

    text: str
    excluded: bool = False

    @property
    def parts(self) -> list[str]:
        """Its letters and digits, without what stands between."""
        return _PART.findall(self.text)


@dataclass(frozen=True)
class Search:
    """What to look for. `passed_over`: what cannot be looked for: words as common as "the", and lonely punctuation."""

    terms: tuple[Term, ...]
    passed_over: tuple[str, ...]

    @property
    def wanted(self) -> list[str]:
        """The words that must be there."""
        return [term.text for term in self.terms if not term.excluded]

    @property
    def query(self) -> TextQuery | None:
        """The text query; None when there is nothing to look for."""
        if not self.wanted:
            return None
        return reduce(and_, map(_query, self.terms))


def read_search(text: str) -> Search:
    """What a reader asks for. One query, to learn which words are too common. Raises BadParameter with a sentence."""
    terms, passed_over = read_terms(text)
    if not terms:
        return Search((), tuple(passed_over))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT numnode(phraseto_tsquery('english', word)) > 0"
            " FROM unnest(%s::text[]) WITH ORDINALITY AS asked(word, place) ORDER BY place",
            [[term.text for term in terms]],
        )
        means = [row[0] for row in cursor.fetchall()]
    passed_over += [term.text for term, has in zip(terms, means, strict=True) if not has]
    return Search(tuple(term for term, has in zip(terms, means, strict=True) if has), tuple(passed_over))


def read_terms(text: str) -> tuple[list[Term], list[str]]:
    """The terms of a query, and what of it has neither letter nor digit. Raises BadParameter."""
    if len(text) > LONGEST_QUERY:
        raise BadParameter("q", text, f"is {len(text)} characters long; at most {LONGEST_QUERY} are searched for")
    if any(unicodedata.category(letter) in ("Cc", "Cs", "Cn") and not letter.isspace() for letter in text):
        raise BadParameter("q", text, "holds a sign that no text can hold")
    terms, passed_over = [], []
    for minus, phrase, sign, word in _TERM.findall(unicodedata.normalize("NFC", text).translate(_QUOTES)):
        term = Term(" ".join((phrase or word).split()), bool(minus or sign))
        if term.parts:
            terms.append(term)
        elif phrase or word:
            passed_over.append(phrase or word)
    count = sum(len(term.text.split()) for term in terms)
    if count > MOST_TERMS:
        raise BadParameter("q", text, f"has {count} words; at most {MOST_TERMS} are searched for")
    return terms, passed_over


def _query(term: Term) -> TextQuery:
    """A term by stem and as it stands. Only letters and digits, each part quoted, ever stand in a raw query."""
    raw = " <-> ".join(_quoted(part) for part in term.parts)
    queries = [SearchQuery(raw, config=config, search_type="raw") for config in ("english", "simple")]
    if _PART.sub("", term.text).strip():
        # "covid-19" and "U.S." are kept by Postgres in a form of their own.
        queries += [SearchQuery(term.text, config=config, search_type="phrase") for config in ("english", "simple")]
    if term.excluded:
        return reduce(and_, (~query for query in queries))
    return reduce(or_, queries)


def _quoted(part: str) -> str:
    if not _NO_SPACES.search(part):
        return f"'{part}'"
    return f"'{_PARTICLE.sub('', part)}':*"


def matching_articles(found: ArticleQuerySet, query: TextQuery, filter: Filter = NOW) -> ArticleQuerySet:
    """Those of the reports whose text, names or claims match.

    Of another time only the words of that time are looked at: headline and body of the text, and the claims, each for
    itself; a report's vector holds the paraphrases and the names of today.
    """
    texts = _texts(filter)
    if not filter.is_of_another_time:
        return found.filter(pk__in=texts.filter(search=query).values("article"))
    said = matching_claims(claims_then(filter), query).values("claim__article")
    # The index finds what may match; it knows of paraphrases of today, so what it finds is looked at once more.
    worded = texts.filter(search=query).filter(then=query).values("article")
    return found.filter(Q(pk__in=worded) | Q(pk__in=said))


def matching_claims(found: ClaimVersions, query: TextQuery) -> ClaimVersions:
    """Those of the claims whose exact words or paraphrase match."""
    return found.filter(search=query)


def best_articles(
    found: ArticleQuerySet, query: TextQuery, after: str = "", filter: Filter = NOW
) -> tuple[list[Article], str]:
    """The next reports by rank, then newest first, and the cursor that follows, or "". Raises BadParameter."""
    matching = matching_articles(found, query, filter).order_by().values("pk")
    vector = "then" if filter.is_of_another_time else "search"
    hits = _texts(filter).filter(article__in=matching).annotate(rank=_rank(query, vector))
    if after:
        rank, word = _rank_and_place(after)
        same = hits.filter(articles_after(word, "article__"), rank=rank)
        hits = hits.filter(rank__lt=rank) | same
    order = [F(f"article__{name}").desc() for name in ("published_latest", "first_published_at", "id")]
    ranks = dict(hits.order_by("-rank", *order).values_list("article", "rank")[: PAGE + 1])
    articles = {article.pk: article for article in for_list(Article.objects.published().filter(pk__in=ranks), filter)}
    say_as_then(articles.values(), filter)
    rows = [articles[pk] for pk in ranks if pk in articles]
    if len(rows) <= PAGE:
        return rows, ""
    return rows[:PAGE], pack(str(ranks[rows[PAGE - 1].pk]), article_cursor(rows[PAGE - 1]))


def best_claims(
    found: ClaimVersions, query: TextQuery, after: str = "", filter: Filter = NOW
) -> tuple[list[ClaimVersion], str]:
    """The same for claims."""
    hits: Any = matching_claims(found, query).annotate(rank=_rank(query))
    if after:
        rank, word = _rank_and_place(after)
        hits = hits.filter(rank__lt=rank) | hits.filter(claims_after(word, filter), rank=rank)
    ordered = newest_claims_first(hits).query.order_by
    rows = list(claims_for_list(hits.order_by("-rank", *ordered)[: PAGE + 1], filter))
    say_claims_as_then(rows, filter)
    if len(rows) <= PAGE:
        return rows, ""
    return rows[:PAGE], pack(str(rows[PAGE - 1].rank), claim_cursor(rows[PAGE - 1]))  # type: ignore[attr-defined]  # annotated by the query above


def _texts(filter: Filter = NOW) -> Any:
    """The texts that are searched; of another time with `then`, what their vector has of headline and body alone."""
    texts: Any = texts_then(filter)
    return texts.annotate(then=_VECTOR_THEN) if filter.is_of_another_time else texts


_VECTOR_THEN = Func(F("search"), Value("{a,c}"), function="ts_filter", output_field=SearchVectorField())
# Of D, C, B and A: words of claims weigh as much as those of the body.
_WEIGHTS = Value([0.2, 0.2, 0.4, 1.0])


def _rank(query: TextQuery, vector: str = "search") -> Cast:
    return Cast(SearchRank(F(vector), query, weights=_WEIGHTS, cover_density=True) * _RANK_STEPS, BigIntegerField())


def _rank_and_place(after: str) -> tuple[int, str]:
    rank, word = unpack(after, 2)
    if not (rank.isascii() and rank.isdigit() and len(rank) < 16):
        raise bad_cursor(after)
    return int(rank), word


@dataclass(frozen=True)
class Searched:
    """What was searched of a report: headline, body (or the claims, where the body is not shown), names, by line."""

    headline: str
    body: str
    names: str


def searched_of(articles: Sequence[int], filter: Filter = NOW) -> dict[int, Searched]:
    """The searched words of a page of reports, by the report's row number."""
    today = [Value(""), Value("")] if filter.is_of_another_time else [F("claims"), F("names")]
    rows = texts_then(filter).filter(article__in=articles).values_list("article", "headline", "body", *today)
    return {pk: Searched(headline, f"{body}\n\n{claims}".strip(), names) for pk, headline, body, claims, names in rows}


def highlighted(
    rows: QuerySet[Any], texts: Mapping[int, Sequence[str]], query: TextQuery, *, shorten: Sequence[bool]
) -> dict[int, list[str]]:
    """The same texts with START and STOP around what the query finds; those to `shorten`, as up to two fragments.

    `texts`: several for each row number of `rows`. They are given and not read here, so that words a list must not
    show are gone before fragments are cut.
    """
    if not texts:
        return {}
    marked = {f"marked_{place}": _headline(texts, place, query, short) for place, short in enumerate(shorten)}
    found = rows.filter(pk__in=texts).order_by().annotate(**marked).values_list("pk", *marked)
    return {pk: list(parts) for pk, *parts in found}


def _headline(texts: Mapping[int, Sequence[str]], place: int, query: TextQuery, short: bool) -> SearchHeadline:
    whens = [When(pk=pk, then=Value(_clear(parts[place]))) for pk, parts in texts.items()]
    text = Case(*whens, default=Value(""), output_field=TextField())
    options: dict[str, Any] = {"highlight_all": True}
    if short:
        options = {"max_fragments": 2, "max_words": 28, "min_words": 12, "fragment_delimiter": " … "}
    return SearchHeadline(text, query, config="english", start_sel=START, stop_sel=STOP, **options)


def _clear(text: str) -> str:
    return text.replace(START, "").replace(STOP, "")
