/**
 * A name without what people write in different ways: capitals, spaces, dashes. Two spellings of one machine or model
 * have the same plain name. A point inside a number stays: 1.3B is not 13B.
 *
 * @example plainName('Llama 3.1-8B') // => 'llama3.18b'
 */
export const plainName = (name: string): string =>
  name.toLowerCase().replaceAll(/(?<!\d)\.|\.(?!\d)|[^\p{L}\p{N}.]/gu, '')
