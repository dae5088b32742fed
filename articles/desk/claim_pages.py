"""Two pages of one claim: how credible it is, and what it is to other claims."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from articles.desk.act_forms import GradeForm
from articles.desk.frame import draw, user_of
from articles.editing.claims import latest_version
from articles.editing.contradictions import CannotState, state_contradiction
from articles.editing.grading import NotConfirmed, grade_claim
from articles.editing.linking import CannotLink, link_claims, unlink_claims
from articles.editing.locking import StaleEdit, count_edits, take_edit
from articles.models import (
    GROUNDS_OF,
    Article,
    Claim,
    ClaimState,
    ClaimVersion,
    Credibility,
    LinkGround,
    LinkKind,
    Settlement,
    SettlementGround,
    StatedSettlement,
)
from articles.public_ids import MistypedId, normalise
from articles.queries.corroboration import candidates_for
from articles.queries.support import independent_origins

CHANGE, PUBLISH = "articles.change_claim", "articles.publish_article"


def grade(request: HttpRequest, site: AdminSite, pk: int) -> HttpResponse:
    """Grade a claim by what it says. The outlet's letter is shown once the grade is kept, not before."""
    claim = _claim(request, pk)
    if claim.state == ClaimState.WITHDRAWN:
        messages.warning(request, "A withdrawn claim is not graded.")
        return redirect("admin:articles_article_change", claim.article_id)
    version = latest_version(claim)
    given = str(version.credibility or "")
    initial = {
        "edit_number": claim.article.edit_number,
        "credibility": given or (GradeForm.NOT_GRADED if version.number > 1 else ""),
        "reason": version.credibility_reason,
    }
    form, status = GradeForm(request.POST if request.method == "POST" else None, initial=initial), 200
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                take_edit(claim.article, form.cleaned_data["edit_number"])
                grade_claim(
                    by=user_of(request), claim=claim, credibility=form.grade, reason=form.cleaned_data["reason"]
                )
            messages.success(request, _graded(claim, form.grade))
            return redirect(_place(claim))
        except NotConfirmed as error:
            form.add_error("credibility", f"{error}.")
        except StaleEdit as error:
            form, status = _again(form, claim), 409
            form.add_error(None, f"{error}. Below is the claim as it is now.")
            version = latest_version(claim)
    context = {
        "title": "How credible is this claim?",
        "claim": claim,
        "version": version,
        "form": form,
        "origins": independent_origins(claim),
    }
    return draw(request, site, "desk/grade.html", context, status if status != 200 else 422 if form.errors else 200)


def _graded(claim: Claim, credibility: int | None) -> str:
    outlet = claim.article.outlet
    grade = f"{Credibility(credibility).label} ({credibility})" if credibility else "not graded"
    return (
        f"Kept: {grade}. The outlet, {outlet}, is graded {outlet.get_reliability_display()} ({outlet.reliability})."
        " Readers see the claim's grade once the report is published again."
    )


def _grounds() -> list[tuple[str, list[tuple[str, str]]]]:
    """The public reasons under the kinds of links they fit."""
    return [
        (kind.label, [(ground.value, ground.label) for ground in LinkGround.of(kind) if ground != LinkGround.OTHER])
        for kind in LinkKind
        if kind != LinkKind.UPDATED_BY
    ]


class LinkForm(forms.Form):
    """To which claim, as what, why as readers are told, and how we know."""

    edit_number = forms.IntegerField(widget=forms.HiddenInput)
    other = forms.CharField(label="the other claim", max_length=32, help_text="Its id, as on its page.")
    kind = forms.ChoiceField(label="this claim", choices=LinkKind.choices, widget=forms.RadioSelect)
    ground = forms.ChoiceField(
        label="why, as readers are told",
        required=False,
        choices=[(LinkGround.OTHER.value, LinkGround.OTHER.label), *_grounds()],
        help_text="Never who spoke. Independent is what you say here with a reason; nothing works it out.",
    )
    reason = forms.CharField(label="how we know (stays on the desk)", max_length=300)

    def clean_other(self) -> Claim:
        try:
            public_id = normalise(self.cleaned_data["other"])
        except MistypedId as error:
            raise forms.ValidationError(str(error)) from error
        claim = Claim.objects.select_related("article").filter(public_id=public_id).first()
        if claim is None:
            raise forms.ValidationError(f"There is no claim {public_id} here.")
        return claim


