/** What is wrong with a file of rows as a whole, or with one of its rows, so that nothing of it is read. */
export type FileProblem =
  | { readonly code: 'empty' }
  | {
      readonly code: 'notJson'
      readonly unit: 'line' | 'row'
      readonly number: number | null
      readonly detail: string
    }
  | {
      readonly code: 'notRow'
      readonly unit: 'line' | 'row'
      readonly number: number
      readonly value: string
    }
