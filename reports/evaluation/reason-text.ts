import type { FileProblem, SkipReason } from '../../scenarios/index.ts'
import type { Language } from '../text/language.ts'

type Bad = Extract<SkipReason, { code: 'badValue' }>

const wants: Readonly<Record<Bad['wants'], Readonly<Record<Language, string>>>> = {
  number: { en: 'a number', zh: '数字' },
  wholeNumber: { en: 'a whole number', zh: '整数' },
  text: { en: 'a text', zh: '文本' },
  object: { en: 'an object', zh: '对象' },
}

const rangeOf = ({ low, high }: Bad, lang: Language): string => {
  if (low === null || high === null) return ''
  return lang === 'zh' ? `（${low} 至 ${high}）` : ` from ${low} to ${high}`
}

/** Numbers that are too large for a computer, or that JSON has no word for. */
const isNotFinite = ({ value }: Bad): boolean => /^"?(?:-?Infinity|NaN)"?$/u.test(value)

const limits = (reason: Bad, lang: Language): string =>
  reason.low === null
    ? ''
    : (lang === 'zh' ? `，应为${wants[reason.wants].zh}` : `: it must be ${wants[reason.wants].en}`) +
      rangeOf(reason, lang)

const inEnglish = (reason: SkipReason): string => {
  switch (reason.code) {
    case 'badValue':
      if (isNotFinite(reason)) return `\`${reason.field}\` is not a finite number${limits(reason, 'en')}`
      return `\`${reason.field}\` is ${reason.value}: it must be ${wants[reason.wants].en}${rangeOf(reason, 'en')}`
    case 'badOutcome':
      return `\`${reason.field}\` is ${reason.value}, which is no measurement: predicted, not compared`
    case 'noParameters':
      return 'neither a number of parameters nor layers and width are given'
    case 'moreActiveThanAll':
      return `${reason.active} active parameters are more than all ${reason.all}`
    case 'notText':
      return `modality \`${reason.modality}\`: 6 FLOP a parameter and token do not hold`
    case 'nothingToPredict':
      return 'neither tokens nor a layout is given'
    case 'layoutDoesNotDivide':
      return `${reason.count} accelerators do not divide into groups of ${reason.product}`
    case 'noTokens':
      return 'no tokens: not predicted'
    case 'noLayout':
      return 'no layout: not predicted'
    case 'noCount':
      return 'no number of accelerators: not predicted'
    case 'outOfRange':
      return 'the prediction is no number that can be printed'
    case 'rateAlone':
      return `\`${reason.field}\` without the batch, sequence and accelerators of a step: not compared`
    case 'layoutCannotBe':
      return `the layout cannot be: ${reason.detail}`
    case 'sliceOfJob':
      return 'one copy out of a job of unknown size: its time is not that of the step'
    case 'noEstimate':
      return reason.detail
  }
}

const inChinese = (reason: SkipReason): string => {
  switch (reason.code) {
    case 'badValue':
      if (isNotFinite(reason)) return `\`${reason.field}\` 不是有限数${limits(reason, 'zh')}`
      return `\`${reason.field}\` 为 ${reason.value}，应为${wants[reason.wants].zh}${rangeOf(reason, 'zh')}`
    case 'badOutcome':
      return `\`${reason.field}\` 为 ${reason.value}，不是测量值：已预测，未比较`
    case 'noParameters':
      return '未给出参数量，也未给出层数与宽度'
    case 'moreActiveThanAll':
      return `激活参数 ${reason.active} 多于总参数 ${reason.all}`
    case 'notText':
      return `模态 \`${reason.modality}\`：每参数每 token 6 FLOP 不成立`
    case 'nothingToPredict':
      return '未给出 token 数，也未给出并行布局'
    case 'layoutDoesNotDivide':
      return `${reason.count} 个加速器不能按 ${reason.product} 个一组划分`
    case 'noTokens':
      return '未给出 token 数：未预测'
    case 'noLayout':
      return '未给出并行布局：未预测'
    case 'noCount':
      return '未给出加速器数量：未预测'
    case 'outOfRange':
      return '预测值无法表示'
    case 'rateAlone':
      return `\`${reason.field}\` 缺少每步的批量、序列长度与加速器数量：未比较`
    case 'layoutCannotBe':
      return `该布局不可行：${reason.detail}`
    case 'sliceOfJob':
      return '规模未知的任务中的一份副本：其时间不是该步的时间'
    case 'noEstimate':
      return reason.detail
  }
}

/** Why a row, or one quantity of it, is skipped, in words. */
export const reasonText = (reason: SkipReason, lang: Language): string =>
  lang === 'zh' ? inChinese(reason) : inEnglish(reason)

const placeOf = (unit: 'line' | 'row', number: number, lang: Language): string =>
  lang === 'zh' ? `第 ${number} ${unit === 'line' ? '行' : '项'}：` : `${unit} ${number}: `

/** What is wrong with a file, in words. */
export function fileProblemText(problem: FileProblem, lang: Language): string {
  const isChinese = lang === 'zh'
  if (problem.code === 'empty') return isChinese ? '文件中没有任何行' : 'the file has no rows'
  const place = problem.number === null ? '' : placeOf(problem.unit, problem.number, lang)
  if (problem.code === 'notRow')
    return `${place}${isChinese ? '每一项须为对象，得到' : 'a row must be an object, got'} ${problem.value}`
  return `${place}${isChinese ? '不是 JSON：' : 'not JSON: '}${problem.detail}`
}
