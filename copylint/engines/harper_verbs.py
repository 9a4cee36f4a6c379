"""Harper's rules about the forms of verbs that we use; chosen as ``harper_words`` are."""

from __future__ import annotations

from copylint.engines.harper_choice import Choice, bad, good

# Where a pronoun after these words is the subject of what follows. After a preposition
# it is an object ("the people on it are"), and Harper does not see the difference.
_CLAUSE = (
    r"(?:^|[.!?;:,—–(\[\"“‘]\s*|\b(?:and|but|because|when|while|where|since|until|so|although"
    r"|what|which|said|says|thinks?|thought|knows?|knew|believes?|believed|hopes?|hoped"
    r"|admitted|admits|claimed|claims|insisted|insists|argued|argues)\s+)"
)
# Verbs whose past is spelled otherwise: "he beat her" and "he put it down" are right.
_BARE = (
    r"(?:have|do|don['’]t|say|want|need|go|make|take|get|know|think|look|seem|come|give|see|work|play"
    r"|live|hope|believe|feel|use|find|tell|ask|try|call|keep|begin|show|hear|run|move|bring|write"
    r"|stand|lose|pay|meet|include|continue|learn|understand|follow|stop|speak|spend|grow|open|walk"
    r"|win|offer|remember|consider|appear|buy|serve|die|send|build|stay|fall|reach|remain|suggest"
    r"|raise|pass|sell|require|decide|support|appreciate|intend|plan|expect|agree|admit|argue|claim"
    r"|insist|enjoy|like|love|refuse|accept|deny|face|hold|start|turn|join|leave|return|receive)"
)
# Bare verbs that are no nouns: after "decided" or "want" they lack a "to".
_ONLY_VERBS = (
    r"(?:accept|achieve|add|allow|appear|apply|arrive|ask|avoid|be|become|begin|believe|bring|build"
    r"|buy|choose|come|continue|create|decide|defend|deliver|discuss|eat|enjoy|ensure|enter"
    r"|explain|find|follow|forget|get|give|go|grow|happen|have|hear|improve|include|introduce|join"
    r"|keep|know|learn|lose|make|meet|prevent|produce|protect|prove|provide|put|raise|receive"
    r"|reduce|remain|remove|replace|sell|send|settle|solve|speak|spend|take|teach|tell|think"
    r"|understand|wear|write)"
)
_PAST_FORMS = (
    r"(?:went|came|took|gave|began|broke|chose|drove|ate|fell|flew|forgot|froze|grew|knew|rode|rang"
    r"|rose|sang|sank|shook|shrank|sprang|spoke|stole|swam|swore|threw|tore|wore|wrote|drew|drank|hid)"
)

