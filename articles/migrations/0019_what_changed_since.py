"""What changed after it was first shown, and filing that ended or was put right: little, beside all that lists of a day have."""

from django.db import migrations, models
from django.db.models import F, Q


class Migration(migrations.Migration):
    dependencies = [("articles", "0018_what_came_out_last")]

    operations = [
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                fields=["changed_at"],
                condition=Q(is_public=True, changed_at__gt=F("first_published_at")),
                name="article_changed_since",
            ),
        ),
        migrations.AddIndex(
            model_name="act",
            index=models.Index(fields=["at"], condition=Q(kind="refiled"), name="act_refiles"),
        ),
        migrations.AddIndex(
            model_name="filedprovince",
            index=models.Index(fields=["until"], condition=Q(until__isnull=False), name="filed_province_ended"),
        ),
        migrations.AddIndex(
            model_name="filedtopic",
            index=models.Index(fields=["until"], condition=Q(until__isnull=False), name="filed_topic_ended"),
        ),
    ]
