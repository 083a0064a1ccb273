/** Extras as people call them, in Chinese. */
import { wordIn } from '../messages/chinese.js'
import * as own from './extra-words.js'

const WORDS: Readonly<Record<string, string>> = {
  'ranks and subgraphs without a box': '层级和无框子图',
  'the settings in the frontmatter': 'frontmatter 中的设置',
  'the init directive': 'init 指令',
  'the kind of flowchart': '流程图的种类',
  'the name in angle brackets': '尖括号中的名称',
  'comments behind it': '其后的注释',
  'comments at the end': '末尾的注释',
}

export const extraWords: typeof own.extraWords = (key, value) =>
  own.extraWords(key, value).map(word => wordIn(WORDS, word))
