"""The desk's own pages about one report. Each takes the admin site, whose frame it is drawn in."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect

from articles.desk import history_page
from articles.desk.act_forms import PublishForm, ReasonForm, WithdrawArticleForm, WithdrawForm
from articles.desk.bodies import add_bodies
from articles.desk.bodies_form import BodiesForm
from articles.desk.frame import draw, user_of
from articles.desk.preview import preview_page
from articles.desk.review import Fate, claim_changes, heading_changes, text_changes
from articles.desk.saving import save_screen
from articles.desk.screen import Screen
from articles.editing.drafting import latest_revision, missing_for_publication
from articles.editing.locking import StaleEdit, take_edit
from articles.editing.publishing import NotReady, publish_article
from articles.editing.reviewing import hand_back, hand_in
from articles.editing.warnings import held_back
from articles.editing.withdrawing import (
    SecondPersonNeeded,
    last_withdrawal,
    restore_article,
    withdraw_article,
    withdraw_claim,
)
from articles.models import Act, ActKind, Article, Claim, State, WithdrawalClass
from articles.queries.likeness import likely_kin, told_by
from provinces.proof import ask_for_proof

VIEW, TAG = "articles.view_article", "articles.change_article"
EDIT, PUBLISH, WITHDRAW = "articles.add_article", "articles.publish_article", "articles.withdraw_article"
NOTES = "sources.read_sealednote"


def article_screen(request: HttpRequest, site: AdminSite, pk: int) -> HttpResponse:
    """The article's screen: text at the left, what is said of it at the right; one form, one transaction."""
    _need(request, VIEW)
    article = _article(pk)
    may_tag = request.user.has_perm(TAG) and article.state != State.WITHDRAWN
    may_edit = may_tag and request.user.has_perm(EDIT)
    if request.method != "POST":
        screen = Screen(article, may_edit=may_edit, suggests=may_tag)
        return _draw(request, site, screen, may_tag=may_tag, may_edit=may_edit)
    if not may_tag:
        raise PermissionDenied
    with transaction.atomic():
        # Bodies an editor ticked are there before the claims that name them are read; all is undone if one is refused.
        if may_edit:
            add_bodies(by=user_of(request), bodies=BodiesForm.sent(request.POST).chosen)
        answer = _save(request, site, article, may_edit)
        if answer.status_code >= 400:
            transaction.set_rollback(True)
    return answer


def _save(request: HttpRequest, site: AdminSite, article: Article, may_edit: bool) -> HttpResponse:
    """Keep what was sent, or draw it again with what is wrong beside it."""
    pk = article.pk
    screen = Screen(article, may_edit=may_edit, sent=request.POST)
    if screen.opened_at != article.edit_number:
        return _stale(request, site, article, may_edit)
    problem = ""
    if screen.is_valid():
        try:
            save_screen(by=user_of(request), screen=screen, may_edit=may_edit)
            return _saved(request, article)
        except StaleEdit:
            return _stale(request, site, _article(pk), may_edit)
        except ValueError as error:
            problem = str(error)
        except IntegrityError as error:
            problem = f"The database refused this: {str(error).splitlines()[0]}"
    # Drawn anew: a transaction that was undone leaves nothing of itself in what the page shows.
    screen = Screen(_article(pk), may_edit=may_edit, sent=request.POST)
    screen.is_valid()
    return _draw(request, site, screen, may_tag=True, may_edit=may_edit, problem=problem, status=422)


def _stale(request: HttpRequest, site: AdminSite, article: Article, may_edit: bool) -> HttpResponse:
    """The page with what was sent in its forms, beside it what is kept; from here on it counts as read."""
    sent = request.POST.copy()
    sent["report-edit_number"] = str(article.edit_number)
    screen = Screen(article, may_edit=may_edit, sent=sent)
    screen.is_valid()
    return _draw(request, site, screen, may_tag=True, may_edit=may_edit, status=409, is_stale=True)


def _saved(request: HttpRequest, article: Article) -> HttpResponse:
    if "_hand_in" in request.POST and article.state == State.DRAFT:
        hand_in(by=user_of(request), article=article)
        messages.success(request, "Saved, and handed in for review.")
    elif "_hand_back" in request.POST and article.state == State.IN_REVIEW:
        hand_back(by=user_of(request), article=article)
        messages.success(request, "Saved, and back with its editors.")
    else:
        messages.success(request, "Saved.")
    _say_what_is_held_back(request, article)
    if "_preview" in request.POST:
        return redirect("admin:articles_article_preview", article.pk)
    if "_publish" in request.POST and request.user.has_perm(PUBLISH):
        return redirect("admin:articles_article_publish", article.pk)
    return redirect("admin:articles_article_change", article.pk)


