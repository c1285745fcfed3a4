import type { Language, Text } from '../text/language.ts'

/** Every word of an evaluation's text, in every language; `{name}` is filled in. */
const messages = {
  title: { en: 'EVALUATION', zh: '评估' },
  counts: {
    en: '{rows} rows: {predicted} predicted, {skipped} skipped',
    zh: '{rows} 行：预测 {predicted} 行，跳过 {skipped} 行',
  },
  gpuHours: { en: 'GPU-hours', zh: 'GPU 小时' },
  stepSeconds: { en: 'step time', zh: '单步时间' },
  memoryBytes: { en: 'memory', zh: '显存' },
  mfu: { en: 'utilisation (MFU)', zh: '利用率 (MFU)' },
  energyMwh: { en: 'energy', zh: '能耗' },
  all: { en: 'all', zh: '全部' },
  A: { en: 'tier A', zh: 'A 级' },
  B: { en: 'tier B', zh: 'B 级' },
  'A+B': { en: 'tiers A and B', zh: 'A 级与 B 级' },
  none: { en: 'other runs', zh: '其他运行' },
  n: { en: 'n', zh: '数量' },
  missed: { en: 'missed', zh: '漏失' },
  median: { en: 'median', zh: '中位误差' },
  mean: { en: 'mean', zh: '平均误差' },
  p90: { en: 'P90', zh: 'P90 误差' },
  foldP90: { en: 'P90 fold', zh: 'P90 倍数' },
  bias: { en: 'bias', zh: '偏差' },
  coverage: { en: 'in P10-P90', zh: '区间覆盖' },
  width: { en: 'width', zh: '区间宽度' },
  legend: {
    en: 'errors are |predicted / reported - 1|; fold: the larger of the two ratios; bias: median predicted / reported; width: median P90 / P10; what a run of tier A or B reports and is not predicted counts as a miss, worse than any error',
    zh: '误差为 |预测 / 公布 - 1|；倍数为两个比值中较大者；偏差为预测 / 公布的中位数；宽度为 P90 / P10 的中位数；A、B 级运行已公布而未预测的数据计为漏失，劣于任何误差',
  },
  measured: { en: 'measured', zh: '实测' },
  notMeasured: { en: 'not said to be', zh: '未注明实测' },
  standIn: { en: 'stand-in', zh: '替代' },
  fittedNote: {
    en: 'the coefficients were fitted on the rows shipped in scenarios/data: errors there are those of a fit; engine/cost/README.md has those of families that a fit had not seen',
    zh: '系数由随附的 scenarios/data 各行拟合，其误差为拟合误差；未参与拟合的系列之误差见 engine/cost/README.md',
  },
  energyNote: {
    en: 'energies that are not said to be measured may be hours times an assumed power, which tests the hours alone',
    zh: '未注明实测的能耗可能只是小时数乘以假定功率，仅检验小时数',
  },
  verdicts: {
    en: 'out of memory: {found} of {outOfMemory} found, {falseAlarms} false alarms in {fitting} that fitted',
    zh: '显存不足：{outOfMemory} 例中判出 {found} 例；{fitting} 例可运行者中误报 {falseAlarms} 例',
  },
  worst: { en: 'farthest off', zh: '偏离最大' },
  predicted: { en: 'predicted', zh: '预测' },
  interval: { en: 'P10 - P90', zh: 'P10 - P90' },
  reported: { en: 'reported', zh: '公布' },
  error: { en: 'error', zh: '误差' },
  skipped: { en: 'skipped', zh: '跳过' },
  reason: { en: 'why', zh: '原因' },
  wholeRow: { en: 'row', zh: '整行' },
  more: { en: 'and {count} more; --json has all', zh: '另有 {count} 项；--json 列出全部' },
  relatives: {
    en: '{count} rows name no accelerator of the table; the nearest one stands for it, or the usual one of its year, with a wider interval',
    zh: '{count} 行的加速器不在表中，以最接近者或当年常用者代替，区间相应加宽',
  },
  guessed: {
    en: '{count} benchmarks are of no known set: their program is guessed from what the row says, with a wider interval',
    zh: '{count} 行基准不属于已知数据集：其程序由该行所述推断，区间相应加宽',
  },
  nothing: {
    en: 'nothing to compare: no row reports a predicted quantity',
    zh: '没有可比较的数据：各行均未公布所预测的量',
  },
} as const satisfies Readonly<Record<string, Text>>

export type EvaluationWord = keyof typeof messages

/** A word or sentence with its blanks filled in. */
export const sayOf = (
  lang: Language,
  key: EvaluationWord,
  values: Readonly<Record<string, string>> = {},
): string => messages[key][lang].replace(/\{(\w+)\}/gu, (blank, name: string) => values[name] ?? blank)
