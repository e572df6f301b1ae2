// What the names of the library are called in the languages of the page: alphabets, parts of speech, features, groups of forms, repairs.
// A name that is not here is shown as it is.
const PARTS = {
  kk: {
    ADJ: "сын есім", ADP: "септеулік", ADV: "үстеу", AUX: "көмекші етістік", CCONJ: "жалғаулық", DET: "анықтауыш", INTJ: "одағай", NOUN: "зат есім", NUM: "сан есім",
    PART: "демеулік", PRON: "есімдік", PROPN: "жалқы есім", PUNCT: "тыныс белгісі", SCONJ: "бағыныңқы жалғаулық", SYM: "таңба", VERB: "етістік", X: "басқа",
  },
  ru: {
    ADJ: "прилагательное", ADP: "послелог", ADV: "наречие", AUX: "вспомогательный глагол", CCONJ: "сочинительный союз", DET: "определитель", INTJ: "междометие", NOUN: "существительное",
    NUM: "числительное", PART: "частица", PRON: "местоимение", PROPN: "имя собственное", PUNCT: "знак препинания", SCONJ: "подчинительный союз", SYM: "знак", VERB: "глагол", X: "прочее",
  },
  en: {
    ADJ: "adjective", ADP: "postposition", ADV: "adverb", AUX: "auxiliary verb", CCONJ: "coordinating conjunction", DET: "determiner", INTJ: "interjection", NOUN: "noun", NUM: "numeral",
    PART: "particle", PRON: "pronoun", PROPN: "proper noun", PUNCT: "punctuation", SCONJ: "subordinating conjunction", SYM: "symbol", VERB: "verb", X: "other",
  },
};

