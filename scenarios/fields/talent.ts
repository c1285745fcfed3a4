import { list, quantity } from './field.ts'

const roles = ['researchers', 'engineers', 'go_to_market'] as const

/** People: pools, wages from tightness, time to hire, attrition. */
export const talent = {
  pool: list(
    'count',
    roles,
    [32, 89, 68],
    { low: 15, high: 2000, min: 0 },
    'assumption',
    'People who would work in startups at the start of the burn-in, beside those whom jobs attract',
  ),
  poolGrowth: quantity(
    'growth/month',
    0.006,
    { low: 0.003, high: 0.012 },
    'assumption',
    'Trend growth of the pools',
  ),
  pay: list(
    'usd/year',
    roles,
    [320e3, 210e3, 170e3],
    { low: 100e3, high: 600e3, min: 1 },
    'T7_pay_sf',
    'Yearly cost of a person at wage index one',
  ),
  spendShare: list(
    'share',
    roles,
    [0.3, 0.45, 0.25],
    { low: 0.1, high: 0.7 },
    'W5_benchmarkit25',
    'Split of the pay budget over roles',
  ),
  hireTime: quantity(
    'months',
    1.65,
    { low: 1.3, high: 2, min: 0.1 },
    'T7_hire_time',
    'Time to fill a post in a balanced market',
  ),
  attrition: quantity(
    'rate/month',
    0.0117,
    { low: 0.0108, high: 0.0125 },
    'T7_hire_time',
    'Voluntary departures a head',
  ),
  poaching: quantity(
    'number',
    0.5,
    { low: 0.2, high: 1 },
    'assumption',
    'Rise of log attrition with the log wage index',
  ),
  wageResponse: quantity(
    'number',
    0.01,
    { low: 0.005, high: 0.02 },
    'assumption',
    'Rise of log wages a month with the vacancy ratio above one',
  ),
  wageFall: quantity(
    'number',
    0.003,
    { low: 0.001, high: 0.005 },
    'assumption',
    'Fastest fall of log wages a month',
  ),
  supplyResponse: quantity(
    'number',
    0.6,
    { low: 0.3, high: 1 },
    'assumption',
    'Response of the pools to wages',
  ),
  newcomers: quantity(
    'multiple',
    1.1,
    { low: 1, high: 1.3 },
    'T7_supply',
    'People whom each job attracts to the field in the end',
  ),
  supplyLag: quantity('months', 18, { low: 12, high: 24, min: 1 }, 'assumption', 'Lag of that response'),
  usualVacancy: quantity(
    'share',
    0.3,
    { low: 0.1, high: 0.5, min: 0.01 },
    'assumption',
    'Vacancies for each person looking in a balanced market',
  ),
}
