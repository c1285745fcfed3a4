/** What a scenario means when it does not say: the study of the built-in `book`. */
export const studyDefaults = { seed: 1, runs: 1000, horizonMonths: 120 } as const
