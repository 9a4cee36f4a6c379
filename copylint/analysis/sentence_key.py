"""What identifies a sentence when it is met again, elsewhere or in a later version of a text."""

from __future__ import annotations

from hashlib import blake2b

from copylint.analysis.annotated_text import Sentence

#: Sentences of which a check that remembers keeps what it worked out: some 150,000 words.
SENTENCES = 4_000


_KEY_BYTES = 16


def sentence_key(text: str, sentence: Sentence) -> bytes:
    """A key that two sentences share if their tokens and the gaps between them are equal.

    ``text`` is that of the document. What is inline code counts, since its tokens are of
    another kind, and so does the character after the sentence. The sentence has a token.
    """
    start, end = sentence.tokens[0].start, sentence.tokens[-1].end
    words = "\0".join(sentence.texts)
    code = ""
    if sentence.block.opaque:
        inside = (each for each in sentence.block.opaque if each.start < end and each.end > start)
        code = " ".join(f"{each.start - start}:{each.end - start}" for each in inside)
    whole = f"{text[start : end + 1]}\1{words}\1{code}"
    # A digest, since keys are kept and a sentence may be as long as a file.
    return blake2b(whole.encode("utf-8", "surrogatepass"), digest_size=_KEY_BYTES).digest()
