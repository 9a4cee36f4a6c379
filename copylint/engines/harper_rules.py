"""The Harper rules that copylint uses.

Each is here because, on two million words of labelled copy, it found errors that copylint's own
checks did not, and was right for the patterns that ``where`` allows
(``benchmarks/accuracy/engine_rules.py harper``). On the same evidence some 900
rules are left out, among them forty-five that had been in use and added nothing.
"""

from __future__ import annotations

from copylint.core.fix import Safety
from copylint.core.rule import Level, Rule
from copylint.engines.harper_choice import Choice, bad, good

# After these words a pronoun is the subject of what follows. After a preposition it is an
# object ("the people on it are"), and Harper does not see the difference.
_CLAUSE = (
    r"(?:^|[.!?;:,—–(\[\"“‘]\s*|\b(?:and|but|because|when|while|where|since|until|so|although"
    r"|what|which|said|says|thinks?|thought|knows?|knew|believes?|believed|hopes?|hoped"
    r"|admitted|admits|claimed|claims|insisted|insists|argued|argues)\s+)"
)
# Verbs whose past has a different spelling: "he beat her" and "he put it down" are right.
_BARE = (
    r"(?:have|do|don['’]t|say|want|need|go|make|take|get|know|think|look|seem|come|give|see|work|play"
    r"|live|hope|believe|feel|use|find|tell|ask|try|call|keep|begin|show|hear|run|move|bring|write"
    r"|stand|lose|pay|meet|include|continue|learn|understand|follow|stop|speak|spend|grow|open|walk"
    r"|win|offer|remember|consider|appear|buy|serve|die|send|build|stay|fall|reach|remain|suggest"
    r"|raise|pass|sell|require|decide|support|appreciate|intend|plan|expect|agree|admit|argue|claim"
    r"|insist|enjoy|like|love|refuse|accept|deny|face|hold|start|turn|join|leave|return|receive)"
)
_PAST_FORMS = (
    r"(?:went|came|took|gave|began|broke|chose|drove|ate|fell|flew|forgot|froze|grew|knew|rode|rang"
    r"|rose|sang|sank|shook|shrank|sprang|spoke|stole|swam|swore|threw|tore|wore|wrote|drew|drank|hid)"
)

