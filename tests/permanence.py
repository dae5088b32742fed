"""Whatever editors do, in any order: the walk that test_permanence takes, and what it looks at after every step."""

import html
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count
from random import Random
from typing import Any

from django.contrib.auth.models import User
from django.db import IntegrityError, connection, transaction
from django.utils.text import slugify

from articles.dates import PartialDate
from articles.editing.carrying import WordsGone
from articles.editing.claims import ClaimDraft, StepDraft, attribute, draft_of, latest_version, pin_claim, revise_claim
from articles.editing.drafting import (
    Description,
    Words,
    describe_article,
    description_of,
    draft_report,
    file_article,
    latest_revision,
    propose_revision,
    words_of,
)
from articles.editing.grading import grade_claim
from articles.editing.importing import Given, bring_in
from articles.editing.linking import link_claims, unlink_claims
from articles.editing.merging import CannotMerge, merge_institutions, merge_outlets
from articles.editing.permissions import set_permission
from articles.editing.publishing import NotReady, publish_article
from articles.editing.removing import ask_removal, confirm_removal
from articles.editing.renaming import rename_institution, rename_outlet, rename_topic
from articles.editing.topic_merging import CannotUndo, merge_topics, undo_merge
from articles.editing.withdrawing import restore_article, withdraw_article, withdraw_claim
from articles.models import (
    ActKind,
    Address,
    Article,
    Claim,
    ClaimVersion,
    LinkKind,
    PublicText,
    Revision,
    State,
    Topic,
    TopicMerge,
    WithdrawalClass,
)
from articles.report_text import read_report
from articles.spans import SpanError, paragraphs
from config.verifying.ledger import chain
from provinces.models import Province
from sources.models import Institution, Outlet, Show, Speaker, Speech
from tests.conftest import Reader

# What an editor is told when something cannot be done; anything else that is raised is a mistake of ours.
REFUSALS = (ValueError, NotReady, CannotMerge, CannotUndo, WordsGone, SpanError)
TOPICS = ["trade", "trade-policy", "self-reliance", "trading-companies", "market-prices", "smuggling"]
PROVINCES = ["ryanggang", "rason", "north-hamgyong"]
GOODS = ["soap", "cloth", "paper", "coal", "squid", "rice", "wigs", "zinc", "fuel", "timber"]


@dataclass
class Figures:
    """What a walk did: operations by name, those refused, addresses given out and looked at."""

    done: dict[str, int] = field(default_factory=dict)
    refused: int = 0
    addresses: int = 0
    looked_at: int = 0
    answers: dict[int, int] = field(default_factory=dict)

    @property
    def operations(self) -> int:
        return sum(self.done.values()) + self.refused

    @classmethod
    def of(cls, walks: Iterable["Figures"]) -> "Figures":
        """The sum of several walks."""
        total = cls()
        for walk in walks:
            for name, number in walk.done.items():
                total.done[name] = total.done.get(name, 0) + number
            for status, number in walk.answers.items():
                total.answers[status] = total.answers.get(status, 0) + number
            total.refused += walk.refused
            total.addresses += walk.addresses
            total.looked_at += walk.looked_at
        return total

    def lines(self) -> list[str]:
        """For the terminal."""
        return [
            f"{self.operations} operations, {self.refused} of them refused to the editor",
            "  " + ", ".join(f"{name} {number}" for name, number in sorted(self.done.items())),
            f"{self.addresses} addresses given out, looked at {self.looked_at} times: {self.answers}",
        ]


