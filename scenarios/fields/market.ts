import { flag, optionalQuantity, quantity } from './field.ts'

/** Plain knobs on the whole market: multipliers of calibrated values, and the two behavioural dials. */
export const market = {
  capitalSupply: quantity(
    'multiple',
    1,
    { low: 0.5, high: 2 },
    'assumption',
    'Capital that limited partners and crossover money bring, times the calibrated flow',
  ),
  gpuPriceFloor: quantity(
    'multiple',
    1,
    { low: 0.5, high: 2, min: 0.001 },
    'assumption',
    "Providers' cost floor of a GPU-hour, times the calibrated floor",
  ),
  gpuSupply: quantity(
    'multiple',
    1,
    { low: 0.5, high: 2 },
    'assumption',
    'Rentable GPU capacity and its orders, times the calibrated capacity',
  ),
  talentSupply: quantity(
    'multiple',
    1,
    { low: 0.5, high: 2 },
    'assumption',
    'People who could be hired, times the calibrated pools',
  ),
  demand: quantity(
    'multiple',
    1,
    { low: 0.5, high: 2 },
    'assumption',
    "Customers' potential spend, times the calibrated spend",
  ),
  entry: quantity(
    'multiple',
    1,
    { low: 0.5, high: 2 },
    'assumption',
    'Foundings a month, times the calibrated rate',
  ),
  discipline: quantity(
    'share',
    0.5,
    { low: 0.4, high: 0.6 },
    'assumption',
    "Investors' mean weight on fundamentals against recent prices; sets how far a boom can run",
  ),
  herding: quantity(
    'share',
    0.3,
    { low: 0, high: 0.6 },
    'assumption',
    "Weight of peers' recent deals in an investor's private value",
  ),
  capabilityThresholdShift: quantity(
    'orders',
    0,
    { low: -1, high: 1 },
    'assumption',
    'Shift of the capability that every industry needs before pilots become production',
  ),
  capabilityThresholdSpread: quantity(
    'multiple',
    1,
    { low: 0.8, high: 1.2 },
    'assumption',
    "Spread of the industries' thresholds around their middle, times the default spread",
  ),
  openWeights: flag(true, 'book 7.1', 'Whether open weights are released, a lag behind the frontier'),
  liquidationMultiple: optionalQuantity(
    'multiple',
    { low: 1, high: 2, min: 0, max: 10 },
    'R3_liqpref',
    'Liquidation preference of every new round as a multiple of the money; unset = negotiated',
  ),
}
