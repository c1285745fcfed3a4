import type { ShockName } from '../vocabulary.ts'

/** How long a shock lasts when its `duration` is left out (months). Assumptions; 360 means for good. */
export const shockDurationMonths: Readonly<Record<ShockName, number>> = {
  funding_winter: 18,
  gpu_shortage: 12,
  gpu_glut: 18,
  open_weights_parity: 360,
  api_price_war: 24,
  demand_disappointment: 12,
  regulation_clampdown: 36,
  talent_exodus: 12,
  rate_rise: 24,
  ipo_window_shut: 18,
}