def links(request: HttpRequest, site: AdminSite, pk: int) -> HttpResponse:
    """What the claim is to others: read, put down, taken away; every change is one at both ends."""
    claim = _claim(request, pk)
    initial: dict[str, Any] = {"edit_number": claim.article.edit_number}
    status = 200
    sent = request.POST if request.method == "POST" else None
    if "other" in request.GET:
        initial["other"] = request.GET["other"][:32]
    is_link = sent is not None and not {"unlink", "settle"} & set(sent)
    form = LinkForm(sent if is_link else None, initial=initial)
    problem = ""
    if sent is not None:
        try:
            with transaction.atomic():
                if "unlink" in sent:
                    take_edit(claim.article, _number(sent.get("edit_number", "")))
                    other = get_object_or_404(Claim, public_id=sent["unlink"])
                    unlink_claims(by=user_of(request), claim=claim, other=other)
                    return _done(request, claim, other, "The link is taken away")
                if "settle" in sent:
                    return _settle(request, claim, sent)
                if form.is_valid():
                    data = form.cleaned_data
                    take_edit(claim.article, data["edit_number"])
                    link_claims(
                        by=user_of(request),
                        claim=claim,
                        other=data["other"],
                        kind=LinkKind(data["kind"]),
                        ground=LinkGround(data["ground"] or LinkGround.OTHER),
                        reason=data["reason"],
                    )
                    return _done(request, claim, data["other"], "Linked")
        except (CannotLink, CannotState) as error:
            problem = f"{error}."
        except StaleEdit as error:
            form, status = _again(form, claim), 409
            problem = f"{error}. Below are its links as they are now."
    version = latest_version(claim)
    context = {
        "title": "What this claim is to others",
        "claim": claim,
        "version": version,
        "links": _links(claim, version),
        "candidates": candidates_for(claim) if claim.state != ClaimState.WITHDRAWN else [],
        "settlements": [
            (state.label, [(ground.value, ground.label) for ground in GROUNDS_OF[state]], state.value)
            for state in Settlement
        ],
        "may_state": request.user.has_perm(PUBLISH),
        "form": form,
        "problem": problem,
        "edit_number": Article.objects.get(pk=claim.article_id).edit_number,
    }
    refused = form.errors or problem
    return draw(request, site, "desk/links.html", context, status if status != 200 else 422 if refused else 200)


def _done(request: HttpRequest, claim: Claim, other: Claim, what: str) -> HttpResponse:
    # The other report has another version of its claim now: a page of it that is open elsewhere is old.
    if other.article_id != claim.article_id:
        count_edits([other.article_id])
    messages.success(request, f"{what}. Readers see each end once its own report is published again.")
    return redirect("admin:articles_claim_links", claim.pk)


def _settle(request: HttpRequest, claim: Claim, sent: Any) -> HttpResponse:
    """Say how a contradiction stands; readers see it at once, so a publisher does. Raises CannotState and StaleEdit."""
    if not request.user.has_perm(PUBLISH):
        raise PermissionDenied
    take_edit(claim.article, _number(sent.get("edit_number", "")))
    other = get_object_or_404(Claim, public_id=sent["settle"])
    state, _, ground = sent.get("stands", "").partition(" ")
    if state not in Settlement.values or ground not in SettlementGround.values:
        raise CannotState("say how it stands, and why")
    state_contradiction(
        by=user_of(request), claim=claim, other=other, state=Settlement(state), ground=SettlementGround(ground)
    )
    count_edits([other.article_id] if other.article_id != claim.article_id else [])
    messages.success(request, "Kept. Readers see it from now on.")
    return redirect("admin:articles_claim_links", claim.pk)


def _links(claim: Claim, version: ClaimVersion) -> list[tuple[Any, ClaimVersion, list[StatedSettlement]]]:
    """Each link with the newest version of the claim at its other end, and how a contradiction stood, newest first."""
    rows = list(version.links.select_related("other__article__outlet", "made_by"))
    newest = ClaimVersion.objects.filter(claim__in=[row.other_id for row in rows]).order_by("claim_id", "-number")
    found = {row.claim_id: row for row in newest.distinct("claim_id")}
    stated: dict[int, list[StatedSettlement]] = {}
    pairs = StatedSettlement.objects.filter(Q(contradiction__one=claim) | Q(contradiction__other=claim))
    for each in pairs.select_related("contradiction", "by").order_by("-number"):
        pair = each.contradiction
        stated.setdefault(pair.other_id if pair.one_id == claim.pk else pair.one_id, []).append(each)
    return [
        (row, found[row.other_id], stated.get(row.other_id, []) if row.kind == LinkKind.CONTRADICTS else [])
        for row in rows
    ]


def _claim(request: HttpRequest, pk: int) -> Claim:
    if not request.user.has_perm(CHANGE):
        raise PermissionDenied
    return get_object_or_404(Claim.objects.select_related("article__outlet", "article__origin"), pk=pk)


def _place(claim: Claim) -> str:
    return reverse("admin:articles_article_change", args=[claim.article_id]) + f"#{claim.public_id}"


def _again(form: Any, claim: Claim) -> Any:
    """The same form as it was sent, as one opened now."""
    data = form.data.copy()
    data["edit_number"] = str(Article.objects.get(pk=claim.article_id).edit_number)
    again = type(form)(data or None)
    again.is_valid()
    return again


def _number(typed: str) -> int:
    return int(typed) if typed.isdecimal() and len(typed) < 10 else -1
