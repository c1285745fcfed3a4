const codes = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], yellow: [33, 39] } as const

export type Colour = keyof typeof codes

/** Puts text into a colour, or leaves it as it is. Colour only repeats what the words already say. */
export type Paint = (colour: Colour, text: string) => string

/** Chooses whether to colour at all. */
export const makePaint =
  (isColoured: boolean): Paint =>
  (colour, text) =>
    isColoured && text !== '' ? `\u001B[${codes[colour][0]}m${text}\u001B[${codes[colour][1]}m` : text
