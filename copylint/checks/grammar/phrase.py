"""The noun phrase before a verb, if it is plain enough to be sure of its head."""

from __future__ import annotations

from copylint.checks.grammar.tagged_sentence import TaggedSentence
from copylint.core.record import record
from copylint.language.verbs import is_base
from copylint.language.word_list import words

_DETERMINERS = words(
    "the a an this that these those his her its their my our your every each some all both many "
    "several most few no"
)
_PREPOSITIONS = words("of in on for from with at by to between about against into near")
#: Words after which a clause with its own subject begins.
_STARTS = words("that because but when while although though whether if once unless whenever where")
#: Words that open a clause at the beginning of a sentence; further on they may be prepositions.
_STARTS_FIRST = (_STARTS - {"that"}) | words("until before after since as")
# No noun phrase goes on over one of these.
_ENDS_PHRASE = words(
    "is are was were be been has have had do does did will would can could may might shall should "
    "must not he she it they we i you him them us me who which what where how as than said says"
)
#: Verbs after which a clause may begin without "that".
_SAYS = words("says said claimed believes believed argued argues")
#: Words after which "that" opens a clause.
_BEFORE_THAT = _SAYS | words("is was say show shows showed mean means meant think thinks thought")
_REACH = 14
_QUOTES = frozenset(('"', "“", "‘", "'"))


@record
class Phrase:
    """A noun phrase: tokens ``first`` to ``last`` (included) with its ``head``.

    ``one_of`` says that it reads "one of the …"; ``has_number`` that it has a numeral.
    """

    first: int
    head: int
    last: int
    head_word: str
    one_of: bool
    has_number: bool


def subject_before(
    sentence: TaggedSentence, last: int, *, after_comma: bool = False
) -> Phrase | None:
    """The subject that ends at ``last``: a phrase that opens a clause, or None.

    The phrase is a determiner or a plain plural, adjectives and nouns, and at most three
    prepositional phrases (after a plural head they may be joined by "and"); anything else
    (commas, clauses, names at the head) gives None; ``after_comma`` lets the clause begin
    after a comma or colon too, since the subject might be something else.
    """
    first = may_start(sentence, last, after_comma=after_comma)
    if first is None:
        return None
    tags = sentence.tags
    at = first
    one_of = False
    if sentence.word(at) == "one":
        if sentence.word(at + 1) != "of" or sentence.word(at + 2) not in _DETERMINERS:
            return None
        one_of = True
        at += 2
    head = _noun_phrase(sentence, at, last)
    if head is None:
        return None
    end = head
    for _ in range(3):
        if end == last:
            break
        joins = sentence.word(end + 1) in ("and", "or") and end > head and tags[head] == "NNS"
        if end == head and sentence.word(end + 1) == "to" and sentence.word(end) in _TO_DO:
            # "the decision to impose tariffs on steel"
            if not is_base(sentence.word(end + 2)) or sentence.word(end + 2) in _CLAUSAL:
                return None
            inner = _noun_phrase(sentence, end + 3, last)
            if inner is None:
                return None
            end = inner
            continue
        if not joins and sentence.word(end + 1) not in _PREPOSITIONS:
            return None
        inner = _noun_phrase(sentence, end + 2, last)
        if inner is None:
            return None
        end = inner
    if end != last:
        return None
    if one_of and any(tags[each] in ("NNP", "NNPS", "POS") for each in range(at, last + 1)):
        return None  # "one of the reasons Anna's plans are": a clause begins unmarked
    if any(
        tags[each] in ("NN", "NNS") and tags[each + 1] in ("NNP", "NNPS")
        for each in range(first, last)
    ):
        return None  # "the way Anna paints"
    number = any(tags[each] == "CD" for each in range(first + one_of, last + 1))
    return Phrase(first, head, last, sentence.word(head), one_of, number)


