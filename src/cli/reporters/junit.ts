/** JUnit's XML, as Jenkins, GitLab and others read it: a test case for each file. */
import { XMLBuilder } from 'fast-xml-parser'
import { printable } from '../../messages/reporters/pretty.js'
import type { FileResult } from '../files/result.js'
import { findingsOf, placeText } from './findings.js'
import type { Reporter } from './report.js'

export const junit = (): Reporter => ({
  needsAll: true,
  end: (results, sum) => {
    const cases = results.map(caseOf)
    const suite = {
      '@name': `diaglot: ${sum.done}`,
      '@tests': results.length,
      '@failures': cases.filter(one => 'failure' in one).length,
      '@errors': cases.filter(one => 'error' in one).length,
      '@skipped': 0,
      '@time': 0,
      testcase: cases,
    }
    const builder = new XMLBuilder({
      ignoreAttributes: false,
      attributeNamePrefix: '@',
      format: true,
      suppressEmptyNode: true,
      // A file may be called `true`, and an attribute has a value.
      suppressBooleanAttributes: false,
      processEntities: true,
    })
    const xml = builder.build({ testsuites: { testsuite: suite } })
    return `<?xml version="1.0" encoding="UTF-8"?>\n${xml}`
  },
})

function caseOf(result: FileResult): object {
  const name = clean(result.name)
  const lines = findingsOf(result)
    .filter(({ severity }) => severity === 'error')
    .map(finding => `${placeText(finding)}: ${finding.text} [${finding.code}]`)
  const attributes = { '@name': name, '@classname': 'diaglot', '@time': 0 }
  if (lines.length === 0) return attributes
  const kind = result.failure ? 'error' : 'failure'
  return {
    ...attributes,
    [kind]: { '@message': clean(printable(lines[0]!)), '@type': kind, '#text': clean(lines.join('\n')) },
  }
}

/** XML 1.0 has no place for most control characters and for halves of characters. */
const clean = (text: string): string =>
  text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
