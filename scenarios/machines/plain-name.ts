/**
 * A name without what people write in different ways: capitals, spaces, dashes, dots. Two spellings of one machine or
 * model have the same plain name.
 *
 * @example plainName('TPU-v4') // => 'tpuv4'
 */
export const plainName = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
