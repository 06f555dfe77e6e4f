"""The story as Typst’s source."""

from collections.abc import Callable
from typing import Any

from bench.engines.story import Columns, Contents, Look, Picture, Piece, Run, Story, StoryParagraph, Table


def typeset(story: Story) -> bytes:
    """Return a story as the source of Typst."""
    looks = {look: f"s{number}" for number, look in enumerate(story.looks())}
    writer = _Writer(looks)
    parts = "\n#pagebreak()\n".join(writer.all(part) for part in story.parts)
    styles = "\n".join(_rule(look, name) for look, name in looks.items())
    return "\n".join((_pages(story), _common(story), styles, parts)).encode()


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
        return "\n".join(f"#{self._written[type(piece)](piece)}" for piece in pieces)

    def _paragraph(self, paragraph: StoryParagraph) -> str:
        words = _runs(paragraph.runs)
        if paragraph.level:
            words = f"heading(level: {paragraph.level}, {words})"
        elif paragraph.listed:
            words = f"list({words})"
        name = self._looks[paragraph.look]
        return f"{name}([#{words} <{paragraph.key}>])" if paragraph.key else f"{name}({words})"

    def _contents(self, contents: Contents) -> str:
        return f"{self._looks[contents.look]}(outline(title: none, depth: 1))"

    def _picture(self, picture: Picture) -> str:
        words = _string(picture.words)
        image = (
            f'image(bytes({_string(picture.svg)}), format: "svg", width: {picture.width:g}pt, alt: {words})'
        )
        return f"block(below: {picture.after:g}pt, {image})"

    def _columns(self, columns: Columns) -> str:
        left, right = columns.widths
        gap = 480 - left - right
        cells = f"[{self.all(columns.left)}], [{self.all(columns.right)}]"
        grid = f"grid(columns: ({left:g}pt, {right:g}pt), column-gutter: {gap:g}pt, {cells})"
        look = "stroke: (top: line), inset: (top: 9pt), above: 8pt, " if columns.ruled else ""
        sticky = str(columns.keep_with_next).lower()
        return f"block({look}breakable: false, sticky: {sticky}, below: {columns.after:g}pt, {grid})"

    def _table(self, table: Table) -> str:
        widths = ", ".join(f"{width:g}pt" for width in table.widths)
        header = ", ".join(map(self._cell, table.header))
        rows = ", ".join(self._cell(cell) for row in table.rows for cell in row)
        head = f"table.header({header}), " if header else ""
        return f"block(below: {table.after:g}pt, table(columns: ({widths}), {head}{rows}))"

    def _cell(self, cell: StoryParagraph) -> str:
        return f"[#{self._looks[cell.look]}({_runs(cell.runs)})]"


def _runs(runs: tuple[Run, ...]) -> str:
    return f"{{{'; '.join(map(_run, runs))}}}"


def _run(run: Run) -> str:
    words = f"strong({_string(run.text)})" if run.strong else _string(run.text)
    if run.address is None:
        return words
    inside = run.address.startswith("#")
    target = f"<{run.address[1:]}>" if inside else _string(run.address)
    return f"link({target}, {words})"


def _pages(story: Story) -> str:
    number, total = story.page_of.replace("%(number)s", "\0").split("\0")
    between, after = total.split("%(total)s")
    page = "str(counter(page).get().first())"
    count = f"{_string(number)} + {page} + {_string(between)} + str(counter(page).final().first())"
    name = f"if counter(page).get().first() > 1 {{ strong({_string(story.running)}) }}"
    return f"""
#set document(title: {_string(story.title)}, author: {_string(story.running)})
#set text(font: "Source Sans 3", lang: "{story.language}", top-edge: 0.75em, bottom-edge: -0.25em)
#set page(
  paper: "a4",
  margin: (x: 57.6pt, top: 78pt, bottom: 66pt),
  header: context text(8pt, {name}),
  footer: context text(8pt, {{{_string(story.footer)}; h(1fr); {count} + {_string(after)}}}),
)"""


def _rule(look: Look, name: str) -> str:
    """Return a look as a function; Typst's leading is the space between two lines."""
    weight = "semibold" if look.strong else "regular"
    text = f'set text(size: {look.size}pt, weight: "{weight}", fill: rgb("{look.colour}"))'
    side = "set align(end); " * look.at_end
    inside = f"{{set par(leading: {look.leading - look.size:g}pt); {text}; {side}body}}"
    around = f"above: {look.before:g}pt, below: {look.after:g}pt, inset: (left: {look.indent}pt)"
    sticky = ", sticky: true" if look.keep_with_next else ""
    return f"#let {name}(body) = block(width: 100%, {around}{sticky}, {inside})"


def _string(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _common(story: Story) -> str:
    return f"""
#let line = 0.5pt + rgb("{story.line}")
#set strong(delta: 200)
#set table(inset: (left: 0pt, right: 8pt, y: 2.9pt), stroke: (rest: none, bottom: line))
#set list(marker: none, indent: 0pt, body-indent: 0pt)
#set block(spacing: 0pt)
#set par(spacing: 0pt)
#show heading: it => it.body
#show link: set text(fill: rgb("{story.link}"))
#show outline.entry: it => block(width: 100%, inset: (y: 5pt), stroke: (bottom: line), it)
"""
