/** Codes of outcomes: indices into `outcomes` of the scenario vocabulary. */
export const Outcome = { private: 0, closed: 1, acquiHired: 2, acquired: 3, listed: 4 } as const

/** Codes of round kinds: indices into `roundKinds`. */
export const RoundKind = { first: 0, up: 1, flat: 2, down: 3, bridge: 4 } as const

/** Codes of causes of closure: indices into `causes`. */
export const Cause = {
  noMarketNeed: 0,
  unclearBusinessModel: 1,
  cashMismanagement: 2,
  outCompeted: 3,
  commoditised: 4,
  technologyFailed: 5,
  teamBrokeUp: 6,
  compliance: 7,
  failedRaiseInBust: 8,
  computeBill: 9,
} as const

/** Codes of stages that the rules name: indices into `stages`. */
export const Stage = { preSeed: 0, seed: 1, growth: 6 } as const
