const shifts: readonly (readonly number[])[] = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
]
const sines = Uint32Array.from({ length: 64 }, (_, step) => Math.abs(Math.sin(step + 1)) * 4_294_967_296)

/** Message, a single 1 bit, zeros, and the length in bits, in whole blocks of 64 bytes. */
const pad = (bytes: Uint8Array): DataView => {
  const padded = new Uint8Array((((bytes.length + 8) >>> 6) + 1) * 64)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, bytes.length * 8, true)
  view.setUint32(padded.length - 4, Math.floor(bytes.length / 536_870_912), true)
  return view
}

const mixOf = (turn: number, b: number, c: number, d: number): number => {
  if (turn === 0) return (b & c) | (~b & d)
  if (turn === 1) return (d & b) | (~d & c)
  if (turn === 2) return b ^ c ^ d
  return c ^ (b | ~d)
}

const wordOf = (step: number): number => {
  const turn = step >> 4
  if (turn === 0) return step
  if (turn === 1) return (5 * step + 1) % 16
  return turn === 2 ? (3 * step + 5) % 16 : (7 * step) % 16
}

const rotate = (value: number, by: number): number => (value << by) | (value >>> (32 - by))

const addBlock = (state: Uint32Array, view: DataView, offset: number): void => {
  let [a, b, c, d] = state
  for (let step = 0; step < 64; step += 1) {
    const turn = step >> 4
    const word = view.getUint32(offset + wordOf(step) * 4, true)
    const sum = (a + mixOf(turn, b, c, d) + sines[step] + word) | 0
    const next = (b + rotate(sum, shifts[turn][step % 4])) | 0
    a = d
    d = c
    c = b
    b = next
  }
  state[0] += a
  state[1] += b
  state[2] += c
  state[3] += d
}

const inHex = (word: number): string =>
  [0, 8, 16, 24].map((shift) => ((word >>> shift) & 0xff).toString(16).padStart(2, '0')).join('')

/**
 * Checksum of a text in UTF-8, as the manifest of an OCF package states it: against accidents, not against anybody.
 *
 * Source: R. Rivest, RFC 1321.
 * @example md5('abc') // => '900150983cd24fb0d6963f7d28e17f72'
 */
export const md5 = (text: string): string => {
  const view = pad(new TextEncoder().encode(text))
  const state = Uint32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476)
  for (let offset = 0; offset < view.byteLength; offset += 64) addBlock(state, view, offset)
  return [...state].map(inHex).join('')
}
