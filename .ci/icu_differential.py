"""BGN/PCGN beside ICU: `uconv -x Kazakh-Latin/BGN` and `qazaq translit --to bgn-pcgn-1979` on every word of the samples and on every
pair of letters, small, capital at the start, and in capitals.

They must agree on each word without й, ё and щ and longer than one letter. ICU decomposes its input first, so that its rules never see
й and ё: й comes out as ī with a breve, ё as e with a diaeresis (both against the tables of BGN/PCGN); щ it writes with the dot
that it puts between ш and ч; a capital alone it writes as two capitals (Ғ: GH), as if more capitals followed; and Roman numerals
typed with Cyrillic letters (ХХ) it takes for words.

Words with й, ё and щ must agree as well once these three differences are undone.

With files as arguments the words of those are taken too."""

import itertools
import pathlib
import re
import shutil
import subprocess
import sys
import unicodedata

ROOT = pathlib.Path(__file__).parent.parent
LETTERS = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
UNLIKE = re.compile("[йёщЙЁЩ]")
NUMERAL = re.compile("^[ХІ]+$")


def words():
    texts = [path.read_text(encoding="utf8") for path in sorted((ROOT / "data/samples").glob("*.txt"))]
    texts += [pathlib.Path(path).read_text(encoding="utf8") for path in sys.argv[1:]]
    found = set(re.findall(r"[Ѐ-ӿ]+", unicodedata.normalize("NFC", " ".join(texts))))
    for pair in itertools.product(LETTERS, repeat=2):
        word = "".join(pair)
        found |= {"а" + word + "а", word + "ол", (word + "ол").capitalize(), (word + "ол").upper(), "ҚО" + word.upper()}
    known = set(LETTERS + LETTERS.upper())
    return sorted(word for word in found if set(word) <= known)


def mended(icu, word):
    """What ICU writes, with its three differences undone."""
    text = unicodedata.normalize("NFC", icu).replace("ī\u0306", "y").replace("Ī\u0306", "Y")
    text = text.replace("sh·ch", "shch").replace("Sh·ch", "Shch").replace("SH·CH", "SHCH")
    # Ё is two letters: capitals both where it stands among capitals.
    for found in re.finditer("Ё", word):
        beside = word[found.end() : found.end() + 1] or word[: found.start()][-1:]
        text = text.replace("Ë", "YO" if beside.isupper() else "Yo", 1)
    return text.replace("ë", "yo")


def run(*command, text):
    done = subprocess.run(command, input=text, capture_output=True, text=True, encoding="utf8", check=True)
    return done.stdout.splitlines()


def main():
    if shutil.which("uconv") is None:
        sys.exit("uconv is missing: Debian's package icu-devtools has it")
    given = words()
    text = "".join(word + "\n" for word in given)
    icu = run("uconv", "-f", "utf8", "-t", "utf8", "-x", "Kazakh-Latin/BGN", text=text)
    options = ["--option", "middle-dot", "--option", "primes"]
    ours = run("cargo", "run", "-q", "--locked", "-p", "qazaq-cli", "--", "translit", "--to", "bgn-pcgn-1979", *options, text=text)
    if not len(given) == len(icu) == len(ours):
        sys.exit(f"{len(given)} words went in, {len(icu)} and {len(ours)} came out")
    equal, undone, unlike = 0, 0, []
    for word, theirs, our in zip(given, icu, ours):
        if len(word) == 1 or NUMERAL.search(word):
            continue
        explained = UNLIKE.search(word)
        equal, undone = equal + (not explained), undone + bool(explained)
        wanted = mended(theirs, word) if explained else unicodedata.normalize("NFC", theirs)
        if wanted != unicodedata.normalize("NFC", our):
            unlike.append(f"{word}: ICU {theirs}, qazaq {our}")
    print("\n".join(unlike[:50]))
    print(f"{equal} words without й, ё, щ and {undone} with them compared of {len(given)}, {len(unlike)} differ")
    sys.exit(bool(unlike))


if __name__ == "__main__":
    main()
