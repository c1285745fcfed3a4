import { quantity } from './field.ts'

/** Thresholds of the verdict and of fundamental value. */
export const verdict = {
  discountRate: quantity(
    'growth/month',
    0.011715,
    { low: 0.008, high: 0.0188 },
    'assumption',
    'Discount rate of fundamental value (15 % a year; 10-25 %)',
  ),
  residualMultiple: quantity(
    'multiple',
    1,
    { low: 0.8, high: 1.2 },
    'assumption',
    'Present value paid back for each dollar invested that counts as lasting value',
  ),
  collapseFall: quantity(
    'share',
    0.5,
    { low: 0.4, high: 0.6 },
    'assumption',
    'Fall of the price index from its peak that counts as a collapse',
  ),
  collapseWindow: quantity(
    'months',
    24,
    { low: 18, high: 36, min: 1 },
    'assumption',
    'Months after the peak in which that fall must happen',
  ),
  fundingFall: quantity(
    'share',
    0.4,
    { low: 0.3, high: 0.5 },
    'assumption',
    'Fall of twelve-month funding from its peak that must go with it',
  ),
  fundingWindow: quantity(
    'months',
    48,
    { low: 36, high: 48, min: 1 },
    'assumption',
    'Months around the price peak in which funding must fall',
  ),
  unsettled: quantity(
    'months',
    36,
    { low: 24, high: 48 },
    'assumption',
    'Last months of a study for which mispricing is not reported',
  ),
}