RULES = (
    Choice(
        name="PronounInflectionBe",
        needs="are aren am were weren is isn was wasn",
        where=(
            r"\b(?:(?:he|she|it)\s+(?:are|aren['’]t|am|were|weren['’]t)"
            r"|(?:we|you|they)\s+(?:is|isn['’]t|was|wasn['’]t|am)|I\s+(?:is|are))\b"
        ),
        before=_CLAUSE,
        message="The verb does not fit the pronoun before it: '{best}', not '{found}'.",
        summary="A pronoun with the wrong form of 'be'.",
        why=(
            "Harper takes any pronoun before the verb for its subject, so it is believed only "
            "where the pronoun opens a clause. 4 of 4 there on labelled copy."
        ),
        bad=bad(
            "They was told to leave by noon.",
            "was",
            "They were told to leave by noon.",
        ),
        good=good(
            "The people living near it are worried.",
            "If he were taller he would play.",
            "They were told to leave.",
        ),
    ),
    Choice(
        name="PronounVerbAgreement",
        needs="he she i we you they",
        where=(
            rf"\b(?:(?:he|she)\s+{_BARE}"
            r"|(?:I|we|you|they)\s+(?:has|does|doesn['’]t|says|goes|wants|needs|makes|takes|gets|knows"
            r"|thinks|looks|seems|comes|gives|sees|works|plays|lives|hopes|believes|feels))\b"
        ),
        before=_CLAUSE,
        message="The verb does not fit the pronoun before it: '{best}', not '{found}'.",
        summary="A pronoun with a verb of the wrong number.",
        why=(
            "'He have' and 'they has' are slips of typing or rewriting. Past tenses that look "
            "like bare verbs ('he beat her') are left alone."
        ),
        bad=bad(
            "He have no plans to leave the club.",
            "have",
            "He has no plans to leave the club.",
        ),
        good=good("He beat her in the final.", "The board asked that he resign.", "You guys won."),
    ),
    Choice(
        name="DidPast",
        needs="did didn",
        where=(
            r"\bdid(?:n['’]t|\s+not|\s+never)\s+(?!used\b)[a-z]"
            rf"|\bdid\s+{_PAST_FORMS}\b"
        ),
        message="After 'did' the verb keeps its base form: '{best}', not '{found}'.",
        summary="A past tense after 'did'.",
        why="'Did' already carries the past. 6 of 6 on labelled and clean copy.",
        bad=bad(
            "The driver did not saw the sign.",
            "saw",
            "The driver did not see the sign.",
        ),
        good=good("The driver did not see the sign.", "What the driver did was legal."),
    ),
    Choice(
        name="SimplePastToPastParticiple",
        needs=_PAST_FORMS.strip("(?:)").replace("|", " "),
        where=(
            r"\b(?-i:has|have|had|was|were|been|['’]ve)\s+(?:not\s+|never\s+|also\s+|already\s+|just\s+)?"
            rf"{_PAST_FORMS}\b"
        ),
        message="After this verb write '{best}', not '{found}'.",
        summary="A past tense where a participle belongs.",
        why="'Has went', 'was broke into': 2 of 2 on labelled copy in this wording.",
        bad=bad(
            "The club has went into debt.",
            "went",
            "The club has gone into debt.",
        ),
        good=good("The club has gone into debt.", "It was a slew of bills."),
    ),
    Choice(
        name="NotBeAfterNot",
        needs="not",
        where=r"\b(?:is|are|was|were|am)\s+not\s+be\b",
        message="One verb too many: leave out 'be'.",
        summary="'Is not be': a form of 'be' too many.",
        why="A leftover of rewriting. 3 of 3 on labelled copy.",
        bad=bad(
            "The bridge is not be opened this week.",
            "not be",
            "The bridge is not opened this week.",
        ),
        good=good("The bridge will not be opened this week."),
    ),
    Choice(
        name="DoubleModal",
        needs="would could should must",
        where=(
            r"\b(?-i:(?:would|could|should|must)\s+(?:would|could|should|will|might|must|can|may))\b"
        ),
        message="Two helping verbs: keep '{best}' or the other one.",
        summary="Two modal verbs in a row.",
        why="A leftover of rewriting. Right in all four findings on labelled copy.",
        bad=bad(
            "The firm would should pay the bill.",
            "would should",
            "The firm would pay the bill.",
        ),
        good=good("Few would dare to ask.", "The firm should pay the bill."),
    ),
    Choice(
        name="ModalOf",
        needs="of",
        where=r"\b(?:could|would|should|might|must)(?:n['’]t)?(?:\s+not)?\s+of\s+(?!course\b)",
        message="'{found}' should be '{best}'.",
        summary="'Could of' stands where 'could have' is meant.",
        why="'Have' is heard as 'of', and no verb is followed by 'of' here.",
        bad=bad(
            "The side could of won the cup.",
            "could of",
            "The side could have won the cup.",
        ),
        good=good("The side could of course win.", "The side could have won."),
    ),
    Choice(
        name="MissingTo",
        needs=(
            "want wants wanted agreed managed hoping hoped refused failed planning intend intends "
            "intended trying decided ought"
        ),
        where=(
            r"\b(?:(?:wants?|wanted|agreed|managed|hoping|hoped|refused|failed|planning|intends?"
            rf"|intended)\s+(?-i:{_ONLY_VERBS})|(?:trying|decided|ought)\s+(?-i:{_ONLY_VERBS}"
            r"|close|cut|help|leave|pay|play|push|pull|reach|release|set|stay|stop|support|win))\b(?!-)"
        ),
        message="'to' is missing after '{found}'.",
        summary="'To' is missing before a verb.",
        why=(
            "After these verbs another verb needs 'to'. 5 of 5 in this wording on labelled "
            "copy; elsewhere ('if need be') Harper errs, and is not asked."
        ),
        bad=bad(
            "The council decided build a new library.",
            "decided",
            "The council decided to build a new library.",
        ),
        good=good("The council decided to build.", "Ring us if need be.", "They want help."),
    ),
    Choice(
        name="SupposedTo",
        needs="suppose",
        where=r"(?:\b(?:is|are|was|were|am|be|been|not)|['’](?:s|re|m|t))\s+suppose\s+to\b",
        message="Write '{best}'.",
        summary="'Suppose to' stands where 'supposed to' is meant.",
        why="The d is not heard. 4 of 4 on labelled and clean copy.",
        bad=bad(
            "The train was suppose to leave at ten.",
            "suppose to",
            "The train was supposed to leave at ten.",
        ),
        good=good("I suppose to most it is dull.", "It was supposed to leave."),
    ),
    Choice(
        name="UseToUsedTo",
        needs="use",
        where=r"\b(?:am|is|are|was|were|be|been|get|gets|getting|got)\s+(?:not\s+)?use\s+to\b",
        message="Write '{best}'.",
        summary="'Use to' stands where 'used to' is meant.",
        why="The d is not heard; silent on six million clean words.",
        bad=bad("She is use to the noise.", "is use to", "She is used to the noise."),
        good=good("She is used to the noise.", "It is of use to them."),
    ),
)
