"""The story as HTML, for WeasyPrint and for Chromium’s print."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from typing import Any

from bench.engines.story import (
    FONTS,
    Columns,
    Contents,
    Look,
    Picture,
    Piece,
    Run,
    Story,
    StoryParagraph,
    Table,
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document in two parts: the style sheet, equal for all documents, and the page."""

    style: str
    page: str

    @property
    def whole(self) -> str:
        """Return the page with the style sheet in it."""
        return self.page.replace("</head>", f"<style>{self.style}</style></head>")


def mark_up(story: Story) -> Sheet:
    """Return a story as HTML."""
    looks = {look: f"s{number}" for number, look in enumerate(story.looks())}
    writer = _Writer(looks)
    parts = "".join(f"<section>{writer.all(part)}</section>" for part in story.parts)
    page = (
        f'<!DOCTYPE html><html lang="{story.language}"><head><meta charset="utf-8">'
        f"<title>{escape(story.title)}</title><style>{_pages(story)}</style></head><body>{parts}</body></html>"
    )
    return Sheet(
        "\n".join((*_faces(), _common(story), *(_rule(look, name) for look, name in looks.items()))), page
    )


class _Writer:
    def __init__(self, looks: dict[Look, str]) -> None:
        self._looks = looks
        self._written: dict[type, Callable[[Any], str]] = {
            StoryParagraph: self._paragraph,
            Contents: self._contents,
            Picture: self._picture,
            Columns: self._columns,
            Table: self._table,
        }

    def all(self, pieces: tuple[Piece, ...]) -> str:
        return "".join(self._written[type(piece)](piece) for piece in pieces)

    def _paragraph(self, paragraph: StoryParagraph) -> str:
        tag = f"h{paragraph.level}" if paragraph.level else "li" if paragraph.listed else "p"
        key = f' id="{paragraph.key}"' if paragraph.key else ""
        words = _runs(paragraph.runs)
        written = f'<{tag}{key} class="{self._looks[paragraph.look]}">{words}</{tag}>'
        return f"<ul>{written}</ul>" if paragraph.listed else written

    def _contents(self, contents: Contents) -> str:
        name = self._looks[contents.look]
        items = (f'<li><a href="#{key}">{escape(title)}</a></li>' for key, title in contents.entries)
        return f'<ol class="contents {name}">{"".join(items)}</ol>'

    def _picture(self, picture: Picture) -> str:
        width, after = _number(picture.width), _number(picture.after)
        return f'<figure style="width:{width}pt;margin-bottom:{after}pt">{picture.svg}</figure>'

    def _columns(self, columns: Columns) -> str:
        left, right = (_number(width) for width in columns.widths)
        kind = "columns" + " ruled" * columns.ruled + " with-next" * columns.keep_with_next
        return (
            f'<div class="{kind}" style="margin-bottom:{_number(columns.after)}pt">'
            f'<div class="left" style="width:{left}pt">{self.all(columns.left)}</div>'
            f'<div class="right" style="width:{right}pt">{self.all(columns.right)}</div></div>'
        )

    def _table(self, table: Table) -> str:
        columns = "".join(f'<col style="width:{_number(width)}pt">' for width in table.widths)
        head = "".join(self._cell(cell, "col" if cell.plain else None) for cell in table.header)
        rows = (
            "".join(self._cell(cell, "row" if place == table.about else None) for place, cell in enumerate(r))
            for r in table.rows
        )
        body = "".join(f"<tr>{row}</tr>" for row in rows)
        header = f"<thead><tr>{head}</tr></thead>" if head else ""
        after = f' style="margin-bottom:{_number(table.after)}pt"'
        return f"<table{after}><colgroup>{columns}</colgroup>{header}<tbody>{body}</tbody></table>"

    def _cell(self, cell: StoryParagraph, scope: str | None) -> str:
        name, words = self._looks[cell.look], _runs(cell.runs)
        if scope:
            return f'<th scope="{scope}" class="{name}">{words}</th>'
        return f'<td class="{name}">{words}</td>'


def _runs(runs: tuple[Run, ...]) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    words = escape(run.text).replace("\n", "<br>")
    words = f"<b>{words}</b>" if run.strong else words
    return f'<a href="{escape(run.address)}">{words}</a>' if run.address else words


def _faces() -> Iterator[str]:
    for weight, file in ((400, "SourceSans3-Regular.ttf"), (600, "SourceSans3-Semibold.ttf")):
        address = (FONTS / file).as_uri()
        yield f"@font-face{{font-family:'Source Sans 3';font-weight:{weight};src:url('{address}')}}"


def _pages(story: Story) -> str:
    number, total = story.page_of.replace("%(number)s", "\0").split("\0")
    between, after = total.split("%(total)s")
    count = f"'{number}' counter(page) '{between}' counter(pages) '{after}'"
    small = "font:8pt 'Source Sans 3';vertical-align:middle"
    return (
        "@page{size:A4;margin:78pt 57.6pt 66pt;"
        f"@bottom-left{{content:{_quoted(story.footer)};{small}}}"
        f"@bottom-right{{content:{count};{small}}}"
        f"@top-left{{content:{_quoted(story.running)};{small};font-weight:600}}}}"
        "@page:first{@top-left{content:none}}"
    )


def _rule(look: Look, name: str) -> str:
    weight = 600 if look.strong else 400
    rules = [f"font-size:{look.size}pt;line-height:{look.leading}pt;font-weight:{weight};color:{look.colour}"]
    rules.append(f"margin:{look.before}pt 0 {look.after}pt {look.indent}pt")
    if look.at_end:
        rules.append("text-align:right")
    if look.keep_with_next:
        rules.append("break-after:avoid")
    return f".{name}{{{';'.join(rules)}}}"


def _number(value: float) -> str:
    return f"{value:g}"


def _quoted(words: str) -> str:
    return "'" + words.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _common(story: Story) -> str:
    return f"""
body{{margin:0;font-family:'Source Sans 3'}}
section{{break-before:page}}section:first-child{{break-before:auto}}
p,h1,h2,h3,li{{orphans:2;widows:2}}b{{font-weight:600}}
ul,ol{{margin:0;padding:0;list-style:none}}figure{{margin:0;break-inside:avoid}}
figure svg,figure img{{display:block;width:100%}}
.columns{{break-inside:avoid}}.with-next{{break-after:avoid}}
.ruled{{border-top:.6pt solid {story.line};padding-top:9pt;margin-top:8pt}}
.columns::after{{content:'';display:block;clear:both}}.left{{float:left}}.right{{float:right}}
a{{color:{story.link};text-decoration:none}}
.contents li{{line-height:20pt;border-bottom:.5pt solid {story.line}}}
.contents a{{color:inherit;display:block}}
.contents a::after{{content:target-counter(attr(href url),page);float:right}}
table{{border-collapse:collapse;table-layout:fixed;width:480pt}}
th,td{{text-align:left;vertical-align:top;padding:2.9pt 8pt 2.9pt 0;border-bottom:.5pt solid {story.line}}}
thead th,thead td{{border-bottom:.9pt solid #1b1f24}}tr{{break-inside:avoid}}
"""
