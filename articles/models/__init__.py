from articles.models.act import Act, ActKind, WithdrawalClass
from articles.models.article import Article, ArticleProvince, Language, OriginKind, ReportAttribution, State
from articles.models.claim import (
    Claim,
    ClaimProvince,
    ClaimState,
    ClaimVersion,
    Credibility,
    CredibilityReason,
    Outcome,
)
from articles.models.public_text import PublicText
from articles.models.revision import Original, Revision
from articles.models.topic import ArticleTopic, ClaimTopic, Topic, TopicName

__all__ = [
    "Act",
    "ActKind",
    "Article",
    "ArticleProvince",
    "ArticleTopic",
    "Claim",
    "ClaimProvince",
    "ClaimState",
    "ClaimTopic",
    "ClaimVersion",
    "Credibility",
    "CredibilityReason",
    "Language",
    "Original",
    "OriginKind",
    "Outcome",
    "PublicText",
    "ReportAttribution",
    "Revision",
    "State",
    "Topic",
    "TopicName",
    "WithdrawalClass",
]
