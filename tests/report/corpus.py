"""Texts for the fields: every script, texts that attack, and texts that fill a field to its limit."""

# Names and sentences by script; each is found in a document exactly as it was typed.
WRITTEN = {
    "Vietnamese": "Bộ Quốc phòng Việt Nam",
    "African Latin": "Ɗan Ɓawa ŋgɔ",
    "Greek": "Υπουργείο Εθνικής Άμυνας",
    "polytonic Greek": "Ἡ τῶν Ἀθηναίων ᾠδή",
    "Cyrillic": "Міністерство оборони України",
    "Kazakh": "Қорғаныс министрлігі",
    "Armenian": "Պաշտպանության նախարարություն",
    "Georgian": "თავდაცვის სამინისტრო",
    "Hebrew": "משרד הביטחון",
    "Arabic": "وزارة الدفاع الوطني",
    "Persian": "وزارت پشتیبانی گچپژ",
    "Urdu": "وزارت دفاع پاکستان ٹڈڑے",
    "simplified Chinese": "中华人民共和国国防部社交媒体",
    "traditional Chinese": "中華民國國防部社群媒體",
    "Japanese": "防衛省のソーシャルメディア",
    "Korean": "대한민국 국방부",
    "signs": "✓ → ⚠ ≤ €",
}
RIGHT_TO_LEFT = ("Hebrew", "Arabic", "Persian", "Urdu")
MIXED = {
    "Hebrew in English": "Ministry of Defence, משרד הביטחון, since 1948",
    "English in Arabic": "وزارة الدفاع (Ministry of Defence) منذ 2026",
    "all at once": "Łódź, Άμυνα, оборона, שלום, الدفاع, 国防部, かな, 국방",
}
# Characters that no font here has, and characters that are not letters.
STRANGE = {
    "emoji": "👩🏽‍🚀🇫🇷 1️⃣ ❤️",
    "private use": "\ue000 \uf8ff \U000f0000 \U0010fffd",
    "no characters": "\ufdd0 \uffff \U0001ffff \u0378",
    "South Asian and Thai": "रक्षा मंत्रालय பாதுகாப்பு กระทรวงกลาโหม",
    "beyond sixteen bits": "𝔐𝔬𝔡 𒐫 𐍈 𠀀",
    "one letter that is a sentence": "﷽ ﷺ ﬁ ㍿ ①",
    "bare marks": "\u0301\u0323 \u05b8 \u064b a\u0323\u0302",
    "tags and selectors": "a\U000e0041\U000e007f\ufe0f\u180b",
    "African right to left": "ߒߞߏ ⵜⴰⵎⴰⵣⵉⵖⵜ ܣܘܪܝܝܐ",
}
# Texts that other software reads as markup, a path, a command or the end of a string.
HOSTILE = {
    "unclosed markup": "<b>bold <i>",
    "stray end": "</b></para></p>",
    "ampersand and entity": "A & B &amp; &lt; &#0; &#xD800; &bogus;",
    "absolute path": '<img src="/etc/passwd"/><img src="file:///etc/passwd"/>',
    "relative path": '<img src="secret.png"/><img src="../../app/config.py"/> ../../etc/passwd',
    "address": '<img src="http://127.0.0.1:9/x.png"/><img src="data:image/png;base64,AAAA"/>',
    "script link": '<a href="javascript:alert(1)">x</a><a href="file:///etc/passwd">y</a>',
    "internal link": '<a name="summary"/><a href="#summary">x</a><bookmark name="caps"/>',
    "evaluated colour": "<font color=\"[[[getattr(pow,Word('__globals__'))]]]\">x</font>",
    "evaluated sum": '<font color="[1+1]">x</font> {{7*7}} ${7*7} {0.__class__} %(name)s %d %%',
    "huge size": '<font size="9999">x</font><para leading="-5" leftIndent="9999">',
    "unknown face": '<font name="Nope">x</font><span fontName="/etc/passwd">y</span>',
    "draw hook": '<onDraw name="x" label="y"/><seq id="x"/><evalString code="1/0"/>',
    "comment and data": "<!-- x <![CDATA[ y ]]> <?php ?> <!-- z",
    "entity bomb": '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]>&c;',
    "outside entity": '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>&b;',
    "end of metadata": '</rdf:li></rdf:RDF></x:xmpmeta><?xpacket end="w"?> ]]>',
    "end of a string": ") Tj ET EMC endstream endobj ( \\) \\\\ \\( >> /Lang (xx) <<",
    "start of a file": "%PDF-1.7 trailer << /Root 1 0 R >> startxref 0 %%EOF",
    "mark of another encoding": "þÿ\u0000a ÿþ ï»¿ \ufeff",
    "command": "=cmd|' /C calc'!A0 ; rm -rf / ` $(id) ' OR 1=1 --",
    "controls": "a" + "".join(map(chr, range(32))) + "\x7f\x85b",
    "half a pair": "a\ud800b\udfff",
    "overrides": "\u202eabc\u202c\u2066x\u2069\u200b\ufeff\u061c",
    "right to left": "שלום العربية",
    "stacked accents": "Z" + "\u0300" * 500,
    "nothing that is seen": "\u3164\u115f\u2800\u200b\u00ad",
    "spaces": " \u3000\u2003\t" * 200,
    "kinds of line ends": "one\ntwo\r\nthree\rfour\u2028five\u2029six\x0bseven\x0ceight",
}
# Far longer than any field allows.
ENDLESS = {
    "one long word": "x" * 100_000,
    "one long word of marks": "汉" * 100_000,
    "many lines": "a\n" * 50_000,
    "many empty lines": "\n" * 100_000,
}
# Repeated to fill a field: the hardest texts for ordering, shaping and breaking lines.
HEAVY = {
    "words": "words and ",
    "widest": "W",
    "lines": "a\n",
    "Arabic": "وزارة الدفاع ",
    "Arabic word": "ب",
    "pointed Hebrew": "שָׁלוֹם עֲלֵיכֶם ",
    "Chinese": "汉字，",
    "every letter another way": "aא(",
    "brackets": "א()",
    "stacked marks": "Z\u0300\u0301",
    "joiners": "ب\u200c\u200d",
    "emoji": "👩🏽\u200d🚀",
    "isolates": "\u2067\u202eא\u2066a",
    "hangul fillers": "\u3164",
}
