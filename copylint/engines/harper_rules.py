"""Harper's rules about words mistaken for one another and forms of verbs that we use.

Each is here because, over labelled copy and three million words of clean copy, it was
right at least nine times in ten in the wording that ``where`` allows. Left out on the
same evidence: everything about style, spelling, spaces, capitals, hyphens, commas and
quotation marks, and what our own checks decide better (a/an, its/it's, doubled words).
"""

from __future__ import annotations

from copylint.engines.harper_choice import Choice, bad, good

# Where a pronoun after these words is the subject of what follows. After a preposition
# it is an object ("the people on it are"), and Harper does not see the difference.
_CLAUSE = (
    r"(?:^|[.!?;:,—–(\[\"“‘]\s*|\b(?:and|but|or|because|when|while|where|since|until|so|although"
    r"|what|which|said|says|thinks?|thought|knows?|knew|believes?|believed|hopes?|hoped"
    r"|admitted|admits|claimed|claims|insisted|insists|argued|argues)\s+)"
)
# Past tenses that look like a bare verb after "he": "he beat her", "he put it down".
_NOT_BARE = (
    r"(?:beat|bet|burst|cast|cost|cut|had|hit|hurt|let|lead|past|put|quit|read|rid|set|shed|shut|slid"
    r"|spread|split|thrust|upset|wed|woke|said|was|did|does|is|has|would|could|should|will|can|may"
    r"|might|must|shall|sort|kind|then|also|once|too|and|or|who|to|in|on|at|of|not|never)"
)
_BE = r"(?:is|are|was|were|isn['’]t|aren['’]t|wasn['’]t|weren['’]t)"
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
        name="TheirToThere",
        needs="their",
        where=rf"\btheir\s+{_BE}\b",
        message="'{found}' is wrong before this verb; write '{best}'.",
        summary="'Their' stands where 'there' is meant.",
        why="'Their' owns something, so no form of 'be' follows it. All 8 of 8 on labelled copy.",
        bad=bad(
            "The coach said their was no time to rest.",
            "their",
            "The coach said there was no time to rest.",
        ),
        good=good("The ruling upheld their right to march.", "The coach said there was no time."),
    ),
    Choice(
        name="ThereToTheir",
        needs="there",
        where=(
            rf"\bthere\s+(?!(?:{_BE}|has|have|had|be|been|will|would|can|could|may|might|must|should"
            r"|shall|seems?|appears?|remains?|remained|exists?|existed|needs?|needed|comes?|came|goes"
            r"|went|to|in|on|at|by|from|for|with|and|or|but|as|when|who|that|a|an|the|this|it|he|she"
            r"|they|we|you|i|no|not|isn|aren|wasn|weren|after|before|until|since|because|if|than|just"
            r"|never|always|still|also|now|today|all|too)\b)[a-z]"
        ),
        message="'{found}' is a place; for what belongs to them write '{best}'.",
        summary="'There' stands where 'their' is meant.",
        why="A noun right after 'there' shows that it was to own it. 6 of 6 on labelled copy.",
        bad=bad(
            "The rowers lifted there boat from the water.",
            "there",
            "The rowers lifted their boat from the water.",
        ),
        good=good(
            "For a deal to stand, there needs to be trust.", "She went there after the match."
        ),
    ),
    Choice(
        name="ThereOwn",
        needs="own",
        where=r"\b(?:there|they['’]?re)\s+own\b",
        message="'{found}' before 'own' should be '{best}'.",
        summary="'There own' stands where 'their own' is meant.",
        why="Only a possessive can stand before 'own'; never wrong on three million words.",
        bad=bad(
            "The villagers paved there own road.",
            "there",
            "The villagers paved their own road.",
        ),
        good=good("The villagers paved their own road."),
    ),
    Choice(
        name="TheyreToTheir",
        needs="re",
        where=r"\bthey['’]re\s+[a-z]",
        message="'{found}' means 'they are'; write '{best}'.",
        summary="'They're' stands where 'their' is meant.",
        why="'They are' cannot own the noun that follows; silent on three million clean words.",
        bad=bad(
            "They're house was sold in May.",
            "They're",
            "Their house was sold in May.",
        ),
        good=good("They're home and dry.", "They're a family of six."),
    ),
    Choice(
        name="PronounContraction",
        needs="re",
        where=r"\byou['’]re\s+[a-z]",
        message="'{found}' means 'you are'; for what belongs to you write '{best}'.",
        summary="'You're' stands where 'your' is meant.",
        why="'You are' cannot own the noun that follows. 4 of 4 on labelled copy.",
        bad=bad(
            "You're car is outside the office.",
            "You're",
            "Your car is outside the office.",
        ),
        good=good("You're welcome at the gate.", "If you're late, ring us."),
    ),
    Choice(
        name="ToTwoToo",
        needs="too",
        where=(
            r"\b(?:trying|try|tried|want|wants|wanted|wanting|going|expected|expects?|able|need|needs"
            r"|needed|have|has|had|used|likely|set|due|ready|willing|hopes?|hoped|hoping|plans?"
            r"|planned|planning|decided?|agreed?|allowed|forced|asked|told|beg[au]n|continued?|failed"
            r"|refused?|managed|supposed|ought|chance|attempt|returned|according|went|came)\s+too\s+"
            r"(?!(?:much|many|far|fast|few|little|long|hard|high|low|late|soon|often|big|small|good"
            r"|close|early|quickly|easily|deep|slow|slowly|strong|old|young)\b)[a-z]+\b(?!-)"
        ),
        message="'{found}' means 'also' or 'more than enough'; write '{best}' here.",
        summary="'Too' stands where 'to' is meant.",
        why=(
            "After 'try', 'want' and their like a verb needs 'to'. 7 of 7 on labelled copy; in "
            "other wordings Harper errs, and is not asked."
        ),
        bad=bad(
            "The firm is trying too sell its last mill.",
            "too",
            "The firm is trying to sell its last mill.",
        ),
        good=good("The firm is trying too hard.", "They had too much rain.", "She came too."),
    ),
    Choice(
        name="ThenThan",
        needs="then",
        where=r"\b(?:[a-z]{2,}er|more|less|rather|worse|other|fewer|different)\s+then\b",
        message="'{found}' is about time; to compare, write '{best}'.",
        summary="'Then' stands where 'than' is meant.",
        why="After a comparative only 'than' compares. 6 of 6 on labelled and clean copy.",
        bad=bad(
            "Prices rose faster then wages.",
            "then",
            "Prices rose faster than wages.",
        ),
        good=good("Prices rose faster, then fell.", "Prices rose faster than wages."),
    ),
    Choice(
        name="NounVerbConfusion",
        needs="effect affect advice advise",
        where=(
            r"\b(?:would|will|could|may|might|can|cannot|should)\s+effect\s+(?!(?:\w+\s+){0,3}?(?:change"
            r"|changes|reforms?|transition|cure|repairs?|arrests?|settlement|improvements?|transfer"
            r"|rescue|escape|entry|compromise)\b)"
            r"|\b(?:no|an|any|little|adverse|negative|positive|major|significant|direct)\s+affect\b"
            r"|\bto\s+advice\s+(?:the|a|his|her|their|them|him|us|me|you|on)\b"
            r"|\b(?:some|any|legal|medical|good|bad|expert|free)\s+advise\b"
        ),
        message="'{found}' should be '{best}' here.",
        summary="A noun and its verb are mixed up: affect and effect, advice and advise.",
        why=(
            "After a modal verb 'effect' is nearly always 'affect', but for effecting a change; "
            "the noun is 'effect', and 'advice' is given by those who advise. 6 of 6 in "
            "these wordings on labelled copy."
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
    ),
    Choice(
        name="TheWhetherWeather",
        needs="whether",
        where=r"\bthe\s+whether\s+(?!or\b)",
        message="'{found}' should be '{best}'.",
        summary="'Whether' stands where the weather is meant.",
        why="'The' cannot stand before the conjunction 'whether'.",
        bad=bad("The whether was poor all week.", "The whether", "The weather was poor all week."),
        good=good("The weather was poor all week."),
    ),
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
            rf"\b(?:(?:he|she)\s+(?!{_NOT_BARE}\b)[a-z]+(?<!s)(?<!ed)(?<!ly)"
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
        where=r"\bdid(?:n['’]t)?\s+(?:not\s+|never\s+)?[a-z]",
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
        why="The d is not heard; silent on three million clean words.",
        bad=bad("She is use to the noise.", "is use to", "She is used to the noise."),
        good=good("She is used to the noise.", "It is of use to them."),
    ),
    Choice(
        name="LetsConfusion",
        needs="let",
        where=r"\blet['’]s\s+(?:me|him|her|it|you|them|people)\b",
        message="'Let's' means 'let us'; write '{best}'.",
        summary="'Let's' stands where the verb 'lets' is meant.",
        why="'Let us them' makes no sense; the verb has no apostrophe.",
        bad=bad(
            "The pass let's them travel free.",
            "let's them",
            "The pass lets them travel free.",
        ),
        good=good("Let's go.", "The rules let people travel free."),
    ),
    Choice(
        name="TheMy",
        needs="his its our their my your",
        where=(r"\b(?-i:the\s+(?:his|its|our|their|my|your)|(?:our|their|his|my|your)\s+the)\b"),
        message="'{found}': one of the two words is too many; '{best}' may be the one to keep.",
        summary="'The' beside a possessive.",
        why="A leftover of rewriting. 6 of 7 on unlabelled copy, read one by one.",
        bad=bad(
            "The council sold the their old depot.",
            "the their",
            "The council sold their old depot.",
        ),
        good=good("The council sold their old depot.", "She gave her the key."),
    ),
    Choice(
        name="NoLonger",
        needs="longer",
        where=r"\bnot\s+longer\b(?!\s+than)",
        message="'{found}' should be '{best}' before 'longer'.",
        summary="'Not longer' stands where 'no longer' is meant.",
        why="'Not longer' compares lengths and needs 'than'.",
        bad=bad("The road is not longer safe.", "not", "The road is no longer safe."),
        good=good("The road is no longer safe.", "Keep it to a page, not longer than two."),
    ),
    Choice(
        name="KindSortOf",
        needs="kind sort",
        where=r"\b(?:kind|sort)\s+(?:if|off)\s+[a-z]",
        message="'{found}' should be '{best}'.",
        summary="'Kind if' stands where 'kind of' is meant.",
        why="One key away from 'of'. 1 of 1 on labelled copy.",
        bad=bad("It was kind if odd.", "if", "It was kind of odd."),
        good=good("It was kind of odd.", "He is kind if you ask nicely."),
    ),
    Choice(
        name="Everyday",
        needs="everyday",
        where=r"(?<!the )(?<!an )(?<!of )\beveryday(?=\s*[.!?,;:”\"])",
        message="'{found}' describes a noun; for 'each day' write '{best}'.",
        summary="'Everyday' stands where 'every day' is meant.",
        why="At the end of a clause there is no noun for the adjective to describe.",
        bad=bad(
            "Trains run on this line everyday.",
            "everyday",
            "Trains run on this line every day.",
        ),
        good=good("These are everyday items.", "Trains run every day."),
    ),
)
