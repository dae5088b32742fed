import django.db.models.deletion
import pgtrigger.compiler
import uuid
from django.db import migrations, models
from provinces.tables import MakeTables


class Migration(migrations.Migration):

    replaces = [('provinces', '0001_initial'), ('provinces', '0002_history'), ('provinces', '0003_edition')]

    initial = True

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [MakeTables([
        migrations.CreateModel(
            name='Edition',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('is_public', models.BooleanField(default=True, editable=False)),
            ],
        ),
        migrations.CreateModel(
            name='Province',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('iso', models.CharField(blank=True, max_length=6, null=True, unique=True, verbose_name='ISO 3166-2 code')),
                ('slug', models.SlugField(max_length=80, unique=True)),
                ('kind', models.CharField(choices=[('province', 'province'), ('city', 'city of the first level'), ('region', 'region')], max_length=8)),
                ('name_en', models.CharField(max_length=80, unique=True, verbose_name='name')),
                ('name_ko', models.CharField(max_length=80, verbose_name='name in Korean, as the North writes it')),
                ('name_ko_rok', models.CharField(max_length=80, verbose_name='name in Korean, as the South writes it')),
                ('latitude', models.FloatField(blank=True, null=True)),
                ('longitude', models.FloatField(blank=True, null=True)),
                ('is_public', models.BooleanField(default=True, verbose_name='shown on the public site')),
                ('note', models.TextField(blank=True, verbose_name='note, for the desk alone')),
            ],
            options={
                'ordering': ['name_en'],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['province', 'city', 'region'])), name='province_kind_is_known'), models.CheckConstraint(condition=models.Q(('slug__regex', '^[a-z0-9]+(-[a-z0-9]+)*$')), name='province_slug_is_plain'), models.CheckConstraint(condition=models.Q(models.Q(('iso__isnull', True), ('kind', 'region')), models.Q(models.Q(('kind', 'region'), _negated=True), ('iso__isnull', False), ('iso__regex', '^KP-[0-9]{2}$')), _connector='OR'), name='province_has_an_iso_code_unless_a_region'), models.CheckConstraint(condition=models.Q(models.Q(('latitude__isnull', True), ('longitude__isnull', True)), models.Q(('latitude__isnull', False), ('longitude__isnull', False)), _connector='OR'), name='province_has_both_coordinates_or_none'), models.CheckConstraint(condition=models.Q(('latitude__isnull', True), models.Q(('latitude__gte', -90), ('latitude__lte', 90)), _connector='OR'), name='province_latitude_is_on_the_globe'), models.CheckConstraint(condition=models.Q(('longitude__isnull', True), models.Q(('longitude__gte', -180), ('longitude__lte', 180)), _connector='OR'), name='province_longitude_is_on_the_globe')],
                'triggers': [pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provinces_provinceevent" ("id", "is_public", "iso", "kind", "latitude", "longitude", "name_en", "name_ko", "name_ko_rok", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug") VALUES (NEW."id", NEW."is_public", NEW."iso", NEW."kind", NEW."latitude", NEW."longitude", NEW."name_en", NEW."name_ko", NEW."name_ko_rok", NEW."note", _pgh_attach_context(), clock_timestamp(), \'insert\', NEW."id", NEW."slug"); RETURN NULL;', hash='c97f9706459950cb7cbe9f29170ce046e3beadb0', operation='INSERT', pgid='pgtrigger_insert_insert_fee09', table='provinces_province', when='AFTER')), pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "provinces_provinceevent" ("id", "is_public", "iso", "kind", "latitude", "longitude", "name_en", "name_ko", "name_ko_rok", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug") VALUES (NEW."id", NEW."is_public", NEW."iso", NEW."kind", NEW."latitude", NEW."longitude", NEW."name_en", NEW."name_ko", NEW."name_ko_rok", NEW."note", _pgh_attach_context(), clock_timestamp(), \'update\', NEW."id", NEW."slug"); RETURN NULL;', hash='503ef67b89cc8a0f2bbae2f8083019fedb8476a9', operation='UPDATE', pgid='pgtrigger_update_update_ae4c0', table='provinces_province', when='AFTER')), pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provinces_provinceevent" ("id", "is_public", "iso", "kind", "latitude", "longitude", "name_en", "name_ko", "name_ko_rok", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug") VALUES (OLD."id", OLD."is_public", OLD."iso", OLD."kind", OLD."latitude", OLD."longitude", OLD."name_en", OLD."name_ko", OLD."name_ko_rok", OLD."note", _pgh_attach_context(), clock_timestamp(), \'delete\', OLD."id", OLD."slug"); RETURN NULL;', hash='a06106e379fdaa3682940c8ef40fc7abcba812d3', operation='DELETE', pgid='pgtrigger_delete_delete_1d8fb', table='provinces_province', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='Place',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('province', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='places', to='provinces.province')),
                ('slug', models.SlugField(max_length=80, unique=True)),
                ('kind', models.CharField(choices=[('city', 'city'), ('county', 'county'), ('district', 'district'), ('crossing', 'border crossing'), ('port', 'port or freight yard'), ('river', 'river'), ('mountain', 'mountain'), ('abroad', 'place abroad'), ('other', 'other place')], max_length=8)),
                ('name', models.CharField(max_length=120)),
                ('name_ko', models.CharField(blank=True, max_length=80, verbose_name='name in Korean')),
                ('latitude', models.FloatField(blank=True, null=True)),
                ('longitude', models.FloatField(blank=True, null=True)),
                ('coordinates_source', models.CharField(blank=True, max_length=120, verbose_name='where the coordinates are from')),
                ('is_public', models.BooleanField(default=True, verbose_name='shown on the public site')),
            ],
            options={
                'ordering': ['name', 'slug'],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['city', 'county', 'district', 'crossing', 'port', 'river', 'mountain', 'abroad', 'other'])), name='place_kind_is_known'), models.CheckConstraint(condition=models.Q(('slug__regex', '^[a-z0-9]+(-[a-z0-9]+)*$')), name='place_slug_is_plain'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='place_has_a_name'), models.CheckConstraint(condition=models.Q(('province__isnull', False), ('kind__in', ['river', 'mountain', 'abroad']), _connector='OR'), name='place_in_the_country_has_a_province'), models.CheckConstraint(condition=models.Q(('province__isnull', True), models.Q(('kind', 'abroad'), _negated=True), _connector='OR'), name='place_abroad_has_no_province'), models.CheckConstraint(condition=models.Q(('latitude__isnull', True), models.Q(('coordinates_source', ''), _negated=True), _connector='OR'), name='place_coordinates_have_a_source'), models.CheckConstraint(condition=models.Q(models.Q(('latitude__isnull', True), ('longitude__isnull', True)), models.Q(('latitude__isnull', False), ('longitude__isnull', False)), _connector='OR'), name='place_has_both_coordinates_or_none'), models.CheckConstraint(condition=models.Q(('latitude__isnull', True), models.Q(('latitude__gte', -90), ('latitude__lte', 90)), _connector='OR'), name='place_latitude_is_on_the_globe'), models.CheckConstraint(condition=models.Q(('longitude__isnull', True), models.Q(('longitude__gte', -180), ('longitude__lte', 180)), _connector='OR'), name='place_longitude_is_on_the_globe')],
                'triggers': [pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provinces_placeevent" ("coordinates_source", "id", "is_public", "kind", "latitude", "longitude", "name", "name_ko", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "province_id", "slug") VALUES (NEW."coordinates_source", NEW."id", NEW."is_public", NEW."kind", NEW."latitude", NEW."longitude", NEW."name", NEW."name_ko", _pgh_attach_context(), clock_timestamp(), \'insert\', NEW."id", NEW."province_id", NEW."slug"); RETURN NULL;', hash='b74647bd42d32973baa7db1d819ea3243dd0f821', operation='INSERT', pgid='pgtrigger_insert_insert_35fd8', table='provinces_place', when='AFTER')), pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "provinces_placeevent" ("coordinates_source", "id", "is_public", "kind", "latitude", "longitude", "name", "name_ko", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "province_id", "slug") VALUES (NEW."coordinates_source", NEW."id", NEW."is_public", NEW."kind", NEW."latitude", NEW."longitude", NEW."name", NEW."name_ko", _pgh_attach_context(), clock_timestamp(), \'update\', NEW."id", NEW."province_id", NEW."slug"); RETURN NULL;', hash='298502d0cc49f0af019cfb6f72b838a7cfbc6a18', operation='UPDATE', pgid='pgtrigger_update_update_0534d', table='provinces_place', when='AFTER')), pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provinces_placeevent" ("coordinates_source", "id", "is_public", "kind", "latitude", "longitude", "name", "name_ko", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "province_id", "slug") VALUES (OLD."coordinates_source", OLD."id", OLD."is_public", OLD."kind", OLD."latitude", OLD."longitude", OLD."name", OLD."name_ko", _pgh_attach_context(), clock_timestamp(), \'delete\', OLD."id", OLD."province_id", OLD."slug"); RETURN NULL;', hash='6f7081c6c977cf0e5ee65f6df736c78eb61e8059', operation='DELETE', pgid='pgtrigger_delete_delete_e745a', table='provinces_place', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='ProvinceEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='provinces.province')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('iso', models.CharField(blank=True, max_length=6, null=True, verbose_name='ISO 3166-2 code')),
                ('slug', models.SlugField(db_index=False, max_length=80)),
                ('kind', models.CharField(choices=[('province', 'province'), ('city', 'city of the first level'), ('region', 'region')], max_length=8)),
                ('name_en', models.CharField(max_length=80, verbose_name='name')),
                ('name_ko', models.CharField(max_length=80, verbose_name='name in Korean, as the North writes it')),
                ('name_ko_rok', models.CharField(max_length=80, verbose_name='name in Korean, as the South writes it')),
                ('latitude', models.FloatField(blank=True, null=True)),
                ('longitude', models.FloatField(blank=True, null=True)),
                ('is_public', models.BooleanField(default=True, verbose_name='shown on the public site')),
                ('note', models.TextField(blank=True, verbose_name='note, for the desk alone')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PlaceEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='provinces.place')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('province', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='provinces.province')),
                ('slug', models.SlugField(db_index=False, max_length=80)),
                ('kind', models.CharField(choices=[('city', 'city'), ('county', 'county'), ('district', 'district'), ('crossing', 'border crossing'), ('port', 'port or freight yard'), ('river', 'river'), ('mountain', 'mountain'), ('abroad', 'place abroad'), ('other', 'other place')], max_length=8)),
                ('name', models.CharField(max_length=120)),
                ('name_ko', models.CharField(blank=True, max_length=80, verbose_name='name in Korean')),
                ('latitude', models.FloatField(blank=True, null=True)),
                ('longitude', models.FloatField(blank=True, null=True)),
                ('coordinates_source', models.CharField(blank=True, max_length=120, verbose_name='where the coordinates are from')),
                ('is_public', models.BooleanField(default=True, verbose_name='shown on the public site')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Spelling',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('province', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='spellings', to='provinces.province')),
                ('place', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='spellings', to='provinces.place')),
                ('text', models.CharField(max_length=120, verbose_name='spelling')),
                ('folded', models.CharField(db_index=True, editable=False, max_length=240, verbose_name='folded')),
                ('system', models.CharField(choices=[('english', 'English'), ('hangul', 'Hangul'), ('hanja', 'Hanja'), ('chinese', 'Chinese'), ('romanised', 'romanised'), ('seen_in_print', 'seen in print, misspelt'), ('code', 'ISO code, present or former')], max_length=13)),
                ('ambiguity', models.CharField(blank=True, max_length=200, verbose_name='what else it may mean')),
                ('origin', models.CharField(choices=[('file', 'the data file'), ('editor', 'an editor')], default='editor', editable=False, max_length=6, verbose_name='from')),
                ('is_public', models.BooleanField(default=True, verbose_name='shown on the public site')),
            ],
            options={
                'ordering': ['id'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('place__isnull', True), ('province__isnull', False)), models.Q(('place__isnull', False), ('province__isnull', True)), _connector='OR'), name='spelling_is_of_one_province_or_one_place'), models.CheckConstraint(condition=models.Q(('folded', ''), _negated=True), name='spelling_has_a_letter'), models.CheckConstraint(condition=models.Q(('system__in', ['english', 'hangul', 'hanja', 'chinese', 'romanised', 'seen_in_print', 'code'])), name='spelling_system_is_known'), models.CheckConstraint(condition=models.Q(('origin__in', ['file', 'editor'])), name='spelling_origin_is_known'), models.UniqueConstraint(condition=models.Q(('province__isnull', False)), fields=('province', 'text'), name='province_is_spelt_so_once'), models.UniqueConstraint(condition=models.Q(('place__isnull', False)), fields=('place', 'text'), name='place_is_spelt_so_once')],
                'triggers': [pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provinces_spellingevent" ("ambiguity", "folded", "id", "is_public", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "province_id", "system", "text") VALUES (NEW."ambiguity", NEW."folded", NEW."id", NEW."is_public", NEW."origin", _pgh_attach_context(), clock_timestamp(), \'insert\', NEW."id", NEW."place_id", NEW."province_id", NEW."system", NEW."text"); RETURN NULL;', hash='ff6421ab4e5410f57b2dfe8518e43502f13b6642', operation='INSERT', pgid='pgtrigger_insert_insert_553ca', table='provinces_spelling', when='AFTER')), pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "provinces_spellingevent" ("ambiguity", "folded", "id", "is_public", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "province_id", "system", "text") VALUES (NEW."ambiguity", NEW."folded", NEW."id", NEW."is_public", NEW."origin", _pgh_attach_context(), clock_timestamp(), \'update\', NEW."id", NEW."place_id", NEW."province_id", NEW."system", NEW."text"); RETURN NULL;', hash='c6dd5f4840181ae889db7b69d64ef356b5fd5be4', operation='UPDATE', pgid='pgtrigger_update_update_8e079', table='provinces_spelling', when='AFTER')), pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "provinces_spellingevent" ("ambiguity", "folded", "id", "is_public", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "province_id", "system", "text") VALUES (OLD."ambiguity", OLD."folded", OLD."id", OLD."is_public", OLD."origin", _pgh_attach_context(), clock_timestamp(), \'delete\', OLD."id", OLD."place_id", OLD."province_id", OLD."system", OLD."text"); RETURN NULL;', hash='697225c21cb77fb1a8fc0226fc703c08cf8d34d8', operation='DELETE', pgid='pgtrigger_delete_delete_d7f42', table='provinces_spelling', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='SpellingEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='provinces.spelling')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('province', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='provinces.province')),
                ('place', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='provinces.place')),
                ('text', models.CharField(max_length=120, verbose_name='spelling')),
                ('folded', models.CharField(editable=False, max_length=240, verbose_name='folded')),
                ('system', models.CharField(choices=[('english', 'English'), ('hangul', 'Hangul'), ('hanja', 'Hanja'), ('chinese', 'Chinese'), ('romanised', 'romanised'), ('seen_in_print', 'seen in print, misspelt'), ('code', 'ISO code, present or former')], max_length=13)),
                ('ambiguity', models.CharField(blank=True, max_length=200, verbose_name='what else it may mean')),
                ('origin', models.CharField(choices=[('file', 'the data file'), ('editor', 'an editor')], default='editor', editable=False, max_length=6, verbose_name='from')),
                ('is_public', models.BooleanField(default=True, verbose_name='shown on the public site')),
            ],
            options={
                'abstract': False,
            },
        ),
    ])]
