/**
 * Which mermaid the places run where diagrams are read, as far as public pages say so. Hosts move on: each line has the date of what
 * it rests on. `high` is the host's own file or release note, or what its `info` diagram showed on a day; `medium` a dated word of
 * somebody else; `low` follows from other things.
 */
import { nearestWord, similar } from '../../../src/text/similar.js'
import type { Release } from './releases.js'

export interface Host {
  /** As in `renderer=github`. */
  readonly name: string
  /** As in a sentence. */
  readonly title: string
  /** What it runs, in its own words: a version, or the range that it asks for. */
  readonly runs: string
  /** The release whose verdicts count for it: of a range, the lowest. */
  readonly release: Release
  readonly when: string
  readonly sure: 'high' | 'medium' | 'low'
  readonly source: string
}

const github = (path: string) => `https://github.com/${path}`
const gitlab = (path: string) => `https://gitlab.com/gitlab-org/gitlab/-/${path}`

type Row = readonly [
  name: string,
  title: string,
  runs: string,
  release: Release,
  when: string,
  sure: Host['sure'],
  source: string,
]

const rows: readonly Row[] = [
  ['github', 'GitHub', '11.17.2', '11.17.2', '2026-09-22', 'high', github('mermaid-js/mermaid/issues/8289')],
  ['gitlab', 'GitLab 19', '11.13.0', '11.13.0', '2026, 19.0', 'high', gitlab('work_items/491514')],
  ['gitlab-18', 'GitLab up to 18', '10.7.0', '10.7.0', '2025-07', 'high', gitlab('issues/554889')],
  [
    'azure-devops',
    'the wiki of Azure DevOps',
    '8.2.6, by its documentation of 2020; nothing newer is known',
    '8.2.6',
    '2020-06-03, 2022-03-09',
    'low',
    github('MicrosoftDocs/azure-devops-docs/issues/8515'),
  ],
  [
    'azure-devops-viewer',
    'the extension mermaid-viewer of Azure DevOps',
    '11.12.2',
    '11.11.0',
    '2026-01-23',
    'high',
    github('daniecas/azure-devops-mermaid-viewer/issues/12'),
  ],
  ['vscode', 'VS Code', '^11.17.0', '11.16.1', '2026', 'high', github('microsoft/vscode/issues/316332')],
  [
    'obsidian',
    'Obsidian 1.13',
    '11.13.0',
    '11.13.0',
    '2026-07-30',
    'high',
    github('obsidianmd/obsidian-help/pull/1114'),
  ],
  ['notion', 'Notion', '10.6.1', '10.6.1', '2024-02-29', 'medium', github('mermaid-js/mermaid/issues/5341')],
  [
    'docusaurus',
    'Docusaurus 3.9 and 3.10',
    '>=11.6.0, so that a fresh install has 12',
    '11.6.0',
    '2026-11',
    'high',
    'npm: @docusaurus/theme-mermaid 3.10.2',
  ],
  [
    'docusaurus-3.5',
    'Docusaurus 3.0 to 3.5',
    '^10.4.0',
    '10.4.0',
    '2024',
    'high',
    'npm: @docusaurus/theme-mermaid 3.5.2',
  ],
  [
    'docusaurus-2',
    'Docusaurus 2.4',
    '^9.2.2',
    '9.2.2',
    '2023',
    'high',
    'npm: @docusaurus/theme-mermaid 2.4.3',
  ],
  [
    'mkdocs-material',
    'MkDocs Material',
    'the newest 11',
    '11.17.2',
    '2026-11',
    'high',
    github('squidfunk/mkdocs-material'),
  ],
  [
    'jetbrains',
    'the Mermaid plugin of JetBrains',
    '10.3.1',
    '10.3.1',
    '2023-09-12',
    'medium',
    github('asciidoctor/asciidoctor-intellij-plugin/issues/1430'),
  ],
  ['gitea', 'Gitea 1.24', '11.10.0', '11.9.0', '2025-08-22', 'high', github('go-gitea/gitea/pull/35333')],
  [
    'hackmd',
    'HackMD',
    '10.4.0',
    '10.4.0',
    '2023-12-19',
    'medium',
    github('hackmdio/hackmd-io-issues/issues/338'),
  ],
  [
    'hedgedoc',
    'HedgeDoc 1.9',
    '9.1.7',
    '9.1.7',
    '2025-02-04',
    'high',
    github('hedgedoc/hedgedoc/issues/5883'),
  ],
  [
    'hedgedoc-2',
    'HedgeDoc 2',
    '11.4',
    '11.4.1',
    '2025-02-04',
    'high',
    github('hedgedoc/hedgedoc/issues/5883'),
  ],
  [
    'typora',
    'Typora 1.14',
    '11.13.0',
    '11.13.0',
    '2026-09-14',
    'high',
    github('typora/typora-issues/issues/6632'),
  ],
  ['joplin', 'Joplin 3.6', '11.10.1', '11.10.1', '2026-08-25', 'high', 'npm: @joplin/renderer 3.6.3'],
  ['joplin-3.5', 'Joplin 3.4 and 3.5', '11.6.0', '11.6.0', '2025', 'high', 'npm: @joplin/renderer 3.5.1'],
  ['quarto', 'Quarto 1.6', '11.2.0', '11.1.1', '2024', 'high', github('quarto-dev/quarto-cli/pull/10797')],
  [
    'jupyterlab',
    'JupyterLab 4.6',
    '^11.15.0',
    '11.15.0',
    '2026-11-06',
    'high',
    'npm: @jupyterlab/mermaid 4.6.6',
  ],
  [
    'jupyterlab-4.3',
    'JupyterLab 4.1 to 4.3',
    '^10.7.0',
    '10.7.0',
    '2025',
    'high',
    'npm: @jupyterlab/mermaid 4.3.6',
  ],
  [
    'nbconvert',
    'nbconvert',
    '11.10.0',
    '11.9.0',
    '2025-10-05',
    'high',
    github('jupyter/nbconvert/pull/2224'),
  ],
  [
    'nextcloud',
    'Nextcloud Text',
    '^11.15.0',
    '11.15.0',
    '2026-08-09',
    'medium',
    github('nextcloud/text/pull/9019'),
  ],
  [
    'vuepress',
    'the chart plugin of VuePress',
    '^12.0.0',
    '12.0.0',
    '2026-09-10',
    'high',
    github('vuepress/ecosystem/pull/847'),
  ],
  [
    'crates.io',
    'crates.io',
    '11.5.0',
    '11.5.0',
    '2025-03-13',
    'low',
    github('rust-lang/crates.io/pull/10823'),
  ],
]

export const HOSTS: readonly Host[] = rows.map(([name, title, runs, release, when, sure, source]) => ({
  name,
  title,
  runs,
  release,
  when,
  sure,
  source,
}))

const byName: ReadonlyMap<string, Host> = new Map(HOSTS.map(host => [host.name, host]))

export const hostNamed = (name: string): Host | undefined => byName.get(name.toLowerCase())

/** What is wrong with a host that somebody asked for, in a sentence without its full stop. */
export function hostFault(name: string): string | undefined {
  if (hostNamed(name)) return undefined
  const names = [...byName.keys()]
  const meant =
    nearestWord(name, names) ??
    similar(name, names) ??
    names.find(known => known.startsWith(name.toLowerCase()))
  const hint = meant === undefined ? '' : ` (did you mean “${meant}”?)`
  return `which mermaid “${name}” runs is not known${hint}; known are ${names.join(', ')}`
}
