import { directions } from '../vocabulary.ts'

/** Commented scenarios to start from, each a file `NAME.yaml` in this folder: one a direction, and `blank`. */
export const scenarioTemplateNames = [...directions, 'blank'] as const

/** Commented deal files to start from: a young company, and a grown one with all that a file may say. */
export const dealTemplateNames = ['deal', 'deal_late'] as const

/** Every template. */
export const templateNames = [...scenarioTemplateNames, ...dealTemplateNames] as const

export type TemplateName = (typeof templateNames)[number]
