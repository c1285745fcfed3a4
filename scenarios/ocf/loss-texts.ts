import type { Bilingual } from '../diagnostics/language.ts'

const both = (en: string, zh: string): Bilingual => ({ en, zh })

/** What is said of a deal that OCF cannot hold, by kind; gaps as in the diagnostic codes. */
export const lossTexts = {
  exit: both(
    'not in OCF: terms of the exit ({fields}); give them again with --exit and --set exit.…',
    'OCF 无法保存：退出条款（{fields}）；请用 --exit 和 --set exit.… 重新给出',
  ),
  valuation: both(
    'not in OCF: assumptions of the valuation ({fields}); give them again with --set valuation.…',
    'OCF 无法保存：估值假设（{fields}）；请用 --set valuation.… 重新给出',
  ),
  rounds: both(
    'not in OCF: what was agreed in {names} (value or price, convention, pool target, rounding, pro rata); what it led to is there as transactions',
    'OCF 无法保存：{names} 所约定的内容（估值或价格、惯例、期权池目标、取整、按比例跟投）；其结果以交易形式保存',
  ),
  sales: both(
    'not in OCF: what {names} received for shares sold; only froth reads the price of the new issuance as paid to them',
    'OCF 无法保存：{names} 出售股份所得；仅 froth 会把新发行的价格视为付给他们的款项',
  ),
  terms: both(
    'not in OCF but as comments that only froth reads: {fields}',
    'OCF 没有相应字段，写入仅 froth 能读的注释：{fields}',
  ),
  stand_ins: both(
    'OCF asks for what is not known; these stand in, with comments that say so: {fields}',
    'OCF 要求填写未知的内容；以下为占位值，并在注释中注明：{fields}',
  ),
} as const satisfies Readonly<Record<string, Bilingual>>

/** One kind of loss. */
export type LossKind = keyof typeof lossTexts
