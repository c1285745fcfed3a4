import { describe, expect, it } from 'vitest'
import {
  logNormalCumulative,
  logNormalSurvival,
  normalCumulative,
  normalQuantile,
  normalSurvival,
} from '../../../engine/statistics/index.ts'

// Computed to 60 digits with mpmath 1.3: erfc(-x / sqrt 2) / 2, its logarithm, and findroot on the logarithm. Ends of
// the pieces of Cody's approximation (0.6745, 5.657) and of Wichura's (p = 0.075, 1.389e-11) are among the points.
const cumulatives: readonly [x: number, cumulative: number, logarithm: number][] = [
  [-1000.5, 0, -500507.9521946862],
  [-100, 0, -5005.524208694205],
  [-37.5, 4.605353009581955e-308, -707.6689893175072],
  [-30.25, 2.6086402857412604e-201, -461.8607745695346],
  [-25, 3.056696706382561e-138, -316.63940800802027],
  [-12.125, 3.89301008074042e-34, -76.92871050371961],
  [-9, 1.1285884059538405e-19, -43.628149113332114],
  [-7, 1.279812543885835e-12, -27.384307498811076],
  [-5.75, 4.462172453901612e-9, -19.227630092220455],
  [-5.65625, 7.735803169490264e-9, -18.677406522566592],
  [-5.5, 1.8989562465887718e-8, -17.77937635262526],
  [-4, 3.1671241833119924e-5, -10.360101486527292],
  [-2.5, 0.006209665325776135, -5.08164827727869],
  [-0.75, 0.2266273523768682, -1.4844482299196562],
  [-0.6875, 0.24588385038026145, -1.4028960074748311],
  [-0.6640625, 0.25332515500303143, -1.3730814177737443],
  [-0.25, 0.4012936743170763, -0.9130617648111351],
  [-9.5367431640625e-7, 0.49999961953899347, -0.6931479414822479],
  [0, 0.5, -Math.LN2],
  [9.5367431640625e-7, 0.5000003804610066, -0.6931464196382218],
  [0.25, 0.5987063256829237, -0.5129840754094305],
  [0.6640625, 0.7466748449969686, -0.29212546974020615],
  [0.6875, 0.7541161496197385, -0.2822088782493176],
  [0.75, 0.7733726476231318, -0.25699426683836524],
  [2.5, 0.9937903346742238, -0.006229025485860002],
  [5.5, 0.9999999810104375, -1.8989562646189464e-8],
  [5.75, 0.9999999955378276, -4.462172463857103e-9],
  [9, 1, -1.1285884059538405e-19],
  [20, 1, -2.7536241186062337e-89],
  [37.5, 1, -4.605353009581955e-308],
]

const quantiles: readonly [p: number, quantile: number][] = [
  [1e-300, -37.0470962993612],
  [1e-250, -33.79958617269484],
  [1e-200, -30.20559417957964],
  [3e-120, -23.28703193111176],
  [1e-60, -16.39727821271871],
  [1e-30, -11.464024688443615],
  [1.5e-11, -6.646570887477113],
  [1.389e-11, -6.657882879105874],
  [1e-8, -5.612001244174789],
  [0.0001, -3.7190164854556804],
  [0.01, -2.326347874040841],
  [0.075, -1.439531470938456],
  [0.0751, -1.43882539275254],
  [0.2, -0.8416212335729142],
  [0.4, -0.2533471031357997],
  [0.499, -0.002506630899571766],
  [0.4999999, -2.5066282747031063e-7],
]

const relativeError = (actual: number, expected: number): number =>
  expected === 0 ? Math.abs(actual) : Math.abs(actual / expected - 1)

describe('the tails of the normal distribution', () => {
  it.each(cumulatives)('keep 12 digits at %d', (x, cumulative, logarithm) => {
    expect(relativeError(normalCumulative(x), cumulative)).toBeLessThan(1e-13)
    expect(relativeError(normalSurvival(-x), cumulative)).toBeLessThan(1e-13)
    expect(relativeError(logNormalCumulative(x), logarithm)).toBeLessThan(1e-14)
    expect(logNormalSurvival(-x)).toBe(logNormalCumulative(x))
  })

  it.each(quantiles)('have their quantile at %d', (p, quantile) => {
    // Half a unit in the last place of p = 0.4999999 is 1.1e-10 of its distance from the middle.
    expect(relativeError(normalQuantile(p), quantile)).toBeLessThan(p > 0.45 ? 1e-9 : 1e-14)
  })

  it('have a logarithm for any x, and none for what is not a number', () => {
    expect(logNormalCumulative(-1e200)).toBe(-Infinity)
    expect([logNormalCumulative(-Infinity), logNormalCumulative(Infinity)]).toEqual([-Infinity, -0])
    // -x^2 / 2 - ln x - ln(2 pi) / 2 is exact to 1e-16 so far out.
    expect(logNormalSurvival(1e8)).toBe(-5e15 - Math.log(1e8) - 0.9189385332046727)
    expect(() => logNormalCumulative(NaN)).toThrow('logNormalSurvival: x must be a number, got NaN')
  })
})
