"""Words by which the front of a report and its contents pages are known, in the six UN languages."""

from __future__ import annotations

import re

# "Distr.: General" and its kin: where they stand, the first page has a masthead.
DISTRIBUTION = re.compile(
    r"^\s*(?:distr\.|distr(?:ibution|ibución)?\s?\.?\s?:|общее\s*$"
    r"|распространение|التوزيع|عام\s*$|分发|普遍\s*$)",
    re.IGNORECASE,
)
ORIGINAL = re.compile(
    r"^\s*(?:original\b|язык оригинала|подлинный|оригинал|الأصل|原文|chinese:|english:)", re.IGNORECASE
)
CONTENTS = re.compile(
    r"^\s*(?:table of contents|contents|list of contents|table des mati[èe]res|sommaire|[íi]ndice|sumario"
    r"|contenido|содержание|оглавление|المحتويات|目\s*录|目\s*次|inhalt)"
    r"\s*(?:\(.{3,20}\))?(?:\s+(?:page|paragraphs?|paragraphes?|párrafos?|página|стр\.?|الصفحة|页次))*\s*$",
    re.IGNORECASE,
)
# What notes at the end stand below.
NOTES = re.compile(
    r"\W*(?:(?:\d{1,2}|[IVX]{1,5}|[A-Z])[.)]?\s+)?"
    r"(?:end\s?notes?|notes(?: de fin| finales)?|notas(?: finales)?"
    r"|примечания|сноски|الحواشي|注释?|尾注)\s*:?\s*",
    re.IGNORECASE,
)
IMPRINT = re.compile(
    r"©|\(c\) (?:19|20)\d\d|all rights reserved|tous droits réservés|todos los derechos reservados|\bISBN\b"
    r"|copyright|авторск|版权",
    re.IGNORECASE,
)
SERIAL = re.compile(r"^\s*(?:ISSN|ISBN|e-?ISSN|e-?ISBN|Sales No)\b", re.IGNORECASE)
# "[4 April 2025]" above a contents list: when the report was done.
DATELINE = re.compile(r"^\s*\[\s*(?=[^\]]*\b\d{1,2}\b)[^\]]{3,24}\b(?:19|20)\d\d\b[^\]]{0,6}\]\s*$")
BYLINE = re.compile(
    r"^\s*\(?(?:note by|note verbale|note from|submitted by|prepared by|presented by|working paper"
    r"|background paper by|note du|note de|(?:et )?présenté|soumis|déposé"
    r"|nota de|nota del|documento de|documento del|document du|document de la"
    r"|preparado|presentado|записка|документ секретариата|представлен|подготовлен|مذكرة|مقدم|秘书|说明)",
    re.IGNORECASE,
)
# What a letter circulated as a document is called.
LETTER = re.compile(
    r"^\s*(?:(?:identical )?letters? dated|lettres? (?:identiques )?datées?|cartas? (?:idénticas )?de fecha"
    r"|(?:идентичные )?письм[оа] |رسالت?ا?ن? مؤرخ|.{0,12}日.{0,60}的信)",
    re.IGNORECASE,
)
# "Dear Madam Speaker,", "Excelencia:": with what a letter begins.
SALUTATION = re.compile(
    r"^\s*(?:(?:dear|sir|madam|excellency|excellencies|madame|monsieur|mesdames|messieurs"
    r"|señora?|señore?s|excelencia|excelentísim[oa]|estimad[oa]s?|senhora?|exm[oa]\.?"
    r"|уважаем\w+|господин|госпожа|ваше превосходительство)\b.{0,70}[,:]|(?:尊敬的|阁下).{0,30}[：:]"
    r"|(?:السيد|سعادة|معالي).{0,50}[،:])\s*$",
    re.IGNORECASE,
)
# What is printed over a letter that sends a report.
TRANSMITTAL = re.compile(
    r"^\s*(?:letters? of (?:transmittal|submission)|transmittal letter"
    r"|lettres? (?:d[’']envoi|de transmission)|cartas? de (?:envío|transmisión|remisión)"
    r"|carta de (?:encaminhamento|apresentação)"
    r"|препроводительн\w+ (?:письмо|записка)|كتاب الإحالة|رسالة الإحالة|送文函)\s*$",
    re.IGNORECASE,
)
REPORT_OF = re.compile(
    r"^\s*(?:\w+ )?(?:report of|report on|report by|minutes of|summary record|addendum|corrigendum"
    r"|revision|rapport|additif"
    r"|procès-verbal|compte rendu|acta de|протокол|محضر"
    r"|informe|adición|доклад|добавление|تقرير|إضافة|报告|.{0,30}的报告)",
    re.IGNORECASE,
)
ORGAN = re.compile(
    r"^\s*(?:(?:united nations|nations unies|naciones unidas)\s*$"
    r"|организация объединенных|объединенные нации"
    r"|الأمم المتحدة|联\s*合\s*国|general assembly|assemblée générale|asamblea general"
    r"|генеральная ассамблея|الجمعية العامة|大\s*会"
    r"|security council|conseil de sécurité|consejo de seguridad|совет безопасности|مجلس الأمن|安全理事会"
    r"|economic and social council|conseil économique et social|consejo económico y social|official records"
    r"|documents officiels|documentos oficiales|human rights council|trusteeship council|executive board"
    r"|world health organization|joint inspection unit|supplement no|supplément no"
    r"|(?:european parliament|parlement européen|parlamento europeo|council of europe|conseil de l[’']europe"
    r"|international labour (?:conference|office)|general conference|governing council|board of governors"
    r"|conference of the parties|international monetary fund|world bank(?: group)?|african union)\s*$)",
    re.IGNORECASE,
)
# Who reports: a parliament, one of its houses or committees, above a report's title.
COMMITTEE = re.compile(
    r"^\s*(?:(?:the )?(?:house of \w+|(?:\w+ )?(?:lok|rajya|vidhan) sabha|senate|congress|(?:\w+ )?parliament"
    r"(?: of .{3,40})?|national assembly|legislative \w+|assemblée nationale|sénat|senado|congreso"
    r"|cámara de .{3,20}|bundestag)"
    r"|(?:standing|select|joint|special|departmental|parliamentary) .{0,30}committee\b.{0,60}"
    r"|(?:\w+,? (?:and )?){1,6}committee)\s*(?:\(.{4,9}\))?\s*$",
    re.IGNORECASE,
)
# What bodies are: a name that begins or ends with one of these and says nothing more is whose report it is.
_BODIES = (
    r"commission|committee|council|conference|convention|organi[sz]ation|assembly|bureau|agency|authority|union"
    r"|secretariat|ministry|department|subsidiary body|working group|working party|tribunal|governing body"
    r"|comité|conseil|conférence|organisation|assemblée|ministère|secrétariat|groupe de travail|tribunal"
    r"|comisión|consejo|conferencia|organización|asamblea|ministerio|secretaría|grupo de trabajo"
    r"|комиссия|комитет|совет|конференция|организация|ассамблея|министерство|секретариат|рабочая группа"
    r"|конвенция"
)
BODY = re.compile(
    r"^\s*(?:(?:the |la |le |l[’']|el )?(?:[\w&’'/,-]+\s+){0,6}"
    rf"(?:{_BODIES}|programme|board|bank|court|fund|office)"
    rf"|(?:the |la |le |l[’']|el )?(?:\w+ )?(?:{_BODIES})(?: [\w&’',-]+){{0,12}}"
    r"|(?:اللجنة|لجنة|مجلس|المجلس|المؤتمر|مؤتمر|منظمة|الجمعية|الفريق العامل)(?: \w+){0,8}"
    r"|\w{2,16}(?:委员会|理事会|大会|组织|工作组|秘书处|会议|规划署))\s*(?:\([^)]{2,12}\))?\s*$",
    re.IGNORECASE,
)
# What documents are called.
_DOCUMENT = (
    r"reports?|decisions?|resolutions?|minutes|review|evaluation|communiqué|communication|guidelines|statement"
    r"|rapports?|décisions?|résolutions?|procès-verbal|communication|informes?|decisiones|resoluciones|acta"
    r"|доклад|решени[ея]|резолюци[яи]|протокол"
)
DOCUMENT = re.compile(rf"\b(?:{_DOCUMENT})\b|报告|决定|决议|تقرير|قرار", re.IGNORECASE)
# Masthead lines below the organ: session, agenda item, place and dates.
SESSION = re.compile(
    r"session|séance|sesión|сесси|الدورة|届会|agenda item|items? \d|points? \d|temas? \d"
    r"|пункт|البند|议程|meeting$|year$|año$|année$|год$",
    re.IGNORECASE,
)
HEADING = re.compile(
    r"^\s*(?:(?:[IVX]{1,4}|[A-Z]|\d{1,2}(?:\.\d{1,2})*)[.)]\s|[一二三四五六七八九十]{1,3}\s?[、.．]"
    r"|(?:أولا|ثانيا|ثالثا|رابعا|خامسا)ً?\s*[-–—]|summary|r[ée]sum[ée]|resumen|резюме|ملخص|摘要"
    r"|introduction|introducción|введение|مقدمة|导言|note\s*$|abstract|synopsis|contents|sommaire|índice|содержание)",
    re.IGNORECASE,
)
# What counts within what is counted ("140.219", "1.1"): a paragraph, an item or a heading, never a title.
DOTTED_NUMBER = re.compile(r"\s*\d{1,3}(?:\.\d{1,3})+\.?\s")
# "三、", "三.": the number of a Chinese heading.
CHINESE_NUMERAL = re.compile(r"^\s*[一二三四五六七八九十]{1,3}\s?[、.．]")
# "Albania, Brazil and Fiji: draft resolution": who proposes, above the title of what is proposed.
PROPOSED = re.compile(
    r":\s*(?:(?:revised )?draft (?:resolution|decision)|projet de (?:résolution|décision)(?: révisé)?"
    r"|proyecto de (?:resolución|decisión)(?: revisado)?"
    r"|(?:пересмотренный )?проект (?:резолюции|решения))[*∗]*\s*$",
    re.IGNORECASE,
)
RESOLUTION = re.compile(
    r"^\s*(?:(?:resolution|decision)s?(?: \S+)? adopted|(?:résolution|décision) adoptée"
    r"|(?:resolución|decisión) aprobada|(?:резолюция|решение),? принят|قرار اتخذته|.{0,12}通过的决议)",
    re.IGNORECASE,
)
# A part of a larger report: what an excerpt begins with.
CHAPTER = re.compile(
    r"^\s*(?:(?:chapter|part|chapitre|partie|capítulo|parte|глава|часть)\s+(?:[IVXLC]+|\d{1,2}|\w{3,9})\b"
    r"|vote\s+\d{1,3}\s*$|第\s*[一二三四五六七八九十]{1,3}\s*[章部]|(?:الفصل|الجزء)\s)",
    re.IGNORECASE,
)
# What heads a report's annexes together.
ANNEXES = re.compile(
    r"\W*(?:annexe?s|appendices|anexos|apéndices|приложения|добавления|المرفقات)\W*", re.IGNORECASE
)
# "Adopted by the Security Council at its ... meeting": text below a resolution's title.
ADOPTED = re.compile(
    r"^\s*(?:adopted (?:by|at|on)|adoptée? (?:par|à)|aprobad[ao] (?:por|en)|принята?\b|اتخذ|.{0,20}通过)",
    re.IGNORECASE,
)
# The name of a series ("AVIATION INVESTIGATION REPORT A11F0012"): what kind of report, not which. Kinds are
# told by nouns set one before the other; "Follow-up of the port review" is about one review.
SERIES = re.compile(
    r"(?:(?!(?:of|on|in|for|to|from|by|de|du|des|del|la|el|sur|sobre)\s)[\w&'’-]+\s+){0,5}\w*(?:report|brief|review|rapport|informe)(?:\s+[A-Z]*[-\d][\w/-]*)?\s*$",
    re.IGNORECASE,
)
# "Report Number A11F0012", "Report No. 04-121": the report's own number among the words of its title page.
NUMBERED_REPORT = re.compile(
    r"^\s*(?:report|rapport|informe)\s+(?:number|no\.?|nº|n°)\s*\S+\s*$", re.IGNORECASE
)
# "64th plenary meeting", "9561st meeting": what a record of speeches is called.
MEETING = re.compile(
    r"^\s*\d{1,5}(?:st|nd|rd|th)(?: \w+){0,2} meeting\s*$|^\s*\d{1,5}(?:e|re) séance(?: \w+)?\s*$"
    r"|^\s*\d{1,5}a?ª? sesión(?: \w+)?\s*$|^\s*\d{1,5}-е(?: \w+)? заседание\s*$"
    r"|^\s*第\s*\d{1,5}\s*次(?:全体)?会议\s*$",
    re.IGNORECASE,
)
# The notice at the foot of a record's first page.
STANDING = re.compile(
    r"^\s*(?:this record (?:contains the text|is subject to correction)|le présent procès-verbal"
    r"|les? rectifications|la presente acta|este acta|в настоящем отчете|отчет о заседании|本记录"
    r"|يتضمن هذا المحضر|هذا المحضر)",
    re.IGNORECASE,
)
