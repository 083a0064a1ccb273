/** All that the fuzzer tries. */
import { configTargets } from './configs.js'
import { differentialTargets } from './differential.js'
import { documentTargets } from './documents.js'
import { labelTargets } from './labels.js'
import { linkTargets } from './links.js'
import { planTargets } from './plans.js'
import { lawTargetsOf, type Target } from './targets.js'

/** Those whose names contain a word. */
export async function allTargets(only = ''): Promise<Target[]> {
  const all = [
    ...(await lawTargetsOf()),
    ...differentialTargets(),
    ...(await documentTargets()),
    ...linkTargets(),
    ...(await planTargets()),
    ...configTargets(),
    ...labelTargets(),
  ]
  return all.filter(({ name }) => name.includes(only))
}
