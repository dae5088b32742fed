"""A report whose words came in before is found by them at once, however many there are."""

from django.contrib.postgres.indexes import HashIndex
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("articles", "0008_origins_and_contradictions")]

    operations = [
        migrations.AddIndex(model_name="revision", index=HashIndex(fields=["body"], name="revision_by_body")),
    ]
