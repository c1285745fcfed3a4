import { describe, expect, test } from 'vitest'
import { canonicalJson, loadScenario, renderQuantity } from '../../scenarios/index.ts'
import { codesIn, inMemory, loadSound, loadText, northlight } from './in-memory.ts'

describe('loading a scenario', () => {
  test("the design's example gives its company, shock, gate and uncertain growth", async () => {
    const { scenario, warnings } = await loadSound(northlight)
    expect(scenario).toMatchObject({
      name: 'Northlight',
      seed: 42,
      runs: 1000,
      horizonMonths: 60,
      company: {
        name: 'Northlight',
        direction: 'technology_innovator',
        cashUsd: 4e6,
        growthPerMonth: 0.05,
        burnUsdPerMonth: 4.35e6,
        grossMargin: 0.5,
        team: { researchers: 12, engineers: 30, goToMarket: 15 },
        lastRound: { stage: 'A', amountUsd: 20e6, postMoneyUsd: 120e6, month: -9 },
        ask: { amountUsd: 60e6, postMoneyUsd: 420e6 },
      },
      shocks: [{ shock: 'gpu_shortage', month: 24, durationMonths: 12, severity: 1 }],
      uncertain: [
        { path: 'company.growth', distribution: { family: 'pert', low: 0.03, mid: 0.05, high: 0.08 } },
      ],
    })
    expect(scenario.parameters.market.discipline).toBe(0.6)
    expect(warnings.map(({ code }) => code)).toEqual(['F305'])
  })

  test('a scenario that says nothing is the book: 120 months, 1,000 runs, seed 1, catalogue defaults', async () => {
    const { scenario } = await loadSound('froth: 1\n')
    const book = await loadScenario({ scenario: 'book' }, inMemory({}))
    expect(scenario).toMatchObject({ name: 'a', seed: 1, runs: 1000, horizonMonths: 120, company: null })
    expect(book.ok && canonicalJson(book.scenario)).toBe(canonicalJson(scenario))
  })

  test('a company needs direction, industry and cash, and everything else has a default', async () => {
    const { scenario } = await loadSound(
      'froth: 1\ncompany: { direction: platform_builder, industry: media, cash: $1M }\n',
    )
    expect(scenario.company).toMatchObject({
      arrUsd: 0,
      burnUsdPerMonth: 140_000,
      ask: null,
      lastRound: null,
    })
    expect(await codesIn('froth: 1\ncompany: {}\n')).toEqual(['F101', 'F101', 'F101'])
  })

  test('a resolved scenario is frozen to its leaves and shares nothing with the catalogue', async () => {
    const { scenario } = await loadSound(northlight)
    const other = await loadSound(northlight)
    expect(Object.isFrozen(scenario.parameters.customers.threshold)).toBe(true)
    expect(Object.isFrozen(scenario.uncertain[0]?.distribution)).toBe(true)
    expect(scenario.parameters.customers.threshold).not.toBe(other.scenario.parameters.customers.threshold)
  })

  test('distributions of every family have their central value in the scenario', async () => {
    const { scenario } = await loadSound(`froth: 1
market:
  demand: { p10: 0.5x, p50: 1.1x, p90: 2x }
  entry: { family: lognormal, median: 1.2x, sigma: 0.5 }
  discipline: { family: uniform, low: 20%, high: 60% }
  herding: { family: triangular, low: 0.1, mid: 0.2, high: 0.6 }
  gpu_supply: { family: normal, mean: 1.5x, sd: 0.1x }
`)
    expect(scenario.parameters.market).toMatchObject({
      demand: 1.1,
      entry: 1.2,
      herding: 0.2,
      gpuSupply: 1.5,
    })
    expect(scenario.parameters.market.discipline).toBeCloseTo(0.4, 12)
    expect(scenario.uncertain.map(({ path, distribution }) => [path, distribution.family])).toEqual([
      ['market.demand', 'split_normal'],
      ['market.discipline', 'uniform'],
      ['market.entry', 'lognormal'],
      ['market.gpu_supply', 'normal'],
      ['market.herding', 'triangular'],
    ])
  })

  test('a list is given in full or by label, and labels keep the other defaults', async () => {
    const { scenario } = await loadSound('froth: 1\ncustomers: { threshold: { healthcare: 0.1 } }\n')
    const standard = await loadSound('froth: 1\n')
    const [, ...rest] = standard.scenario.parameters.customers.threshold
    expect(scenario.parameters.customers.threshold).toEqual([0.1, ...rest])
    const full = await loadSound('froth: 1\ncustomers: { threshold: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] }\n', {
      sets: ['customers.threshold.finance=-2'],
    })
    expect(full.scenario.parameters.customers.threshold).toEqual([1, -2, 3, 4, 5, 6, 7, 8, 9, 10])
  })

  test('files extend files below their folder, the nearest value wins, and null removes a group', async () => {
    const { scenario, origins } = await loadSound(
      'froth: 1\nextends: base/b.yaml\ncompany: { cash: $9M, ask: null }\n',
      {},
      {
        'base/b.yaml': northlight.replace('extends: book', 'extends: deeper/c.yaml'),
        'base/deeper/c.yaml': 'froth: 1\nruns: 7\nmarket: { herding: 0.1 }\n',
      },
    )
    expect(scenario.company).toMatchObject({ cashUsd: 9e6, arrUsd: 14e6, ask: null })
    expect(scenario.parameters.market).toMatchObject({ discipline: 0.6, herding: 0.1 })
    expect(scenario.runs).toBe(1000)
    expect(origins.get('company.cash')).toMatchObject({ kind: 'file', file: 'a.yaml', line: 3 })
    expect(origins.get('market.herding')).toMatchObject({ file: 'base/deeper/c.yaml', line: 3 })
    expect(origins.get('market.demand')).toMatchObject({ kind: 'default', source: 'assumption' })
  })

  test('flags win over the file, later ones over earlier ones, and a distribution is replaced whole', async () => {
    const { scenario, origins } = await loadSound(northlight, {
      sets: [
        'company.growth=4%/month',
        'market.discipline=0.1',
        'market.discipline=0.2',
        'shocks=[]',
        'company.ask=null',
        'company.team={engineers: 3}',
      ],
      seed: '7',
      runs: '12',
    })
    expect(scenario).toMatchObject({ seed: 7, runs: 12, shocks: [], uncertain: [] })
    expect(scenario.company).toMatchObject({
      growthPerMonth: 0.04,
      ask: null,
      team: { researchers: 12, engineers: 3 },
    })
    expect(scenario.parameters.market.discipline).toBe(0.2)
    expect(origins.get('market.discipline')).toMatchObject({
      kind: 'set',
      file: '--set market.discipline=0.2',
    })
  })

  test('every plain knob of the market is reachable by --set', async () => {
    const knobs =
      'capital_supply gpu_price_floor gpu_supply talent_supply demand entry discipline herding'.split(' ')
    const sets = [
      ...knobs.map((name) => `market.${name}=0.5`),
      'market.capability_threshold_shift=-2',
      'market.open_weights=false',
      'market.liquidation_multiple=2x',
    ]
    const { scenario } = await loadSound('froth: 1\n', { sets })
    expect(scenario.parameters.market).toMatchObject({
      capitalSupply: 0.5,
      entry: 0.5,
      capabilityThresholdShift: -2,
      openWeights: false,
      liquidationMultiple: 2,
    })
  })

  test('Chinese values, comments and full-width digits are fine', async () => {
    const { scenario } = await loadSound(
      'froth: 1 # 版本：一\nname: 北极光：启动，第一版（测试）\nhorizon: ３６个月\ncompany: { direction: platform_builder, industry: media, cash: 3000万 }\n',
    )
    expect(scenario).toMatchObject({
      name: '北极光：启动，第一版（测试）',
      horizonMonths: 36,
      company: { cashUsd: 30e6 },
    })
  })

  test('allow keeps a warning quiet, and sources tell where a value comes from', async () => {
    const { warnings, allow, origins } = await loadSound(
      `${northlight}allow: [F305]\nsources: { company.cash: bank, market.discipline: { source: survey, low: 0.3, high: 70%, note: n } }\n`,
    )
    expect(warnings).toEqual([])
    expect(allow).toEqual(['F305'])
    expect(origins.get('company.cash')).toMatchObject({ source: 'bank' })
    expect(origins.get('market.discipline')).toMatchObject({ source: 'survey', note: 'n' })
  })

  test('the reader of files may be asynchronous and is asked only below the folder', async () => {
    const asked: string[] = []
    const environment = {
      ...inMemory({}),
      read: async (path: string) => {
        asked.push(path)
        return path === 'x/y.yaml'
          ? ({ ok: true, content: 'froth: 1\nextends: z/../../../etc/passwd\n' } as const)
          : ({ ok: false, reason: 'missing' } as const)
      },
    }
    const result = await loadScenario({ scenario: 'x/y.yaml' }, environment)
    expect(asked).toEqual(['x/y.yaml'])
    expect(!result.ok && result.diagnostics.map(({ code }) => code)).toEqual(['F108'])
  })

  test('limits of study numbers are inclusive', async () => {
    const sound = await loadSound('froth: 1\nhorizon: 360 months\nruns: 10000000\nseed: 9007199254740991\n')
    expect(sound.scenario).toMatchObject({ horizonMonths: 360, runs: 1e7, seed: Number.MAX_SAFE_INTEGER })
    expect(renderQuantity(sound.scenario.horizonMonths, 'months')).toBe('360 months')
    expect(await codesIn('froth: 1\nhorizon: 361 months\nruns: 10000001\nseed: 9007199254740992\n')).toEqual([
      'F203',
      'F203',
      'F203',
    ])
  })

  test('the reason tells flags, content and unreadable files apart', async () => {
    const reasons = await Promise.all([
      loadText('froth: 1\n', { sets: ['market.demand=x'] }),
      loadText('froth: 1\nfoo: 1\n', { sets: ['market.demand=x'] }),
      loadText('froth: 1\n', { scenario: 'other.yaml' }),
      loadText(''),
    ])
    expect(reasons.map((result) => (result.ok ? 'ok' : result.reason))).toEqual([
      'flag',
      'content',
      'unreadable',
      'content',
    ])
  })
})
