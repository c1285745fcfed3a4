import { jurisdictions } from '../vocabulary.ts'
import { list, quantity } from './field.ts'

/** Regulators: audits, fines, compliance cost, slower sales where rules are strict. */
export const regulators = {
  auditRate: list(
    'rate/month',
    jurisdictions,
    [0.0012, 0.0025, 0.002, 0.0008],
    { low: 0.0002, high: 0.006 },
    'assumption',
    'Hazard of an audit that finds something, without legal practice, in an average industry',
  ),
  fineMedian: quantity('usd', 60e3, { low: 20e3, high: 200e3 }, 'assumption', 'Median fine of a startup'),
  fineSpread: quantity(
    'number',
    2.2,
    { low: 1.8, high: 2.6, min: 0 },
    'R9_gdpr_n',
    'Log standard deviation of fines: few are very large',
  ),
  fineCap: list(
    'share',
    jurisdictions,
    [0.02, 0.04, 0.05, 0.02],
    { low: 0.01, high: 0.07 },
    'R9_gdpr_max',
    'Largest fine as a share of yearly turnover',
  ),
  fineFloor: quantity(
    'usd',
    1e6,
    { low: 0.2e6, high: 20e6 },
    'assumption',
    'Largest fine of a startup with little turnover',
  ),
  practiceCut: quantity(
    'share',
    0.6,
    { low: 0.3, high: 0.8 },
    'book 6.3',
    'Cut of the hazard by audits, privacy policy and ethics review',
  ),
  complianceCost: list(
    'usd/month',
    jurisdictions,
    [4e3, 9e3, 6e3, 2e3],
    { low: 1e3, high: 20e3 },
    'R9_ccpa,R9_aiact_cost',
    'Compliance cost of a small funded startup',
  ),
  salesSlowdown: list(
    'share',
    jurisdictions,
    [0.05, 0.2, 0.1, 0.02],
    { low: 0, high: 0.4 },
    'assumption',
    'Cut of sales in a strictly regulated industry without legal practice',
  ),
  seedCut: list(
    'share',
    jurisdictions,
    [0, 0.12, 0.05, 0.02],
    { low: 0, high: 0.3 },
    'assumption',
    'Cut of the chance of seed money by rules',
  ),
}
