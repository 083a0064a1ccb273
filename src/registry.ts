/** Which format a name, a file name or a text means, over the list that it is given. */

interface Named {
  readonly name: string
  readonly extensions: readonly string[]
}

interface Sniffing {
  readonly sniff?: ((text: string) => boolean) | undefined
}

export function formatNamed<T extends Named>(formats: readonly T[], name: string): T | undefined {
  return formats.find(format => format.name === name)
}

/** The format of a file by its extension, the longest first: `a.flowzap.json` before `a.json`. Case does not count. */
export function formatOfFile<T extends Named>(formats: readonly T[], file: string): T | undefined {
  const name = file.toLowerCase()
  let found: T | undefined
  let longest = -1
  for (const format of formats)
    for (const extension of format.extensions) {
      if (extension.length <= longest || !name.endsWith(extension)) continue
      found = format
      longest = extension.length
    }
  return found
}

/** The first format whose sign a text bears. */
export function formatOfText<T extends Sniffing>(formats: readonly T[], text: string): T | undefined {
  return formats.find(format => format.sniff?.(text))
}
