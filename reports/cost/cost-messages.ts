import type { Language, Text } from '../text/language.ts'

const both = (en: string, zh: string): Text => ({ en, zh })

/** Words of the parts of a bill. */
export const lineNames = {
  storage: both('storage', '存储'),
  network: both('network', '网络'),
  data: both('data preparation', '数据准备'),
  staff: both('staff', '人员'),
  tuning: both('tuning, evaluation', '调优与评测'),
  support: both('idle time, support', '闲置与支持'),
} as const satisfies Readonly<Record<string, Text>>
export type LineName = keyof typeof lineNames

/** Words of what was assumed. */
export const assumptionNames = {
  shape: both('shape', '模型形状'),
  sequence: both('sequence', '序列长度'),
  batch: both('batch', '批次'),
  precision: both('precision', '数值格式'),
  gpus: both('GPU count', 'GPU 数量'),
  date: both('date', '日期'),
  price: both('price', '价格'),
  work: both('work a token', '每 token 工作量'),
  repeats: both('repeats', '重复实验'),
  pue: both('PUE', 'PUE'),
  grid: both('grid', '电网'),
  hours: both('intervals', '区间'),
  adapters: both('adapters, share of the weights', '适配器占权重'),
  input: both('tokens of a request', '请求 token 数'),
  output: both('of its answer', '回答 token 数'),
  utilisation: both('busy share of paid hours', '付费时间中的繁忙占比'),
  servingError: both('published over estimated serving cost', '推理成本：已发表值与估计值之比'),
  quality: both('quality lost with', '质量损失'),
  trainingQuality: both('quality lost by training in', '训练格式的质量损失'),
} as const satisfies Readonly<Record<string, Text>>
export type AssumptionName = keyof typeof assumptionNames

/** Where froth itself takes a number from; citations stay as they are. */
export const ownSources = {
  given: both('given', '已给出'),
  usual: both('usual', '常用'),
  typicalRun: both('published runs of this size and year', '同等规模、同年的已发表训练'),
  typicalCount: both(
    'published runs of this work; more until the model fits',
    '同等工作量的已发表训练；放不下则加倍',
  ),
  typicalShape: both(
    'published models of this size (assumption: depth and width within a half)',
    '同等规模的已发表模型（假设：深度与宽度误差在一半以内）',
  ),
  latestPrices: both('the latest month with prices', '有价格的最近月份'),
  errors: both(
    'from the errors on published runs, each family of models left out in turn',
    '来自对已发表训练的误差，逐一留出每个模型家族',
  ),
  postTraining: both(
    'each token written, read by a frozen copy and learnt from; low: supervised tuning; high: writing at half the speed (assumption)',
    '每个 token 先生成、由冻结副本读取、再训练；低：监督微调；高：生成速度减半（假设）',
  ),
  adapters: both(
    'assumption (0.001-0.03); Hu et al. 2021, arXiv 2106.09685',
    '假设 (0.001-0.03)；Hu 等 2021，arXiv 2106.09685',
  ),
  requests: both(
    "assumption; DeepSeek's day of 2025 was at 0.82 of its peak",
    '假设；DeepSeek 2025 年公布的日均负载为峰值的 0.82',
  ),
  servingPoints: both(
    '101 points at full load of the TensorRT-LLM 0.6.1 and 1.0 performance overviews',
    'TensorRT-LLM 0.6.1 与 1.0 性能概览的 101 个满载数据点',
  ),
  languageProgress: both(
    'Ho et al. 2024, arXiv 2403.05812, runs of 2012 to 2023',
    'Ho 等 2024，arXiv 2403.05812，2012 至 2023 年的训练',
  ),
  visionProgress: both(
    'Erdil and Besiroglu 2022, arXiv 2212.05153, ImageNet, 2012 to 2022',
    'Erdil 与 Besiroglu 2022，arXiv 2212.05153，ImageNet，2012 至 2022 年',
  ),
  teacher: both(
    'Hinton et al. 2015, arXiv 1503.02531: the teacher reads each token, forwards',
    'Hinton 等 2015，arXiv 1503.02531：教师前向读取每个 token',
  ),
} as const satisfies Readonly<Record<string, Text>>

