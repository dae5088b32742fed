"""/briefing/: a briefing is its address. The analyst's title and note pass through one form into a file of Word and are
kept nowhere: in no address, no table and no log.
"""

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from articles.briefing import MAX_BYTES, BadBriefing, Briefing, Pin
from articles.facets import BadParameter
from articles.footnotes.finding import TooLong, find
from articles.pages.briefing import (
    LONGEST_NOTE,
    LONGEST_TITLE,
    address_of_briefing,
    briefing_page,
    is_too_long,
    most_that_fit,
)
from articles.pages.briefing_files import as_markdown
from articles.pages.briefing_word import WORD_TYPE, as_word
from articles.pages.citation import citation_file
from articles.pages.footnotes import our_hosts
from articles.problems import problem, wants_json
from articles.public_ids import MistypedId, normalise
from articles.queries.briefing import newest_of
from articles.views.citations import TYPES
from articles.views.parameters import one, parameters
from provinces.tongue import say

_MOVES = {"up": -1, "down": 1}
# Of the shortest pins.
_MOST = MAX_BYTES // len("c7k2m4qx.2-")
_ENDINGS = ("docx", "md", "ris", "csl.json")

Answer = Callable[..., HttpResponse]


class _SeeOther(HttpResponseRedirect):
    """303: what was sent by a form is answered by a page with an address."""

    status_code = 303


def _unindexed(view: Answer) -> Answer:
    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex"
        return response

    return answer


@require_http_methods(["GET", "HEAD", "POST"])
@_unindexed
@sensitive_post_parameters()
@sensitive_variables()  # and what it calls
def briefing(request: HttpRequest) -> HttpResponse:
    """GET: the briefing that the address names, or how to make one. POST: the claims of pasted links go in."""
    try:
        if request.method == "POST":
            return _pasted(request)
        return _changed(request) or _shown(request)
    except (BadBriefing, BadParameter) as error:
        return _refused(request, error)


@require_http_methods(["GET", "HEAD", "POST"])
@_unindexed
@sensitive_post_parameters()
@sensitive_variables()
def file(request: HttpRequest, ending: str) -> HttpResponse:
    """The same as a file. POST: a document of Word with a title and a note."""
    if ending not in _ENDINGS or (request.method == "POST" and ending != "docx"):
        raise Http404
    try:
        n, i, title, note = _posted(request) if request.method == "POST" else (*_named(request), "", "")
        if len(title) > LONGEST_TITLE or len(note) > LONGEST_NOTE:
            sentence = "A title may have {title} characters and a note {note:,}; nothing was made of these."
            raise BadBriefing(sentence.format(title=LONGEST_TITLE, note=LONGEST_NOTE))
        page = briefing_page(_whole(n, i), timezone.localdate())
    except RequestDataTooBig:
        return _line(request, "More was sent than a title and a note can be.", status=413)
    except (BadBriefing, BadParameter) as error:
        return _line(request, str(error), status=400)
    name = f"briefing-{page.day:%Y-%m-%d}-{page.briefing.named}.{ending}"
    content: str | bytes
    if ending == "docx":
        content, kind = as_word(page, title, note), WORD_TYPE
    elif ending == "md":
        content, kind = as_markdown(page), "text/markdown; charset=utf-8"
    else:
        content, kind = citation_file(page.statements, ending, page.day), TYPES[ending]
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    if request.method == "POST":
        response["Cache-Control"] = "no-store"
    return response


def _posted(request: HttpRequest) -> tuple[str, str, str, str]:
    sent = request.POST
    return sent.get("n", ""), sent.get("i", ""), sent.get("title", ""), sent.get("note", "")


def _named(request: HttpRequest) -> tuple[str, str]:
    asked = parameters(request)
    return one(asked, "n"), one(asked, "i")


def _changed(request: HttpRequest) -> HttpResponse | None:
    """The way to the briefing that results from adding, moving or removing; None when nothing is asked of it."""
    asked = parameters(request)
    carried, add = one(asked, "briefing"), asked.get("add", [])
    if carried or add:
        found = Briefing.carried(carried) if carried else Briefing()
        return HttpResponseRedirect(_way(found.adding(_pins(add))))
    for name in ("remove", *_MOVES):
        if name in asked:
            found, place = _whole(*_named(request)), _place(name, one(asked, name))
            after = found.removing(place) if name == "remove" else found.moving(place, _MOVES[name])
            return HttpResponseRedirect(_way(after))
    return None


def _shown(request: HttpRequest) -> HttpResponse:
    n, i = _named(request)
    if not n and not i:
        return render(request, "articles/briefing_empty.html")
    page = briefing_page(_whole(n, i), timezone.localdate())
    return render(request, "articles/briefing.html", {"page": page})


