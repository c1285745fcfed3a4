import type { PreferredTerms } from '../../engine/finance/index.ts'

/**
 * Terms of a series of which nothing is said: one-times, non-participating, broad-based, no dividend. They are those
 * of the engine, of which this room may take types only; a test holds the two together.
 */
export const usualTerms: PreferredTerms = {
  liquidationMultiple: 1,
  participation: 'none',
  participationCapMultiple: Infinity,
  rank: 0,
  antiDilution: 'broad_based',
  dividendKind: 'none',
  dividendRate: 0,
  paysToPlay: false,
  listingMultiple: 0,
  vetoesDownListing: false,
}
