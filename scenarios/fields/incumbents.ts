import { quantity } from './field.ts'

/** Incumbents: the frontier, open weights, competition for customers, acquisitions. */
export const incumbents = {
  frontierGrowth: quantity(
    'number',
    0.0833,
    { low: 0.06, high: 0.11, min: 0 },
    'G6_compute_growth',
    'Orders of magnitude of effective compute that the frontier gains a month',
  ),
  releaseInterval: quantity(
    'months',
    9,
    { low: 6, high: 12, min: 0.5 },
    'assumption',
    'Mean time between frontier releases',
  ),
  openLag: quantity(
    'months',
    14,
    { low: 6, high: 24 },
    'assumption',
    'Lag of open weights behind the frontier',
  ),
  openInterval: quantity(
    'months',
    6,
    { low: 3, high: 12, min: 0.5 },
    'assumption',
    'Mean time between open-weights releases',
  ),
  strength: quantity(
    'number',
    1.2,
    { low: 0.5, high: 2, min: 0 },
    'assumption',
    "Incumbents' appeal to customers against an average startup, log",
  ),
  size: quantity(
    'number',
    20,
    { low: 5, high: 60, min: 0 },
    'assumption',
    "Incumbents' size as a vendor in an industry, millions of yearly revenue",
  ),
  entryInterval: quantity(
    'months',
    30,
    { low: 18, high: 60, min: 1 },
    'assumption',
    'Mean time between entries of incumbents into an industry with products of their own',
  ),
  entryStrength: quantity(
    'number',
    0.25,
    { low: 0.1, high: 0.5 },
    'book 11.2',
    'Appeal that such an entry adds, log',
  ),
}
