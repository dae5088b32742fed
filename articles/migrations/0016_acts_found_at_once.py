"""The registry is looked up for each report that is published: without a list of pending entries, which is read through every time."""

import django.contrib.postgres.indexes
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("articles", "0015_claims_in_order")]

    operations = [
        migrations.RemoveIndex(model_name="act", name="act_by_subject"),
        migrations.AddIndex(
            model_name="act",
            index=django.contrib.postgres.indexes.GinIndex(
                fastupdate=False, fields=["subjects"], name="act_by_subject", opclasses=["jsonb_path_ops"]
            ),
        ),
    ]
