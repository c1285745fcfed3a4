import { md5 } from './md5.ts'

/**
 * An identifier made of names alone, so that the same deal gives the same files: in the form of a UUID.
 *
 * @example ocfId('holder', 'Ada') // => 'b5e4ab0f-f578-d6d3-79fb-c1114b68f879'
 */
export const ocfId = (...names: readonly (string | number)[]): string => {
  const sum = md5(JSON.stringify(names))
  return [sum.slice(0, 8), sum.slice(8, 12), sum.slice(12, 16), sum.slice(16, 20), sum.slice(20)].join('-')
}
