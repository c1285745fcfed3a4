import type { Text } from '../../../reports/index.ts'

/** A deal file that loads: what the help page shows, and what a test works out. */
export const exampleDealFile = `froth: deal/1
name: Acme
common: { Ada: 4M, Ben: 4M }
options: { granted: [{ holder: Staff, shares: 500k, strike: $0.10 }],
           available: 500k }
safes: [{ name: Angel SAFE, holder: Angel, amount: $500k, cap: $5M }]
rounds:
  - { name: Series A, date: 2024-03-01, pre_money: $12M, amount: $3M,
      investors: { Fund One: $3M }, pool: { target: 10% } }
  - { name: Series B, date: 2026-02-01, pre_money: $40M, amount: $10M,
      participation: full, anti_dilution: full_ratchet }
exit: { prices: [$20M, $60M, $1B], debt: $1M, date: 2028-12-31 }
`

const indented = exampleDealFile.replaceAll(/^(?=.)/gmu, '  ')

/** The help page on deal files. */
export const dealFileTopic: Text = {
  en: `DEAL FILE   a cap table, its rounds and its exits; flags are laid over it

${indented}
  common     holders and shares; { shares: 4M, paid: $400 } with the price paid
  options    granted (holder, shares, strike), promised, available
  warrants   holder, shares, strike
  series     preferred shares that are there already: name, shares or amount,
             price, date, holders, conversion_price, and terms
  safes      holder, amount, cap, discount, type (post_money, pre_money), mfn,
             pro_rata, date
  notes      holder, principal, interest, interest_kind, maturity, and as safes
  rounds     name, date, pre_money or post_money or price, amount, convention
             (percentage_ownership, pre_money, dollars_invested), pool (target,
             add, borne_by), investors, pro_rata, declines, secondary, rounding,
             waives_anti_dilution, and terms
  terms      liquidation_multiple, participation (none, full, 3x), rank,
             senior_to, pari_passu_with, anti_dilution (none, broad_based,
             narrow_based, full_ratchet), dividend, pay_to_play,
             listing_ratchet
  exit       prices, kind (sale, listing), debt, costs, costs_share, carve_out,
             date, qualified_listing
  valuation  volatility, risk_free, time_to_exit, exit_rate, scenarios; methods
             of the football field, each optional:
  vc_method      exit_value, or net_income and pe, or revenue and multiple;
                 years, required_return, later_rounds (amount, year,
                 required_return)
  first_chicago  scenarios (name, value, probability), years, discount
  cash_flows     flows, discount, growth or exit_multiple (and exit_metric),
                 mid_year, net_debt
  comparables    arr, revenue, gross_profit, ebitda or net_income; multiples
                 (quartiles are taken) or low, mid, high; net_debt

  Newer series are paid first unless seniority, rank or senior_to say more.
  For completion in an editor: froth schema deal -o froth.deal.schema.json`,
  zh: `交易文件   股权结构、融资轮次与退出；命令行选项覆盖文件中的值

${indented}
  common     持有人与股数；{ shares: 4M, paid: $400 } 另写所付金额
  options    granted（holder, shares, strike）, promised, available
  warrants   holder, shares, strike
  series     已有的优先股：name, shares 或 amount, price, date, holders,
             conversion_price 及条款
  safes      holder, amount, cap, discount, type (post_money, pre_money), mfn,
             pro_rata, date
  notes      holder, principal, interest, interest_kind, maturity，其余同 safes
  rounds     name, date, pre_money 或 post_money 或 price, amount, convention
             (percentage_ownership, pre_money, dollars_invested), pool (target,
             add, borne_by), investors, pro_rata, declines, secondary, rounding,
             waives_anti_dilution 及条款
  条款       liquidation_multiple, participation (none, full, 3x), rank,
             senior_to, pari_passu_with, anti_dilution (none, broad_based,
             narrow_based, full_ratchet), dividend, pay_to_play,
             listing_ratchet
  exit       prices, kind (sale, listing), debt, costs, costs_share, carve_out,
             date, qualified_listing
  valuation  volatility, risk_free, time_to_exit, exit_rate, scenarios；
             以及估值区间图的各方法（均可略去）：
  vc_method      exit_value，或 net_income 与 pe，或 revenue 与 multiple；
                 years, required_return, later_rounds (amount, year,
                 required_return)
  first_chicago  scenarios (name, value, probability), years, discount
  cash_flows     flows, discount, growth 或 exit_multiple（及 exit_metric）,
                 mid_year, net_debt
  comparables    arr, revenue, gross_profit, ebitda 或 net_income；multiples
                 （取四分位数）或 low, mid, high；net_debt

  除非 seniority、rank 或 senior_to 另有说明，新系列先受偿。
  编辑器补全：froth schema deal -o froth.deal.schema.json`,
}
