import type { CodeEntry } from './code-entry.ts'

const both = (en: string, zh: string): { readonly en: string; readonly zh: string } => ({ en, zh })

/** F251-F264: lists of dated cash flows (CSV). */
export const cashFlowCodes: Readonly<Record<string, CodeEntry>> = {
  F251: {
    severity: 'error',
    title: both('a column is missing', '缺少列'),
    explanation: both(
      'The first line of a list of cash flows names its columns: `date` and `amount`, and if wanted `name`, `kind` and `index`.',
      '现金流列表的第一行是列名：必须有 `date` 和 `amount`，可另有 `name`、`kind` 和 `index`。',
    ),
    message: both('there is no column `{column}`', '没有 `{column}` 列'),
    label: both('the first line names the columns: date,amount', '第一行为列名：date,amount'),
  },
  F252: {
    severity: 'error',
    title: both('a column is there twice', '列重复'),
    explanation: both(
      'Two columns have the same name; which one counts would be a guess.',
      '两列同名，无法判断以哪列为准。',
    ),
    message: both('column `{column}` is there twice', '`{column}` 列重复'),
    label: both('rename it or leave it out', '请改名或删除'),
  },
  F253: {
    severity: 'error',
    title: both('a row of another length', '行的列数不符'),
    explanation: both(
      'Every row has a cell for each column. An amount with commas, such as 1,250,000, stands in double quotes: "1,250,000".',
      '每行须与列名一一对应。含逗号的金额（如 1,250,000）须加双引号："1,250,000"。',
    ),
    message: both(
      'the row has {found} cells, the first line {wanted}',
      '该行有 {found} 格，第一行有 {wanted} 格',
    ),
    label: both('quote an amount that has commas: "1,250,000"', '含逗号的金额请加引号："1,250,000"'),
  },
  F254: {
    severity: 'error',
    title: both('a quote is not closed', '引号未闭合'),
    explanation: both(
      'A cell that starts with a double quote ends with one. A quote inside is written twice: "the ""big"" fund".',
      '以双引号开头的格须以双引号结尾；其中的引号写两次："the ""big"" fund"。',
    ),
    message: both('a quoted cell does not end as it should', '带引号的格没有正确结束'),
    label: both('close the quote; write one inside twice', '请闭合引号；其中的引号写两次'),
  },
  F255: {
    severity: 'error',
    title: both('no such day', '不是日期'),
    explanation: both(
      'Days are written year-month-day, such as 2024-06-01, from 1970 to 2200. 01/02/2024 is another day in London than in New York, so it is refused.',
      '日期按年-月-日书写，例如 2024-06-01，范围 1970 至 2200。01/02/2024 在各国含义不同，故不接受。',
    ),
    message: both('`{value}` is no day of the calendar', '`{value}` 不是有效日期'),
    label: both('write it as 2024-06-01', '写法如 2024-06-01'),
  },
  F256: {
    severity: 'error',
    title: both('not an amount', '不是金额'),
    explanation: both(
      'An amount is a number: -250000, "$1,250,000", $1.2M, (3K) for minus three thousand, 300万. The point is the decimal mark. All amounts are of one currency.',
      '金额为数字：-250000、"$1,250,000"、$1.2M、(3K)（即负三千）、300万。小数点为“.”。全部金额须为同一货币。',
    ),
    message: both('`{value}` is no amount', '`{value}` 不是金额'),
    label: both('write it like -250000 or $1.2M', '写法如 -250000 或 $1.2M'),
  },
  F257: {
    severity: 'error',
    title: both('unknown kind', '未知类型'),
    explanation: both(
      '`call` is money paid in, `distribution` money received, `nav` the value of what is held on that day. An empty cell leaves it to the sign of the amount.',
      '`call` 为缴款，`distribution` 为分配，`nav` 为当日持有资产的价值。留空则由金额的正负决定。',
    ),
    message: both('`{value}` is no kind of row', '`{value}` 不是行的类型'),
    label: both('call, distribution or nav', 'call、distribution 或 nav'),
  },
  F258: {
    severity: 'error',
    title: both('kind and sign disagree', '类型与正负矛盾'),
    explanation: both(
      'A distribution and a net asset value are not negative. A call may be written with or without a minus.',
      '分配与净值不能为负。缴款可带或不带负号。',
    ),
    message: both('a {kind} cannot be {value}', '{kind} 不能为 {value}'),
    label: both('write it without a minus, or change the kind', '请去掉负号，或更改类型'),
  },
  F259: {
    severity: 'error',
    title: both('a flow after the last value', '估值早于现金流'),
    explanation: both(
      'The last net asset value says what is held after all flows. With a flow behind it, the money would be counted twice or not at all: state a later value, or leave out the later flows.',
      '最后一个净值表示全部现金流之后的持有价值。其后若还有现金流，资金会重复计算或漏计：请给出更晚的净值，或去掉其后的现金流。',
    ),
    message: both(
      '{name}the last nav is of {nav}, and a flow follows on {flow}',
      '{name}最后的 nav 为 {nav}，而 {flow} 还有现金流',
    ),
    label: both('state a nav of {flow} or later', '请给出 {flow} 或之后的 nav'),
  },
  F260: {
    severity: 'error',
    title: both('no level of an index', '不是指数点位'),
    explanation: both(
      'The public index is compared by its level on the day of each flow: a number above 0, best with dividends reinvested.',
      '与公开指数的比较使用每笔现金流当日的点位：大于 0 的数，最好含股息再投资。',
    ),
    message: both('`{value}` is no level of an index', '`{value}` 不是指数点位'),
    label: both('a number above 0', '大于 0 的数'),
  },
  F261: {
    severity: 'error',
    title: both('two levels of one day', '同日两个点位'),
    explanation: both('The index has one level a day.', '指数每天只有一个点位。'),
    message: both(
      'the index is {value} here and {other} on line {line}, on the same day',
      '同一天，此处指数为 {value}，第 {line} 行为 {other}',
    ),
    label: both('one of them is wrong', '其中之一有误'),
  },
  F262: {
    severity: 'error',
    title: both('no cash flow', '没有现金流'),
    explanation: both(
      'The file has no row with money paid in or received, so nothing can be computed.',
      '文件中没有任何缴款或收款的行，无从计算。',
    ),
    message: both('`{file}` has no cash flow', '`{file}` 中没有现金流'),
    label: both('a row is like 2024-06-01,-250000', '每行如 2024-06-01,-250000'),
  },
  F263: {
    severity: 'error',
    title: both('values in a column of their own', '净值单独成列'),
    explanation: both(
      'The value of what is held on a day is a row like any other: its date, the value as the amount, and `nav` in the column `kind`.',
      '某日持有资产的价值与其他行写法相同：日期、以价值为金额，并在 `kind` 列写 `nav`。',
    ),
    message: both('a value is a row, not the column `{column}`', '净值应写为一行，而非 `{column}` 列'),
    label: both(
      'leave the column out; write a row 2024-12-31,5000000 with kind nav',
      '请去掉此列；另写一行 2024-12-31,5000000，kind 为 nav',
    ),
  },
  F264: {
    severity: 'error',
    title: both('another separator', '分隔符不符'),
    explanation: both(
      'Columns are separated by commas. Spreadsheets of some countries write `;` or tabs instead: save the file as CSV with commas, and with a point as decimal mark.',
      '列以逗号分隔。部分地区的电子表格使用 `;` 或制表符：请另存为逗号分隔的 CSV，小数点用“.”。',
    ),
    message: both('the columns are separated by {separator}, not by commas', '列以{separator}分隔，而非逗号'),
    label: both('save it with commas: date,amount', '请以逗号分隔保存：date,amount'),
  },
}
