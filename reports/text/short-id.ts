const shortIdLength = 7

/**
 * A result's id as people type it: its first 7 digits.
 *
 * @example shortId('7f3a91c04d22') // => '7f3a91c'
 */
export const shortId = (id: string): string => id.slice(0, shortIdLength)