@never_cache
def _pasted(request: HttpRequest) -> HttpResponse:
    try:
        text, n, i = (request.POST.get(name, "") for name in ("text", "n", "i"))
        before = _whole(n, i) if n or i else Briefing()
        links = find(text, our_hosts())
    except RequestDataTooBig:
        raise BadBriefing(say("More was pasted than can be read at once.")) from None
    except TooLong as error:
        raise BadBriefing(f"{error}.") from None
    broken = next((link.problem for link in links if link.problem), "")
    claims = [link for link in links if link.public_id.startswith("c")]
    # A word of the prose may look like an id by chance; it is one if a claim has it.
    words = newest_of({link.public_id for link in claims if link.is_word})
    claims = [link for link in claims if not link.is_word or link.public_id in words]
    if broken or not claims:
        raise BadBriefing(broken or say("No link and no id of a claim stands in what was pasted."), before.pins)
    pins = _pins([f"{link.public_id}.{link.version}" if link.version else link.public_id for link in claims])
    return _SeeOther(_way(before.adding(pins)))


def _whole(n: str, i: str) -> Briefing:
    """The briefing of two parameters. Raises BadBriefing."""
    if len(n) + len(i) > 2 * MAX_BYTES:
        raise BadBriefing(
            say("A briefing's address has at most {most:,} bytes, and this one has more.", most=MAX_BYTES)
        )
    found = Briefing.read(n, i)
    if is_too_long(found):
        raise BadBriefing(
            say("A briefing's address has at most {most:,} bytes, and this one has more.", most=MAX_BYTES)
        )
    return found


def _way(found: Briefing) -> str:
    """The path of a briefing, that of the empty page for none. Raises BadBriefing for one that is too long."""
    if not found.pins:
        return reverse("articles:briefing")
    if is_too_long(found):
        fit = most_that_fit(found)
        raise BadBriefing(
            say(
                "{number} claims make an address of {bytes:,} bytes, and more than {most:,} do not travel safely. {fit} fit;"
                " please begin a second briefing.",
                number=len(found.pins),
                bytes=len(address_of_briefing(found)),
                most=MAX_BYTES,
                fit=fit,
            ),
            found.pins[:fit],
        )
    return f"{reverse('articles:briefing')}?{found.query}"


def _pins(added: list[str]) -> list[Pin]:
    """What is to be added, each claim in the version named or in the current one. Raises BadBriefing."""
    typed = [text.strip() for text in added if text.strip()]
    if len(typed) > _MOST:
        raise BadBriefing(
            say("{number:,} claims are more than the {most} that one address can hold.", number=len(typed), most=_MOST)
        )
    named = {text: Pin.read(text) for text in typed if "." in text}
    ids = {text: named[text].public_id if text in named else _claim_id(text) for text in typed}
    newest = newest_of(set(ids.values()))
    for text, public_id in ids.items():
        if public_id not in newest:
            raise BadBriefing(say("{id} is no claim that can be read here.", id=public_id))
        if text in named and named[text].version > newest[public_id]:
            raise BadBriefing(say("{id} has no version {number}.", id=public_id, number=named[text].version))
    return [named.get(text) or Pin(ids[text], newest[ids[text]]) for text in typed]


def _claim_id(text: str) -> str:
    try:
        public_id = normalise(text)
    except MistypedId as error:
        raise BadBriefing(str(error)) from None
    if public_id[0] != "c":
        raise BadBriefing(say("{id} is a report; a briefing holds claims.", id=public_id))
    return public_id


def _place(name: str, value: str) -> int:
    """Places count from 1 in addresses, from 0 here. Raises BadParameter."""
    if not value.isdecimal() or len(value) > 4:
        raise BadParameter(name, value, say("is not the place of a claim; write a number"))
    return int(value) - 1


def _refused(request: HttpRequest, error: BadBriefing | BadParameter) -> HttpResponse:
    """400, naming what is wrong; what arrived is shown as such and never as a shorter briefing."""
    arrived = tuple(dict.fromkeys(error.arrived)) if isinstance(error, BadBriefing) else ()
    context = {"error": error, "arrived": arrived, "rest": Briefing(arrived).query if arrived else ""}
    return render(request, "articles/briefing_refused.html", context, status=400)


def _line(request: HttpRequest, sentence: str, status: int) -> HttpResponse:
    if wants_json(request):
        return problem(status, sentence)
    return HttpResponse(f"{sentence}\n", status=status, content_type="text/plain; charset=utf-8")
