/**
 * The constructs of a flowchart that not every release of mermaid has. Each claim was made from what the releases themselves accept,
 * one text with that construct and nothing else at a time, and set beside the grammar that they were built from
 * (`flow.jison` under the tag of that release) and the changelog.
 */
import { type Claim, has } from './claims.js'
import type { Release } from './releases.js'

const measured = 'asked of every release'
const grammar = (tag: string, what: string) => `${measured}; flow.jison of ${tag} is the first that ${what}`
const change = (release: string, what: string) => `${measured}; changelog of ${release}: ${what}`

/** The words at the beginning of a diagram. */
export const headers = {
  flowchart: {
    says: 'the header “flowchart”',
    since: '8.5.2',
    instead: '“graph” says the same',
    source: grammar('8.5.2', 'has the word beside “graph”'),
  },
  'flowchart-elk': {
    says: 'the header “flowchart-elk”',
    since: '9.4.3',
    instead: '“flowchart” or “graph”, with another layout',
    source: grammar('9.4.3', 'has the word'),
  },
  'swimlane-beta': {
    says: 'the header “swimlane-beta”',
    since: '11.16.1',
    instead: '“flowchart”, with subgraphs in place of lanes',
    source: `${measured}: 11.15.0 finds no diagram of that kind`,
  },
} as const satisfies Record<string, Claim>

/** The brackets around the label of a node. */
export const brackets = {
  stadium: { says: 'a node in “([ ])”', since: '8.4.8', source: grammar('8.4.8', 'has tokens for them') },
  cylinder: { says: 'a node in “[( )]”', since: '8.4.8', source: grammar('8.4.8', 'has tokens for them') },
  hexagon: { says: 'a node in “{{ }}”', since: '8.4.8', source: grammar('8.4.8', 'takes two braces') },
  subroutine: { says: 'a node in “[[ ]]”', since: '8.5.2', source: grammar('8.5.2', 'has tokens for them') },
  doublecircle: {
    says: 'a node in “((( )))”',
    since: '9.0.1',
    source: grammar('9.0.1', 'has tokens for them'),
  },
  rect: {
    says: 'a property between the brackets of a node, as in “[|borders:lt|text]”',
    since: '8.13.10',
    source: grammar('8.13.10', 'takes one'),
  },
} as const satisfies Record<string, Claim>

const bracketClaims: ReadonlyMap<string, Claim> = new Map(Object.entries(brackets))

/** What is said of brackets, by the name that mermaid's parser gives them. */
export const claimOfBracket = (bracket: string): Claim | undefined => bracketClaims.get(bracket)

export function hasBracket(release: Release, bracket: string): boolean {
  const claim = claimOfBracket(bracket)
  return !claim || has(release, claim)
}

/** Names in `@{ shape: … }` that came after the others, each with its other names. */
export const laterShapes: readonly (readonly [since: Release, names: string])[] = [
  ['11.11.0', 'bang cloud'],
  ['11.15.0', 'datastore data-store'],
  ['11.17.2', 'folder directory bucket console browser person composite'],
  ['12.3.0', 'bpmn-start bpmn-intermediate bpmn-boundary bpmn-end bpmn-gateway bpmn-activity'],
  ['12.3.0', 'bpmn-data bpmn-data-store bpmn-annotation'],
]

