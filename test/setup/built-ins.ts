/** Stand-ins for the built-in methods that go over a text or a list, which add up how far they go. */

// biome-ignore lint/suspicious/noExplicitAny: methods of every kind are stood in for.
type AnyMethod = (this: any, ...given: any[]) => any
type Distance = (self: never, result: never, given: never[]) => number
type Watch = (owner: object, name: string, far: Distance) => void

/** Stands in for them until `restore`; `gone` is the number of characters and elements so far. */
export function watchBuiltIns(): { readonly gone: () => number; readonly restore: () => void } {
  const undo: (() => void)[] = []
  let gone = 0
  const watch: Watch = (owner, name, far) => {
    const before = Object.getOwnPropertyDescriptor(owner, name)
    const method = before?.value as AnyMethod | undefined
    if (!before || !method) return
    const watched: AnyMethod = function (...given) {
      const result = Reflect.apply(method, this, given)
      gone += far(this as never, result as never, given as never[])
      return result
    }
    Object.defineProperty(owner, name, { ...before, value: watched })
    undo.push(() => Object.defineProperty(owner, name, before))
  }
  watchTexts(watch)
  watchLists(watch)
  undo.push(watchExpressions(far => (gone += far)))
  return {
    gone: () => gone,
    restore() {
      for (const step of undo) step()
    },
  }
}

function watchTexts(watch: Watch): void {
  const text = String.prototype
  for (const name of ['indexOf', 'includes']) {
    watch(text, name, (self: string, result: number | boolean, [, from = 0]: number[]) =>
      typeof result === 'number' && result >= 0 ? result - from : self.length - from,
    )
  }
  watch(text, 'lastIndexOf', (self: string, result: number, [, from = self.length]: number[]) =>
    Math.max(0, from - Math.max(result, 0)),
  )
  for (const name of ['split', 'replaceAll', 'toLowerCase', 'toUpperCase', 'normalize', 'localeCompare']) {
    watch(text, name, (self: string) => self.length)
  }
  // What was cut off shares its characters with the whole, so only the blanks count.
  for (const name of ['trim', 'trimStart', 'trimEnd']) {
    watch(text, name, (self: string, result: string) => self.length - result.length)
  }
}

/** Every use of a regular expression goes through `exec`, once that is not the built-in one. */
function watchExpressions(add: (far: number) => void): () => void {
  const { exec } = RegExp.prototype
  RegExp.prototype.exec = function (text) {
    const from = this.global || this.sticky ? this.lastIndex : 0
    const result = exec.call(this, text)
    if (result) add(result.index + result[0].length - from)
    else add(this.sticky || this.source.startsWith('^') ? 1 : Math.max(0, String(text).length - from))
    return result
  }
  return () => {
    RegExp.prototype.exec = exec
  }
}

function watchLists(watch: Watch): void {
  for (const name of ['indexOf', 'lastIndexOf', 'includes']) {
    watch(Array.prototype, name, (self: unknown[], result: number | boolean) =>
      typeof result === 'number' && result >= 0 ? result : self.length,
    )
  }
  for (const name of ['slice', 'concat', 'flat', 'join', 'with', 'toReversed', 'toSpliced']) {
    watch(Array.prototype, name, (_: unknown[], result: { length: number }) => result.length)
  }
  for (const name of ['splice', 'shift', 'unshift', 'reverse', 'fill']) {
    watch(Array.prototype, name, (self: unknown[]) => self.length)
  }
  // Whatever is spread or copied into another collection is gone over one by one.
  for (const list of [[], new Map(), new Set()]) {
    watch(Object.getPrototypeOf(list[Symbol.iterator]()), 'next', () => 1)
  }
  for (const name of ['keys', 'values', 'entries', 'fromEntries', 'assign']) {
    watch(Object, name, (_: object, result: object) => (Array.isArray(result) ? result.length : 1))
  }
}
