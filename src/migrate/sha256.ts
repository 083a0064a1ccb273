/** SHA-256 in plain code, for surroundings whose own gives it only later, or not at all. */

/** The first 32 bits of what stands behind the point in a root of each of the first primes. */
function rootsOf(count: number, root: (prime: number) => number): Uint32Array {
  const found: number[] = []
  for (let number = 2; found.length < count; number++) {
    let isPrime = true
    for (let by = 2; by * by <= number && isPrime; by++) isPrime = number % by !== 0
    if (isPrime) found.push(number)
  }
  return Uint32Array.from(found, prime => (root(prime) % 1) * 2 ** 32)
}

const START = rootsOf(8, Math.sqrt)
const ROUNDS = rootsOf(64, Math.cbrt)

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

/**
 * The digest of a text in UTF-8, in hexadecimal.
 * @see https://csrc.nist.gov/pubs/fips/180-4/upd1/final, sections 5 and 6.2
 */
export function sha256(text: string): string {
  const bytes = new TextEncoder().encode(text)
  const length = ((bytes.length + 8) >> 6) * 64 + 64
  const padded = new Uint8Array(length)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(length - 8, Math.floor(bytes.length / 2 ** 29))
  view.setUint32(length - 4, bytes.length * 8)
  const state = START.slice()
  const words = new Uint32Array(64)
  for (let block = 0; block < length; block += 64) {
    for (let place = 0; place < 16; place++) words[place] = view.getUint32(block + 4 * place)
    extend(words)
    mix(state, words)
  }
  return [...state].map(word => word.toString(16).padStart(8, '0')).join('')
}

function extend(words: Uint32Array): void {
  for (let place = 16; place < 64; place++) {
    const [far, near] = [words[place - 15]!, words[place - 2]!]
    const first = turned(far, 7) ^ turned(far, 18) ^ (far >>> 3)
    const second = turned(near, 17) ^ turned(near, 19) ^ (near >>> 10)
    words[place] = words[place - 16]! + first + words[place - 7]! + second
  }
}

function mix(state: Uint32Array, words: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let place = 0; place < 64; place++) {
    const choice = (e & f) ^ (~e & g)
    const one =
      (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + choice + ROUNDS[place]! + words[place]!) | 0
    const most = (a & b) ^ (a & c) ^ (b & c)
    const two = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + most) | 0
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0]
  }
  for (const [place, word] of [a, b, c, d, e, f, g, h].entries()) state[place] = state[place]! + word
}
