/** The characters that draw.io keeps of a text: those that XML can hold (its own `zapGremlins` drops the others when it opens a file). */
export { cleanXml, escapeAttribute } from '../../../src/text/xml-characters.js'
