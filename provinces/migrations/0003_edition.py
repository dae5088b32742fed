"""The edition: what answers kept in memory and the index of words go by."""

import uuid

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("provinces", "0002_history"),
    ]

    operations = [
        migrations.CreateModel(
            name="Edition",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("is_public", models.BooleanField(default=True, editable=False)),
            ],
        ),
    ]
