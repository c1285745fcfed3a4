import { flagLeaf, numberLeaf, wordLeaf } from '../load/leaves.ts'
import type { Shape } from '../load/shape.ts'
import { multipleLeaf, yearlyLeaf } from './deal-leaves.ts'
import { namesLeaf } from './names-leaf.ts'
import { participationLeaf } from './participation-leaf.ts'

/** Words of `anti_dilution:`. */
export const antiDilutions = ['none', 'broad_based', 'narrow_based', 'full_ratchet'] as const

/** What a series of preferred shares may say of its rights; the same for a series that a round creates. */
export const termFields: Readonly<Record<string, Shape>> = {
  liquidation_multiple: multipleLeaf('Liquidation preference in multiples of the money invested'),
  participation: participationLeaf('What it gets beside its preference'),
  rank: numberLeaf('Rank at an exit: higher is paid first', {
    dimension: 'number',
    min: 0,
    max: 1e6,
    isWhole: true,
  }),
  senior_to: namesLeaf('Series that are paid after this one'),
  pari_passu_with: namesLeaf('Series that are paid together with this one'),
  anti_dilution: wordLeaf('Protection when later shares are sold cheaper', antiDilutions),
  dividend: {
    kind: 'map',
    title: 'Dividends that add to the preference until they are paid',
    fields: {
      rate: yearlyLeaf('Share of the money invested a year', 1),
      kind: wordLeaf('On the money invested, or on what is owed already', ['simple', 'compounding']),
    },
    required: ['rate'],
  },
  pay_to_play: flagLeaf('Whether holders who sit out a later round lose the preference'),
  listing_ratchet: multipleLeaf('What a listing guarantees a share, in multiples of its issue price'),
  vetoes_down_listing: flagLeaf('Whether it may veto a listing that would pay it less than its preference'),
}
