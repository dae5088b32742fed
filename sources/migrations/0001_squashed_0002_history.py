import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models
from provinces.tables import MakeTables


class Migration(migrations.Migration):

    replaces = [('sources', '0001_initial'), ('sources', '0002_history')]

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('provinces', '0001_squashed_0003_edition'),
    ]

    operations = [MakeTables([
        migrations.CreateModel(
            name='Attribution',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('descriptor', models.CharField(max_length=200, verbose_name='as printed')),
                ('role', models.CharField(choices=[('unspecified', 'not said'), ('resident', 'resident'), ('trader', 'trader'), ('trading_company', 'works at a trading company'), ('worker', 'worker'), ('official', 'official'), ('cadre', 'party cadre'), ('military', 'military'), ('expert', 'expert'), ('other', 'other')], default='unspecified', max_length=15)),
                ('province', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='provinces.province', verbose_name='where the outlet put the source')),
                ('told', models.CharField(blank=True, max_length=120, verbose_name='whom it told')),
                ('contact', models.CharField(blank=True, max_length=120, verbose_name="when, in the report's words")),
                ('condition', models.CharField(blank=True, max_length=200, verbose_name="condition of anonymity, in the report's words")),
                ('is_public', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'ordering': ['id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('descriptor', ''), _negated=True), name='attribution_has_a_descriptor'), models.CheckConstraint(condition=models.Q(('role__in', ['unspecified', 'resident', 'trader', 'trading_company', 'worker', 'official', 'cadre', 'military', 'expert', 'other'])), name='attribution_role_is_known')],
                'triggers': [pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "sources_attributionevent" ("id", "is_public", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."is_public", _pgh_attach_context(), clock_timestamp(), \'insert\', NEW."id"); RETURN NULL;', hash='b4b800391a012ea40c9bb3ba50fc2fd2c0716b74', operation='INSERT', pgid='pgtrigger_insert_insert_c58c3', table='sources_attribution', when='AFTER')), pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_public" IS DISTINCT FROM (NEW."is_public"))', func='INSERT INTO "sources_attributionevent" ("id", "is_public", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."is_public", _pgh_attach_context(), clock_timestamp(), \'update\', NEW."id"); RETURN NULL;', hash='d27adbd91e8d07a1ae0101cbfe3e72476688f8a9', operation='UPDATE', pgid='pgtrigger_update_update_f89ca', table='sources_attribution', when='AFTER')), pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "sources_attributionevent" ("id", "is_public", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."id", OLD."is_public", _pgh_attach_context(), clock_timestamp(), \'delete\', OLD."id"); RETURN NULL;', hash='0937e8a2a74ab028a9bc674d7ab8e888243900ba', operation='DELETE', pgid='pgtrigger_delete_delete_7ba7c', table='sources_attribution', when='AFTER')), pgtrigger.compiler.Trigger(name='sealed_descriptor', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."descriptor" IS DISTINCT FROM (NEW."descriptor"))', func='INSERT INTO "sources_attributionevent" ("id", "is_public", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."is_public", _pgh_attach_context(), clock_timestamp(), \'sealed: descriptor\', NEW."id"); RETURN NULL;', hash='43a2c96126753d8e0fa670e87bc90e484f0096f7', operation='UPDATE', pgid='pgtrigger_sealed_descriptor_42652', table='sources_attribution', when='AFTER')), pgtrigger.compiler.Trigger(name='sealed_role', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."role" IS DISTINCT FROM (NEW."role"))', func='INSERT INTO "sources_attributionevent" ("id", "is_public", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."is_public", _pgh_attach_context(), clock_timestamp(), \'sealed: role\', NEW."id"); RETURN NULL;', hash='f370fb394e50ba3ef946d642192333dc1b7ceba6', operation='UPDATE', pgid='pgtrigger_sealed_role_aa28e', table='sources_attribution', when='AFTER')), pgtrigger.compiler.Trigger(name='sealed_province', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."province_id" IS DISTINCT FROM (NEW."province_id"))', func='INSERT INTO "sources_attributionevent" ("id", "is_public", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."is_public", _pgh_attach_context(), clock_timestamp(), \'sealed: province\', NEW."id"); RETURN NULL;', hash='bc0d26488954abc52fc205056997a12255a1b4f4', operation='UPDATE', pgid='pgtrigger_sealed_province_61f00', table='sources_attribution', when='AFTER')), pgtrigger.compiler.Trigger(name='sealed_told', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."told" IS DISTINCT FROM (NEW."told"))', func='INSERT INTO "sources_attributionevent" ("id", "is_public", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."is_public", _pgh_attach_context(), clock_timestamp(), \'sealed: told\', NEW."id"); RETURN NULL;', hash='2856dd2325a24e3dbbd94fa87f5f71dfd3035cec', operation='UPDATE', pgid='pgtrigger_sealed_told_90fb5', table='sources_attribution', when='AFTER')), pgtrigger.compiler.Trigger(name='sealed_contact', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."contact" IS DISTINCT FROM (NEW."contact"))', func='INSERT INTO "sources_attributionevent" ("id", "is_public", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."is_public", _pgh_attach_context(), clock_timestamp(), \'sealed: contact\', NEW."id"); RETURN NULL;', hash='34b66fe9770e1298c23780576f053bbfa6af532a', operation='UPDATE', pgid='pgtrigger_sealed_contact_b80f7', table='sources_attribution', when='AFTER')), pgtrigger.compiler.Trigger(name='sealed_condition', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."condition" IS DISTINCT FROM (NEW."condition"))', func='INSERT INTO "sources_attributionevent" ("id", "is_public", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."is_public", _pgh_attach_context(), clock_timestamp(), \'sealed: condition\', NEW."id"); RETURN NULL;', hash='f9f8f80b23c635921e0cdb5b72908ab9a897e62a', operation='UPDATE', pgid='pgtrigger_sealed_condition_77a59', table='sources_attribution', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='Chain',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_public', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'triggers': [pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "sources_chainevent" ("id", "is_public", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."is_public", _pgh_attach_context(), clock_timestamp(), \'insert\', NEW."id"); RETURN NULL;', hash='5987230f394c6c44794306b2fa38da43109a87a5', operation='INSERT', pgid='pgtrigger_insert_insert_11a7e', table='sources_chain', when='AFTER')), pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "sources_chainevent" ("id", "is_public", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."is_public", _pgh_attach_context(), clock_timestamp(), \'update\', NEW."id"); RETURN NULL;', hash='29731831db49ac1bd1ce17f02d5ad34676f19249', operation='UPDATE', pgid='pgtrigger_update_update_8082e', table='sources_chain', when='AFTER')), pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "sources_chainevent" ("id", "is_public", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."id", OLD."is_public", _pgh_attach_context(), clock_timestamp(), \'delete\', OLD."id"); RETURN NULL;', hash='82953b7e9b94efe473c03df31380edf5d1d3a408', operation='DELETE', pgid='pgtrigger_delete_delete_0990c', table='sources_chain', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='Institution',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=100, unique=True)),
                ('name_en', models.CharField(max_length=160, unique=True, verbose_name='name')),
                ('name_ko', models.CharField(blank=True, max_length=160, verbose_name='name in Korean')),
                ('kind', models.CharField(choices=[('party', 'party body'), ('state', 'state body'), ('company', 'company'), ('military', 'military body'), ('other', 'other body')], default='other', max_length=8)),
                ('level', models.CharField(choices=[('national', 'national'), ('provincial', 'provincial'), ('local', 'below province level')], default='local', max_length=10)),
                ('province', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='institutions', to='provinces.province')),
                ('is_public', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'ordering': ['name_en'],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['party', 'state', 'company', 'military', 'other'])), name='institution_kind_is_known'), models.CheckConstraint(condition=models.Q(('level__in', ['national', 'provincial', 'local'])), name='institution_level_is_known')],
                'triggers': [pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "sources_institutionevent" ("id", "is_public", "kind", "level", "name_en", "name_ko", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "province_id", "slug") VALUES (NEW."id", NEW."is_public", NEW."kind", NEW."level", NEW."name_en", NEW."name_ko", _pgh_attach_context(), clock_timestamp(), \'insert\', NEW."id", NEW."province_id", NEW."slug"); RETURN NULL;', hash='a56cfe32fb98f12deba3b80770a9c25aa2ffd930', operation='INSERT', pgid='pgtrigger_insert_insert_790f5', table='sources_institution', when='AFTER')), pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "sources_institutionevent" ("id", "is_public", "kind", "level", "name_en", "name_ko", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "province_id", "slug") VALUES (NEW."id", NEW."is_public", NEW."kind", NEW."level", NEW."name_en", NEW."name_ko", _pgh_attach_context(), clock_timestamp(), \'update\', NEW."id", NEW."province_id", NEW."slug"); RETURN NULL;', hash='7bc8b829693d9ac71cc8a95594ecb1eb542e8e20', operation='UPDATE', pgid='pgtrigger_update_update_bf592', table='sources_institution', when='AFTER')), pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "sources_institutionevent" ("id", "is_public", "kind", "level", "name_en", "name_ko", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "province_id", "slug") VALUES (OLD."id", OLD."is_public", OLD."kind", OLD."level", OLD."name_en", OLD."name_ko", _pgh_attach_context(), clock_timestamp(), \'delete\', OLD."id", OLD."province_id", OLD."slug"); RETURN NULL;', hash='e86599138a0b180b8dc858c83486765bfe1511b0', operation='DELETE', pgid='pgtrigger_delete_delete_6e523', table='sources_institution', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='Outlet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=80, unique=True)),
                ('name', models.CharField(max_length=120, unique=True)),
                ('name_ko', models.CharField(blank=True, max_length=120, verbose_name='name in Korean')),
                ('home_page', models.URLField(blank=True)),
                ('languages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=2), blank=True, default=list, help_text='en, ko', size=None)),
                ('show', models.CharField(choices=[('full', 'full text'), ('claims', 'claims only'), ('nothing', 'nothing')], default='claims', help_text='Holds on every public page.', max_length=7, verbose_name='what we may show')),
                ('reliability', models.CharField(choices=[('A', 'completely reliable'), ('B', 'usually reliable'), ('C', 'fairly reliable'), ('D', 'not usually reliable'), ('E', 'unreliable'), ('F', 'reliability cannot be judged')], default='F', max_length=1)),
                ('reliability_reason', models.CharField(blank=True, max_length=300)),
                ('is_sample', models.BooleanField(default=False, verbose_name='invented, for the demonstration')),
                ('is_public', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'ordering': ['name'],
                'constraints': [models.CheckConstraint(condition=models.Q(('show__in', ['full', 'claims', 'nothing'])), name='outlet_show_is_known'), models.CheckConstraint(condition=models.Q(('reliability__in', ['A', 'B', 'C', 'D', 'E', 'F'])), name='outlet_reliability_is_a_letter'), models.CheckConstraint(condition=models.Q(('reliability', 'F'), models.Q(('reliability_reason', ''), _negated=True), _connector='OR'), name='outlet_reliability_has_a_reason'), models.CheckConstraint(condition=models.Q(models.Q(('show', 'nothing'), _negated=True), ('is_public', False), _connector='OR'), name='outlet_showing_nothing_is_hidden')],
                'triggers': [pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "sources_outletevent" ("home_page", "id", "is_public", "is_sample", "languages", "name", "name_ko", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reliability", "reliability_reason", "show", "slug") VALUES (NEW."home_page", NEW."id", NEW."is_public", NEW."is_sample", NEW."languages", NEW."name", NEW."name_ko", _pgh_attach_context(), clock_timestamp(), \'insert\', NEW."id", NEW."reliability", NEW."reliability_reason", NEW."show", NEW."slug"); RETURN NULL;', hash='69c5a8d59f1f5703a07e8eb8d6c6866fba2ef586', operation='INSERT', pgid='pgtrigger_insert_insert_6363e', table='sources_outlet', when='AFTER')), pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "sources_outletevent" ("home_page", "id", "is_public", "is_sample", "languages", "name", "name_ko", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reliability", "reliability_reason", "show", "slug") VALUES (NEW."home_page", NEW."id", NEW."is_public", NEW."is_sample", NEW."languages", NEW."name", NEW."name_ko", _pgh_attach_context(), clock_timestamp(), \'update\', NEW."id", NEW."reliability", NEW."reliability_reason", NEW."show", NEW."slug"); RETURN NULL;', hash='a988c9a32509952ae2eb87fd5b665053011ef804', operation='UPDATE', pgid='pgtrigger_update_update_6f20c', table='sources_outlet', when='AFTER')), pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "sources_outletevent" ("home_page", "id", "is_public", "is_sample", "languages", "name", "name_ko", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reliability", "reliability_reason", "show", "slug") VALUES (OLD."home_page", OLD."id", OLD."is_public", OLD."is_sample", OLD."languages", OLD."name", OLD."name_ko", _pgh_attach_context(), clock_timestamp(), \'delete\', OLD."id", OLD."reliability", OLD."reliability_reason", OLD."show", OLD."slug"); RETURN NULL;', hash='f86178505d927fba1c9f466a690455d462f8bc19', operation='DELETE', pgid='pgtrigger_delete_delete_dbede', table='sources_outlet', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='AttributionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='sources.attribution')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('is_public', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ChainEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='sources.chain')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('is_public', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='InstitutionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='sources.institution')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('slug', models.SlugField(db_index=False, max_length=100)),
                ('name_en', models.CharField(max_length=160, verbose_name='name')),
                ('name_ko', models.CharField(blank=True, max_length=160, verbose_name='name in Korean')),
                ('kind', models.CharField(choices=[('party', 'party body'), ('state', 'state body'), ('company', 'company'), ('military', 'military body'), ('other', 'other body')], default='other', max_length=8)),
                ('level', models.CharField(choices=[('national', 'national'), ('provincial', 'provincial'), ('local', 'below province level')], default='local', max_length=10)),
                ('province', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='provinces.province')),
                ('is_public', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='InstitutionName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('institution', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='other_names', to='sources.institution')),
                ('name', models.CharField(max_length=160)),
                ('slug', models.SlugField(allow_unicode=True, max_length=100, unique=True)),
                ('is_public', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'ordering': ['name'],
                'triggers': [pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "sources_institutionnameevent" ("id", "institution_id", "is_public", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug") VALUES (NEW."id", NEW."institution_id", NEW."is_public", NEW."name", _pgh_attach_context(), clock_timestamp(), \'insert\', NEW."id", NEW."slug"); RETURN NULL;', hash='4513079a9266cb80ffb70e1b677fcc22111a9695', operation='INSERT', pgid='pgtrigger_insert_insert_49169', table='sources_institutionname', when='AFTER')), pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "sources_institutionnameevent" ("id", "institution_id", "is_public", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug") VALUES (NEW."id", NEW."institution_id", NEW."is_public", NEW."name", _pgh_attach_context(), clock_timestamp(), \'update\', NEW."id", NEW."slug"); RETURN NULL;', hash='845e95184a11e2b4252569c6402c591abb91c606', operation='UPDATE', pgid='pgtrigger_update_update_56de2', table='sources_institutionname', when='AFTER')), pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "sources_institutionnameevent" ("id", "institution_id", "is_public", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug") VALUES (OLD."id", OLD."institution_id", OLD."is_public", OLD."name", _pgh_attach_context(), clock_timestamp(), \'delete\', OLD."id", OLD."slug"); RETURN NULL;', hash='eb2fd10f61d2f91a1d13972b315f6c327a3f3d87', operation='DELETE', pgid='pgtrigger_delete_delete_adf60', table='sources_institutionname', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='OutletEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='sources.outlet')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('slug', models.SlugField(db_index=False, max_length=80)),
                ('name', models.CharField(max_length=120)),
                ('name_ko', models.CharField(blank=True, max_length=120, verbose_name='name in Korean')),
                ('home_page', models.URLField(blank=True)),
                ('languages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=2), blank=True, default=list, help_text='en, ko', size=None)),
                ('show', models.CharField(choices=[('full', 'full text'), ('claims', 'claims only'), ('nothing', 'nothing')], default='claims', help_text='Holds on every public page.', max_length=7, verbose_name='what we may show')),
                ('reliability', models.CharField(choices=[('A', 'completely reliable'), ('B', 'usually reliable'), ('C', 'fairly reliable'), ('D', 'not usually reliable'), ('E', 'unreliable'), ('F', 'reliability cannot be judged')], default='F', max_length=1)),
                ('reliability_reason', models.CharField(blank=True, max_length=300)),
                ('is_sample', models.BooleanField(default=False, verbose_name='invented, for the demonstration')),
                ('is_public', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='OutletName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('outlet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='other_names', to='sources.outlet')),
                ('name', models.CharField(max_length=120)),
                ('slug', models.SlugField(allow_unicode=True, max_length=80, unique=True)),
                ('is_public', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'ordering': ['name'],
                'triggers': [pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "sources_outletnameevent" ("id", "is_public", "name", "outlet_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug") VALUES (NEW."id", NEW."is_public", NEW."name", NEW."outlet_id", _pgh_attach_context(), clock_timestamp(), \'insert\', NEW."id", NEW."slug"); RETURN NULL;', hash='66a7ca7fd22e09d9fe7ccc8045dbdcf480a9291a', operation='INSERT', pgid='pgtrigger_insert_insert_e0fa5', table='sources_outletname', when='AFTER')), pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "sources_outletnameevent" ("id", "is_public", "name", "outlet_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug") VALUES (NEW."id", NEW."is_public", NEW."name", NEW."outlet_id", _pgh_attach_context(), clock_timestamp(), \'update\', NEW."id", NEW."slug"); RETURN NULL;', hash='3ce85ad53a849b268ae3a0285347a8e99665ad4d', operation='UPDATE', pgid='pgtrigger_update_update_0bd17', table='sources_outletname', when='AFTER')), pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "sources_outletnameevent" ("id", "is_public", "name", "outlet_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug") VALUES (OLD."id", OLD."is_public", OLD."name", OLD."outlet_id", _pgh_attach_context(), clock_timestamp(), \'delete\', OLD."id", OLD."slug"); RETURN NULL;', hash='d3d8ace1c28262e77e159dc24f04625cd60cce7e', operation='DELETE', pgid='pgtrigger_delete_delete_9ab5e', table='sources_outletname', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='SealedNote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('attribution', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='sealed_note', to='sources.attribution')),
                ('body', models.TextField()),
                ('written_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('written_at', models.DateTimeField(auto_now=True)),
            ],
            options={
                'permissions': [('read_sealednote', 'May read sealed notes')],
                'triggers': [pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "sources_sealednoteevent" ("attribution_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "written_at", "written_by_id") VALUES (NEW."attribution_id", NEW."id", _pgh_attach_context(), clock_timestamp(), \'insert\', NEW."id", NEW."written_at", NEW."written_by_id"); RETURN NULL;', hash='951fbc584da73a8847794c37d923101dfc0e79c3', operation='INSERT', pgid='pgtrigger_insert_insert_e2342', table='sources_sealednote', when='AFTER')), pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."attribution_id" IS DISTINCT FROM (NEW."attribution_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."written_at" IS DISTINCT FROM (NEW."written_at") OR OLD."written_by_id" IS DISTINCT FROM (NEW."written_by_id"))', func='INSERT INTO "sources_sealednoteevent" ("attribution_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "written_at", "written_by_id") VALUES (NEW."attribution_id", NEW."id", _pgh_attach_context(), clock_timestamp(), \'update\', NEW."id", NEW."written_at", NEW."written_by_id"); RETURN NULL;', hash='cc129fe5cc99480a86eca4e0db82215905ab1678', operation='UPDATE', pgid='pgtrigger_update_update_cb86d', table='sources_sealednote', when='AFTER')), pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "sources_sealednoteevent" ("attribution_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "written_at", "written_by_id") VALUES (OLD."attribution_id", OLD."id", _pgh_attach_context(), clock_timestamp(), \'delete\', OLD."id", OLD."written_at", OLD."written_by_id"); RETURN NULL;', hash='89425579a2890711384c948c76e716978d12d2e0', operation='DELETE', pgid='pgtrigger_delete_delete_06492', table='sources_sealednote', when='AFTER')), pgtrigger.compiler.Trigger(name='sealed_body', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."body" IS DISTINCT FROM (NEW."body"))', func='INSERT INTO "sources_sealednoteevent" ("attribution_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "written_at", "written_by_id") VALUES (NEW."attribution_id", NEW."id", _pgh_attach_context(), clock_timestamp(), \'sealed: body\', NEW."id", NEW."written_at", NEW."written_by_id"); RETURN NULL;', hash='89079f10d81efa55b8f835016f347463ca4029d2', operation='UPDATE', pgid='pgtrigger_sealed_body_f59b6', table='sources_sealednote', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='Step',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('chain', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='sources.chain')),
                ('position', models.PositiveSmallIntegerField()),
                ('kind', models.CharField(choices=[('outlet', 'outlet'), ('unnamed', 'unnamed person'), ('named', 'named person'), ('institution', 'institution')], max_length=11)),
                ('outlet', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='sources.outlet')),
                ('attribution', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='sources.attribution')),
                ('institution', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='sources.institution')),
                ('printed', models.CharField(blank=True, max_length=200)),
                ('verb', models.CharField(blank=True, max_length=60)),
                ('speech', models.CharField(choices=[('direct', 'direct speech'), ('indirect', 'indirect speech'), ('summary', 'summary'), ('own', "the outlet's own words")], max_length=8)),
                ('basis', models.CharField(choices=[('printed', 'printed'), ('carried', 'carried over from an earlier paragraph'), ('bracket', "editor's bracket")], default='printed', max_length=7)),
                ('is_public', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'ordering': ['chain', 'position'],
                'constraints': [models.UniqueConstraint(fields=('chain', 'position'), name='step_position_is_taken_once'), models.CheckConstraint(condition=models.Q(('position__gte', 1)), name='step_position_starts_at_one'), models.CheckConstraint(condition=models.Q(models.Q(('position', 1), _negated=True), ('kind', 'outlet'), _connector='OR'), name='step_first_is_the_outlet'), models.CheckConstraint(condition=models.Q(('speech__in', ['direct', 'indirect', 'summary', 'own'])), name='step_speech_is_known'), models.CheckConstraint(condition=models.Q(('basis__in', ['printed', 'carried', 'bracket'])), name='step_basis_is_known'), models.CheckConstraint(condition=models.Q(models.Q(('attribution__isnull', True), ('institution__isnull', True), ('kind', 'outlet'), ('outlet__isnull', False)), models.Q(('attribution__isnull', False), ('institution__isnull', True), ('kind', 'unnamed'), ('outlet__isnull', True)), models.Q(('attribution__isnull', True), ('institution__isnull', False), ('kind', 'institution'), ('outlet__isnull', True)), models.Q(('attribution__isnull', True), ('institution__isnull', True), ('kind', 'named'), ('outlet__isnull', True), models.Q(('printed', ''), _negated=True)), _connector='OR'), name='step_has_the_speaker_of_its_kind'), models.CheckConstraint(condition=models.Q(models.Q(('speech', 'own'), _negated=True), ('kind', 'outlet'), _connector='OR'), name='step_own_words_are_the_outlets')],
                'triggers': [pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "sources_stepevent" ("attribution_id", "basis", "chain_id", "id", "institution_id", "is_public", "kind", "outlet_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "speech") VALUES (NEW."attribution_id", NEW."basis", NEW."chain_id", NEW."id", NEW."institution_id", NEW."is_public", NEW."kind", NEW."outlet_id", _pgh_attach_context(), clock_timestamp(), \'insert\', NEW."id", NEW."position", NEW."speech"); RETURN NULL;', hash='e3297d7ceaa685f82b922e056e65fedd3119e6a3', operation='INSERT', pgid='pgtrigger_insert_insert_4a8a5', table='sources_step', when='AFTER')), pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."attribution_id" IS DISTINCT FROM (NEW."attribution_id") OR OLD."basis" IS DISTINCT FROM (NEW."basis") OR OLD."chain_id" IS DISTINCT FROM (NEW."chain_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."institution_id" IS DISTINCT FROM (NEW."institution_id") OR OLD."is_public" IS DISTINCT FROM (NEW."is_public") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."outlet_id" IS DISTINCT FROM (NEW."outlet_id") OR OLD."position" IS DISTINCT FROM (NEW."position") OR OLD."speech" IS DISTINCT FROM (NEW."speech"))', func='INSERT INTO "sources_stepevent" ("attribution_id", "basis", "chain_id", "id", "institution_id", "is_public", "kind", "outlet_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "speech") VALUES (NEW."attribution_id", NEW."basis", NEW."chain_id", NEW."id", NEW."institution_id", NEW."is_public", NEW."kind", NEW."outlet_id", _pgh_attach_context(), clock_timestamp(), \'update\', NEW."id", NEW."position", NEW."speech"); RETURN NULL;', hash='1e62b7e357903a803f009b44e5d32826928cffd9', operation='UPDATE', pgid='pgtrigger_update_update_a0921', table='sources_step', when='AFTER')), pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "sources_stepevent" ("attribution_id", "basis", "chain_id", "id", "institution_id", "is_public", "kind", "outlet_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "speech") VALUES (OLD."attribution_id", OLD."basis", OLD."chain_id", OLD."id", OLD."institution_id", OLD."is_public", OLD."kind", OLD."outlet_id", _pgh_attach_context(), clock_timestamp(), \'delete\', OLD."id", OLD."position", OLD."speech"); RETURN NULL;', hash='06a46d39e58b212928d0c58f2a538a0fc18c64b1', operation='DELETE', pgid='pgtrigger_delete_delete_2cd88', table='sources_step', when='AFTER')), pgtrigger.compiler.Trigger(name='sealed_printed', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."printed" IS DISTINCT FROM (NEW."printed"))', func='INSERT INTO "sources_stepevent" ("attribution_id", "basis", "chain_id", "id", "institution_id", "is_public", "kind", "outlet_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "speech") VALUES (NEW."attribution_id", NEW."basis", NEW."chain_id", NEW."id", NEW."institution_id", NEW."is_public", NEW."kind", NEW."outlet_id", _pgh_attach_context(), clock_timestamp(), \'sealed: printed\', NEW."id", NEW."position", NEW."speech"); RETURN NULL;', hash='35bdd871c0bc8b1b9d44c9361b462db81a2cdfc9', operation='UPDATE', pgid='pgtrigger_sealed_printed_84ede', table='sources_step', when='AFTER')), pgtrigger.compiler.Trigger(name='sealed_verb', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."verb" IS DISTINCT FROM (NEW."verb"))', func='INSERT INTO "sources_stepevent" ("attribution_id", "basis", "chain_id", "id", "institution_id", "is_public", "kind", "outlet_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "speech") VALUES (NEW."attribution_id", NEW."basis", NEW."chain_id", NEW."id", NEW."institution_id", NEW."is_public", NEW."kind", NEW."outlet_id", _pgh_attach_context(), clock_timestamp(), \'sealed: verb\', NEW."id", NEW."position", NEW."speech"); RETURN NULL;', hash='31757e7f1e24272a113df975b470473f610a4bc3', operation='UPDATE', pgid='pgtrigger_sealed_verb_33486', table='sources_step', when='AFTER'))],
            },
        ),
        migrations.CreateModel(
            name='InstitutionNameEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='sources.institutionname')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('institution', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='sources.institution')),
                ('name', models.CharField(max_length=160)),
                ('slug', models.SlugField(allow_unicode=True, db_index=False, max_length=100)),
                ('is_public', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='OutletNameEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='sources.outletname')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('outlet', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='sources.outlet')),
                ('name', models.CharField(max_length=120)),
                ('slug', models.SlugField(allow_unicode=True, db_index=False, max_length=80)),
                ('is_public', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SealedNoteEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='sources.sealednote')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('attribution', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='sources.attribution')),
                ('written_by', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('written_at', models.DateTimeField(auto_now=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='StepEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='sources.step')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('id', models.BigIntegerField()),
                ('chain', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='sources.chain')),
                ('position', models.PositiveSmallIntegerField()),
                ('kind', models.CharField(choices=[('outlet', 'outlet'), ('unnamed', 'unnamed person'), ('named', 'named person'), ('institution', 'institution')], max_length=11)),
                ('outlet', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='sources.outlet')),
                ('attribution', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='sources.attribution')),
                ('institution', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='sources.institution')),
                ('speech', models.CharField(choices=[('direct', 'direct speech'), ('indirect', 'indirect speech'), ('summary', 'summary'), ('own', "the outlet's own words")], max_length=8)),
                ('basis', models.CharField(choices=[('printed', 'printed'), ('carried', 'carried over from an earlier paragraph'), ('bracket', "editor's bracket")], default='printed', max_length=7)),
                ('is_public', models.BooleanField(default=False, editable=False)),
            ],
            options={
                'abstract': False,
            },
        ),
    ])]
