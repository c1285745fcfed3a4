import type { CodeEntry } from './code-entry.ts'

const both = (en: string, zh: string): { readonly en: string; readonly zh: string } => ({ en, zh })
const nothing = both('', '')

/** F271-F290: cap tables in the Open Cap Table Format (OCF). */
export const ocfCodes: Readonly<Record<string, CodeEntry>> = {
  F271: {
    severity: 'error',
    title: both('not JSON', '不是 JSON'),
    explanation: both(
      'An OCF package is made of JSON files. A zipped package (.ocf.zip) must be unpacked first; comments and trailing commas are no JSON.',
      'OCF 包由 JSON 文件组成。压缩包（.ocf.zip）须先解压；JSON 不允许注释和尾随逗号。',
    ),
    message: both('`{file}` is not JSON from here on', '`{file}` 自此处起不是 JSON'),
    label: both('unexpected; look just before it too', '此处不合语法，也请查看前一处'),
  },
  F272: {
    severity: 'error',
    title: both('not an OCF file', '不是 OCF 文件'),
    explanation: both(
      'An OCF file is an object with `file_type` and `items`, or one array of objects that each have an `object_type`.',
      'OCF 文件是含 `file_type` 和 `items` 的对象，或由带 `object_type` 的对象组成的数组。',
    ),
    message: both('`{file}` is JSON, but no OCF', '`{file}` 是 JSON，但不是 OCF'),
    label: both('needs `file_type` and `items`', '需要 `file_type` 和 `items`'),
  },
  F273: {
    severity: 'error',
    title: both('unknown type of file', '未知文件类型'),
    explanation: both(
      'The types are OCF_MANIFEST_FILE and OCF_STAKEHOLDERS_FILE, OCF_STOCK_CLASSES_FILE, OCF_STOCK_PLANS_FILE, OCF_TRANSACTIONS_FILE, OCF_VESTING_TERMS_FILE, OCF_VALUATIONS_FILE, OCF_STOCK_LEGEND_TEMPLATES_FILE, OCF_FINANCINGS_FILE, OCF_DOCUMENTS_FILE.',
      '类型为 OCF_MANIFEST_FILE 以及 OCF_STAKEHOLDERS_FILE、OCF_STOCK_CLASSES_FILE、OCF_STOCK_PLANS_FILE、OCF_TRANSACTIONS_FILE、OCF_VESTING_TERMS_FILE、OCF_VALUATIONS_FILE、OCF_STOCK_LEGEND_TEMPLATES_FILE、OCF_FINANCINGS_FILE、OCF_DOCUMENTS_FILE。',
    ),
    message: both('`{value}` is not a type of OCF file', '`{value}` 不是 OCF 文件类型'),
    label: both('unknown', '未知'),
  },
  F274: {
    severity: 'error',
    title: both('unknown type of object', '未知对象类型'),
    explanation: both(
      'Each object says what it is in `object_type`: STAKEHOLDER, STOCK_CLASS, STOCK_PLAN, TX_STOCK_ISSUANCE and so on, as in version 1.2 of the format.',
      '每个对象以 `object_type` 说明类型：STAKEHOLDER、STOCK_CLASS、STOCK_PLAN、TX_STOCK_ISSUANCE 等，见该格式 1.2 版。',
    ),
    message: both('`{path}`: `{value}` is not a type of OCF object', '`{path}`：`{value}` 不是 OCF 对象类型'),
    label: both('unknown', '未知'),
  },
  F275: {
    severity: 'error',
    title: both('OCF field missing', '缺少 OCF 字段'),
    explanation: both(
      'Without this field it is not known who holds how much of what. Export the package again with it, or add it.',
      '缺少该字段就无法得知谁持有多少何种证券。请重新导出或补上该字段。',
    ),
    message: both('`{path}` ({type}) needs the field `{field}`', '`{path}`（{type}）缺少字段 `{field}`'),
    label: both('`{field}` is missing', '缺少 `{field}`'),
  },
  F276: {
    severity: 'error',
    title: both('wrong kind of OCF value', 'OCF 值的类型不对'),
    explanation: both(
      'Numbers are decimal strings ("1250000", "0.75"), amounts are { "amount": "1.25", "currency": "USD" }, shares of a whole are decimals below 1 ("0.2" is 20 %).',
      '数字为十进制字符串（"1250000"、"0.75"），金额为 { "amount": "1.25", "currency": "USD" }，比例为小于 1 的小数（"0.2" 即 20 %）。',
    ),
    message: both('`{path}`: {value} cannot be read', '`{path}`：无法读取 {value}'),
    label: both('written like {expected}', '写法如 {expected}'),
  },
  F277: {
    severity: 'error',
    title: both('negative OCF number', 'OCF 数字为负'),
    explanation: both(
      'Shares, prices and amounts are not negative. What leaves a holder is a transfer, repurchase or cancellation, not a negative issuance.',
      '股数、价格和金额不能为负。减持应写为转让、回购或取消，而不是负数发行。',
    ),
    message: both('`{path}` of `{security}` is {value}', '`{security}` 的 `{path}` 为 {value}'),
    label: both('must not be negative', '不能为负'),
  },
  F278: {
    severity: 'error',
    title: both('refers to nothing', '引用不存在'),
    explanation: both(
      'An identifier names an object that is not in the files: the stakeholder, class, plan or issuance is missing, or the identifier is misspelled. Give all files of the package.',
      '某标识指向文件中不存在的对象：缺少相应的股东、类别、计划或发行，或标识有误。请给出包中的全部文件。',
    ),
    message: both('`{path}`: there is no {kind} `{value}`', '`{path}`：没有 {kind} `{value}`'),
    label: both('not in these files', '不在这些文件中'),
  },
  F279: {
    severity: 'error',
    title: both('identifier used twice', '标识重复'),
    explanation: both(
      'Each object has an `id`, each security a `security_id`, of its own. If the same file was given twice, give it once.',
      '每个对象的 `id`、每个证券的 `security_id` 须唯一。若同一文件给了两次，请只给一次。',
    ),
    message: both('the `{field}` `{value}` is used twice', '`{field}` `{value}` 被使用两次'),
    label: both('give this one another', '请另取标识'),
  },
  F280: {
    severity: 'error',
    title: both('not an OCF date', '不是 OCF 日期'),
    explanation: both(
      'Dates are written year-month-day, such as 2024-06-01, from 1970 to 2200.',
      '日期按年-月-日书写，例如 2024-06-01，范围 1970 至 2200。',
    ),
    message: both('`{path}`: `{value}` is no day of the calendar', '`{path}`：`{value}` 不是有效日期'),
    label: both('write it as 2024-06-01', '写法如 2024-06-01'),
  },
  F281: {
    severity: 'error',
    title: both('file of the manifest missing', '缺少清单中的文件'),
    explanation: both(
      'The manifest names a file that was not given. Give the whole folder, or take the file out of the manifest.',
      '清单列出的文件没有给出。请给出整个文件夹，或从清单中去掉该文件。',
    ),
    message: both(
      'the manifest names `{name}`, which is not among the files',
      '清单列出的 `{name}` 不在所给文件中',
    ),
    label: both('not found', '未找到'),
  },
  F282: {
    severity: 'error',
    title: both('manifest in a circle', '清单成环'),
    explanation: both(
      'A package has one manifest, and it names files that hold objects: not itself and no other manifest.',
      '一个包只有一份清单，且只列出含对象的文件，不得列出自身或另一份清单。',
    ),
    message: both('a manifest leads to a manifest: `{other}`', '清单指向清单：`{other}`'),
    label: both('take this out', '请删去此处'),
  },
  F283: {
    severity: 'error',
    title: both('more taken out than there is', '取出多于所有'),
    explanation: both(
      'A transfer, repurchase, cancellation, conversion or exercise takes more than the security holds on that day, or the security is gone already.',
      '转让、回购、取消、转换或行权的数量多于该证券当日所有，或该证券已不存在。',
    ),
    message: both(
      '{value} taken out of `{security}`, which has {has}',
      '从 `{security}` 取出 {value}，而其只有 {has}',
    ),
    label: both('at most {has}', '最多 {has}'),
  },
  F284: {
    severity: 'error',
    title: both('cap below the money', '上限低于投资额'),
    explanation: both(
      'A post-money cap is the value of the company with this money in it, so it is above the money; any cap is above 0. Leave it out if there is none.',
      '投后上限含本笔投资，故须大于投资额；任何上限须大于 0。没有上限请去掉该字段。',
    ),
    message: both('`{name}`: the cap {cap} is not above {amount}', '`{name}`：上限 {cap} 不大于 {amount}'),
    label: both('too low', '过低'),
  },
  F285: {
    severity: 'error',
    title: both('preferred stock without a price', '优先股缺少价格'),
    explanation: both(
      'The preference of a class is a multiple of its price. Give `price_per_share` of the class, or `share_price` of what was issued.',
      '优先权以价格的倍数计。请给出类别的 `price_per_share` 或发行的 `share_price`。',
    ),
    message: both('`{name}` has shares but no price above 0', '`{name}` 有股份但没有大于 0 的价格'),
    label: both('add `price_per_share`', '请添加 `price_per_share`'),
  },
  F286: {
    severity: 'error',
    title: both('unknown OCF word', '未知 OCF 取值'),
    explanation: both('The field takes one of a fixed list of words.', '该字段只能取固定的若干个词。'),
    message: both('`{path}`: `{value}` is none of its values', '`{path}`：`{value}` 不是可用取值'),
    label: both('one of {values}', '可用取值：{values}'),
  },
  F287: {
    severity: 'error',
    title: both('OCF package without common stock', 'OCF 包中没有普通股'),
    explanation: both(
      'Nobody holds a common share after all transactions. Give the stock classes, stakeholders and transactions together.',
      '全部交易之后没有人持有普通股。请同时给出股票类别、股东和交易文件。',
    ),
    message: both('nobody holds a common share', '没有人持有普通股'),
    label: nothing,
  },
  F288: {
    severity: 'error',
    title: both('used before it was issued', '先于发行被使用'),
    explanation: both(
      'A transaction uses a security on a day before it was issued. One of the two dates is wrong.',
      '某交易在证券发行之前使用了它。两个日期之一有误。',
    ),
    message: both(
      '`{security}` is used before it was issued on {date}',
      '`{security}` 于 {date} 发行，此前即被使用',
    ),
    label: both('not before {date}', '不得早于 {date}'),
  },
  F289: {
    severity: 'error',
    title: both('object in the wrong file', '对象放错文件'),
    explanation: both(
      'Each type of file holds its own objects. Change `file_type`, or move the object to its file; a single array may hold all.',
      '每类文件只含相应对象。请更改 `file_type`，或把对象移至相应文件；单一数组可容纳全部对象。',
    ),
    message: both('`{path}`: a {value} does not belong in an {type}', '`{path}`：{value} 不属于 {type}'),
    label: both('wrong file', '文件不对'),
  },
  F290: {
    severity: 'error',
    title: both('amounts in several currencies', '金额有多种货币'),
    explanation: both(
      'All amounts of a deal are in one currency. Convert them before import; no exchange rate is assumed.',
      '同一交易的金额须为同一货币。请在导入前换算；不假定汇率。',
    ),
    message: both('amounts in {value} here, in {other} elsewhere', '此处金额为 {value}，别处为 {other}'),
    label: both('convert to {other}', '请换算为 {other}'),
  },
}