RULES = (
    Choice(
        rule=Rule(
            id="harper.PronounContraction",
            summary="Flags 'you're' in place of 'your'.",
            why=(
                "'You are' cannot own the noun that follows. 2 of 2 findings on real copy were "
                "right."
            ),
            bad=bad(
                "You're car is outside the office.",
                "You're",
                "Your car is outside the office.",
            ),
            good=good("You're welcome at the gate.", "If you're late, ring us."),
            level=Level.SENTENCE,
            safety=Safety.UNSAFE,
        ),
        needs="re",
        where=r"\byou['’]re\s+(?-i:[a-z])",
        message="'{found}' means 'you are'; for what belongs to you write '{best}'.",
    ),
    Choice(
        rule=Rule(
            id="harper.NounVerbConfusion",
            summary=(
                "Flags 'affect' in place of 'effect', 'advice' in place of 'advise', or the "
                "reverse."
            ),
            why=(
                "After a modal verb 'effect' is nearly always a mistake for 'affect', except in "
                "'effect a change'; the noun is 'effect', and those who 'advise' give 'advice'. 4 "
                "of 4 findings beyond copylint's own on real copy were right."
            ),
            bad=(
                *bad(
                    "The tax will effect small shops most.",
                    "effect",
                    "The tax will affect small shops most.",
                ),
                *bad(
                    "The strike had no affect on trade.",
                    "affect",
                    "The strike had no effect on trade.",
                ),
            ),
            good=good(
                "The new chair may effect a change of mood.", "The strike had no effect on trade."
            ),
            level=Level.SENTENCE,
            safety=Safety.UNSAFE,
        ),
        needs="effect affect advice advise",
        where=r"\b(?:would|will|could|may|might|can|cannot|should)\s+effect\s+(?!(?:\w+\s+){0,3}?(?:change"
        r"|changes|reforms?|transition|cure|repairs?|arrests?|settlement|improvements?|transfer"
        r"|rescue|escape|entry|compromise)\b)"
        r"|\b(?:(?:no|any|little)\s+affect\b(?!\s+is\b)"
        r"|(?:an|adverse|negative|positive|major|significant|direct)\s+affect\s+on\b)"
        r"|\bto\s+advice\s+(?:the|a|his|her|their|them|him|us|me|you|on)\b"
        r"|\b(?:some|any|legal|medical|good|bad|expert|free)\s+advise\b",
        message="'{found}' should be '{best}' here.",
    ),
    Choice(
        rule=Rule(
            id="harper.LetsConfusion",
            summary="Flags 'let's' in place of the verb 'lets'.",
            why=(
                "'Let's' is short for 'let us'; the verb has no apostrophe. 2 of 2 findings on "
                "real copy were right."
            ),
            bad=bad(
                "The pass let's them travel free.",
                "let's them",
                "The pass lets them travel free.",
            ),
            good=good("Let's go.", "The rules let people travel free."),
            level=Level.SENTENCE,
            safety=Safety.UNSAFE,
        ),
        needs="let",
        where=r"\blet['’]s\s+(?:me|him|her|it|you|them|people)\b",
        message="'Let's' means 'let us'; write '{best}'.",
    ),
    Choice(
        rule=Rule(
            id="harper.TheMy",
            summary="Flags 'the' next to a possessive, as in 'the their'.",
            why=(
                "It is left over from rewriting. 2 of 2 findings beyond copylint's own on real "
                "copy were right."
            ),
            bad=bad(
                "The council sold the their old depot.",
                "the their",
                "The council sold their old depot.",
            ),
            good=good("The council sold their old depot.", "She gave her the key."),
            level=Level.SENTENCE,
            safety=Safety.UNSAFE,
        ),
        needs="his its our their my your",
        where=r"\b(?-i:the\s+(?:his|its|our|their|my|your)|(?:our|their|his|my|your)\s+the)\b",
        message="'{found}': one of the two words is too many; '{best}' may be the one to keep.",
    ),
    Choice(
        rule=Rule(
            id="harper.NoLonger",
            summary="Flags 'not longer' in place of 'no longer'.",
            why=(
                "'Not longer' compares lengths and needs 'than'. The 1 finding on clean news was "
                "right."
            ),
            bad=bad("The road is not longer safe.", "not", "The road is no longer safe."),
            good=good("The road is no longer safe.", "Keep it to a page, not longer than two."),
            level=Level.SENTENCE,
            safety=Safety.UNSAFE,
        ),
        needs="longer",
        where=r"(?<!\bif )(?<!\bor )\bnot\s+longer\b(?!\s+than|\s*[,.;:)])",
        message="'{found}' should be '{best}' before 'longer'.",
    ),
    Choice(
        rule=Rule(
            id="harper.KindSortOf",
            summary="Flags 'kind if' in place of 'kind of'.",
            why=(
                "'If' is one key away from 'of'. The 1 finding beyond copylint's own on labelled "
                "news was right."
            ),
            bad=bad("It was kind if odd.", "if", "It was kind of odd."),
            good=good("It was kind of odd.", "He is kind if you ask nicely."),
            level=Level.SENTENCE,
            safety=Safety.UNSAFE,
        ),
        needs="kind sort",
        where=r"\b(?:kind|sort)\s+(?:if|off)\s+[a-z]",
        message="'{found}' should be '{best}'.",
    ),
    Choice(
        rule=Rule(
            id="harper.Everyday",
            summary="Flags 'everyday' in place of 'every day'.",
            why=(
                "At the end of a clause no noun follows for the adjective to describe. 2 of 2 "
                "findings were right."
            ),
            bad=bad(
                "Trains run on this line everyday.",
                "everyday",
                "Trains run on this line every day.",
            ),
            good=good("These are everyday items.", "Trains run every day."),
            level=Level.SENTENCE,
            safety=Safety.UNSAFE,
        ),
        needs="everyday",
        where=r"(?<!the )(?<!an )(?<!of )\beveryday(?=\s*[.!?,;:”\"])",
        message="'{found}' describes a noun; for 'each day' write '{best}'.",
    ),
    Choice(
        rule=Rule(
            id="harper.PronounVerbAgreement",
            summary="Flags a pronoun whose verb has the wrong number.",
            why=(
                "'He have' and 'they has' come from typing or rewriting. Past tenses that look "
                "like plain verbs ('he beat her') are left alone. The 1 finding on clean news was "
                "right."
            ),
            bad=bad(
                "He have no plans to leave the club.",
                "have",
                "He has no plans to leave the club.",
            ),
            good=good(
                "He beat her in the final.", "The board asked that he resign.", "You guys won."
            ),
            level=Level.SENTENCE,
            safety=Safety.UNSAFE,
        ),
        needs="he she i we you they",
        where=rf"\b(?:(?:he|she)\s+{_BARE}"
        r"|(?:I|we|you|they)\s+(?:has|does|doesn['’]t|says|goes|wants|needs|makes|takes|gets|knows"
        r"|thinks|looks|seems|comes|gives|sees|works|plays|lives|hopes|believes|feels))\b",
        before=_CLAUSE,
        message="The verb does not fit the pronoun before it: '{best}', not '{found}'.",
    ),
    Choice(
        rule=Rule(
            id="harper.SimplePastToPastParticiple",
            summary="Flags a past tense in place of a participle.",
            why=(
                "'Has went' needs 'gone', 'was broke into' needs 'broken'. 2 of 2 findings beyond "
                "copylint's own on labelled news were right."
            ),
            bad=bad(
                "The club has went into debt.",
                "went",
                "The club has gone into debt.",
            ),
            good=good("The club has gone into debt.", "It was a slew of bills."),
            level=Level.SENTENCE,
            safety=Safety.UNSAFE,
        ),
        needs=_PAST_FORMS.strip("(?:)").replace("|", " "),
        where=r"\b(?-i:has|have|had|was|were|been|['’]ve)\s+(?:not\s+|never\s+|also\s+|already\s+|just\s+)?"
        rf"{_PAST_FORMS}\b",
        message="After this verb write '{best}', not '{found}'.",
    ),
    Choice(
        rule=Rule(
            id="harper.NotBeAfterNot",
            summary="Flags a superfluous 'be', as in 'is not be'.",
            why=(
                "It is left over from rewriting. 3 of 3 findings beyond copylint's own on real "
                "copy were right."
            ),
            bad=bad(
                "The bridge is not be opened this week.",
                "not be",
                "The bridge is not opened this week.",
            ),
            good=good("The bridge will not be opened this week."),
            level=Level.SENTENCE,
            safety=Safety.UNSAFE,
        ),
        needs="not",
        where=r"\b(?:is|are|was|were|am)\s+not\s+be\b",
        message="One verb too many: leave out 'be'.",
    ),
)
