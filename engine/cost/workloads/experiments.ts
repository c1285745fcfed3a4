import type { WorkMultiple } from './work-multiple.ts'

/** What kind of laboratory pays for experiments. */
export type Laboratory = 'follower' | 'developer' | 'frontier'

/**
 * Compute of a whole development, relative to the final run: experiments, failed runs and the final run itself. Never
 * below 1.
 *
 * A follower knows what works: the OLMo models of 2024 took half as much again, and GPT-3's smaller sisters 14 %. A
 * developer is Epoch AI's log-normal range with 90 % from 1.2 to 4, from GPT-3, OPT, BLOOM and Meta's machines. At the
 * frontier final runs were 10 to 30 % of the compute (OpenAI 2024, MiniMax and Z.ai 2025); OLMo 3's experiments
 * were 82 % of it.
 */
export const experimentMultiples: Readonly<Record<Laboratory, WorkMultiple>> = {
  follower: {
    low: 1.14,
    mid: 1.5,
    high: 2,
    source:
      'Brown et al. 2020, arXiv 2005.14165, table 2.1; Morrison et al. 2025, arXiv 2503.05804; high: assumption',
  },
  developer: {
    low: 1.37,
    mid: 2.19,
    high: 3.5,
    source: 'Cottier et al. 2024, arXiv 2405.21015, section 2.5, its 90 % range brought to 80 %',
  },
  frontier: {
    low: 3.3,
    mid: 5.6,
    high: 10,
    source: 'Epoch AI, Gradient Updates, March 2026; Morrison et al. 2026, arXiv 2605.01158',
  },
}
