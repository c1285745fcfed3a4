import type { CodeEntry } from './code-entry.ts'

const both = (en: string, zh: string): { readonly en: string; readonly zh: string } => ({ en, zh })

/** Codes of cost files and of the flags of `froth cost`, within the same hundreds as all others. */
export const costCodes: Readonly<Record<string, CodeEntry>> = {
  F117: {
    severity: 'error',
    title: both('not a cost file', '不是成本文件'),
    explanation: both(
      'A file that describes a training run states `froth: cost/1`. `froth: 1` is a scenario: simulate it with `froth run`.',
      '描述一次训练的文件须写明 `froth: cost/1`。`froth: 1` 是情景文件，请用 `froth run` 模拟。',
    ),
    message: both('the file must state `froth: cost/1`', '文件必须写明 `froth: cost/1`'),
    label: both('a cost file says `froth: cost/1`', '成本文件应写 `froth: cost/1`'),
  },
  F118: {
    severity: 'error',
    title: both('nothing to train', '没有说明训练什么'),
    explanation: both(
      'A training run needs a model: its number of parameters, the name of a published architecture, or a built-in workload.',
      '训练需要一个模型：参数量、已发表架构的名称，或内置任务。',
    ),
    message: both('nothing is said of the model', '没有说明模型'),
    label: both('no model', '没有模型'),
    help: 'modelExamples',
  },
  F119: {
    severity: 'error',
    title: both('said twice', '重复说明'),
    explanation: both(
      'A published architecture and a built-in workload fix the shape of the model, a workload its data too. Leave out either the name or the field.',
      '已发表的架构和内置任务已确定模型的形状，内置任务还确定了数据。请去掉名称或该字段。',
    ),
    message: both('`{path}` is already fixed by `{other}`', '`{path}` 已由 `{other}` 确定'),
    label: both('leave this out, or `{other}`', '请去掉它，或去掉 `{other}`'),
  },
  F120: {
    severity: 'error',
    title: both('unknown name', '未知名称'),
    explanation: both(
      'The name is not in the table that froth has. Letter case, spaces and dashes do not matter.',
      '名称不在 froth 的表中。不区分大小写、空格和短横。',
    ),
    message: both('there is no `{value}` in {list}', '{list} 中没有 `{value}`'),
    label: both('unknown', '未知名称'),
    help: 'someListed',
  },
  F121: {
    severity: 'error',
    title: both('flags that do not pair', '选项数目不符'),
    explanation: both(
      'A flag that describes an accelerator is given once, for all of them, or once for each --gpu, in the same order.',
      '描述加速器的选项要么只给一次（适用于全部），要么与 --gpu 一一对应、次序相同。',
    ),
    message: both(
      '`{flag}` is given {found} times for {count} accelerators',
      '`{flag}` 给了 {found} 次，而加速器有 {count} 种',
    ),
    label: both('once, or {count} times', '给一次，或 {count} 次'),
  },
  F122: {
    severity: 'error',
    title: both('empty list', '空列表'),
    explanation: both(
      'The list names the accelerators to be compared. Leave it out to compare the usual ones.',
      '该列表列出要比较的加速器。去掉它即比较常用的几种。',
    ),
    message: both('`{path}` is empty', '`{path}` 为空'),
    label: both('name one, or leave it out', '请写一种，或去掉它'),
  },
  F221: {
    severity: 'error',
    title: both('not a month', '不是年月'),
    explanation: both(
      'Prices and software are those of a month, written 2026-03.',
      '价格与软件取某年某月的水平，写作 2026-03。',
    ),
    message: both(
      '`{value}` is not a month between {from}-01 and {to}-12',
      '`{value}` 不是 {from}-01 至 {to}-12 之间的年月',
    ),
    label: both('written like 2026-03', '写法如 2026-03'),
  },
  F222: {
    severity: 'error',
    title: both('more active than there are', '激活数多于总数'),
    explanation: both(
      'In a mixture of experts each token meets a part of the parameters and of the experts: never more than all of them.',
      '在混合专家模型中，每个 token 只经过部分参数和部分专家，不会多于总数。',
    ),
    message: both(
      '`{path}` {value} is more than `{whole}` {limit}',
      '`{path}` {value} 多于 `{whole}` {limit}',
    ),
    label: both('at most {limit}', '最多 {limit}'),
  },
  F223: {
    severity: 'error',
    title: both('does not divide', '不能整除'),
    explanation: both(
      'The parts of a layout share something evenly: tensor the heads, context the sequence, expert the experts and the data-parallel group, data and micro-batch the global batch, all together the accelerators.',
      '布局的各部分须均分：tensor 分注意力头，context 分序列，expert 分专家与数据并行组，data 与 micro_batch 分全局批次，合起来分加速器。',
    ),
    message: both(
      '{parts} = {divisor} does not divide {whole} {value}',
      '{parts} = {divisor} 不能整除{whole} {value}',
    ),
    label: both('does not divide {value}', '不能整除 {value}'),
    help: 'divisorsNear',
  },
  F224: {
    severity: 'error',
    title: both('layout and accelerators disagree', '布局与加速器数量不符'),
    explanation: both(
      'tensor x pipeline x data x context is the number of accelerators. Leave one of them out and it is searched.',
      'tensor × pipeline × data × context 等于加速器数量。去掉其中一个，froth 会自行搜索。',
    ),
    message: both(
      'tensor x pipeline x data x context = {product}, but there are {count} accelerators',
      'tensor × pipeline × data × context = {product}，而加速器有 {count} 个',
    ),
    label: both('leave one part out', '请去掉其中一项'),
  },
  F225: {
    severity: 'error',
    title: both('more stages than layers', '流水线段多于层数'),
    explanation: both(
      'Each part of a pipeline holds at least one layer: pipeline x interleave is at most the number of layers.',
      '流水线的每一段至少有一层：pipeline × interleave 不得超过层数。',
    ),
    message: both(
      'pipeline x interleave = {stages}, but the model has {layers} layers',
      'pipeline × interleave = {stages}，而模型只有 {layers} 层',
    ),
    label: both('at most {layers}', '最多 {layers}'),
  },
  F226: {
    severity: 'error',
    title: both('number format that the accelerator lacks', '加速器不支持该数值格式'),
    explanation: both(
      'Matrix units multiply in some number formats only: V100 has no bf16, A100 and older ones no fp8, only Blackwell and later ones have fp4.',
      '矩阵单元只支持部分数值格式：V100 没有 bf16，A100 及更早的没有 fp8，只有 Blackwell 及之后的有 fp4。',
    ),
    message: both('{gpu} does not multiply in {precision}', '{gpu} 不支持 {precision} 矩阵乘法'),
    label: both('{gpu} has {values}', '{gpu} 支持 {values}'),
  },
  F227: {
    severity: 'error',
    title: both('how many tokens?', '多少 token？'),
    explanation: both(
      'The work of a training run is set by the tokens that the model sees; epochs are counted apart.',
      '训练的工作量取决于模型所见的 token 数；轮数另计。',
    ),
    message: both('nothing is said of the tokens', '没有说明 token 数'),
    label: both('how many tokens?', '多少 token？'),
    help: 'tokensExamples',
  },
  F228: {
    severity: 'error',
    title: both('no layout', '没有可行的布局'),
    explanation: both(
      'The fixed parts of the layout cannot be completed: the rest of the accelerators, the heads, the layers or the batch do not divide. Fix fewer parts, or another number of accelerators.',
      '固定的布局部分无法补全：余下的加速器、注意力头、层数或批次无法整除。请少固定几项，或改用其他数量。',
    ),
    message: both(
      'no layout of {count} {gpu} has these fixed parts',
      '{count} 个 {gpu} 没有满足这些固定部分的布局',
    ),
    label: both('fix fewer parts', '请少固定几项'),
  },
  F229: {
    severity: 'error',
    title: both('not a plain transformer', '不是普通的 Transformer'),
    explanation: both(
      'froth prices transformers and the built-in convolutional workloads. The work of other networks does not follow from parameters and tokens.',
      'froth 只为 Transformer 和内置的卷积任务定价。其他网络的工作量无法由参数量和 token 数得出。',
    ),
    message: both('`{value}` cannot be priced: {because}', '无法为 `{value}` 定价：{because}'),
    label: both('not priced', '无法定价'),
  },
  F230: {
    severity: 'error',
    title: both('counts that disagree', '参数量矛盾'),
    explanation: both(
      'The weights that are given are more than 10 % off those of the shape that is given beside them. Leave out the count, or the part of the shape that is wrong.',
      '给出的参数量与同时给出的形状相差超过 10%。请去掉参数量，或去掉形状中有误的部分。',
    ),
    message: both(
      '{field} {given} and a shape of {found} disagree: leave one out',
      '{field} {given} 与形状的 {found} 矛盾：请去掉其一',
    ),
    label: both('leave one out', '请去掉其一'),
  },
}
