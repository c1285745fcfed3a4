import type { ShareLot, TakenPart } from './deal-past.ts'

/** Share (0-1) of a lot below which what is left is rounding of the arithmetic, and nothing. */
const dust = 1e-12

/** Who holds which shares at what cost; of several lots in one hand the oldest goes first. */
export class LotLedger {
  private readonly lots = new Map<string, ShareLot[]>()
  private readonly counts = new Map<string, number>()

  /** All lots that are held. */
  get held(): readonly ShareLot[] {
    return [...this.lots.values()].flat()
  }

  /** Whether there ever was a lot of the security. */
  knows(security: string): boolean {
    return this.lots.has(security)
  }

  add(security: string, holder: string, shares: number, paidUsd: number): ShareLot {
    const lot = this.make(security, holder, shares, paidUsd)
    this.lots.set(security, [...(this.lots.get(security) ?? []), lot])
    return lot
  }

  /** Takes shares out of the lots of a holder; what they lack is nobody's. */
  take(security: string, holder: string, shares: number): readonly TakenPart[] {
    const parts: TakenPart[] = []
    let left = shares
    const kept = (this.lots.get(security) ?? []).flatMap((lot) => {
      if (lot.holder !== holder || left <= dust * shares) return [lot]
      const part = this.cut(lot, left)
      left -= part.shares
      parts.push(part)
      return part.balance ?? []
    })
    this.lots.set(security, kept)
    return parts
  }

  private cut(lot: ShareLot, wanted: number): TakenPart {
    const rest = lot.shares - wanted
    if (rest <= dust * lot.shares) return { lot, shares: lot.shares, paidUsd: lot.paidUsd, balance: null }
    const paidUsd = (lot.paidUsd * wanted) / lot.shares
    const balance = this.make(lot.security, lot.holder, rest, lot.paidUsd - paidUsd)
    return { lot, shares: wanted, paidUsd, balance }
  }

  private make(security: string, holder: string, shares: number, paidUsd: number): ShareLot {
    const place = this.counts.get(security) ?? 0
    this.counts.set(security, place + 1)
    return { security, holder, shares, paidUsd, place }
  }
}
