/** A picture in words, for who does not see it: its sentence, and every step with what it leads to. */
import type { Reading, ReadStep } from '../../src/core.js'
import type { Say } from '../texts/texts.js'
import { h } from './dom.js'

/** So many names stand in a sentence. */
const NAMED = 3

function listed(names: readonly string[], say: Say): string {
  const quoted = names.slice(0, NAMED).map(name => `“${name}”`)
  const shown = quoted.join(', ')
  return names.length > NAMED ? say('andMore', { names: shown, count: names.length - NAMED }) : shown
}

/** “12 steps in 3 lanes; starts at …”, in the language of the page. */
export function sentence({ title, steps, lanes, groups, starts, ends }: Reading, say: Say): string {
  const head = [
    say('steps', { count: steps.length }),
    ...(lanes > 0 ? [say('inLanes', { count: lanes })] : []),
    ...(groups > 0 ? [say('inGroups', { count: groups })] : []),
  ].join(' ')
  const parts = [
    head,
    ...(starts.length > 0 ? [say('startsAt', { names: listed(starts, say) })] : []),
    ...(ends.length > 0 ? [say('endsAt', { names: listed(ends, say) })] : []),
  ]
  return `${title ? `${title}: ` : ''}${parts.join('; ')}.`
}

export function stepLine({ name, group, next }: ReadStep, say: Say): string {
  const named = group === undefined ? name : say('stepIn', { name, group })
  if (next.length === 0) return `${named}: ${say('leadsNowhere')}.`
  const names = next.map(step => (step.label ? say('leadsBy', step) : step.name)).join(', ')
  return `${named}: ${say('leadsTo', { names })}.`
}

export class Aloud {
  readonly element: HTMLElement
  readonly #sentence = h('p', { className: 'sentence' })
  readonly #list = h('ol')
  readonly #details: HTMLDetailsElement
  #reading: Reading | undefined

  constructor(readonly say: Say) {
    this.#details = h(
      'details',
      { on: { toggle: () => this.#fill() } },
      h('summary', { textContent: say('reading') }),
      this.#list,
    )
    this.element = h('div', { className: 'aloud' }, this.#sentence, this.#details)
  }

  show(reading: Reading | undefined): void {
    this.#reading = reading
    this.#sentence.textContent = reading && reading.steps.length > 0 ? sentence(reading, this.say) : ''
    this.#details.hidden = !reading || reading.steps.length === 0
    this.#fill()
  }

  /** The list is only made while somebody looks at it. */
  #fill(): void {
    const steps = this.#details.open ? (this.#reading?.steps ?? []) : []
    this.#list.replaceChildren(
      ...steps.map(step => h('li', { dir: 'auto', textContent: stepLine(step, this.say) })),
    )
  }
}