class Walk:
    """One archive under many hands. `chance` decides what an operation does it to; every walk begins with two reports."""

    def __init__(self, *, by: User, second: User, reader: Reader, figures: Figures) -> None:
        self.by, self.second, self.reader, self.figures = by, second, reader, figures
        self.numbers = count(1)
        self.issued: dict[str, None] = {}
        self.texts: dict[str, tuple[str, str]] = {}
        self.words: dict[str, str] = {}
        self.chance = Random(0)
        for number in range(2):
            self.do(Walk.new_report, Random(number))

    def do(self, operation: Callable[["Walk"], None], chance: Random) -> None:
        """One operation, whole or not at all; then every address is noted that readers can find from now on."""
        self.chance = chance
        try:
            with transaction.atomic():
                operation(self)
                # As a commit would, the database checks its rules now.
                with connection.cursor() as cursor:
                    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
        except REFUSALS:
            self.figures.refused += 1
        except IntegrityError as error:
            # An address that leads, or led, to something else: the database has the last word.
            if not re.search("slug|address", str(error)):
                raise
            self.figures.refused += 1
        else:
            name = operation.__name__
            self.figures.done[name] = self.figures.done.get(name, 0) + 1
        self.note()

    # What editors do.

    def new_report(self) -> None:
        outlet, _ = Outlet.objects.get_or_create(
            name=f"Outlet {self.chance.choice('ABC')}",
            defaults={"slug": f"outlet-{next(self.numbers)}", "show": "full"},
        )
        if outlet.show == Show.NOTHING:
            raise ValueError("this outlet shows nothing")
        article = draft_report(
            by=self.by,
            outlet=outlet,
            words=self._words(),
            description=Description(published=PartialDate.parse("2023-04")),
        )
        self._file(article)
        self._pin(article)
        publish_article(by=self.by, article=article)

    def correct(self) -> None:
        article = self._article()
        words = words_of(latest_revision(article))
        parts = words.body.split("\n\n")
        place = self.chance.randrange(len(parts))
        change = self.chance.choice(["change", "drop", "add", "move", "headline"])
        if change == "drop" and len(parts) > 1:
            del parts[place]
        elif change == "add":
            parts.insert(place, self._sentence())
        elif change == "move":
            parts.append(parts.pop(place))
        elif change == "change":
            parts[place] = f"{self._sentence()} {parts[place]}"
        headline = self._headline() if change == "headline" else words.headline
        propose_revision(by=self.by, article=article, words=Words(headline, "\n\n".join(parts)))
        publish_article(
            by=self.by, article=article, kind=self.chance.choice([ActKind.CORRECTED_HERE, ActKind.CORRECTED_BY_OUTLET])
        )

    def pin_more(self) -> None:
        article = self._article()
        self._pin(article)
        publish_article(by=self.by, article=article)

    def reword(self) -> None:
        claim = self._claim()
        last = latest_version(claim)
        changed = {**vars(draft_of(last)), "paraphrase": self._sentence(), "topics": self._topics()}
        revise_claim(by=self.by, claim=claim, revision=last.revision, draft=ClaimDraft(**changed))
        publish_article(by=self.by, article=claim.article)

    def regrade(self) -> None:
        claim = self._claim()
        grade = self.chance.choice([None, 2, 3, 4, 5, 6])
        grade_claim(by=self.by, claim=claim, credibility=grade, reason="consistent" if grade else "")
        publish_article(by=self.by, article=claim.article)

    def retract(self) -> None:
        publish_article(by=self.by, article=self._article(), kind=ActKind.RETRACTED)

    def withdraw(self) -> None:
        why = self.chance.choice(list(WithdrawalClass))
        withdraw_article(
            by=self.by, article=self._article(), withdrawal_class=why, reason="a walk", successor=self._successor("a")
        )

    def withdraw_one_claim(self) -> None:
        why = self.chance.choice(list(WithdrawalClass))
        withdraw_claim(
            by=self.by, claim=self._claim(), withdrawal_class=why, reason="a walk", successor=self._successor("c")
        )

    def restore(self) -> None:
        gone = self._any(Article.objects.filter(state=State.WITHDRAWN))
        restore_article(by=self.second, article=gone, reason="a walk")

    def remove_a_revision(self) -> None:
        revision = self._any(Revision.objects.filter(published_at__isnull=False, removed_at=None))
        confirm_removal(by=self.second, removal=ask_removal(by=self.by, revision=revision, reason="a walk"))

    def import_again(self) -> None:
        article = self._article()
        revision = latest_revision(article)
        address = f"https://outlet.example/{article.public_id}"
        if article.original_url != address:
            describe_article(
                by=self.by,
                article=article,
                description=Description(**{**vars(description_of(article)), "original_url": address}),
            )
        body = revision.body if self.chance.random() < 0.3 else f"{revision.body}\n\n{self._sentence()}"
        raw = f"{revision.headline}\n\n{body}\n"
        given = Given(headline=revision.headline, url=address, language="en", publish=self.chance.random() < 0.7)
        text = read_report(raw.encode(), language="en")
        bring_in(by=self.by, outlet=article.outlet, name="again.txt", text=text, original=raw, given=given)

    def refile(self) -> None:
        self._file(self._article())

    def permit(self) -> None:
        show = self.chance.choices(list(Show), weights=[4, 4, 1])[0]
        set_permission(by=self.by, outlet=self._any(Outlet.objects.all()), show=show)

    def rename(self) -> None:
        """Also to an address that something else had once, which is refused."""
        kind: Any = self.chance.choice([Topic, Institution, Outlet])
        name = f"Renamed {next(self.numbers)}"
        old = Address.objects.filter(slug__startswith="renamed").values_list("slug", flat=True).order_by("slug")
        slug = self.chance.choice(["", slugify(name), *old])
        if kind is Topic:
            rename_topic(by=self.by, topic=self._topics()[0], name=name, slug=slug)
        elif kind is Institution:
            rename_institution(by=self.by, institution=self._any(Institution.objects.all()), name=name, slug=slug)
        else:
            rename_outlet(by=self.by, outlet=self._any(Outlet.objects.all()), name=name, slug=slug)

    def merge(self) -> None:
        kind: Any = self.chance.choice([Topic, Institution, Outlet])
        if kind is Topic:
            one, into = self._topics()[0], self._any(Topic.objects.filter(slug__in=TOPICS))
            merge_topics(by=self.by, topic=one, into=into)
        elif kind is Institution:
            merge_institutions(
                by=self.by,
                institution=self._any(Institution.objects.all()),
                into=self._any(Institution.objects.all()),
            )
        else:
            merge_outlets(by=self.by, outlet=self._any(Outlet.objects.all()), into=self._any(Outlet.objects.all()))

    def take_a_merge_back(self) -> None:
        undo_merge(by=self.by, merge=self._any(TopicMerge.objects.filter(undone_at=None)))

    def link(self) -> None:
        """Two claims, which may be of one report; or what links them goes. Each is published with its next version."""
        one, other = self._claim(), self._claim()
        if self.chance.random() < 0.3:
            unlink_claims(by=self.by, claim=one, other=other)
        else:
            kind = self.chance.choice(list(LinkKind))
            link_claims(by=self.by, claim=one, other=other, kind=kind, reason="a walk")
        for article in Article.objects.filter(pk__in={one.article_id, other.article_id}).order_by("pk"):
            publish_article(by=self.by, article=article)

    def make_anew(self) -> None:
        """A topic, body or outlet at an address that may have led elsewhere before."""
        known = Address.objects.exclude(kind="province").filter(slug__regex="^(renamed|outlet|body)")
        address = self._any(known)
        name = f"Anew {next(self.numbers)}"
        if address.kind == "topic":
            Topic.objects.create(name=name, slug=address.slug)
        elif address.kind == "institution":
            Institution.objects.create(name_en=name, slug=address.slug)
        else:
            Outlet.objects.create(name=name, slug=address.slug)

    # With what.

    def _any(self, rows: Any) -> Any:
        found = list(rows.order_by("pk"))
        if not found:
            raise ValueError("there is none yet")
        return self.chance.choice(found)

    def _article(self) -> Article:
        found: Article = self._any(Article.objects.filter(is_public=True).select_related("outlet"))
        return found

    def _claim(self) -> Claim:
        found: Claim = self._any(Claim.objects.filter(is_public=True).select_related("article__outlet"))
        return found

    def _successor(self, kind: str) -> str:
        ids = [
            row.public_id for row in (Article if kind == "a" else Claim).objects.filter(is_public=True).order_by("pk")
        ]
        return self.chance.choice(["", *ids])

    def _topics(self) -> list[Topic]:
        known = Topic.objects.filter(slug__in=TOPICS) | Topic.objects.filter(slug__startswith="renamed")
        return self.chance.sample(list(known.order_by("pk")), 2)

    def _file(self, article: Article) -> None:
        provinces = Province.objects.filter(slug__in=self.chance.sample(PROVINCES, 2))
        file_article(by=self.by, article=article, provinces=list(provinces), topics=self._topics())

    def _pin(self, article: Article) -> None:
        """A claim on one sentence, which an unnamed source tells or a body says."""
        revision = latest_revision(article)
        line = self.chance.choice(paragraphs(revision.body))
        end = line.start + self.chance.randint(len(line.text) // 2, len(line.text))
        steps = [StepDraft(Speaker.OUTLET, Speech.OWN, outlet=article.outlet)]
        source = None
        if self.chance.random() < 0.5:
            source = attribute(by=self.by, article=article, descriptor="a trader on the river")
            steps.append(StepDraft(Speaker.UNNAMED, Speech.DIRECT, attribution=source, printed="a trader on the river"))
        number = self.chance.randint(1, 4)
        body, _ = Institution.objects.get_or_create(
            name_en=f"Body {number}", defaults={"slug": f"body-{next(self.numbers)}", "level": "provincial"}
        )
        steps.append(StepDraft(Speaker.INSTITUTION, Speech.INDIRECT, institution=body, printed="the body"))
        draft = ClaimDraft(line.start, end, steps, self._sentence(), source, provinces=[], topics=self._topics())
        pin_claim(by=self.by, article=article, revision=revision, draft=draft)

    def _headline(self) -> str:
        return f"Traders and {self.chance.choice(GOODS)}, number {next(self.numbers)}"

    def _sentence(self) -> str:
        one, other = self.chance.sample(GOODS, 2)
        return f"On day {next(self.numbers)} they brought {one} over the river and took {other} back."

    def _words(self) -> Words:
        return Words(self._headline(), "\n\n".join(self._sentence() for _ in range(self.chance.randint(2, 5))))

    # What readers find.

    def note(self) -> None:
        """Every address that the public pages give out now, and the words that stand there."""
        for address in self._given_out():
            self.issued.setdefault(address)
        for text in PublicText.objects.filter(is_public=True, removed_at=None).select_related("article"):
            page = f"/articles/{text.article.public_id}/v/{text.number}/"
            if text.body:
                self.texts.setdefault(page, (text.headline, text.body))
        for version in ClaimVersion.objects.filter(is_public=True, removed_at=None).select_related("claim"):
            self.words.setdefault(f"/claims/{version.claim.public_id}/v/{version.number}/", version.exact)
        self.figures.addresses = len(self.issued)

    def _given_out(self) -> Iterator[str]:
        for article in Article.objects.filter(is_public=True).prefetch_related("texts"):
            own = f"/articles/{article.public_id}/"
            yield from (own, f"{own}timemap", f"/a/{article.public_id}", f"/a/{_grouped(article.public_id)}")
            numbers = sorted(text.number for text in article.texts.all())
            for text in article.texts.all():
                yield f"{own}v/{text.number}/"
                if text.is_current and slugify(text.headline):
                    yield f"{own}{slugify(text.headline)}/"
            if len(numbers) > 1:
                # The first text and the one before beside the newest; of the rest there would be too many to look at.
                yield from (f"{own}diff/{number}..{numbers[-1]}/" for number in {numbers[0], numbers[-2]})
                yield f"{own}diff/{numbers[-1]}..{numbers[-2]}/"
        for claim in Claim.objects.filter(is_public=True).prefetch_related("versions"):
            own = f"/claims/{claim.public_id}/"
            yield from (own, own.rstrip("/"), f"/c/{claim.public_id}", f"/claims/{_grouped(claim.public_id)}/")
            yield from (f"{own}v/{version.number}/" for version in claim.versions.all() if version.published_at)
        for kind, slug in Address.objects.exclude(kind="province").values_list("kind", "slug"):
            if kind != "topic" or slug in TOPICS or slug.startswith("renamed"):
                yield f"/{kind}s/{slug}/"

    def look(self, address: str, seen: dict[str, int]) -> None:
        """It answers, at most one hop on; and if words of a text or a claim stand there, they are those that always did.

        `seen`: what addresses answered in this round.
        """
        answer = self.reader.get(address)
        self.figures.looked_at += 1
        self.figures.answers[answer.status_code] = self.figures.answers.get(answer.status_code, 0) + 1
        status = answer.status_code
        if status == 308:
            # Where it leads is looked at once in a round, however many addresses lead there.
            target = answer["Location"]
            status = seen.get(target) or self.reader.get(target).status_code
            seen[target] = status
        else:
            seen[address] = status
        assert status in (200, 410, 451), f"{address} answers {answer.status_code}, in the end {status}"
        if answer.status_code != 200:
            return
        page = answer.content.decode()
        if address in self.texts:
            headline, body = self.texts[address]
            served = [_plain(text) for text in re.findall(r'<p id="p\d+"[^>]*>(.*?)</p>', page, re.S)]
            assert not served or "\n\n".join(served) == body, f"{address} reads otherwise"
            title = re.search(r"<h1[^>]*>(.*?)</h1>", page, re.S)
            assert title and _plain(title[1]) == headline, f"{address} has another headline"
        if address in self.words:
            marked = re.search(r"<mark>(.*?)</mark>", page, re.S)
            assert marked and _plain(marked[1]) == self.words[address], f"{address} reads otherwise"

    def look_at_some(self, chance: Random, many: int) -> None:
        """A few addresses, old and new alike."""
        for address in chance.sample(list(self.issued), min(many, len(self.issued))):
            self.look(address, {})

    def look_at_all(self) -> None:
        """Every address ever given out, and the ledger."""
        seen: dict[str, int] = {}
        for address in self.issued:
            self.look(address, seen)
        assert list(chain()) == []


OPERATIONS = (
    Walk.new_report, Walk.correct, Walk.pin_more, Walk.reword, Walk.regrade, Walk.retract, Walk.withdraw,
    Walk.withdraw_one_claim, Walk.restore, Walk.remove_a_revision, Walk.import_again, Walk.refile, Walk.permit,
    Walk.rename, Walk.merge, Walk.take_a_merge_back, Walk.link, Walk.make_anew,
)  # fmt: skip


def _grouped(public_id: str) -> str:
    return f"{public_id[:4]}-{public_id[4:]}".upper()


def _plain(markup: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", markup))
