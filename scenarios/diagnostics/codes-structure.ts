import type { CodeEntry } from './code-entry.ts'

const both = (en: string, zh: string): { readonly en: string; readonly zh: string } => ({ en, zh })
const nothing = both('', '')

/** F1xx: which fields there are, and how they hang together. */
export const structureCodes: Readonly<Record<string, CodeEntry>> = {
  F101: {
    severity: 'error',
    title: both('field missing', '缺少字段'),
    explanation: both(
      'This field has no sensible default, so it must be given.',
      '该字段没有合理的默认值，必须给出。',
    ),
    message: both('`{parent}` needs the field `{field}`', '`{parent}` 缺少字段 `{field}`'),
    label: both('`{field}` is missing', '缺少 `{field}`'),
  },
  F102: {
    severity: 'error',
    title: both('format version', '格式版本'),
    explanation: both(
      'Every scenario file states the version of its format as `froth: 1`, so that a later froth knows how to read it.',
      '每个情景文件都用 `froth: 1` 写明格式版本，以便日后的版本知道如何读取。',
    ),
    message: both('the file must state `froth: 1`', '文件必须写明 `froth: 1`'),
    label: both('version 1 is the only one', '目前只有版本 1'),
  },
  F103: {
    severity: 'error',
    title: both('wrong kind of value', '值的类型不对'),
    explanation: both(
      'The field expects one kind of value (text, fields, a list, a quantity) and was given another.',
      '字段需要的值类型（文本、字段、列表、数量）与给出的不同。',
    ),
    message: both('`{path}` expects {expected}', '`{path}` 应为{expected}'),
    label: both('this is {found}', '这里是{found}'),
  },
  F104: {
    severity: 'error',
    title: both('unknown field', '未知字段'),
    explanation: both(
      'There is no field of this name here. Names are English, lower case, with underscores; they are the same in every language.',
      '此处没有这个字段。字段名为英文小写加下划线，各语言通用。',
    ),
    message: both('unknown field `{field}`', '未知字段 `{field}`'),
    label: both('not a field of `{parent}`', '不是 `{parent}` 的字段'),
    help: 'fieldsHere',
  },
  F105: {
    severity: 'error',
    title: both('unknown word', '未知取值'),
    explanation: both('The field takes one of a fixed list of words.', '该字段只能取固定的若干个词。'),
    message: both('`{value}` is not a value of `{path}`', '`{value}` 不是 `{path}` 的可用取值'),
    label: both('unknown', '未知取值'),
    help: 'oneOf',
  },
  F106: {
    severity: 'error',
    title: both('nothing to extend', '找不到被继承的情景'),
    explanation: both(
      '`extends` names a built-in scenario (`book`, `bubble`, `gold-mine`, ...) or a file in the same folder or below it.',
      '`extends` 应为内置情景（`book`、`bubble`、`gold-mine` 等）或同一文件夹及其下的文件。',
    ),
    message: both('cannot extend `{value}`: {reason}', '无法继承 `{value}`：{reason}'),
    label: nothing,
    help: 'builtIns',
  },
  F107: {
    severity: 'error',
    title: both('circular extends', '循环继承'),
    explanation: both(
      'The scenarios extend one another in a circle, so none of them has a beginning.',
      '情景之间互相继承成环，没有起点。',
    ),
    message: both('`extends` goes in a circle: {chain}', '`extends` 循环：{chain}'),
    label: both('back to where it started', '又回到了起点'),
  },
  F108: {
    severity: 'error',
    title: both('extends outside the folder', '继承越出文件夹'),
    explanation: both(
      "`extends` may name files in the scenario's own folder or below it only, so that a shared scenario cannot reach into other folders.",
      '`extends` 只能指向情景所在文件夹及其下的文件，以免共享的情景读取其他位置。',
    ),
    message: both('`extends` may not leave the folder of the scenario', '`extends` 不得越出情景所在的文件夹'),
    label: both('outside', '越界'),
    help: 'builtIns',
  },
  F109: {
    severity: 'error',
    title: both('extends too long', '继承链过长'),
    explanation: both('A chain of `extends` may have at most 8 scenarios.', '`extends` 链最多 8 个情景。'),
    message: both('`extends` is more than 8 scenarios deep', '`extends` 超过 8 层'),
    label: nothing,
  },
  F110: {
    severity: 'error',
    title: both('flag is not PATH=VALUE', '参数不是 PATH=VALUE'),
    explanation: both(
      '`--set` takes a dotted path and a value, for example `--set company.burn=3.9M/month` or `--set market.discipline=0.4`.',
      '`--set` 需要点分路径和值，例如 `--set company.burn=3.9M/month` 或 `--set market.discipline=0.4`。',
    ),
    message: both('`--set` needs PATH=VALUE', '`--set` 应为 PATH=VALUE'),
    label: both('{missing}', '{missing}'),
    help: 'setExample',
  },
  F111: {
    severity: 'error',
    title: both('path does not exist', '路径不存在'),
    explanation: both(
      '`sources` tells where values come from; each key is the dotted path of a field, such as `market.discipline`.',
      '`sources` 说明数值的来源，每个键都是字段的点分路径，例如 `market.discipline`。',
    ),
    message: both('`{key}` is not the path of a field', '`{key}` 不是字段路径'),
    label: both('no such field', '没有这个字段'),
  },
  F113: {
    severity: 'error',
    title: both('list of the wrong length', '列表长度不符'),
    explanation: both(
      'The list has one value for each of its labels, in order. A map by label (`{ healthcare: 0.1 }`) changes some and keeps the rest.',
      '列表须按顺序给出每个标签的值。也可用按标签的映射（`{ healthcare: 0.1 }`）只改其中几个。',
    ),
    message: both(
      '`{path}` needs {count} values, not {found}',
      '`{path}` 需要 {count} 个值，而不是 {found} 个',
    ),
    label: both('{found} values', '{found} 个值'),
    help: 'labelsHere',
  },
  F114: {
    severity: 'error',
    title: both('gate not understood', '无法理解的判据'),
    explanation: both(
      'A gate compares one result with a threshold: `survival(36 months) >= 70%`, `P(moic < 1) <= 60%`, `P(moic >= 3) >= 20%`, `value(P50) >= $100M`, `P(gold_mine) >= 50%` (or productive_bubble, barren_bubble, dud). Comparisons: < <= > >=.',
      '判据把一个结果与阈值比较：`survival(36 months) >= 70%`、`P(moic < 1) <= 60%`、`P(moic >= 3) >= 20%`、`value(P50) >= $100M`、`P(gold_mine) >= 50%`（或 productive_bubble、barren_bubble、dud）。比较符：< <= > >=。',
    ),
    message: both('the gate is not understood', '无法理解此判据'),
    label: both('expected {expected}', '此处应为{expected}'),
    help: 'gateExamples',
  },
  F115: {
    severity: 'error',
    title: both('not a warning', '不是警告代码'),
    explanation: both(
      '`allow` silences warnings by code (F3xx); errors cannot be allowed.',
      '`allow` 按代码（F3xx）关闭警告；错误不能放行。',
    ),
    message: both('`{value}` is not the code of a warning', '`{value}` 不是警告代码'),
    label: both('not a warning', '不是警告'),
    help: 'oneOf',
  },
  F116: {
    severity: 'error',
    title: both('value missing', '缺少值'),
    explanation: both(
      'A field stands without a value. Give one, or remove the line to use the default.',
      '字段没有值。请给出值，或删除该行以使用默认值。',
    ),
    message: both('`{path}` has no value', '`{path}` 没有值'),
    label: both('nothing here', '此处为空'),
    help: 'removeForDefault',
  },
}