def _say_what_is_held_back(request: HttpRequest, article: Article) -> None:
    waiting = held_back(list(article.claims.all()))
    if waiting:
        words = ", ".join(f"“{warning.text}”" for warnings in waiting.values() for warning in warnings)
        what = f"{len(waiting)} claim{'s are' if len(waiting) > 1 else ' is'}"
        messages.warning(request, f"{what} held back until an editor says what to do about {words}.")


def _draw(
    request: HttpRequest,
    site: AdminSite,
    screen: Screen,
    *,
    may_tag: bool,
    may_edit: bool,
    status: int = 200,
    is_stale: bool = False,
    problem: str = "",
) -> HttpResponse:
    article = screen.article
    withdrawn = article.state == State.WITHDRAWN
    context = {
        "title": screen.revision.headline or article.public_id,
        "screen": screen,
        "article": article,
        "lacks": missing_for_publication(article) if not article.first_published_at else [],
        "text_is_pending": screen.revision.published_at is None and article.first_published_at is not None,
        "may_tag": may_tag,
        "may_edit": may_edit,
        "may_publish": request.user.has_perm(PUBLISH) and not withdrawn,
        "may_withdraw": request.user.has_perm(WITHDRAW) and article.first_published_at is not None and not withdrawn,
        "may_remove": request.user.has_perm(WITHDRAW) and (withdrawn or screen.revision.number > 1),
        "may_restore": request.user.has_perm(PUBLISH) and withdrawn,
        "may_read_notes": request.user.has_perm(NOTES),
        "withdrawal": last_withdrawal(article),
        "acts": list(_acts_of(article)[:5]),
        "kin": [] if withdrawn or article.origin_kind else likely_kin(told_by(article, screen.revision), most=1),
        "is_stale": is_stale,
        "differences": list(screen.differences()) if is_stale else [],
        "problem": problem,
        "media": screen.media,
    }
    # Drawn at once, while bodies that were put down on the way are still there.
    return draw(request, site, "desk/article.html", context, status).render()


def preview(request: HttpRequest, site: AdminSite, pk: int) -> HttpResponse:
    """The report as readers will see it; on the desk only."""
    _need(request, VIEW)
    article = _article(pk)
    try:
        return HttpResponse(preview_page(by=user_of(request), article=article, request=request))
    except NotReady as error:
        messages.warning(request, f"There is no page to preview yet: it lacks {', '.join(error.lacks)}.")
        return redirect("admin:articles_article_change", pk)


def publish(request: HttpRequest, site: AdminSite, pk: int) -> HttpResponse:
    """What will become public; then it does."""
    _need(request, PUBLISH)
    article = _article(pk)
    is_out, revision = article.first_published_at is not None, latest_revision(article)
    form = PublishForm(
        request.POST if request.method == "POST" else None,
        is_out=is_out,
        is_new_text=revision.published_at is None,
        initial={"edit_number": article.edit_number},
    )
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                # What goes out is what this page showed.
                take_edit(article, form.cleaned_data["edit_number"])
                kind = ActKind(form.cleaned_data["kind"]) if is_out else None
                act = publish_article(
                    by=user_of(request), article=article, kind=kind, reason=form.cleaned_data.get("reason", "")
                )
            messages.success(request, f"Published: act {act.number}." if act else "There was nothing new to publish.")
            _say_what_is_held_back(request, article)
            return redirect("admin:articles_article_change", pk)
        except NotReady as error:
            form.add_error(None, str(error))
        except StaleEdit as error:
            form.data = _renumbered(form.data, _article(pk).edit_number)
            form.add_error(None, f"{error}. Below is what would be published now.")
            status = 409
    revision, pending = latest_revision(article), claim_changes(article)
    context = {
        "title": "Publish",
        "article": article,
        "form": form,
        "is_out": is_out,
        "lacks": missing_for_publication(article),
        "revision": revision,
        "pending": pending,
        "going": [change for change in pending if change.goes_out],
        "leaving": [change for change in pending if change.fate == Fate.REMOVED],
        "standing": article.claims.filter(is_public=True).count()
        - len({row.version.claim_id for row in pending if not row.is_new}),
        "headings": heading_changes(article, revision),
        "pairs": text_changes(article, revision),
    }
    return draw(request, site, "desk/publish.html", context, status if status != 200 else 422 if form.errors else 200)


