import { makeDealReport, type DealReport } from '../../../reports/index.ts'
import { loadDeal, type DealLoadResult } from '../../../scenarios/index.ts'

/** Loads a deal from the text of a file. */
export const loadText = (text: string): Promise<DealLoadResult> =>
  loadDeal(
    { file: 'deal.yaml', flags: new Map(), language: 'en' },
    { read: () => ({ ok: true, content: new TextEncoder().encode(text) }) },
  )

/** Works a deal file out, which must be sound. */
export const reportOf = async (text: string): Promise<DealReport> => {
  const loaded = await loadText(text)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics))
  const result = makeDealReport(loaded.deal)
  if (!result.ok) throw new Error(result.problem.message)
  return result.report
}

/** A company with about everything that a deal file can say. */
export const fullFile = `froth: deal/1
name: Aurora
common: { Ada: 4M, Ben: 4M, Early staff: { shares: 100k, paid: $10k } }
options:
  granted: [{ name: Grant 2021, holder: Cara, shares: 200k, strike: $0.10 }]
  promised: 100k
  available: 600k
warrants: [{ name: Bank warrant, holder: Bank, shares: 50k, strike: $0.50 }]
series:
  - name: Seed
    date: 2021-03-15
    amount: $2M
    price: $1
    holders: { Fund One: 1.5M, Angel: 500k }
    participation: 3x
    dividend: { rate: 8%/year, kind: simple }
    pay_to_play: true
    anti_dilution: broad_based
safes:
  - { name: YC SAFE, holder: YC, amount: $500k, cap: $10M, date: 2022-01-01, pro_rata: true }
  - { name: Friends, holder: Friend, amount: $100k, discount: 20%, type: pre_money, date: 2022-02-01 }
notes:
  - { name: Note, holder: Lender, principal: $300k, interest: 6%/year, date: 2022-06-01, cap: $12M }
rounds:
  - name: Series A
    date: 2023-01-31
    pre_money: $20M
    amount: $5M
    pool: { target: 10% }
    investors: { Fund Two: $4M }
    pro_rata: [YC]
    secondary: [{ seller: Ada, buyer: Fund Two, security: common, shares: 100k, price: $1.20 }]
  - name: Series B
    date: 2024-06-30
    pre_money: $9M
    amount: $3M
    investors: { Fund Two: $3M }
    declines: [Angel]
    liquidation_multiple: 1.5
exit:
  prices: [$5M, $20M, $60M, $250.5M, $1B]
  debt: $1M
  costs_share: 3%
  carve_out: 10%
  carve_out_most: $2M
  date: 2026-12-31
valuation:
  scenarios:
    - { name: IPO, kind: listing, price: $200M, probability: 25%, time: 2 years }
    - { name: Sale, price: $20M, probability: 75%, time: 18 months }
`

/** A company with every method of the football field. */
export const fieldFile = `froth: deal/1
name: Acme
common: { Ada: 4M, Ben: 4M }
rounds:
  - { name: Series A, date: 2024-03-01, pre_money: $12M, amount: $3M }
exit: { date: 2028-12-31 }
valuation:
  vc_method:
    net_income: $6M
    pe: 20x
    years: 5
    required_return: 40%/year
    later_rounds: [{ amount: $10M, year: 2, required_return: 30%/year }]
  first_chicago:
    years: 5 years
    discount: 35%/year
    scenarios:
      - { name: Success, value: $200M, probability: 20% }
      - { name: Sideways, value: $40M, probability: 40% }
      - { name: Failure, value: $2M, probability: 40% }
  cash_flows:
    flows: [-$2M, -$1M, $1M, $3M, $6M]
    discount: 25%/year
    growth: 3%/year
    mid_year: true
    net_debt: -$1.5M
  comparables:
    arr: $2.5M
    multiples: [8x, 12x, 20x, 5x]
`
