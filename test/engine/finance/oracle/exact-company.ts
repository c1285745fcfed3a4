import type { ExitTerms } from '../../../../engine/finance/index.ts'
import { exactDiscounts, exactShares } from './exact-count.ts'
import type { ExactClaim, ExactCompany } from './exact-exit.ts'
import { exact, zero } from './exact-numbers.ts'
import { tableOf, type CompanyDraw } from './random-company.ts'

const heldClaim = ({ shares, price, multiple, participation, cap, ratio, rank }: Series): ExactClaim => {
  const invested = exact(shares).mul(exact(price))
  const preference = invested.mul(exact(multiple))
  const most = invested.mul(exact(cap))
  return {
    preference,
    bonus: zero,
    converted: exact(shares).mul(exact(ratio)),
    participates: participation !== 'none',
    cap: participation === 'capped' ? (most.compare(preference) > 0 ? most : preference) : null,
    rank,
  }
}
type Series = CompanyDraw['series'][number]

/** At a listing all convert, and a ratchet makes their money good. */
const listedClaim = ({ shares, price, ratio, ratchet }: Series): ExactClaim => ({
  preference: exact(shares).mul(exact(price)).mul(exact(ratchet)),
  bonus: zero,
  converted: exact(shares).mul(exact(ratio)),
  participates: false,
  cap: null,
  rank: 0,
})

/** The same company in exact numbers; null if its caps promise the whole of it. */
export function exactCompanyOf(draw: CompanyDraw, kind: ExitTerms['kind']): ExactCompany | null {
  const table = tableOf(draw)
  const shares = exactShares(table)
  if (shares === null) return null
  const series = draw.series.map(kind === 'listing' ? listedClaim : heldClaim)
  const top = series.length === 0 ? 0 : Math.max(...series.map(({ rank }) => rank))
  const discounts = exactDiscounts(table)
  const convertibles = table.convertibles.map(({ owedUsd, isDebt }, i): ExactClaim => {
    const owed = exact(owedUsd)
    const bonus = owed.div(exact(1).sub(discounts[i])).sub(owed)
    // Where preferences are lost, a SAFE is one rank with what ratchets promise, its discount included.
    const isWhole = kind === 'listing'
    return {
      preference: isWhole ? owed.add(bonus) : owed,
      bonus: isWhole ? zero : bonus,
      converted: shares[i],
      participates: false,
      cap: null,
      rank: isDebt ? Infinity : top,
    }
  })
  return {
    common: exact(draw.common + draw.promised),
    rights: draw.rights.map((one) => ({ shares: exact(one.shares), strike: exact(one.strikeUsd) })),
    claims: [...series, ...convertibles],
  }
}
