// What the page says, in three languages.
export const WORDS = {
  kk: {
    kinds: { cardinal: "есептік", ordinal: "реттік", percent: "пайыз", money: "ақша", quantity: "шама", date: "күн, мерзім", time: "уақыт" },
    input: "Мәтін", sample: "Үлгі", clear: "Тазалау", repair: "Түзету", text: "Сөздер мен сандар",
    hint: "Сөзді басыңыз: оқылымдары мен түрленуі шығады. Пернетақтада: көрсеткілер мен Enter.",
    numbers: "Табылған сандар", scripts: "Барлық әліпби", close: "Жабу", copy: "Көшіру", copied: "Көшірілді", download: "Жүктеп алу",
    offline: "Бет желісіз де жұмыс істейді; мәтініңіз ешқайда жіберілмейді.", kind: "Түрі", value: "Мәні", unit: "Бірлік", piece: "Мәтінде",
    repairs: (n) => `Ұқсас әріптер мен таңбалар: ${n}`, done: (n, a) => `${n} таңба · ${a}`, working: "Өңделуде…", unknown: "әліпбиі белгісіз",
    more: (n, all) => `Мұнда алғашқы ${n} таңба көрсетілген (барлығы ${all}).`, paradigm: "Түрленуі", none: "Оқылымы табылмады.", lossless: "шығынсыз кері қайтады", readings: "Оқылымдары",
  },
  ru: {
    kinds: { cardinal: "количественное", ordinal: "порядковое", percent: "процент", money: "деньги", quantity: "величина", date: "дата, срок", time: "время" },
    input: "Текст", sample: "Пример", clear: "Очистить", repair: "Исправить", text: "Слова и числа",
    hint: "Нажмите на слово, чтобы увидеть разборы и все формы. С клавиатуры: стрелки и Enter.",
    numbers: "Найденные числа", scripts: "Все алфавиты", close: "Закрыть", copy: "Копировать", copied: "Скопировано", download: "Скачать",
    offline: "Страница работает и без сети; текст никуда не отправляется.", kind: "Вид", value: "Значение", unit: "Единица", piece: "В тексте",
    repairs: (n) => `Похожие буквы и знаки: ${n}`, done: (n, a) => `${n} знаков · ${a}`, working: "Обработка…", unknown: "алфавит не определён",
    more: (n, all) => `Показаны первые ${n} знаков из ${all}.`, paradigm: "Все формы", none: "Разборов не найдено.", lossless: "обратимо без потерь", readings: "Разборы",
  },
  en: {
    kinds: { cardinal: "cardinal", ordinal: "ordinal", percent: "percent", money: "money", quantity: "quantity", date: "date", time: "time" },
    input: "Text", sample: "Sample", clear: "Clear", repair: "Repair", text: "Words and numbers",
    hint: "Click a word for its readings and forms. By keyboard: arrows and Enter.",
    numbers: "Numbers found", scripts: "Every alphabet", close: "Close", copy: "Copy", copied: "Copied", download: "Download",
    offline: "The page works offline; your text is sent nowhere.", kind: "Kind", value: "Value", unit: "Unit", piece: "In the text",
    repairs: (n) => `Look-alike letters and signs: ${n}`, done: (n, a) => `${n} characters · ${a}`, working: "Working…", unknown: "alphabet unknown",
    more: (n, all) => `The first ${n} of ${all} characters are shown.`, paradigm: "All forms", none: "No reading found.", lossless: "reversible without loss", readings: "Readings",
  },
};

export const SAMPLE = "Алматыда қазан айында тұрғын үй бағасы 12,5%-ға өсті, ал жалға алу ақысы он сегіз пайызға қымбаттады. "
  + "Көктем келгенде балалар бау-бақшаға екі жүзден астам көшет отырғызды. Қаламыздағы мектептердің 88-і жөнделді.";
