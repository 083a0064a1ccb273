import { generateParsers } from '../../scripts/grammars.js'

/** Before the tests: parsers as fresh as their grammars. A grammar that does not build fails its own tests. */
export async function setup(): Promise<void> {
  await generateParsers()
}
