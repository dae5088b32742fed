"""Words are looked up in an index beside the database: its own full-text columns go."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0006_history_links_and_merges"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="claimversion",
            name="claim_version_search",
        ),
        migrations.RemoveIndex(
            model_name="publictext",
            name="public_text_search",
        ),
        migrations.RemoveField(
            model_name="claimversion",
            name="search",
        ),
        migrations.RemoveField(
            model_name="publictext",
            name="search",
        ),
    ]