export const constructs = {
  noDirection: {
    says: 'a header without a direction',
    since: '8.9.3',
    instead: 'TB, which it means',
    source: grammar('8.9.3', 'has a header that ends with its line'),
  },
  oneBlank: {
    says: 'anything but one blank between the header and its direction',
    since: '8.4.8',
    source: grammar('8.4.8', 'takes blanks and a sign alike'),
  },
  ampersand: {
    says: 'several nodes joined by “&”',
    since: '8.4.8',
    instead: 'an arrow for each pair of nodes',
    source: grammar('8.4.8', 'has a rule for it'),
  },
  classBehindAmpersand: {
    says: 'a class (“:::”) behind “&”',
    since: '10.2.4',
    instead: 'a “class” statement of its own',
    source: grammar('10.2.4', 'lets each node of a list have one'),
  },
  longArrow: {
    says: 'an arrow of this length or with these ends',
    since: '8.9.3',
    source: grammar('8.9.3', 'reads arrows by their parts; before, it is a list of a few'),
  },
  misreadArrow: {
    says: 'an arrow of several dots, or an open one right before “o” or “x”',
    since: '8.9.3',
    drawn: 'takes a part of it for a label or for the next id',
    source: grammar('8.9.3', 'reads arrows by their parts; before, it is a list of a few'),
  },
  invisibleArrow: {
    says: 'the invisible arrow “~~~”',
    since: '10.0.2',
    earlier: [['9.2.2', '9.2.2']],
    source: grammar('9.2.2', 'has it; 9.3.0 and 9.4.3 are without it'),
  },
  edgeId: {
    says: 'an id before an arrow, as in “e1@-->”',
    since: '11.5.0',
    instead: 'the arrow without it',
    source: grammar('11.5.0', 'has a token for it'),
  },
  shapeData: {
    says: 'properties in “@{ }”',
    since: '11.3.0',
    source: grammar('11.3.0', 'has them'),
  },
  blankBehindData: {
    says: 'a blank between “@{ }” and the end of the line',
    since: '11.5.0',
    instead: 'nothing there',
    source: `${measured}; later ones take such blanks out before they read`,
  },
  unquoted: {
    says: 'this in a label without quotes',
    since: '10.3.1',
    instead: 'the label in quotes',
    source: grammar(
      '10.3.1',
      'reads a label by its closing bracket; before, it is one token of a list after another',
    ),
  },
  oddBracket: {
    says: 'this as the end of a label that begins with “[/”, “[\\” or “(-”',
    since: '10.3.1',
    instead: '“/]”, “\\]” or “-)”',
    source: grammar('10.3.1', 'takes other signs for these brackets, too'),
  },
  idOfWords: {
    says: 'this in an id',
    since: '10.3.1',
    source: grammar('10.3.1', 'takes an id for one word; before, a keyword counts in any part of it'),
  },
  styleValue: {
    says: 'this in the value of a style',
    since: '10.3.1',
    source: grammar(
      '10.3.1',
      'has tokens of many letters and signs; before, a value is letters, digits, “#”, “.”, “-”, “:” and “%”',
    ),
  },
  atSign: {
    says: '“@” in a label without quotes, and no blank before it',
    since: '10.3.1',
    except: [['11.5.0', '12.2.0']],
    instead: 'the label in quotes',
    source: `${measured}; from 11.5.0 on, what stands before an “@” is taken for the id of an arrow, and 12.3.0 looks at brackets again`,
  },
  markdown: {
    says: 'formatting in “"` `"”',
    since: '10.1.0',
    drawn: 'shows the backticks and signs as they are',
    source: grammar('10.1.0', 'has a state for it'),
  },
  htmlQuotes: {
    says: 'double quotes in a tag of a label',
    since: '10.5.1',
    instead: "single ones, as in <img src='…'>",
    source: `${measured}; later ones change these quotes before they read`,
  },
  direction: {
    says: 'a “direction” statement',
    since: '8.13.10',
    source: grammar('8.13.10', 'has one'),
  },
  directionTd: {
    says: '“direction TD”',
    since: '11.13.0',
    instead: '“direction TB” says the same',
    source: change('11.13.0', 'TD is recognised within subgraphs (#6989)'),
  },
  accessibleTitle: { says: '“accTitle”', since: '9.1.7', source: grammar('9.1.7', 'has it') },
  accessibleDescription: { says: '“accDescr”', since: '9.1.7', source: grammar('9.1.7', 'has it') },
  descriptionOfOneLine: {
    says: '“accDescr{ }” on one line',
    since: '9.1.7',
    drawn: 'draws a node of it',
    source: grammar('9.1.7', 'has it'),
  },
  linkTarget: {
    says: 'where a link opens (“_blank” and the like)',
    since: '8.9.3',
    source: grammar('8.9.3', 'has words for it'),
  },
  call: { says: '“call” behind “click”', since: '8.9.3', source: grammar('8.9.3', 'has it') },
  hrefTooltip: {
    says: '“href” with a tooltip behind “click”',
    since: '8.9.3',
    instead: 'the link without “href” says the same',
    source: grammar('8.9.3', 'has “href”; before, it counts as the name of a function'),
  },
  frontmatter: {
    says: 'settings between two lines “---”',
    since: '9.3.0',
    instead: 'a “%%{init: … }%%” for settings; there is none for a title',
    source: `${measured}: 9.2.2 takes them for the diagram`,
  },
  frontmatterSettings: {
    says: '“config” between two lines “---”',
    since: '10.5.1',
    drawn: 'takes no notice of it',
    instead: '“%%{init: … }%%”',
    source: 'documentation of 10.5.0: directives give way to the frontmatter',
  },
  indentedFrontmatter: {
    says: 'a blank before “---”',
    since: '11.16.1',
    source: `${measured}: 11.15.0 wants the fence where the line begins`,
  },
  directive: {
    says: '“%%{init: … }%%”',
    since: '8.9.3',
    drawn: 'takes it for a comment',
    source: grammar('8.9.3', 'has directives'),
  },
  directiveOfLines: {
    says: 'a “%%{init: … }%%” of several lines',
    since: '8.9.3',
    instead: 'the same on one line',
    source: grammar('8.9.3', 'has directives; before, only the first line is a comment'),
  },
  directiveBehindHeader: {
    says: 'a “%%{init: … }%%” behind the header',
    except: [['10.1.0', '10.4.0']],
    instead: 'the same before the header',
    source: `${measured}; from 10.5.1 on, directives are taken out before mermaid reads`,
  },
  directiveBeforeHeader: {
    says: 'a header on the line of “%%{init: … }%%”',
    since: '10.5.1',
    instead: 'a line for each',
    source: `${measured}; from 10.5.1 on, directives are taken out before mermaid reads`,
  },
  emptyComment: {
    says: 'a comment without a word',
    except: [['10.1.0', '10.2.4']],
    source: `${measured}; flow.jison of 10.1.0 lost its comments, and what runs before it wants a character behind “%%”`,
  },
  objectWord: {
    says: 'this as a class, or behind “click”',
    since: '11.0.2',
    instead: 'another word, such as “constructor_”',
    source: `${measured}; 11.0.2 keeps nodes and classes in a Map`,
  },
} as const satisfies Record<string, Claim>

const shapeClaims: ReadonlyMap<string, Claim> = new Map(
  laterShapes.flatMap(([since, names]) =>
    names.split(' ').map(name => [
      name,
      {
        says: `the shape “${name}”`,
        since,
        // Whether a name is known was asked only when it was drawn.
        drawn: 'finds no such shape when it draws',
        readIn: ['11.3.0'],
        source: change('11.4.0', 'a shape that is not known is an error (#6002)'),
      },
    ]),
  ),
)

/** What is said of a name in `@{ shape: … }`, where not every release with `@{ }` has it. */
export function shapeClaim(name: string): Claim | undefined {
  return shapeClaims.get(name)
}
