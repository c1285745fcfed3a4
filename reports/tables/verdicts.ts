/** The four answers, in the order of their codes in a run's totals. */
export const verdicts = ['gold_mine', 'productive_bubble', 'barren_bubble', 'dud'] as const
