"""Of a version of a claim whose words were removed nothing is left that would tell what they said; and what stands for a
row that readers do not see is drawn by lot.
"""

from typing import Any

from django.contrib.postgres.functions import RandomUUID
from django.db import migrations, models
from django.db.models import Q

# They hold a published version to what it was, and are installed anew after every migration.
_OLD_RULE = 'DROP TRIGGER IF EXISTS "rule_claim_version_once_published_never_changes" ON articles_claimversion'
_NOTHING: dict[str, Any] = {
    **dict.fromkeys(("exact", "prefix", "suffix", "paraphrase", "reason", "credibility_reason"), ""),
    **dict.fromkeys(("event_words", "event_edtf", "due_words", "due_edtf"), ""),
    **dict.fromkeys(("event_earliest", "event_latest", "due_earliest", "due_latest"), None),
    **dict.fromkeys(("attribution", "actor", "addressee", "utterance", "credibility"), None),
    "start": 0, "end": 1, "paragraph": 0,
}  # fmt: skip


def empty(apps: Any, editor: Any) -> None:
    """As `articles.editing.removing` does it from now on, for what was removed before."""
    db = editor.connection.alias
    model = {
        name: apps.get_model(app, name).objects.using(db)
        for app, name in (
            ("articles", "ClaimVersion"), ("articles", "ClaimProvince"), ("articles", "ClaimTopic"),
            ("articles", "Figure"), ("articles", "ClaimLink"), ("articles", "Contradiction"),
            ("articles", "StatedSettlement"), ("articles", "Outcome"), ("articles", "Evidence"),
            ("articles", "ReportAttribution"), ("articles", "PublicText"),
            ("sources", "Chain"), ("sources", "Step"), ("sources", "Attribution"),
        )
    }  # fmt: skip
    model["PublicText"].filter(removed_at__isnull=False).exclude(names="").update(names="")
    removed = model["ClaimVersion"].filter(removed_at__isnull=False)
    rows = list(removed.order_by("pk").values_list("pk", "claim__article", "claim__article__outlet", "is_public"))
    if not rows:
        return
    with editor.connection.cursor() as cursor:
        cursor.execute(_OLD_RULE)
    pks, chains = [pk for pk, *_ in rows], sorted(set(removed.values_list("chain", flat=True)))
    sources = set(removed.values_list("attribution", flat=True))
    sources.update(model["Step"].filter(chain__in=chains).values_list("attribution", flat=True))
    model["ClaimProvince"].filter(version__in=pks).delete()
    model["ClaimTopic"].filter(content_object__in=pks).delete()
    model["Figure"].filter(version__in=pks).delete()
    of_nobody: dict[int, Any] = {}
    for pk, article, outlet, is_public in rows:
        if article not in of_nobody:
            chain = of_nobody[article] = model["Chain"].create(is_public=False)
            model["Step"].create(chain=chain, position=1, kind="outlet", outlet_id=outlet, speech="own", is_public=False)
        if is_public:
            model["Step"].filter(chain=of_nobody[article]).update(is_public=True)
            model["Chain"].filter(pk=of_nobody[article].pk).update(is_public=True)
        model["ClaimVersion"].filter(pk=pk).update(chain=of_nobody[article], **_NOTHING)
    # What nothing else names, or names in public, is hidden.
    unused = model["Chain"].filter(pk__in=chains, claim_versions=None)
    steps = model["Step"].filter(chain__in=list(unused.values_list("pk", flat=True)))
    steps.update(is_public=False)
    unused.update(is_public=False)
    steps.delete()
    unused.delete()
    idle = model["Attribution"].filter(pk__in=sources - {None}).exclude(
        Q(claim_versions__is_public=True) | Q(steps__is_public=True)
    )
    idle_pks = list(idle.values_list("pk", flat=True))
    model["ReportAttribution"].filter(attribution__in=idle_pks).update(is_public=False)
    model["Attribution"].filter(pk__in=idle_pks).update(is_public=False)
    gone = list(removed.filter(is_current=True).values_list("claim", flat=True))
    model["ClaimLink"].filter(Q(version__in=pks) | Q(other__in=gone)).update(is_public=False)
    model["Outcome"].filter(claim__in=gone).update(is_public=False)
    model["Evidence"].filter(Q(claim__in=gone) | Q(outcome__claim__in=gone)).update(is_public=False)
    pairs = model["Contradiction"].filter(Q(one__in=gone) | Q(other__in=gone))
    model["StatedSettlement"].filter(contradiction__in=pairs.values("pk")).update(is_public=False)
    pairs.update(is_public=False)
    with editor.connection.cursor() as cursor:
        # A table is not altered while checks of it wait.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")


class Migration(migrations.Migration):
    dependencies = [("articles", "0019_what_changed_since"), ("sources", "0001_squashed_0002_history")]

    operations = [
        *(
            migrations.AddField(
                model_name=model,
                name="stand_in",
                field=models.UUIDField(db_default=RandomUUID(), editable=False),
            )
            for model in ("article", "claim")
        ),
        *(
            migrations.AddField(
                model_name=model,
                name=f"{row}_stand_in",
                field=models.UUIDField(editable=False, null=True),
            )
            for model, row in (("article", "origin"), ("claim", "statement"))
        ),
        *(
            migrations.RunSQL(
                f"UPDATE articles_{model} row SET {row}_stand_in = first.stand_in FROM articles_{model} first"
                f" WHERE first.id = row.{row}_id; SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED",
                migrations.RunSQL.noop,
            )
            for model, row in (("article", "origin"), ("claim", "statement"))
        ),
        migrations.RunPython(empty, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="claimversion",
            constraint=models.CheckConstraint(
                condition=Q(removed_at__isnull=True)
                | Q(
                    event_words="", event_edtf="", event_earliest=None, event_latest=None,
                    due_words="", due_edtf="", due_earliest=None, due_latest=None,
                    attribution=None, actor=None, addressee=None, utterance=None, credibility=None,
                    start=0, end=1, paragraph=0,
                ),
                name="claim_removed_has_no_facts",
            ),
        ),
    ]  # fmt: skip
