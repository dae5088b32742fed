"""Versions of claims in the order in which they came out, and acts that retracted: both are walked through, not searched for."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("articles", "0017_an_article_is_called_a_report")]

    operations = [
        migrations.AddIndex(
            model_name="claimversion",
            index=models.Index(fields=["published_at", "id"], condition=Q(is_public=True), name="claim_as_it_came_out"),
        ),
        migrations.AddIndex(
            model_name="act",
            index=models.Index(fields=["at"], condition=Q(kind="retracted"), name="act_retracts"),
        ),
    ]
