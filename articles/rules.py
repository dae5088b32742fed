"""Rules of this app that need a trigger: what is frozen, what belongs together, what nothing may delete."""

from dataclasses import replace

from provinces.rule import Rule


def _refuse(sentence: str, condition: str) -> str:
    """PL/pgSQL that refuses with the trigger's name as the constraint's."""
    return f"""
    IF {condition} THEN
        RAISE EXCEPTION '{sentence}' USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
    END IF;"""


def _stays(table: str, name: str, sentence: str, condition: str) -> Rule:
    """A row that is never deleted once `condition` holds of OLD."""
    return Rule(name=name, table=table, when="BEFORE DELETE", body=_refuse(sentence, condition) + "\n    RETURN OLD;")


# Table → what its slugs are addresses of; and the table of the other names that lead there, with its owner's column.
_ADDRESSED = {
    "articles_topic": ("topic", "articles_topicname", "topic_id"),
    "sources_institution": ("institution", "sources_institutionname", "institution_id"),
    "sources_outlet": ("outlet", "sources_outletname", "outlet_id"),
}


def _registered(table: str, kind: str) -> Rule:
    """Whatever is public has its address in the registry, whoever made it public."""
    return Rule(
        name=f"{kind}_address_is_registered",
        table=table,
        when="AFTER INSERT OR UPDATE",
        body=f"""
    IF NEW.is_public THEN
        INSERT INTO articles_address (kind, slug, first_at, is_public) VALUES ('{kind}', NEW.slug, now(), true)
        ON CONFLICT DO NOTHING;
    END IF;
    RETURN NULL;""",
    )


def _addresses(table: str, kind: str, names: str, owner: str) -> list[Rule]:
    """What keeps the addresses of one kind for ever: registered, never another's, never leading nowhere."""
    was_given_out = f"EXISTS (SELECT 1 FROM articles_address WHERE kind = '{kind}' AND slug = OLD.slug)"
    return [
        _registered(table, kind),
        replace(_registered(names, kind), name=f"{kind}_other_address_is_registered"),
        Rule(
            name=f"{kind}_address_is_no_others",
            table=table,
            when="BEFORE INSERT OR UPDATE OF slug",
            body=_refuse(
                "this address leads to another one already",
                f"EXISTS (SELECT 1 FROM {names} WHERE slug = NEW.slug AND {owner} <> NEW.id)",
            )
            + "\n    RETURN NEW;",
        ),
        Rule(
            name=f"{kind}_old_address_leads_on",
            table=table,
            when="AFTER DELETE OR UPDATE OF slug",
            deferred=True,
            body=_refuse(
                "an address that was given out leads on",
                f"{was_given_out} AND NOT EXISTS (SELECT 1 FROM {table} WHERE slug = OLD.slug)"
                f" AND NOT EXISTS (SELECT 1 FROM {names} WHERE slug = OLD.slug)",
            )
            + "\n    RETURN NULL;",
        ),
        Rule(
            name=f"{kind}_other_address_stays",
            table=names,
            when="BEFORE UPDATE OR DELETE",
            body="""
    IF TG_OP = 'DELETE' THEN"""
            # It may go where it leads no further: the thing itself stands at it.
            + _refuse(
                "an address that was given out stays",
                f"{was_given_out} AND NOT EXISTS (SELECT 1 FROM {table} WHERE slug = OLD.slug)",
            )
            + """
        RETURN OLD;
    END IF;"""
            + _refuse("an address that was given out stays", f"NEW.slug <> OLD.slug AND {was_given_out}")
            + "\n    RETURN NEW;",
        ),
    ]


# Counted: asked whether there is any, Postgres thinks that one comes soon and reads through the ledger, not the index.
_STANDS_IN_THE_LEDGER = (
    "(SELECT count(*) FROM articles_act"
    " WHERE subjects @> jsonb_build_array(jsonb_build_object('id', NEW.public_id))) > 0"
)

# Of a published version of a claim: merges repoint the first two, the flags follow publication, words may go once.
_MAY_CHANGE = (
    "actor_id,addressee_id,is_current,is_public,removed_at,"
    "exact,prefix,suffix,paraphrase,event_words,due_words,reason,search"
)

