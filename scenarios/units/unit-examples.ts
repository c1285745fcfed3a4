import type { Dimension } from '../fields/field.ts'

/** How a quantity of each dimension may be written, for error messages and the JSON Schema. */
export const unitExamples: Readonly<Record<Dimension, string>> = {
  share: '45%, 0.45',
  number: '0.6, 1200',
  multiple: '10x, 10',
  orders: '2, -0.5',
  count: '12, 200k',
  usd: '$4M, $350k, 3000万',
  'usd/month': '$4.35M/month, $52M/year',
  'usd/year': '$200k/year, $15k/month',
  'usd/gpu-hour': '$2.20/gpu-hour, 2.20 $/gpu-hour',
  months: '18 months, 2 years, 18个月',
  'rate/month': '1.4%/month, 0.2/year',
  'rate/year': '8%/year, 0.5/year',
  'growth/month': '5%/month, 80%/year',
}
