/** Accounts that exist in every world; firms and then startups follow. */
export const Account = {
  limitedPartners: 0,
  foundersAndStaff: 1,
  computeProviders: 2,
  customers: 3,
  regulators: 4,
  acquirersAndPublic: 5,
  outside: 6,
} as const

const sharedAccounts = 7

/**
 * Double-entry cash ledger in whole cents. Each transfer takes from one account what it gives to another, and whole
 * cents below 2^53 add exactly, so the balances of a world always sum to zero.
 *
 * The shared accounts (the outside world) may go below zero; firms and startups may not: a transfer that would
 * overdraw one of them throws, naming the account.
 */
export class Ledger {
  private cents: Float64Array
  readonly firmCount: number

  constructor(firmCount: number, startupCapacity: number) {
    this.firmCount = firmCount
    this.cents = new Float64Array(sharedAccounts + firmCount + startupCapacity)
  }

  firmAccount(firm: number): number {
    return sharedAccounts + firm
  }

  startupAccount(startup: number): number {
    return sharedAccounts + this.firmCount + startup
  }

  /** Makes room for this many startups; called when one is founded. */
  reserve(startupCount: number): void {
    const needed = sharedAccounts + this.firmCount + startupCount
    if (needed <= this.cents.length) return
    const larger = new Float64Array(2 * needed)
    larger.set(this.cents)
    this.cents = larger
  }

  balanceUsd(account: number): number {
    return this.cents[account] / 100
  }

  /**
   * Moves money, rounded to whole cents, and returns the dollars moved.
   *
   * Throws: RangeError for a negative or non-finite amount, or an overdraft.
   */
  transfer(from: number, to: number, amountUsd: number): number {
    const amount = Math.round(amountUsd * 100)
    if (!(amount >= 0 && amount < 9e15))
      throw new RangeError(`transfer: amount must be 0 or more, got ${amountUsd} USD`)
    const left = this.cents[from] - amount
    if (left < 0 && from >= sharedAccounts)
      throw new RangeError(`transfer: account ${from} would go to ${left / 100} USD`)
    this.cents[from] = left
    this.cents[to] += amount
    return amount / 100
  }

  /** Sum of all balances in dollars: zero unless the ledger is broken. */
  imbalanceUsd(): number {
    let sum = 0
    for (let account = 0; account < this.cents.length; account++) sum += this.cents[account]
    return sum / 100
  }
}