_TO_DO = words(
    "decision plan effort attempt bid move proposal ability failure refusal request push campaign "
    "decisions plans efforts attempts bids moves proposals failures requests agreement"
)
#: Verbs that a clause may follow: "the plan to make sure the rules are".
_CLAUSAL = words(
    "ensure make see show say believe prove argue claim know find determine decide hope think "
    "suggest confirm learn mean help let have guarantee admit insist note tell convince check "
    "consider verify assume fear expect demonstrate understand keep get ask"
)


def may_start(sentence: TaggedSentence, last: int, *, after_comma: bool = False) -> int | None:
    """The first token of the clause that ``last`` is in, if that is certain.

    It looks at words before it asks for tags, so that most sentences are never tagged.
    """
    for at in range(last, max(-1, last - _REACH), -1):
        word = sentence.word(at)
        if at == 0:
            subordinate = word in _STARTS_FIRST and sentence.word(1) in _DETERMINERS
            return 1 if last > 0 and (subordinate or word in _QUOTES) else 0
        says = word in _SAYS or (word == "say" and sentence.tag(at - 1) in ("NNS", "PRP", "NNP"))
        if says and at < last and sentence.word(at + 1) in _DETERMINERS:
            return at + 1
        if word in _ENDS_PHRASE:
            return None
        if not sentence.is_word(at) and word not in ("'", "’", "-"):
            if word in ('"', "“", "‘") and sentence.opens(at):
                return at + 1
            if word in ('"', "”") and sentence.word(at - 1) in (".", "!", "?"):
                return at + 1  # a sentence that ended inside quotation marks
            opens = sentence.word(at + 1) in _DETERMINERS or any(
                sentence.word(each).endswith("'s") for each in (at + 1, at + 2)
            )
            starts = after_comma or (word == "," and _closes_opening(sentence, at))
            return at + 1 if starts and word in (",", ":", ";") and opens else None
        if word in ("and", "but", "so") and at and sentence.word(at - 1) == "," and after_comma:
            return at + 1 if sentence.word(at + 1) in _DETERMINERS else None
        if word == "that" and at < last and sentence.word(at - 1) in _BEFORE_THAT:
            return at + 1
        if word in _STARTS and at < last and sentence.word(at + 1) in _DETERMINERS:
            # "the view that the men" opens a clause, "so that" and "now that" too.
            return at + 1
    return None


_CONJUNCTIONS = words("and but so or")
_OPENING = words(
    "in on at by for from with when if after before as once since until while although though "
    "because unless whenever wherever where however here also then thus therefore finally first "
    "second similarly additionally instead otherwise generally usually sometimes often currently "
    "typically now today yesterday yes no next later again still overall moreover furthermore"
)


def _closes_opening(sentence: TaggedSentence, comma: int) -> bool:
    """Whether the words before the comma are an adverbial that opens the sentence."""
    if "," in sentence.lower[:comma] or not _CONJUNCTIONS.isdisjoint(sentence.lower[:comma]):
        return False
    first = next((each for each in range(comma) if sentence.is_word(each)), comma)
    return sentence.word(first) in _OPENING


def _noun_phrase(sentence: TaggedSentence, first: int, last: int) -> int | None:
    """The index of the last noun of the phrase that starts at ``first``, or None."""
    tags = sentence.tags
    at = first
    if at <= last and (tags[at] in ("DT", "PRP$", "PDT") or sentence.word(at) in _DETERMINERS):
        at += 1
    head = None
    while at <= last:
        tag = tags[at]
        if tag in ("NN", "NNS") or tag in ("NNP", "NNPS"):
            head = at
        elif tag in ("JJ", "JJR", "JJS", "CD", "POS", "RBS", "HYPH", "VBN", "VBG"):
            if head is not None and tag not in ("POS", "HYPH", "CD"):
                return None
            if tag == "POS" or sentence.word(at) == "-":
                head = None
        else:
            break
        at += 1
    return head if head == at - 1 else None
