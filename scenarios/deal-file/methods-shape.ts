import { flagLeaf, numberLeaf } from '../load/leaves.ts'
import type { Shape } from '../load/shape.ts'
import { dollarsLeaf, multipleLeaf, partLeaf, someDollarsLeaf, yearlyLeaf } from './deal-leaves.ts'
import { dollarsRule } from './deal-rules.ts'
import { group, list } from './group-shape.ts'
import { nameTextLeaf } from './names-leaf.ts'
import { yearsLeaf } from './years-leaf.ts'

const signedDollarsLeaf = (title: string): Shape =>
  numberLeaf(title, { ...dollarsRule, min: -dollarsRule.max })

const netDebt = signedDollarsLeaf(
  'Debt less cash, taken off where the multiples or flows are those of the whole firm',
)

const laterRound = group(
  'A round that will be needed before the exit',
  {
    amount: someDollarsLeaf('New money'),
    year: yearsLeaf('Years from today', 0),
    required_return: yearlyLeaf('Return a year that its investors will require'),
  },
  ['amount', 'year', 'required_return'],
)

const ventureCapital = group(
  'Venture capital method: from the value at an exit back to today',
  {
    exit_value: someDollarsLeaf('Value of the company at the exit'),
    net_income: someDollarsLeaf('Net income at the exit, in place of a value'),
    pe: multipleLeaf('Price-earnings ratio then', 1e-9),
    revenue: someDollarsLeaf('Revenue at the exit, in place of a value'),
    multiple: multipleLeaf('Multiple of revenue then', 1e-9),
    years: yearsLeaf('Years to the exit', 0.01),
    required_return: yearlyLeaf('Return a year that an investor of today requires'),
    later_rounds: list('Rounds needed before the exit, in order of time', laterRound),
  },
  ['years', 'required_return'],
)

const outcome = group(
  'One way it may go',
  {
    name: nameTextLeaf('Name of the scenario'),
    value: dollarsLeaf('Value of the company then'),
    probability: partLeaf('How likely it is'),
    years: yearsLeaf('Years until then, if they differ', 0),
  },
  ['name', 'value', 'probability'],
)

const firstChicago = group(
  'First Chicago method: probability-weighted present value of a few exits',
  {
    scenarios: list('Success, sideways, failure', outcome),
    years: yearsLeaf('Years to the exit', 0),
    discount: yearlyLeaf('Discount rate'),
  },
  ['scenarios', 'years', 'discount'],
)

const cashFlows = group(
  'Discounted cash flows with a terminal value',
  {
    flows: list('Free cash flows, one a year from today', signedDollarsLeaf('The flow of a year')),
    discount: yearlyLeaf('Discount rate'),
    growth: numberLeaf('Growth of the flows after the last', {
      dimension: 'rate/year',
      min: -0.99,
      max: 1,
      isWhole: false,
    }),
    exit_multiple: multipleLeaf(
      'Multiple at which the company is sold after the last flow, in place of growth',
    ),
    exit_metric: dollarsLeaf('What it is a multiple of; the last flow if left out'),
    mid_year: flagLeaf('Whether flows come in the middle of their year'),
    net_debt: netDebt,
  },
  ['flows', 'discount'],
)

const comparables = group('What comparable companies are worth', {
  arr: dollarsLeaf('Annual recurring revenue'),
  revenue: dollarsLeaf('Revenue'),
  gross_profit: dollarsLeaf('Gross profit'),
  ebitda: dollarsLeaf('EBITDA'),
  net_income: dollarsLeaf('Net income'),
  multiples: list(
    'Multiples of comparable companies, of which the quartiles are taken',
    multipleLeaf('A multiple'),
  ),
  low: multipleLeaf('Low multiple, in place of a list'),
  mid: multipleLeaf('Middle multiple'),
  high: multipleLeaf('High multiple'),
  net_debt: netDebt,
})

/** Methods of a football field: each values the whole company from its prospects. */
export const methodFields: Readonly<Record<string, Shape>> = {
  vc_method: ventureCapital,
  first_chicago: firstChicago,
  cash_flows: cashFlows,
  comparables,
}
