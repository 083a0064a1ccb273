/** The names in a text: those that are written alike have one number and share one string. */

import { integers } from './numbers.js'

export interface Names {
  /** The number of the name that stands in `[start, end)`: 0 for the first that was asked for, and so on. */
  numberAt(start: number, end: number): number
  nameOf(number: number): string
}

/** Most names stand where their hash says. One that would take more steps than this is looked up in a Map instead. */
const mostSteps = 32

/**
 * A large text mentions its many names several times each, all over the place. A table of places in the text stays in a
 * processor's cache, where a Map of strings does not; and no string is made for a name that is known.
 */
export function namesIn(text: string): Names {
  const names: string[] = []
  const crowded = new Map<string, number>()
  /** Where each name stands, its start and its end. */
  let places = integers(128)
  /** A name's number and 1, or 0. Half of them are 0, at least. */
  let slots = integers(128)

  const slotOf = (start: number, end: number): number => {
    let hash = 0x811c9dc5
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
    return (hash ^ (hash >>> 15)) & (slots.length - 1)
  }
  const standsAt = (number: number, start: number, end: number): boolean => {
    const first = places[2 * number]!
    if (places[2 * number + 1]! - first !== end - start) return false
    for (let at = start; at < end; at++) {
      if (text.charCodeAt(at) !== text.charCodeAt(first + at - start)) return false
    }
    return true
  }
  /** The slot of a name, or the one that it may take; -1 where the steps do not suffice. */
  const find = (start: number, end: number): number => {
    let slot = slotOf(start, end)
    for (let steps = 0; steps < mostSteps; steps++) {
      const number = slots[slot]! - 1
      if (number < 0 || standsAt(number, start, end)) return slot
      slot = (slot + 1) & (slots.length - 1)
    }
    return -1
  }
  const put = (number: number, start: number, end: number): void => {
    const slot = find(start, end)
    if (slot < 0) crowded.set(names[number]!, number)
    else slots[slot] = number + 1
  }
  const added = (start: number, end: number): number => {
    const number = names.push(text.slice(start, end)) - 1
    if (2 * names.length > places.length) places = withRoom(places, 2 * places.length)
    places[2 * number] = start
    places[2 * number + 1] = end
    if (2 * names.length <= slots.length) put(number, start, end)
    else {
      slots = new Int32Array(4 * slots.length)
      for (let i = 0; i <= number; i++) put(i, places[2 * i]!, places[2 * i + 1]!)
    }
    return number
  }
  return {
    nameOf: number => names[number]!,
    numberAt(start, end) {
      const slot = find(start, end)
      const number = slot < 0 ? -1 : slots[slot]! - 1
      if (number >= 0) return number
      const known = crowded.size > 0 ? crowded.get(text.slice(start, end)) : undefined
      return known ?? added(start, end)
    },
  }
}

function withRoom(from: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(length)
  copy.set(from)
  return copy
}
