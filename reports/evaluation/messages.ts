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
    en: 'errors are |predicted / reported - 1|; fold: the larger of the two ratios; bias: median predicted / reported; width: median P90 / P10; a skipped run of tier A or B counts as a miss, worse than any error',
    zh: '误差为 |预测 / 公布 - 1|；倍数为两个比值中较大者；偏差为预测 / 公布的中位数；宽度为 P90 / P10 的中位数；跳过的 A、B 级运行计为漏失，劣于任何误差',
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
    en: '{count} rows name an accelerator that is not in the table; the nearest one stands for it, with a wider interval',
    zh: '{count} 行的加速器不在表中，以最接近者代替，区间相应加宽',
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