/** What should be known before a number is trusted. */
export const warningTexts = {
  doesNotFit: both(
    '{gpus} x {gpu}: the run does not fit into memory; its hours and cost are those of a machine that had enough',
    '{gpus} 个 {gpu}：显存不足；其时长与费用按显存足够的机器计算',
  ),
  tight: both(
    '{gpus} x {gpu}: {share}% of memory is taken; it may run out',
    '{gpus} 个 {gpu}：显存已用 {share}%，可能不足',
  ),
  leftOut: both('{gpu} does not multiply in {precision} and is left out', '{gpu} 不支持 {precision}，未列入'),
  oldPrice: both(
    'the price of {gpu} in {date} is carried over from other months or machines',
    '{gpu} 在 {date} 的价格由其他月份或机型推算',
  ),
  notLaunched: both(
    '{gpu} came in {launch}: nobody had one in {date}',
    '{gpu} 于 {launch} 发布，{date} 时尚无',
  ),
  endlessOnSpot: both(
    'a job of {gpus} {gpu} on spot capacity is interrupted faster than it gets on: it would hardly end',
    '{gpus} 个 {gpu} 的竞价任务中断过于频繁，几乎无法完成',
  ),
  unevenStages: both(
    '{layers} layers on {stages} parts of a pipeline are uneven: {lost}% of the computation is lost',
    '{layers} 层分到 {stages} 段流水线不均匀：损失 {lost}% 的计算',
  ),
  beyondScaleUp: both(
    'tensor {tensor} reaches beyond the fast fabric of {domain} GPUs',
    'tensor {tensor} 超出 {domain} 个 GPU 的高速互联域',
  ),
  fewMicroBatches: both(
    '{microBatches} micro-batches never fill a pipeline of {pipeline} stages',
    '{microBatches} 个微批次填不满 {pipeline} 段流水线',
  ),
  unevenMicroBatches: both(
    '{microBatches} micro-batches are no multiple of {pipeline} stages, as the interleaved schedule wants',
    '{microBatches} 个微批次不是 {pipeline} 段的整数倍，不利于交错调度',
  ),
  manyEpochs: both(
    'data read {epochs} times is worth {worth} times fresh data: Muennighoff et al. 2023, arXiv 2305.16264',
    '数据重复 {epochs} 遍只相当于 {worth} 倍新数据：Muennighoff 等 2023，arXiv 2305.16264',
  ),
  waitsForLaunches: both(
    '{gpu} waits for its host {share}% of a step: the network is launch-bound, and FLOP say nothing of its time',
    '{gpu} 每步有 {share}% 的时间在等主机：该网络受内核启动限制，FLOP 无法说明时长',
  ),
  waitsForData: both(
    '{gpu} waits for its data: a faster accelerator would not help',
    '{gpu} 在等数据：换更快的加速器也无济于事',
  ),
  notServed: both(
    '{model} does not write text token by token: serving and compression are left out',
    '{model} 不逐 token 生成文本：未计算推理与压缩',
  ),
  'encoder-decoder': both(
    'each token meets about half of the parameters: 3 FLOP a parameter and token',
    '每个 token 约经过一半参数：每参数每 token 3 FLOP',
  ),
  'state-space': both(
    'the scan over the sequence is bound by memory, not FLOP',
    '序列扫描受显存带宽限制，而非 FLOP',
  ),
  diffusion: both('count samples, not tokens', '应以样本计，而非 token'),
  vision: both(
    'a convolution uses its weights once a pixel: give the layers',
    '卷积的权重每像素使用一次：请给出各层',
  ),
  'mixture-of-experts': both(
    'a token meets {share}% of the parameters: those count for work, all of them for memory',
    '每个 token 只经过 {share}% 的参数：工作量按这部分计，显存按全部计',
  ),
  'long-context': both(
    'attention over {sequence} tokens takes more than a quarter of the work: 6 x parameters x tokens misleads',
    '{sequence} token 上的注意力超过工作量的四分之一：6 × 参数 × token 会失真',
  ),
  'launch-bound': both(
    'so little work takes as long as launching its kernels, not its FLOP',
    '工作量太小，时长取决于内核启动而非 FLOP',
  ),
  'few-tokens': both(
    '{perParameter} tokens a parameter: about 20 would be optimal for the same work',
    '每参数 {perParameter} 个 token：同样工作量下约 20 个最优',
  ),
  'many-tokens': both(
    '{perParameter} tokens a parameter: more than any published run, check the units',
    '每参数 {perParameter} 个 token：多于任何已发表的训练，请检查单位',
  ),
} as const satisfies Readonly<Record<string, Text>>
export type WarningName = keyof typeof warningTexts

