import type { Problem } from '../units/problem.ts'

/** A text, or why the bytes are none. */
export type Decoded =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: Problem }

/** Most bytes a scenario may have. */
export const maxScenarioBytes = 1_048_576

const notText = (term: string): Decoded => ({
  ok: false,
  problem: { code: 'F001', words: {}, terms: { found: term } },
})

/** UTF-16 shows as a byte order mark, or as zero bytes at every second place. */
const isUtf16 = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) ||
  (bytes[0] === 0xfe && bytes[1] === 0xff) ||
  (bytes.length > 3 && bytes[0] !== 0 && bytes[1] === 0 && bytes[2] !== 0 && bytes[3] === 0)

const decodeBytes = (bytes: Uint8Array): Decoded => {
  if (bytes.length > maxScenarioBytes) return { ok: false, problem: { code: 'F003', words: {} } }
  if (isUtf16(bytes)) return notText('utf16')
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) }
  } catch {
    return notText('binaryBytes')
  }
}

/** Turns bytes into text, strictly: UTF-8, at most 1 MiB, no zero characters, not empty. */
export const decodeText = (content: Uint8Array | string): Decoded => {
  const decoded: Decoded = typeof content === 'string' ? { ok: true, text: content } : decodeBytes(content)
  if (!decoded.ok) return decoded
  const { text } = decoded
  if (text.length > maxScenarioBytes) return { ok: false, problem: { code: 'F003', words: {} } }
  if (/\0|\uFFFD/u.test(text)) return notText('binaryBytes')
  const isEmpty = !/[^\s\uFEFF]/u.test(text.replace(/^[\s\uFEFF]*#.*$/gmu, ''))
  return isEmpty ? { ok: false, problem: { code: 'F002', words: {} } } : decoded
}
