import type { Bilingual } from './language.ts'

/** All that is known of a diagnostic code. */
export interface CodeEntry {
  readonly severity: 'error' | 'warning'
  readonly title: Bilingual
  /** What `explain CODE` prints. */
  readonly explanation: Bilingual
  /** The first line; `{name}` gaps are filled from the problem's words. */
  readonly message: Bilingual
  /** The text beside the caret. */
  readonly label: Bilingual
  /** Key of the phrase that helps, unless the problem names another. */
  readonly help?: string
}