def _renumbered(sent: Any, edit_number: int) -> QueryDict:
    data: QueryDict = sent.copy()
    data["edit_number"] = str(edit_number)
    return data


def withdraw(request: HttpRequest, site: AdminSite, pk: int) -> HttpResponse:
    """Take a report out of every public place, at once and alone; asked once more before."""
    _need(request, WITHDRAW)
    article = _article(pk)
    if article.first_published_at is None or article.state == State.WITHDRAWN:
        messages.warning(request, "Only a report that is out can be withdrawn.")
        return redirect("admin:articles_article_change", pk)
    form = WithdrawArticleForm(request.POST if request.method == "POST" else None, article=article)
    if request.method == "POST" and form.is_valid():
        act = withdraw_article(
            by=user_of(request),
            article=article,
            withdrawal_class=WithdrawalClass(form.cleaned_data["withdrawal_class"]),
            reason=form.cleaned_data["reason"],
            successor=form.cleaned_data["successor"],
        )
        messages.success(request, f"Withdrawn: act {act.number}. Its address says so from now on.")
        return redirect("admin:articles_article_change", pk)
    claims = article.claims.filter(is_public=True).count()
    context = {"title": "Withdraw this report?", "article": article, "form": form, "claims": claims}
    return draw(request, site, "desk/withdraw.html", context, 422 if form.errors else 200)


def withdraw_one_claim(request: HttpRequest, site: AdminSite, pk: int) -> HttpResponse:
    """Take one claim out of every public place; its report stays."""
    _need(request, WITHDRAW)
    claim = get_object_or_404(Claim.objects.select_related("article__outlet"), pk=pk)
    if claim.first_published_at is None or claim.state == State.WITHDRAWN:
        messages.warning(request, "Only a claim that is out can be withdrawn.")
        return redirect("admin:articles_article_change", claim.article_id)
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        act = withdraw_claim(
            by=user_of(request),
            claim=claim,
            withdrawal_class=WithdrawalClass(form.cleaned_data["withdrawal_class"]),
            reason=form.cleaned_data["reason"],
        )
        messages.success(request, f"Withdrawn: act {act.number}.")
        return redirect("admin:articles_article_change", claim.article_id)
    version = claim.versions.order_by("-number")[0]
    context = {
        "title": "Withdraw this claim?",
        "article": claim.article,
        "form": form,
        "claim": claim,
        "version": version,
    }
    return draw(request, site, "desk/withdraw.html", context, 422 if form.errors else 200)


def restore(request: HttpRequest, site: AdminSite, pk: int) -> HttpResponse:
    """Bring a withdrawn report back, with a second person."""
    _need(request, PUBLISH)
    article = _article(pk)
    withdrawal = last_withdrawal(article)
    if withdrawal is None:
        messages.warning(request, "This report is not withdrawn.")
        return redirect("admin:articles_article_change", pk)
    form, status = ReasonForm(request.POST if request.method == "POST" else None), 200
    if request.method == "POST" and form.is_valid():
        asked = ask_for_proof(request, f"bring report {article.public_id} back")
        if asked is not None:
            return asked
        try:
            act = restore_article(by=user_of(request), article=article, reason=form.cleaned_data["reason"])
            messages.success(request, f"Restored: act {act.number}.")
            return redirect("admin:articles_article_change", pk)
        except SecondPersonNeeded as error:
            form.add_error(None, f"{error}.")
            status = 403
    context = {"title": "Bring this report back?", "article": article, "form": form, "withdrawal": withdrawal}
    context["is_one_person_desk"] = settings.ONE_PERSON_DESK
    return draw(request, site, "desk/restore.html", context, status if status != 200 else 422 if form.errors else 200)


def history(request: HttpRequest, site: AdminSite, pk: int) -> HttpResponse:
    """Who changed what of a report, when and why; the newest first."""
    return history_page.history(request, site, _article(pk))


def _acts_of(article: Article) -> Any:
    about = Act.objects.filter(subjects__contains=[{"id": article.public_id}])
    return about.select_related("by").order_by("-number")


def _article(pk: int) -> Article:
    return get_object_or_404(
        Article.objects.select_related("outlet", "origin").prefetch_related("filed_provinces", "topic_items"), pk=pk
    )


def _need(request: HttpRequest, permission: str) -> None:
    if not request.user.has_perm(permission):
        raise PermissionDenied
