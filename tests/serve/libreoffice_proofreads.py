"""Has LibreOffice proofread paragraphs; for a Python that has LibreOffice's ``uno``.

    python libreoffice_proofreads.py PORT PARAGRAPH...

connects to a LibreOffice that listens on PORT, opens a document with the paragraphs, and writes
what its LanguageTool checker finds in each as JSON: the words, the messages, the suggestions.
"""

import json
import sys
import time

import uno
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import Locale
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK

TRIES = 240


def connected(port):
    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", here
    )
    address = f"uno:socket,host=127.0.0.1,port={port};urp;StarOffice.ComponentContext"
    for _ in range(TRIES):
        try:
            return resolver.resolve(address)
        except NoConnectException:
            time.sleep(0.5)
    raise SystemExit("LibreOffice does not answer")


def main():
    port, *paragraphs = sys.argv[1:]
    context = connected(port)
    make = context.ServiceManager.createInstanceWithContext
    desktop = make("com.sun.star.frame.Desktop", context)
    document = desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, ())
    for paragraph in paragraphs:
        end = document.Text.getEnd()
        document.Text.insertString(end, paragraph, False)
        document.Text.insertControlCharacter(end, PARAGRAPH_BREAK, False)
    checker = make("org.openoffice.lingu.LanguageToolGrammarChecker", context)
    english = Locale("en", "GB", "")
    found = []
    each = document.Text.createEnumeration()
    while each.hasMoreElements():
        text = each.nextElement().getString()
        result = checker.doProofreading("1", text, english, 0, len(text), ())
        found.append(
            [
                (
                    text[e.nErrorStart : e.nErrorStart + e.nErrorLength],
                    e.aShortComment,
                    list(e.aSuggestions),
                )
                for e in result.aErrors
            ]
        )
    answer = {"has_locale": checker.hasLocale(english), "found": found[: len(paragraphs)]}
    sys.stdout.write(json.dumps(answer))
    document.close(True)
    desktop.terminate()


main()