/** Words of what moves the cost. */
export const driverNames = {
  repeats: both('repeats', '重复实验'),
  price: both('GPU price', 'GPU 价格'),
  hours: both('GPU-hours', 'GPU 小时'),
  work: both('work a token', '每 token 工作量'),
} as const satisfies Readonly<Record<string, Text>>

/** Words of the shares of time. */
export const breakdownNames = {
  compute: both('matrix products', '矩阵乘法'),
  memoryBound: both('memory and launches', '访存与启动'),
  tensor: both('tensor exchange', '张量通信'),
  pipeline: both('pipeline', '流水线'),
  data: both('data exchange', '数据通信'),
  expert: both('expert exchange', '专家通信'),
  recompute: both('recomputation', '重计算'),
  checkpoint: both('checkpoints', '检查点'),
  failures: both('failures, stops', '故障与停顿'),
} as const satisfies Readonly<Record<string, Text>>

/** All other words of the page; `{name}` is filled in. */
export const costMessages = {
  title: both('TRAINING RUN', '训练任务'),
  parameters: both('{count} parameters', '{count} 参数'),
  active: both('{count} active', '激活 {count}'),
  tokens: both('{count} tokens', '{count} token'),
  flop: both('{flop} FLOP', '{flop} FLOP'),
  gpu: both('GPU', 'GPU'),
  count: both('count', '数量'),
  hours: both('GPU-hours', 'GPU 小时'),
  days: both('time P10 - P90', '时长 P10 - P90'),
  low: both('P10', 'P10'),
  cost: both('cost', '费用'),
  high: both('P90', 'P90'),
  perMillion: both('$/1M tok', '每百万token'),
  doesNotFit: both('does not fit', '放不下'),
  leftOut: both(
    'no room for: {columns} (a wider window or --plain shows all)',
    '未显示的列：{columns}（放宽窗口或用 --plain 查看）',
  ),
  leftOutOfWays: both(
    'no room for: {columns} (a wider window or --json shows all)',
    '未显示的列：{columns}（放宽窗口或用 --json 查看）',
  ),
  layout: both('layout', '布局'),
  searched: both('fastest that fits', '能放下的最快布局'),
  nearest: both('the one that needs least', '所需最少的布局'),
  given: both('as given', '如所给'),
  batch: both('batch {sequences} sequences, {tokens} tokens', '批次 {sequences} 序列，{tokens} token'),
  images: both('batch {sequences} images', '批次 {sequences} 张图'),
  memory: both('memory', '显存'),
  memoryUse: both('{used} of {capacity} a GPU', '每 GPU {used} / {capacity}'),
  parametersOf: both('parameters', '参数'),
  gradients: both('gradients', '梯度'),
  optimizer: both('optimizer', '优化器'),
  activations: both('activations', '激活'),
  buffers: both('buffers', '缓冲'),
  speed: both('speed', '速度'),
  mfu: both('MFU {mfu} ({range})', 'MFU {mfu} ({range})'),
  tflops: both('{tflops} TFLOP/s a GPU', '每 GPU {tflops} TFLOP/s'),
  step: both('step {seconds}', '每步 {seconds}'),
  goodput: both('goodput {share}', '有效时间 {share}'),
  time: both('billed time', '计费时间'),
  energy: both('energy', '能耗'),
  energyUse: both('{energy} {unit} ({range})', '{energy} {unit} ({range})'),
  carbon: both('{carbon} {unit} CO2e ({range}), grid {grid}', '{carbon} {unit} CO2e ({range})，电网 {grid}'),
  price: both('price', '价格'),
  priceOf: both('{price}/h ({range}), {commitment}, {date}', '{price}/小时 ({range})，{commitment}，{date}'),
  precision: both('precision', '数值格式'),
  fasterProducts: both(
    '{precision}: matrix products {times} x as fast as in {from}',
    '{precision}：矩阵乘法速度为 {from} 的 {times} 倍',
  ),
  lostQuality: both('quality lost {loss}', '质量损失 {loss}'),
  serving: both('serving', '推理'),
  perMillionIn: both('{price} ({range}) a million tokens in', '每百万输入 token {price} ({range})'),
  perMillionOut: both('{price} ({range}) out', '每百万输出 token {price} ({range})'),
  servedOn: both('{gpus} x {gpu}, {memory} in {precision}', '{gpus} x {gpu}，{precision} 权重 {memory}'),
  written: both('{tokens} tokens/s a GPU', '每 GPU 每秒 {tokens} token'),
  memoryBoundBatch: both('batch {batch}, memory-bound', '批次 {batch}，受显存带宽限制'),
  computeBoundBatch: both('batch {batch}, compute-bound', '批次 {batch}，受算力限制'),
  notServed: both(
    'weights of 16 bits do not fit into one fast fabric of this GPU',
    '16 位权重放不进该 GPU 的一个高速互联域',
  ),
  tryCompression: both('see --compress int4', '可试 --compress int4'),
  compressed: both('compressed', '压缩'),
  weights: both('weights', '权重'),
  gpus: both('GPUs', 'GPU'),
  input: both('$/1M in', '$/百万输入'),
  output: both('$/1M out', '$/百万输出'),
  qualityLoss: both('quality lost', '质量损失'),
  noFormat: both('GPU lacks the format', 'GPU 不支持该格式'),
  later: both('later', '以后'),
  sameCapability: both(
    'better methods reach the same with a share of the FLOP: {years}: {source}',
    '方法进步后，同等能力所需 FLOP 的占比：{years}：{source}',
  ),
  shareAt: both('{date} {share} ({range})', '{date} {share} ({range})'),
  projectTitle: both('the project', '整个项目'),
  priceGiven: both('{price}/h, as given', '{price}/小时，如所给'),
  interrupted: both('interruptions: hours x {times}', '中断：时长 × {times}'),
  shapeOf: both(
    '{layers} layers of {hidden}, {heads} heads, vocabulary {vocabulary}',
    '{layers} 层，宽度 {hidden}，{heads} 头，词表 {vocabulary}',
  ),
  expertsOf: both('{active} of {experts} experts', '{experts} 个专家中激活 {active} 个'),
  project: both('with failed and repeated runs ({gpu})', '含失败与重复实验 ({gpu})'),
  total: both('with the lines below', '含以下各项'),
  drivers: both('what drives it', '主要影响因素'),
  lines: both('on top, as shares of the compute or as given', '另计（按算力占比或所给金额）'),
  assumed: both('assumed', '假设'),
  warning: both('warning', '注意'),
  note: both('note', '说明'),
  floor: both(
    'MFU 100% would take {hours} GPU-hours: a floor nobody reaches',
    'MFU 100% 需 {hours} GPU 小时：无人能达到的下限',
  ),
  conventions: both(
    'FLOP count attention in full, MFU against the dense peak; one clean run is billed with its restarts',
    'FLOP 计入完整注意力，MFU 以稠密峰值为准；单次训练的计费含重启',
  ),
  nothingFits: both('nothing fits: ways to make it fit', '都放不下：可行的改法'),
  wouldFit: both('{gpu}: would fit with', '{gpu}：可放下的改法'),
  change: both('{part} {from} -> {to}', '{part} {from} -> {to}'),
  changeCost: both('{gpus} GPUs, {slower}', '{gpus} 个 GPU，{slower}'),
  slower: both('{share} more GPU-hours', 'GPU 小时多 {share}'),
  noSlower: both('no slower', '不更慢'),
  noChange: both(
    '{gpu}: no single change of the layout is enough; use more GPUs, or ones with more memory',
    '{gpu}：单改一项布局不够；请用更多或显存更大的 GPU',
  ),
  next: both('next', '接着'),
} as const satisfies Readonly<Record<string, Text>>

export type CostMessageKey = keyof typeof costMessages

/** A text with its blanks filled in; a blank without a word stays, which a test looks for. */
export const fill = (text: Text, lang: Language, values: Readonly<Record<string, string>> = {}): string =>
  text[lang].replace(/\{(\w+)\}/gu, (blank, name: string) => values[name] ?? blank)

/**
 * A message of the cost page.
 *
 * @example sayCost('en', 'tokens', { count: '2T' }) // => '2T tokens'
 */
export const sayCost = (
  lang: Language,
  key: CostMessageKey,
  values: Readonly<Record<string, string>> = {},
): string => fill(costMessages[key], lang, values)
