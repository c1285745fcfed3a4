import type { CostShare } from '../../engine/cost/index.ts'

const assumption = (range: string): string => `assumption (${range})`

/** Storage, network, idle time and support together: 0.30 to 0.50 of the bill. */
const OVERHEAD =
  'storage, network, idle time and support add 30 to 50 %: mercatus-ai.com, cloud GPU pricing 2026'

/**
 * What a run costs beside its hours, as shares of the bill for compute, one of ten below p10 and above p90. None is
 * counted unless it is asked for.
 */
export const costShares: readonly CostShare[] = [
  {
    name: 'storage',
    stage: 'data',
    share: { p10: 0.03, p50: 0.08, p90: 0.15 },
    source: `${OVERHEAD}; the split is an ${assumption('0.03-0.15')}`,
  },
  {
    name: 'data preparation',
    stage: 'data',
    share: { p10: 0.01, p50: 0.05, p90: 0.3 },
    source: assumption('0.01-0.30: licences and labelling at the upper end'),
  },
  {
    name: 'staff',
    stage: 'architecture',
    share: { p10: 0.41, p50: 0.64, p90: 0.96 },
    source: 'G6_cost_split: staff are 29 to 49 % of development, arXiv 2405.21015',
  },
  {
    name: 'experiments',
    stage: 'architecture',
    share: { p10: 0.3, p50: 1.2, p90: 2.5 },
    source:
      'failed, repeated and smaller runs: development takes 1.2 to 4 times the last run, arXiv 2405.21015 (90 % interval, recalled)',
  },
  {
    name: 'tuning',
    stage: 'tuning',
    share: { p10: 0.02, p50: 0.1, p90: 0.3 },
    source: assumption('0.02-0.30: fine-tuning, preference learning, evaluation'),
  },
  {
    name: 'network',
    stage: 'distributed',
    share: { p10: 0.03, p50: 0.07, p90: 0.12 },
    source: `${OVERHEAD}; the split is an ${assumption('0.03-0.12')}`,
  },
  {
    name: 'idle time and support',
    stage: 'distributed',
    share: { p10: 0.15, p50: 0.25, p90: 0.35 },
    source: `${OVERHEAD}; the split is an ${assumption('0.15-0.35')}`,
  },
]