const FEATURES = {
  kk: {
    "Case=Nom": "атау септік", "Case=Gen": "ілік септік", "Case=Dat": "барыс септік", "Case=Acc": "табыс септік", "Case=Loc": "жатыс септік", "Case=Abl": "шығыс септік", "Case=Ins": "көмектес септік",
    "Number=Sing": "жекеше", "Number=Plur": "көпше", "Person=1": "1-жақ", "Person=2": "2-жақ", "Person=3": "3-жақ",
    "Person[psor]=1": "тәуелдік: 1-жақ", "Person[psor]=2": "тәуелдік: 2-жақ", "Person[psor]=3": "тәуелдік: 3-жақ", "Number[psor]=Sing": "оңаша тәуелдеу", "Number[psor]=Plur": "ортақ тәуелдеу", "Number[psor]=Plur,Sing": "",
    "Person[subj]=1": "жіктік: 1-жақ", "Person[subj]=2": "жіктік: 2-жақ", "Person[subj]=3": "жіктік: 3-жақ", "Number[subj]=Sing": "жекеше", "Number[subj]=Plur": "көпше", "Polite[subj]=Form": "сыпайы",
    "Polite=Form": "сыпайы", "Polarity=Neg": "болымсыз", "Tense=Past": "өткен шақ", "Tense=Pres": "осы шақ", "Tense=Fut": "келер шақ", "Evident=Fh": "естілген",
    "Mood=Ind": "ашық рай", "Mood=Imp": "бұйрық рай", "Mood=Cnd": "шартты рай", "Mood=Opt": "қалау рай", "Mood=Des": "қалау рай", "Mood=Purp": "мақсат", "Mood=Pot": "әдеттегі іс иесі",
    "VerbForm=Fin": "жақты", "VerbForm=Part": "есімше", "VerbForm=Conv": "көсемше", "VerbForm=Ger": "тұйық етістік", "VerbForm=Inf": "көсемше (тіркесте)",
    "Voice=Pass": "ырықсыз етіс", "Voice=Cau": "өзгелік етіс", "Voice=Rcp": "ортақ етіс", "Aspect=Perf": "аяқталған", "Aspect=Imp": "созылыңқы", "Aspect=Hab": "ауыспалы",
    "NumType=Card": "есептік", "NumType=Ord": "реттік", "NumType=Coll": "жинақтық", "Degree=Cmp": "салыстырмалы шырай", "Degree=Sup": "күшейтпелі шырай",
    "PronType=Prs": "жіктеу", "PronType=Dem": "сілтеу", "PronType=Int": "сұрау", "PronType=Ind": "белгісіздік", "PronType=Neg": "болымсыздық", "PronType=Tot": "жалпылау", "PronType=Rcp": "ортақ",
    "Attr=Yes": "анықтауыш тұлға", "Similar=Yes": "ұқсату", "Request=Yes": "өтіну", "Reflex=Yes": "өздік", "Manner=Yes": "амал",
  },
  ru: {
    "Case=Nom": "именительный", "Case=Gen": "родительный", "Case=Dat": "дательно-направительный", "Case=Acc": "винительный", "Case=Loc": "местный", "Case=Abl": "исходный", "Case=Ins": "творительный",
    "Number=Sing": "ед. число", "Number=Plur": "мн. число", "Person=1": "1-е лицо", "Person=2": "2-е лицо", "Person=3": "3-е лицо",
    "Person[psor]=1": "принадл. 1-му лицу", "Person[psor]=2": "принадл. 2-му лицу", "Person[psor]=3": "принадл. 3-му лицу", "Number[psor]=Sing": "один владелец", "Number[psor]=Plur": "много владельцев", "Number[psor]=Plur,Sing": "",
    "Person[subj]=1": "сказуемое 1-го лица", "Person[subj]=2": "сказуемое 2-го лица", "Person[subj]=3": "сказуемое 3-го лица", "Number[subj]=Sing": "ед. число", "Number[subj]=Plur": "мн. число", "Polite[subj]=Form": "вежливо",
    "Polite=Form": "вежливо", "Polarity=Neg": "отрицание", "Tense=Past": "прошедшее", "Tense=Pres": "настоящее", "Tense=Fut": "будущее", "Evident=Fh": "с чужих слов",
    "Mood=Ind": "изъявительное", "Mood=Imp": "повелительное", "Mood=Cnd": "условное", "Mood=Opt": "желательное", "Mood=Des": "желание", "Mood=Purp": "цель", "Mood=Pot": "обычный деятель",
    "VerbForm=Fin": "личная форма", "VerbForm=Part": "причастие", "VerbForm=Conv": "деепричастие", "VerbForm=Ger": "имя действия", "VerbForm=Inf": "деепричастие при вспом. глаголе",
    "Voice=Pass": "страдательный залог", "Voice=Cau": "понудительный залог", "Voice=Rcp": "совместный залог", "Aspect=Perf": "законченное", "Aspect=Imp": "длительное", "Aspect=Hab": "обычное",
    "NumType=Card": "количественное", "NumType=Ord": "порядковое", "NumType=Coll": "собирательное", "Degree=Cmp": "сравнительная степень", "Degree=Sup": "превосходная степень",
    "PronType=Prs": "личное", "PronType=Dem": "указательное", "PronType=Int": "вопросительное", "PronType=Ind": "неопределённое", "PronType=Neg": "отрицательное", "PronType=Tot": "обобщительное", "PronType=Rcp": "взаимное",
    "Attr=Yes": "определительная форма", "Similar=Yes": "уподобление", "Request=Yes": "просьба", "Reflex=Yes": "возвратное", "Manner=Yes": "образ действия",
  },
  en: {
    "Case=Nom": "nominative", "Case=Gen": "genitive", "Case=Dat": "dative", "Case=Acc": "accusative", "Case=Loc": "locative", "Case=Abl": "ablative", "Case=Ins": "instrumental",
    "Number=Sing": "singular", "Number=Plur": "plural", "Person=1": "1st person", "Person=2": "2nd person", "Person=3": "3rd person",
    "Person[psor]=1": "of the 1st person", "Person[psor]=2": "of the 2nd person", "Person[psor]=3": "of the 3rd person", "Number[psor]=Sing": "one possessor", "Number[psor]=Plur": "several possessors", "Number[psor]=Plur,Sing": "",
    "Person[subj]=1": "predicate, 1st person", "Person[subj]=2": "predicate, 2nd person", "Person[subj]=3": "predicate, 3rd person", "Number[subj]=Sing": "singular", "Number[subj]=Plur": "plural", "Polite[subj]=Form": "polite",
    "Polite=Form": "polite", "Polarity=Neg": "negative", "Tense=Past": "past", "Tense=Pres": "present", "Tense=Fut": "future", "Evident=Fh": "hearsay",
    "Mood=Ind": "indicative", "Mood=Imp": "imperative", "Mood=Cnd": "conditional", "Mood=Opt": "optative", "Mood=Des": "desiderative", "Mood=Purp": "purpose", "Mood=Pot": "usual agent",
    "VerbForm=Fin": "finite", "VerbForm=Part": "participle", "VerbForm=Conv": "converb", "VerbForm=Ger": "verbal noun", "VerbForm=Inf": "converb under an auxiliary",
    "Voice=Pass": "passive", "Voice=Cau": "causative", "Voice=Rcp": "reciprocal", "Aspect=Perf": "perfective", "Aspect=Imp": "imperfective", "Aspect=Hab": "habitual",
    "NumType=Card": "cardinal", "NumType=Ord": "ordinal", "NumType=Coll": "collective", "Degree=Cmp": "comparative", "Degree=Sup": "superlative",
    "PronType=Prs": "personal", "PronType=Dem": "demonstrative", "PronType=Int": "interrogative", "PronType=Ind": "indefinite", "PronType=Neg": "negative", "PronType=Tot": "total", "PronType=Rcp": "reciprocal",
    "Attr=Yes": "attributive", "Similar=Yes": "similar to it", "Request=Yes": "request", "Reflex=Yes": "reflexive", "Manner=Yes": "manner",
  },
};

