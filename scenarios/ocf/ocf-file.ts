/** One file of an OCF package, by its name or path inside the package. */
export interface OcfFile {
  readonly name: string
  readonly text: string
}

/** Something that the package says and a deal cannot, or that it leaves open and was assumed. */
export interface OcfNote {
  /** What it is about, one of a fixed list of words: `fields_not_used`, `terms_assumed`, ... */
  readonly kind: string
  /** One line in the language that was asked for; control characters of the file are shown, not kept. */
  readonly message: string
  /** The file of the first place, and the place as a JSON path: `items[3].quantity`. */
  readonly file: string
  readonly path: string
  /** How often. */
  readonly count: number
}
