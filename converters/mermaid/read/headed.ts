/** What to say where a text does not begin as a flowchart does, and how to read on. */
import { parser } from '../grammar.gen.js'
import { originOf, type Replacement } from '../words/edited.js'
import { headerMends } from './mends/header-mends.js'
import { isReadable } from './mends/readable.js'
import { noDirection, noHeader, otherDiagram } from './messages.js'
import { withMends } from './recover.js'
import type { Source } from './source.js'
import { say } from './unreadable.js'

/** How Mermaid 12.3's other diagrams begin (https://mermaid.js.org/intro/, "Diagram Syntax"). */
const OTHER_DIAGRAM =
  /^(?:sequenceDiagram|classDiagram|stateDiagram|erDiagram|journey|gantt|pie|quadrantChart|requirement|gitGraph|C4(?:Context|Container|Component|Dynamic|Deployment)|mindmap|timeline|zenuml|sankey|xychart|block|packet|kanban|architecture|radar|treemap|ishikawa|venn|wardley|railroad|cynefin|usecase|eventmodeling|treeView|info(?!\S))[\w-]{0,40}(?<!-)/

/** The source with a header that the grammar takes, and a message. */
export function withHeader(source: Source): Source {
  return withMends(source, mendHeader(source))
}

function mendHeader(source: Source): Replacement[] {
  const { text } = source.prepared.edited
  const lineEnd = text.indexOf('\n')
  const line = text.slice(0, lineEnd < 0 ? text.length : lineEnd)
  const mend = headerMends(line).find(({ line }) => isHeader(line))
  if (mend) {
    const own = mend.edits.map(edit => ({ ...edit }))
    say(source, mend, own, originOf(source.prepared.edited, ...mend.at))
    return own
  }
  const other = OTHER_DIAGRAM.exec(text)?.[0]
  const header =
    /^(?:flowchart-elk|swimlane-beta|graph|flowchart)\b(?:[^\S\n]*(?:LR|RL|TB|BT|TD|BR|v)\b|[^\S\n]*[<>^])?/.exec(
      text,
    )
  const end = header?.[0].length ?? 0
  const at = originOf(source.prepared.edited, end, Math.max(lineEnd, end))
  const said = header ? noDirection(at) : other ? otherDiagram({ kind: other }, at) : noHeader(at)
  source.messages.push(said)
  // Without a flowchart's header the text is something else, and reading on makes no sense.
  if (!header) return [{ start: 0, end: text.length, text: 'flowchart\n' }]
  const word = /^[\w-]+?(?=[^\w-]|$)/.exec(text)?.[0] ?? 'flowchart'
  const known = parser.parse(`${header[0]}\n`, { rule: 'Header' }).ok
  return known
    ? [{ start: end, end, text: '\n' }]
    : [{ start: 0, end: Math.max(lineEnd, word.length), text: 'flowchart' }]
}

/** Whether a line is a header, and what may stand behind it on lines of its own. */
function isHeader(line: string): boolean {
  const [header, ...rest] = line.split('\n')
  return parser.parse(`${header}\n`, { rule: 'Header' }).ok && rest.every(isReadable)
}
