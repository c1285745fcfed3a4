// Speed of the mathematics of a deal inside runs: an exit's waterfall, a priced round, the contract-based value.
// node --expose-gc --min-semi-space-size=256 --max-semi-space-size=256 bench/finance.mjs
import { measureContractValue } from './finance/contract-value.mjs'
import { measureRound } from './finance/round.mjs'
import { measureWaterfall, measureWaterfallWithSafes } from './finance/waterfall.mjs'

function report(name, mostNs, { nsACall, bytesACall }) {
  const time = `${nsACall.toFixed(0).padStart(6)} ns a call (at most ${mostNs})`
  console.log(`${name.padEnd(38)} ${time}, ${bytesACall.toFixed(2)} B of heap a call`)
}

report('waterfall, 8 classes', 3000, measureWaterfall())
report('waterfall, with 3 SAFEs and a note', 3000, measureWaterfallWithSafes())
report('round, 6 classes and 3 SAFEs', 5000, measureRound())
report('contract value, 6 classes', 10000, measureContractValue())
