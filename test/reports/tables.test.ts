import { Writable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import {
  codebook,
  CsvWriter,
  defaultTables,
  renderCsv,
  tableHeader,
  tableNames,
  tableRows,
  type CsvOptions,
  type RunResult,
  type TableName,
} from '../../reports/index.ts'
import { fakeRun } from './fake-records.ts'
import { makeRun } from './fake-study.ts'

class TextSink extends Writable {
  text = ''
  override _write(chunk: Buffer, _: string, done: () => void): void {
    this.text += chunk.toString('utf8')
    done()
  }
}

const finished = (run: number, startups = 12): RunResult => ({
  status: 'ok',
  run,
  events: 1234,
  record: makeRun(run, startups),
})
const failed: RunResult = { status: 'failed', run: 3, events: 77, message: '=bad "x", y\nat month 4' }

const csvOf = async (name: TableName, results: RunResult[], options: CsvOptions = { header: true }) => {
  const sink = new TextSink()
  const rowCount = await renderCsv(name, results, sink, options)
  return { text: sink.text, rowCount }
}

/** The contract of the output files: names and order. */
const contract: Readonly<Record<TableName, string>> = {
  runs: `run startups_founded closed acqui_hired acquired listed private invested_usd returned_usd residual_multiple
    peak_sentiment peak_mispricing drawdown collapse_month gsadf verdict gpu_hours gpu_spend_usd events status error`,
  startups: `run startup founded_month direction business_model industry stage outcome outcome_month cause raised_usd
    last_post_money_usd fair_value_usd exit_usd peak_arr_usd gpu_hours jurisdiction seed_month first_revenue_month
    contributing_cause is_company`,
  rounds: `run startup month stage kind amount_usd pre_money_usd post_money_usd dilution lead liquidation_multiple
    participating participation_cap is_senior full_ratchet pay_to_play dividend_rate listing_multiple listing_veto
    fair_value_usd returned_usd`,
  market: `run month sentiment public_multiple gpu_price_usd_per_hour gpu_utilisation gpu_lead_time_months wage_index
    dry_powder_usd funding_usd entrants closures adoption price_to_fundamental price_index fundamental_index hires
    departures mispricing`,
  funds: `run fund type paid_in_usd fees_usd invested_usd distributed_usd cash_usd held_usd dpi rvpi tvpi irr`,
  panel: 'run startup year arr_usd headcount gross_margin capability cash_usd',
  events: 'run month event agent argument',
}

describe('the codebook', () => {
  it.each(tableNames)('%s has the columns of the contract in their order', (name) => {
    expect(tableHeader(name)).toEqual(contract[name].trim().split(/\s+/u))
  })

  it('every column is described in both languages', () => {
    for (const name of tableNames) {
      for (const column of codebook(name).columns) {
        expect(column.description.en, column.name).not.toBe('')
        expect(column.description.zh, column.name).toMatch(/\p{Script=Han}/u)
      }
    }
  })

  it('a column whose name ends in _usd is in dollars, one that ends in _month in months', () => {
    for (const { name, unit } of tableNames.flatMap((table) => codebook(table).columns)) {
      if (name.endsWith('_usd')) expect(unit, name).toBe('USD')
      if (name.endsWith('_month')) expect(unit, name).toBe('months')
    }
  })

  it('only gsadf is there before it is filled, and its description says so', () => {
    const reserved = tableNames
      .flatMap((name) => codebook(name).columns)
      .filter((column) => column.isReserved)
    expect(reserved.map((column) => column.name)).toEqual(['gsadf'])
    expect(reserved[0].description.en).toContain('empty until')
  })

  it('a study writes runs, startups, rounds and market unless told otherwise', () => {
    expect(defaultTables).toEqual(['runs', 'startups', 'rounds', 'market'])
  })
})

describe('rows', () => {
  it('a startup is written with codes as words, months to 4 digits and what did not happen empty', () => {
    const record = fakeRun({
      run: 7,
      startups: [
        { founded: -3.5, outcome: 1, end: 12.34567, fairValue: 0 },
        { founded: 1, outcome: 0, postMoney: 1e8, fairValue: 6e7, company: true },
      ],
    })
    const rows = [...tableRows('startups', { status: 'ok', run: 7, events: 1, record })]
    expect(rows.map((cells) => cells.join(','))).toEqual([
      '7,1,-3.5000,industry_specialist,subscription,software,pre_seed,closed,12.3457,cash_mismanagement,0,,0,,0,0.00,US,,,,false',
      '7,2,1.0000,industry_specialist,subscription,software,A,private,,,0,100000000,60000000,,0,0.00,US,,,,true',
    ])
  })

  it('pre-money + amount = post-money holds between the cells, whatever was rounded', () => {
    const rounds = Array.from({ length: 500 }, (_, i) => ({
      startup: 1,
      amount: 1e6 + i * 333.337,
      post: 7e6 + i * 1000.499,
      returned: 0,
    }))
    const record = fakeRun({ run: 1, startups: [{ founded: 0 }], rounds })
    for (const cells of tableRows('rounds', { status: 'ok', run: 1, events: 1, record })) {
      expect(Number(cells[6]) + Number(cells[5])).toBe(Number(cells[7]))
    }
  })

  it('a record that breaks that sum is not covered up', () => {
    const record = fakeRun({ run: 1, rounds: [{ startup: 1, amount: 10, post: 100, returned: 0 }] })
    const broken = { ...record, rounds: { ...record.rounds, preMoneyUsd: Float64Array.of(50) } }
    const [cells] = tableRows('rounds', { status: 'ok', run: 1, events: 1, record: broken })
    expect(cells[6]).toBe('50')
  })

  it('a round names its lead by type and number of the fund', () => {
    const record = fakeRun({ run: 1, rounds: [{ startup: 1, amount: 10, post: 100, returned: 5 }] })
    const [cells] = tableRows('rounds', { status: 'ok', run: 1, events: 1, record })
    expect(cells.join(',')).toBe(
      '1,1,1.0000,A,first,10,90,100,0.100000,early-07,1.0000,false,,false,false,false,0.0000,0.0000,false,,5',
    )
  })

  it('the outcomes of a run add up to its startups', () => {
    const [cells] = tableRows('runs', finished(2, 40))
    const [founded, ...outcomes] = cells.slice(1, 7).map(Number)
    expect(founded).toBe(40)
    expect(outcomes.reduce((sum, count) => sum + count, 0)).toBe(40)
  })

  it('a failed run has its row in runs, harmless and otherwise empty, and no row elsewhere', () => {
    const [cells] = tableRows('runs', failed)
    expect(cells.filter((cell) => cell !== '')).toEqual(['3', 'failed', '\'=bad "x", y\nat month 4'])
    for (const name of tableNames.filter((name) => name !== 'runs')) {
      expect([...tableRows(name, failed)]).toEqual([])
    }
  })

  it('events are rows of run, month, name, agent and argument', () => {
    const log = {
      count: 2,
      month: Float64Array.of(-1.5, 3),
      kind: Uint8Array.of(1, 0),
      agent: Int32Array.of(4, 0),
      argument: Float64Array.of(0.25, -0),
    }
    const result: RunResult = { status: 'ok', run: 9, events: 2, record: fakeRun({ run: 9 }), log }
    expect([...tableRows('events', result, ['raise', 'hire'])]).toEqual([
      ['9', '-1.5000', 'hire', '4', '0.25'],
      ['9', '3.0000', 'raise', '0', '0'],
    ])
  })
})

describe('CSV files', () => {
  it('quotes only where needed and ends every line with a line feed', async () => {
    const { text, rowCount } = await csvOf('runs', [finished(1), failed])
    expect(rowCount).toBe(2)
    expect(text.startsWith(`${tableHeader('runs').join(',')}\n1,12,`)).toBe(true)
    expect(text.endsWith(`\n3${','.repeat(19)}failed,"'=bad ""x"", y\nat month 4"\n`)).toBe(true)
  })

  it('parts without header, joined, are the bytes of the whole', async () => {
    for (const name of defaultTables) {
      const results = [1, 2, 3, 4, 5].map((run) => finished(run))
      const whole = await csvOf(name, results)
      const head = await csvOf(name, [])
      const first = await csvOf(name, results.slice(0, 2), { header: false })
      const second = await csvOf(name, results.slice(2), { header: false })
      expect(head.text + first.text + second.text).toBe(whole.text)
    }
  })

  it('a table without rows and header is an empty file', async () => {
    expect((await csvOf('panel', [finished(1)], { header: false })).text).toBe('')
  })

  it('never runs ahead of a slow sink by more than three chunks of 64 kB', async () => {
    let taken = 0
    let rendered = 0
    const slow = new Writable({
      highWaterMark: 1024,
      write(chunk: Buffer, _encoding, done) {
        taken += chunk.length
        void setImmediate().then(() => done())
      },
    })
    const writer = new CsvWriter('startups', slow, { header: false })
    for (let run = 1; run <= 60; run++) {
      const result = finished(run, 100)
      for (const cells of tableRows('startups', result)) rendered += `${cells.join(',')}\n`.length
      await writer.write(result)
      expect(rendered - taken).toBeLessThan(3 * 65_536)
    }
    await writer.end()
    expect(taken).toBe(rendered)
    expect(rendered).toBeGreaterThan(600_000)
  })

  it('passes on the failure of its sink, also in the middle of a run', async () => {
    const full = new Writable({
      write: (_chunk, _encoding, done) => done(new Error('no space left on device')),
    })
    await expect(
      renderCsv('startups', [finished(1, 2000), finished(2, 2000)], full, { header: true }),
    ).rejects.toThrow('no space left')
  })

  it('notices a sink that closes early', async () => {
    const sink = new TextSink()
    const writer = new CsvWriter('startups', sink, { header: true })
    await writer.write(finished(1))
    sink.destroy()
    await setImmediate()
    await expect(writer.end()).rejects.toThrow('closed before')
  })
})
