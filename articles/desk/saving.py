"""Keep everything of the article's screen in one transaction, through the named write actions, or nothing of it."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from articles.desk.attributions import reword_source
from articles.desk.claim_form import REJECT, ClaimForm
from articles.desk.screen import Screen
from articles.editing.claims import attribute, drop_claim, pin_claim, reads_as_pinned, revise_claim
from articles.editing.drafting import describe_article, file_article, latest_revision, propose_revision
from articles.editing.leaving import propose_leaving
from articles.editing.locking import take_edit
from articles.editing.refusals import turn_down
from articles.editing.warnings import answer_warning, note_warnings
from articles.models import Answer, Article, Claim, ClaimWarning, Revision, Topic
from articles.suggestions.values import Danger
from sources.models import Attribution


@transaction.atomic
def save_screen(*, by: AbstractBaseUser, screen: Screen, may_edit: bool) -> None:
    """Keep a screen that `is_valid()`. Raises StaleEdit, when nothing is kept."""
    take_edit(screen.article, screen.opened_at)
    # From here on nobody else writes this report; publishing and withdrawing wait as well.
    article = (
        Article.objects.select_for_update(of=("self",)).select_related("outlet", "origin").get(pk=screen.article.pk)
    )
    revision = latest_revision(article)
    # Of the text that was read; with their words they follow into the one that is sent.
    _keep_refusals(by, article, revision, screen)
    if may_edit:
        describe_article(by=by, article=article, description=screen.report.description())
        revision = propose_revision(
            by=by, article=article, words=screen.report.words(), reason=screen.report.cleaned_data["reason"]
        )
    data = screen.report.cleaned_data
    file_article(by=by, article=article, provinces=data["provinces"], topics=_topics(screen))
    attributions = _keep_sources(by, article, screen)
    for form in screen.claim_forms:
        _keep_claim(by, article, revision, form, attributions)


def _topics(screen: Screen) -> list[Topic]:
    """What the report is filed under: the topics chosen; where none is, those suggested for it, once a claim is accepted."""
    data = screen.report.cleaned_data
    accepts = any(form.is_offer and not form.is_blank for form in screen.claim_forms)
    topics: list[Topic] = data["topics"] or (data["suggested_topics"] if accepts else [])
    return topics


def _keep_sources(by: AbstractBaseUser, article: Article, screen: Screen) -> dict[int, Attribution]:
    """The report's attributions by their numbers on the page, new ones made; suggested ones only if a claim names them."""
    kept: dict[int, Attribution] = {}
    named = {number for form in screen.claim_forms for number in form.sources_named()}
    for form in screen.sources:
        if form.is_blank or (form.is_suggested and form.number not in named):
            continue
        if form.attribution is None:
            kept[form.number] = attribute(by=by, article=article, **vars(form.words()))
        else:
            kept[form.number] = form.attribution
            if form.has_changed():
                reword_source(by=by, article=article, attribution=form.attribution, words=form.words())
    return kept


def _keep_refusals(by: AbstractBaseUser, article: Article, revision: Revision, screen: Screen) -> None:
    for form in screen.claim_forms:
        if form.decided == REJECT and (place := form.offered_in(revision.body)) is not None:
            turn_down(by=by, article=article, revision=revision, start=place[0], end=place[1])


def _keep_claim(
    by: AbstractBaseUser, article: Article, revision: Revision, form: ClaimForm, attributions: dict[int, Attribution]
) -> None:
    if form.is_blank:
        return
    if form.pinned is None:
        claim = pin_claim(by=by, article=article, revision=revision, draft=form.draft(attributions))
        _keep_answers(by, claim, form)
    elif form.is_dropped:
        drop_claim(by=by, claim=form.pinned.claim)
    else:
        _keep_answers(by, form.pinned.claim, form)
        if "leaves_because" in form.changed_data:
            propose_leaving(by=by, claim=form.pinned.claim, reason=form.cleaned_data["leaves_because"])
        version = form.pinned.version
        # Words may stand where they stood while those around them, which are kept with the claim, are others now.
        has_moved = form.place is not None and (
            form.place != (version.start, version.end) or not reads_as_pinned(version, revision)
        )
        if form.says_something_else or has_moved:
            target = revision if form.place is not None else version.revision
            reason = form.cleaned_data["reason"]
            revise_claim(by=by, claim=form.pinned.claim, revision=target, draft=form.draft(attributions), reason=reason)


def _keep_answers(by: AbstractBaseUser, claim: Claim, form: ClaimForm) -> None:
    """Note the dangers in the claim's words, and what the editor said of each."""
    answers = form.answers()
    note_warnings(claim=claim, found=list(answers))
    # Read anew: the claim came with the warnings it had before.
    for warning in ClaimWarning.objects.filter(claim=claim):
        answer = answers.get((Danger(warning.danger), warning.text), "")
        if answer and answer != warning.answer:
            paraphrase = form.cleaned_data["paraphrase"]
            answer_warning(by=by, warning=warning, answer=Answer(answer), paraphrase=paraphrase)
