/** The words of FlowZap Code, as they are offered and explained. */

import { once } from '../../../src/ir/once.js'
import type { Word } from '../../../src/language/language.js'

export const shapeWords = /* @__PURE__ */ once<readonly Word[]>(() => [
  { word: 'circle', kind: 'shape', about: 'A circle: where a flow starts or ends.' },
  { word: 'rectangle', kind: 'shape', about: 'A box: a step.' },
  { word: 'diamond', kind: 'shape', about: 'A diamond: a decision, from which several edges go on.' },
  {
    word: 'taskbox',
    kind: 'shape',
    about: 'A box for a task that somebody has, with its owner, description and system.',
  },
])

const attribute = (word: string, sign: string, about: string): Word => ({
  word,
  kind: 'attribute',
  about,
  insert: `${word}${sign}""`,
})

export const nodeAttributes = /* @__PURE__ */ once<readonly Word[]>(() => [
  attribute('label', ':', 'The text that is shown.'),
  attribute('owner', ':', 'Who has the task.'),
  attribute('description', ':', 'What the task is, in more words than its label.'),
  attribute('system', ':', 'The system that the task is done in.'),
])

export const edgeAttributes = /* @__PURE__ */ once<readonly Word[]>(() => [
  attribute('label', '=', 'The text that is shown on the edge.'),
])

export const sideWords = /* @__PURE__ */ once<readonly Word[]>(() => [
  { word: 'left', kind: 'port', about: 'The left side of the node.' },
  { word: 'right', kind: 'port', about: 'The right side of the node.' },
  { word: 'top', kind: 'port', about: 'The upper side of the node.' },
  { word: 'bottom', kind: 'port', about: 'The lower side of the node.' },
])

export const handleWord: Word = {
  word: 'handle',
  kind: 'keyword',
  about: 'The side of the node that the edge is fastened to.',
  insert: 'handle(',
}

export const loopWord: Word = {
  word: 'loop',
  kind: 'keyword',
  about: 'Some nodes, of any lane, that repeat while a condition holds.',
  insert: 'loop [',
}

export const arrowWord: Word = { word: '->', kind: 'arrow', about: 'An edge to another node.' }
