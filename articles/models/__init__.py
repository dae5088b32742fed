from articles.models.act import Act, ActKind, WithdrawalClass
from articles.models.address import Address, AddressKind
from articles.models.article import Article, ArticleProvince, Language, OriginKind, ReportAttribution, State
from articles.models.claim import (
    Claim,
    ClaimProvince,
    ClaimState,
    ClaimVersion,
    Credibility,
    CredibilityReason,
)
from articles.models.contradiction import (
    GROUNDS_OF,
    Contradiction,
    Settlement,
    SettlementGround,
    StatedSettlement,
)
from articles.models.figure import Figure
from articles.models.filing import FiledProvince, FiledTopic
from articles.models.imprint import Imprint, ToldApart
from articles.models.link import ClaimLink, LinkGround, LinkKind
from articles.models.outcome import OUTCOME_GROUNDS, Became, Evidence, Outcome, OutcomeGround
from articles.models.public_text import PublicText
from articles.models.removal import Removal
from articles.models.revision import Original, Revision
from articles.models.saved_form import SavedForm
from articles.models.topic import ArticleTopic, ClaimTopic, Topic, TopicName
from articles.models.topic_merge import TopicMerge
from articles.models.warning import Answer, ClaimWarning, Refusal

__all__ = [
    "GROUNDS_OF",
    "OUTCOME_GROUNDS",
    "Act",
    "ActKind",
    "Address",
    "AddressKind",
    "Answer",
    "Article",
    "ArticleProvince",
    "ArticleTopic",
    "Became",
    "Claim",
    "ClaimLink",
    "ClaimProvince",
    "ClaimState",
    "ClaimTopic",
    "ClaimVersion",
    "ClaimWarning",
    "Contradiction",
    "Credibility",
    "CredibilityReason",
    "Evidence",
    "Figure",
    "Imprint",
    "FiledProvince",
    "FiledTopic",
    "Language",
    "LinkGround",
    "LinkKind",
    "Original",
    "OriginKind",
    "Outcome",
    "OutcomeGround",
    "PublicText",
    "Refusal",
    "Removal",
    "ReportAttribution",
    "Revision",
    "SavedForm",
    "Settlement",
    "SettlementGround",
    "State",
    "StatedSettlement",
    "ToldApart",
    "Topic",
    "TopicMerge",
    "TopicName",
    "WithdrawalClass",
]
