import type { Text } from '../../../reports/index.ts'

/** A list of cash flows that loads: what the help page shows, and what a test works out. */
export const exampleCashFlows = `date,amount,name,kind,index
2020-03-31,-250000,Acme,call,2580
2021-06-30,-100000,Acme,call,4300
2022-09-30,"80,000",Acme,distribution,3590
2020-05-15,-400000,Birch,,2860
2023-12-31,300000,Acme,nav,4770
2023-12-31,650000,Birch,nav,4770
`

const indented = exampleCashFlows.replaceAll(/^(?=.)/gmu, '  ')

/** The help page on lists of cash flows. */
export const returnsTopic: Text = {
  en: `RETURNS   a list of dated cash flows: froth deal --returns FILE.csv

${indented}
  The first line names the columns, in any order, separated by commas.

  date     2024-06-01
  amount   paid in is negative, received positive: -250000, "$1,250,000", $1.2M,
           (3K); an amount with commas stands in quotes
  name     optional: the investment; each is reported, then all together
  kind     optional: call, distribution or nav; empty goes by the sign.
           A call may be written without a minus.
  index    optional: level of a public index on that day, best with dividends
           reinvested; then KS-PME and Direct Alpha are reported

  What is still held is a row too: its day, its value as the amount and nav as
  the kind. A later nav replaces an earlier one; the last one of an investment
  comes after its last flow. Other columns are named and not used.`,
  zh: `收益   带日期的现金流列表：froth deal --returns FILE.csv

${indented}
  第一行为列名，次序不限，以逗号分隔。

  date     2024-06-01
  amount   缴款为负，收款为正：-250000、"$1,250,000"、$1.2M、(3K)；
           含逗号的金额须加引号
  name     可选：投资项目；先分项报告，再报告合计
  kind     可选：call（缴款）、distribution（分配）或 nav（净值）；留空则按
           正负判断。缴款可不带负号。
  index    可选：当日公开指数点位，最好含股息再投资；
           有此列则报告 KS-PME 和 Direct Alpha

  仍持有的资产也写为一行：日期、以价值为金额、kind 为 nav。后一净值替代前一
  净值；每个项目的最后净值须在其最后一笔现金流之后。其他列会列出但不使用。`,
}