const GROUPS = {
  kk: {
    singular: "жекеше", plural: "көпше", my: "менің", your: "сенің", polite: "сыпайы", our: "біздің", their: "оның, олардың", attributive: "анықтауыш тұлға", similar: "ұқсату", comparative: "салыстырмалы шырай",
    predicate: "жіктелуі", ordinal: "реттік", collective: "жинақтық", past: "өткен шақ", present: "ауыспалы осы шақ", future: "келер шақ", hearsay: "естілген өткен шақ", conditional: "шартты рай",
    optative: "қалау рай", imperative: "бұйрық рай", negative: "болымсыз", participle: "есімше", agent: "іс иесі", converb: "көсемше", purpose: "мақсат", "verbal noun": "тұйық етістік", voice: "етіс",
  },
  ru: {
    singular: "единственное число", plural: "множественное число", my: "мой", your: "твой", polite: "вежливо", our: "наш", their: "его, её, их", attributive: "определительная форма", similar: "уподобление",
    comparative: "сравнительная степень", predicate: "в роли сказуемого", ordinal: "порядковое", collective: "собирательное", past: "прошедшее", present: "настоящее", future: "будущее", hearsay: "прошедшее с чужих слов",
    conditional: "условное", optative: "желательное", imperative: "повелительное", negative: "отрицание", participle: "причастие", agent: "деятель", converb: "деепричастие", purpose: "цель", "verbal noun": "имя действия", voice: "залог",
  },
  en: { their: "his, her, its, their" },
};

const REASONS = {
  kk: { lookalike: "ұқсас әріп", composition: "құрама әріп", "foreign-letter": "бөтен әріп", invisible: "көрінбейтін таңба", space: "бос орын", quote: "тырнақша", dash: "сызықша" },
  ru: { lookalike: "похожая буква", composition: "составная буква", "foreign-letter": "чужая буква", invisible: "невидимый знак", space: "пробел", quote: "кавычка", dash: "тире" },
  en: { lookalike: "look-alike", composition: "composed letter", "foreign-letter": "foreign letter", invisible: "invisible character", space: "space", quote: "quotation mark", dash: "dash" },
};

const SCHEMES = {
  kk: {
    cyrillic: "Кирилл әліпбиі", "latin-2021": "Латын, 2021 жылғы сәуір", "latin-2021-jan": "Латын, 2021 жылғы қаңтар", "latin-2019": "Латын, 2019 жылғы қараша", "latin-2018": "Латын, 2018 жыл (акут)", "latin-2017": "Латын, 2017 жыл (дәйекше)",
    arabic: "Төте жазу", ascii: "Таңбасыз латын (ASCII)", "bgn-pcgn-1979": "BGN/PCGN, 1979", "ala-lc": "ALA-LC", "iso-9": "ISO 9:1995", "odni-2015": "ODNI, 2015", qazaqparat: "ҚазАқпарат латыны", mediawiki: "Уикипедия латыны", ipa: "Халықаралық дыбыс әліпбиі", braille: "Брайль",
  },
  ru: {
    cyrillic: "Кириллица", "latin-2021": "Латиница, апрель 2021", "latin-2021-jan": "Латиница, январь 2021", "latin-2019": "Латиница, ноябрь 2019", "latin-2018": "Латиница 2018 (акуты)", "latin-2017": "Латиница 2017 (апострофы)",
    arabic: "Арабица (төте жазу)", ascii: "Латиница без знаков (ASCII)", "bgn-pcgn-1979": "BGN/PCGN, 1979", "ala-lc": "ALA-LC", "iso-9": "ISO 9:1995", "odni-2015": "ODNI, 2015", qazaqparat: "Латиница «Казинформа»", mediawiki: "Латиница Википедии", ipa: "Международный фонетический алфавит", braille: "Шрифт Брайля",
  },
  en: { cyrillic: "Cyrillic" },
};

const PROVENANCE = {
  kk: { derived: "туынды", guessed: "болжам", lexicon: "", form: "" },
  ru: { derived: "производное", guessed: "догадка", lexicon: "", form: "" },
  en: { lexicon: "", form: "" },
};

// The names of suffixes are those of data/morphology/suffixes.tsv in every language.
const MORPHEMES = { kk: { stem: "түбір" }, ru: { stem: "основа" } };

const label = (table, language, name) => table[language]?.[name] ?? table.en?.[name] ?? name;
export const partOfSpeech = (language, name) => label(PARTS, language, name);
export const reason = (language, name) => label(REASONS, language, name);
export const morpheme = (language, name) => label(MORPHEMES, language, name);
export const provenance = (language, name) => label(PROVENANCE, language, name);
export const scheme = (language, code, title) => SCHEMES[language]?.[code] ?? SCHEMES.en[code] ?? title ?? code;
export const features = (language, pairs) => pairs.map((pair) => label(FEATURES, language, pair)).filter(Boolean).join(", ");
// "his, her, its, their, plural" is two names.
export const group = (language, name) => name.replace("his, her, its, their", "their").split(", ").map((part) => label(GROUPS, language, part)).join(", ");
