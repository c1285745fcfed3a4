/** What a file says of one holder: shares or dollars of something, and what was paid for them. */
export interface Holder {
  readonly name: string
  /** Shares, or US dollars if `isMoney`. */
  readonly amount: number
  readonly isMoney: boolean
  /** US dollars paid in all; 0 unless said. */
  readonly paidUsd: number
}