RULES = [
    # Identities.
    _stays(
        "articles_article",
        "article_once_published_stays",
        "a published article stays",
        "OLD.first_published_at IS NOT NULL",
    ),
    _stays(
        "articles_claim", "claim_once_published_stays", "a published claim stays", "OLD.first_published_at IS NOT NULL"
    ),
    Rule(
        name="article_identity_never_changes",
        table="articles_article",
        when="BEFORE UPDATE",
        body=_refuse(
            "the identity of an article never changes",
            "NEW.public_id <> OLD.public_id OR OLD.first_published_at IS NOT NULL"
            " AND NEW.first_published_at IS DISTINCT FROM OLD.first_published_at",
        )
        + "\n    RETURN NEW;",
    ),
    Rule(
        name="claim_identity_never_changes",
        table="articles_claim",
        when="BEFORE UPDATE",
        body=_refuse(
            "the identity of a claim never changes",
            "NEW.public_id <> OLD.public_id OR NEW.article_id <> OLD.article_id OR OLD.first_published_at IS NOT NULL"
            " AND NEW.first_published_at IS DISTINCT FROM OLD.first_published_at",
        )
        + "\n    RETURN NEW;",
    ),
    Rule(
        name="article_origin_has_depth_one",
        table="articles_article",
        when="BEFORE INSERT OR UPDATE OF origin_id, origin_url",
        body=_refuse(
            "an origin points to no further origin",
            "EXISTS (SELECT 1 FROM articles_article WHERE id = NEW.origin_id"
            " AND (origin_id IS NOT NULL OR origin_url <> '')) OR (NEW.origin_id IS NOT NULL OR NEW.origin_url <> '')"
            " AND EXISTS (SELECT 1 FROM articles_article WHERE origin_id = NEW.id)",
        )
        + "\n    RETURN NEW;",
    ),
    Rule(
        name="article_public_has_a_text_and_an_act",
        table="articles_article",
        when="AFTER INSERT OR UPDATE OF is_public",
        deferred=True,
        body=_refuse(
            "a public article has a current text and stands in the ledger",
            "EXISTS (SELECT 1 FROM articles_article WHERE id = NEW.id AND is_public) AND NOT (EXISTS"
            " (SELECT 1 FROM articles_publictext WHERE article_id = NEW.id AND is_current AND is_public)"
            f" AND {_STANDS_IN_THE_LEDGER})",
        )
        + "\n    RETURN NULL;",
    ),
    Rule(
        name="claim_public_has_a_version_and_an_act",
        table="articles_claim",
        when="AFTER INSERT OR UPDATE OF is_public",
        deferred=True,
        body=_refuse(
            "a public claim has a current version and stands in the ledger",
            "EXISTS (SELECT 1 FROM articles_claim WHERE id = NEW.id AND is_public) AND NOT (EXISTS"
            " (SELECT 1 FROM articles_claimversion WHERE claim_id = NEW.id AND is_current AND is_public)"
            f" AND {_STANDS_IN_THE_LEDGER})",
        )
        + "\n    RETURN NULL;",
    ),
    # Texts.
    _stays(
        "articles_revision",
        "revision_once_published_stays",
        "a published revision stays",
        "OLD.published_at IS NOT NULL",
    ),
    Rule(
        name="revision_once_published_never_changes",
        table="articles_revision",
        when="BEFORE UPDATE",
        body=_refuse(
            "a published revision never changes; its text may be removed once, whole",
            "OLD.published_at IS NOT NULL AND ((NEW.article_id, NEW.number, NEW.published_at)"
            " IS DISTINCT FROM (OLD.article_id, OLD.number, OLD.published_at)"
            " OR OLD.removed_at IS NOT NULL AND NEW.removed_at IS DISTINCT FROM OLD.removed_at"
            " OR (NEW.headline, NEW.body, NEW.caption, NEW.credit)"
            " IS DISTINCT FROM (OLD.headline, OLD.body, OLD.caption, OLD.credit) AND NEW.removed_at IS NULL)",
        )
        + "\n    RETURN NEW;",
    ),
    _stays("articles_publictext", "public_text_stays", "a public text stays", "true"),
    Rule(
        name="public_text_is_what_the_outlet_allows",
        table="articles_publictext",
        when="BEFORE INSERT OR UPDATE",
        body=_refuse(
            "a public text is that of its revision, and its body is shown only where the outlet allows the full text",
            "NOT EXISTS (SELECT 1 FROM articles_revision revision"
            " JOIN articles_article article ON article.id = revision.article_id"
            " JOIN sources_outlet outlet ON outlet.id = article.outlet_id"
            " WHERE revision.article_id = NEW.article_id AND revision.number = NEW.number"
            " AND revision.published_at = NEW.published_at AND revision.is_current = NEW.is_current"
            " AND NEW.headline = revision.headline AND revision.removed_at IS NOT DISTINCT FROM NEW.removed_at"
            " AND (NEW.body = revision.body AND NEW.caption = revision.caption AND outlet.show = 'full'"
            " OR NEW.body = '' AND NEW.caption = ''))",
        )
        + "\n    RETURN NEW;",
    ),
    Rule(
        name="outlet_permission_holds_in_public_texts",
        table="sources_outlet",
        when="AFTER UPDATE OF show",
        deferred=True,
        body=_refuse(
            "the public texts of an outlet show no more than it allows",
            "EXISTS (SELECT 1 FROM articles_publictext text JOIN articles_article article ON article.id = text.article_id"
            " JOIN sources_outlet outlet ON outlet.id = article.outlet_id"
            " WHERE outlet.id = NEW.id AND outlet.show <> 'full' AND (text.body <> '' OR text.caption <> ''))",
        )
        + "\n    RETURN NULL;",
    ),
    # Claims.
    Rule(
        name="claim_counts_as_the_first_of_its_statement",
        table="articles_claim",
        when="AFTER UPDATE",
        deferred=True,
        body=_refuse(
            "a claim counts as one that counts as itself",
            "NEW.statement_id IS NOT NULL AND EXISTS (SELECT 1 FROM articles_claim claim"
            " JOIN articles_claim first ON first.id = claim.statement_id"
            " WHERE claim.id = NEW.id AND first.statement_id IS DISTINCT FROM first.id)",
        )
        + "\n    RETURN NULL;",
    ),
    Rule(
        name="claim_words_are_the_slice",
        table="articles_claimversion",
        when="BEFORE INSERT OR UPDATE",
        body=_refuse(
            "the words of a claim are exactly the slice they point at, in a revision of its own article",
            "NEW.removed_at IS NULL AND NOT EXISTS (SELECT 1 FROM articles_revision revision"
            " JOIN articles_claim claim ON claim.article_id = revision.article_id"
            " WHERE revision.id = NEW.revision_id AND claim.id = NEW.claim_id AND revision.number = NEW.revision_number"
            ' AND substr(revision.body, NEW.start + 1, NEW."end" - NEW.start) = NEW.exact)',
        )
        + "\n    RETURN NEW;",
    ),
    Rule(
        name="claim_attribution_is_of_its_article",
        table="articles_claimversion",
        when="AFTER INSERT OR UPDATE OF attribution_id, chain_id, claim_id",
        deferred=True,
        body=_refuse(
            "the attribution and the chain of a claim are of its own article",
            "EXISTS (SELECT 1 FROM articles_claimversion WHERE id = NEW.id) AND"
            " EXISTS (SELECT 1 FROM (SELECT NEW.attribution_id AS id UNION"
            " SELECT attribution_id FROM sources_step WHERE chain_id = NEW.chain_id) used"
            " WHERE used.id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM articles_reportattribution report"
            " JOIN articles_claim claim ON claim.article_id = report.article_id"
            " WHERE claim.id = NEW.claim_id AND report.attribution_id = used.id))",
        )
        + "\n    RETURN NULL;",
    ),
    Rule(
        name="report_attribution_keeps_its_report",
        table="articles_reportattribution",
        when="BEFORE UPDATE",
        body=_refuse(
            "an attribution belongs to one report for ever",
            "(NEW.article_id, NEW.attribution_id) IS DISTINCT FROM (OLD.article_id, OLD.attribution_id)",
        )
        + "\n    RETURN NEW;",
    ),
    _stays(
        "articles_claimversion",
        "claim_version_once_published_stays",
        "a published version of a claim stays",
        "OLD.published_at IS NOT NULL",
    ),
    Rule(
        name="claim_version_once_published_never_changes",
        table="articles_claimversion",
        when="BEFORE UPDATE",
        body=_refuse(
            "a published version of a claim never changes",
            "OLD.published_at IS NOT NULL AND ("
            f"to_jsonb(NEW) - '{{{_MAY_CHANGE}}}'::text[] IS DISTINCT FROM to_jsonb(OLD) - '{{{_MAY_CHANGE}}}'::text[]"
            " OR OLD.removed_at IS NOT NULL AND NEW.removed_at IS DISTINCT FROM OLD.removed_at"
            " OR (NEW.exact, NEW.prefix, NEW.suffix, NEW.paraphrase, NEW.event_words, NEW.due_words, NEW.reason)"
            " IS DISTINCT FROM (OLD.exact, OLD.prefix, OLD.suffix, OLD.paraphrase, OLD.event_words, OLD.due_words,"
            " OLD.reason) AND NEW.removed_at IS NULL)",
        )
        + "\n    RETURN NEW;",
    ),
    Rule(
        name="step_words_go_with_their_text",
        table="sources_step",
        when="BEFORE UPDATE OF printed",
        body=_refuse(
            "the words of a step go once every claim that rests on it has lost its own",
            "OLD.is_public AND NEW.printed <> OLD.printed AND EXISTS"
            " (SELECT 1 FROM articles_claimversion WHERE chain_id = OLD.chain_id AND removed_at IS NULL)",
        )
        + "\n    RETURN NEW;",
    ),
    Rule(
        name="claim_link_is_to_another_claim",
        table="articles_claimlink",
        when="BEFORE INSERT OR UPDATE",
        body=_refuse(
            "a claim is not linked to itself",
            "EXISTS (SELECT 1 FROM articles_claimversion WHERE id = NEW.version_id AND claim_id = NEW.other_id)",
        )
        + "\n    RETURN NEW;",
    ),
    Rule(
        name="claim_link_of_a_published_version_stays",
        table="articles_claimlink",
        when="BEFORE UPDATE OR DELETE",
        # The reason is the desk's, and goes with the words.
        body=_refuse(
            "a link of a published version never changes",
            "EXISTS (SELECT 1 FROM articles_claimversion WHERE id = OLD.version_id AND published_at IS NOT NULL) AND"
            " (TG_OP = 'DELETE' OR (NEW.version_id, NEW.other_id, NEW.kind, NEW.ground)"
            " IS DISTINCT FROM (OLD.version_id, OLD.other_id, OLD.kind, OLD.ground))",
        )
        + "\n    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;",
    ),
    # Figures.
    Rule(
        name="figure_lies_in_the_words_of_its_claim",
        table="articles_figure",
        when="BEFORE INSERT OR UPDATE",
        body=_refuse(
            "a figure points at words of its claim, and comes with the version",
            "(TG_OP = 'INSERT' OR to_jsonb(NEW) - 'is_public' IS DISTINCT FROM to_jsonb(OLD) - 'is_public')"
            " AND NOT EXISTS (SELECT 1 FROM articles_claimversion WHERE id = NEW.version_id AND published_at IS NULL"
            ' AND removed_at IS NULL AND char_length(exact) >= NEW."end")',
        )
        + "\n    RETURN NEW;",
    ),
    Rule(
        name="figure_of_a_published_version_stays",
        table="articles_figure",
        when="BEFORE DELETE",
        # It goes with the words that it was read of.
        body=_refuse(
            "a figure of a published version stays while its words do",
            "EXISTS (SELECT 1 FROM articles_claimversion WHERE id = OLD.version_id AND published_at IS NOT NULL"
            " AND removed_at IS NULL)",
        )
        + "\n    RETURN OLD;",
    ),
    Rule(
        name="figure_place_lies_in_its_province",
        table="articles_figure",
        when="BEFORE INSERT OR UPDATE OF place_id, province_id",
        body=_refuse(
            "the place of a figure lies in its province",
            "EXISTS (SELECT 1 FROM provinces_place WHERE id = NEW.place_id AND province_id IS DISTINCT FROM NEW.province_id)",
        )
        + "\n    RETURN NEW;",
    ),
    Rule(
        name="claim_keeps_the_words_of_its_figures",
        table="articles_claimversion",
        when="AFTER UPDATE OF exact",
        deferred=True,
        body=_refuse(
            "the words of a claim change, or go, with the figures that were read of them",
            "EXISTS (SELECT 1 FROM articles_figure figure WHERE version_id = NEW.id AND"
            ' substr(OLD.exact, start + 1, "end" - start) <> substr(NEW.exact, start + 1, "end" - start))',
        )
        + "\n    RETURN NULL;",
    ),
    # Contradictions.
    Rule(
        name="contradiction_stays",
        table="articles_contradiction",
        when="BEFORE UPDATE OR DELETE",
        body=_refuse(
            "a contradiction stays as it was put down",
            "TG_OP = 'DELETE' OR (NEW.one_id, NEW.other_id) IS DISTINCT FROM (OLD.one_id, OLD.other_id)",
        )
        + "\n    RETURN NEW;",
    ),
    Rule(
        name="settlement_is_only_added_to",
        table="articles_statedsettlement",
        when="BEFORE UPDATE OR DELETE",
        # Public with its contradiction; nothing else of it changes.
        body=_refuse(
            "how a contradiction stood is only added to",
            "TG_OP = 'DELETE' OR to_jsonb(NEW) - 'is_public' IS DISTINCT FROM to_jsonb(OLD) - 'is_public'",
        )
        + "\n    RETURN NEW;",
    ),
    Rule(
        name="settlement_follows_the_last",
        table="articles_statedsettlement",
        when="BEFORE INSERT",
        body=_refuse(
            "how a contradiction stands has the next number and a later time",
            "NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM articles_statedsettlement"
            " WHERE contradiction_id = NEW.contradiction_id) OR EXISTS (SELECT 1 FROM articles_statedsettlement"
            " WHERE contradiction_id = NEW.contradiction_id AND at > NEW.at)",
        )
        + "\n    RETURN NEW;",
    ),
    # Outcomes.
    Rule(
        name="outcome_is_only_added_to",
        table="articles_outcome",
        when="BEFORE UPDATE OR DELETE",
        # Public with its claim; the reason, which is the desk's, goes when the words of its claims do.
        body=_refuse(
            "what became of something is only added to",
            "TG_OP = 'DELETE' OR NEW.reason NOT IN (OLD.reason, '') OR"
            " to_jsonb(NEW) - '{is_public,reason}'::text[] IS DISTINCT FROM to_jsonb(OLD) - '{is_public,reason}'::text[]",
        )
        + "\n    RETURN NEW;",
    ),
    Rule(
        name="outcome_follows_the_last",
        table="articles_outcome",
        when="BEFORE INSERT",
        body=_refuse(
            "an outcome has the next number and a later time, and its claim was published",
            "NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM articles_outcome WHERE claim_id = NEW.claim_id)"
            " OR EXISTS (SELECT 1 FROM articles_outcome WHERE claim_id = NEW.claim_id AND at > NEW.at)"
            " OR NOT EXISTS (SELECT 1 FROM articles_claim WHERE id = NEW.claim_id AND first_published_at IS NOT NULL)",
        )
        + "\n    RETURN NEW;",
    ),
    Rule(
        name="outcome_names_all_that_show_it",
        table="articles_outcome",
        when="AFTER INSERT",
        deferred=True,
        body=_refuse(
            "an outcome is shown by as many claims as it says",
            "NEW.shown_by <> (SELECT count(*) FROM articles_evidence WHERE outcome_id = NEW.id)",
        )
        + "\n    RETURN NULL;",
    ),
    Rule(
        name="evidence_stays",
        table="articles_evidence",
        when="BEFORE UPDATE OR DELETE",
        body=_refuse(
            "what shows an outcome is part of it and never changes",
            "TG_OP = 'DELETE' OR to_jsonb(NEW) - 'is_public' IS DISTINCT FROM to_jsonb(OLD) - 'is_public'",
        )
        + "\n    RETURN NEW;",
    ),
    Rule(
        name="evidence_comes_with_its_outcome",
        table="articles_evidence",
        when="BEFORE INSERT",
        body=_refuse(
            "an outcome is shown by another claim, and by no more than it says",
            "EXISTS (SELECT 1 FROM articles_outcome WHERE id = NEW.outcome_id AND (claim_id = NEW.claim_id"
            " OR shown_by <= (SELECT count(*) FROM articles_evidence WHERE outcome_id = NEW.outcome_id)))",
        )
        + "\n    RETURN NEW;",
    ),
    # The ledger.
    Rule(
        name="act_is_never_changed",
        table="articles_act",
        when="BEFORE UPDATE OR DELETE",
        body=_refuse("the ledger is only added to", "true") + "\n    RETURN OLD;",
    ),
    Rule(
        name="act_follows_the_last",
        table="articles_act",
        when="BEFORE INSERT",
        body=_refuse(
            "an act has the next number and names the hash of the last",
            "NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM articles_act) OR NEW.previous_hash <>"
            " coalesce((SELECT hash FROM articles_act ORDER BY number DESC LIMIT 1), '')",
        )
        + "\n    RETURN NEW;",
    ),
    # Addresses without a public id.
    *(rule for table, (kind, names, owner) in _ADDRESSED.items() for rule in _addresses(table, kind, names, owner)),
    _registered("provinces_province", "province"),
    Rule(
        name="address_is_never_taken_back",
        table="articles_address",
        when="BEFORE UPDATE OR DELETE",
        body=_refuse("an address that was given out stays", "true") + "\n    RETURN OLD;",
    ),
    # Topics.
    Rule(
        name="topic_is_not_below_itself",
        table="articles_topic",
        when="AFTER INSERT OR UPDATE OF broader_id",
        deferred=True,
        body=_refuse(
            "a topic is not broader than itself by any way",
            "EXISTS (WITH RECURSIVE above(id) AS (SELECT broader_id FROM articles_topic WHERE id = NEW.id UNION"
            " SELECT topic.broader_id FROM articles_topic topic JOIN above ON topic.id = above.id)"
            " SELECT 1 FROM above WHERE id = NEW.id)",
        )
        + "\n    RETURN NULL;",
    ),
]
