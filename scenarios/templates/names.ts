import { directions } from '../vocabulary.ts'

/** Commented scenarios to start from, each a file `NAME.yaml` in this folder: one a direction, and `blank`. */
export const templateNames = [...directions, 'blank'] as const

export type TemplateName = (typeof templateNames)[number]
