import { numberLeaf, wordLeaf } from '../load/leaves.ts'
import { dollarsLeaf, partLeaf, spanLeaf, yearlyLeaf } from './deal-leaves.ts'
import { group, list } from './group-shape.ts'
import { methodFields } from './methods-shape.ts'
import { nameTextLeaf } from './names-leaf.ts'

/** Words for how a company may exit. */
export const exitKinds = ['sale', 'listing']

const scenario = group(
  'One way it may end',
  {
    name: nameTextLeaf('Name of the scenario'),
    kind: wordLeaf('Sale or listing', exitKinds),
    price: dollarsLeaf('Price of the whole company'),
    probability: partLeaf('How likely it is'),
    time: spanLeaf('Time until then'),
  },
  ['name', 'price', 'probability', 'time'],
)

/** What a deal file may say of the value of the company and its classes. */
export const valuation = group('How the company and its classes are to be valued', {
  volatility: numberLeaf('Volatility of the whole company a year', {
    dimension: 'multiple',
    min: 0.01,
    max: 10,
    isWhole: false,
  }),
  risk_free: yearlyLeaf('Risk-free rate, continuously compounded', 1),
  time_to_exit: spanLeaf('Time to an exit in the option-pricing method'),
  exit_rate: yearlyLeaf('Exits a year in the contract-based value', 20),
  discount: yearlyLeaf('Discount rate of the scenarios', 10),
  scenarios: list('Scenarios of the probability-weighted method', scenario),
  ...methodFields,
})
