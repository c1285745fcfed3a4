import { costFileTopic } from './cost-file.ts'
import { dealFileTopic } from './deal-file.ts'
import { returnsTopic } from './returns.ts'
import type { TopicName } from '../../arguments/commands.ts'

/** Help topics in Chinese, at most 79 cells wide. */
export const topicsInChinese: Readonly<Record<TopicName, string>> = {
  'exit-codes': `退出码

  0    完成
  1    froth 有缺陷；请附上它给出的日志报告
  2    命令、选项或选项的值有误
  3    情景、训练或交易文件无效
  4    expect: 中有关口未通过；结果已写出
  5    有些模拟失败，未计入任何数字；结果已写出
  6    文件或文件夹无法读写
  130  被 Ctrl-C 停止；已完成的模拟保留，再执行同一命令即可继续`,

  environment: `环境变量   选项优先于变量；空变量视为未设置

  FROTH_RESULTS     存放结果的文件夹，代替 ./results
  FROTH_LANG        en 或 zh；其次 LANGUAGE, LC_ALL, LC_MESSAGES, LANG
  FROTH_AMBIGUOUS   wide：终端把符号画成两格宽，因此只用 ASCII
  FROTH_DEBUG       1：直接显示缺陷详情，不写日志
  NO_COLOR          已设置：不用颜色
  FORCE_COLOR       1：管道中也用颜色；0：不用；优先于 NO_COLOR
  CI                已设置：用普通行代替面板，不用颜色
  TERM              dumb：用普通行代替面板，不用颜色
  ACCESSIBLE        1：用较少的普通行，用文字代替符号
  COLUMNS           标准输出的文字宽度`,

  formatting: `输出格式   结果在标准输出，其余都在标准错误

  --json            一份 JSON，带 "schema" 名称，数字不取整；
                    同一主版本内只增加字段
  --csv             逗号分隔，带表头 (show, cost, deal)
  --plain           制表符分隔，每行一条，从不截断
  --format NAME     table, json, csv, tsv, md（Markdown：cost, deal）或 ocf
                    （Open Cap Table Format：deal）
                    deal --csv 为一张长表，section 列注明该行属于 payout、
                    paid_before、cap_table、breakpoint 或 football_field
  --quiet           标准错误上只有错误

  键名、列名、代码和退出码在任何语言下都是英文。
  表中的空格子表示事情没有发生。`,

  units: `单位   情景中每个数量都要写单位

  金额        $4M   $2.5B   $800k   3000万
  每月        $4.35M/month   1.4%/month   0.2/year
  增长        5%/month   80%/year (复利)
  时间        18 months   2 years   18个月
  比例        45%   0.45
  倍数        10x
  GPU 价格    2.20 $/gpu-hour   $2.20/h
  数量        70B   2T   4M   1.2亿

  时间从起点按月计算；金额为美元。
  不确定的数量写成 { low, mid, high } 或 { p10, p50, p90 }。`,

  'cost-file': costFileTopic.zh,

  'deal-file': dealFileTopic.zh,

  returns: returnsTopic.zh,

  reproducibility: `可重复性

  一次模拟只取决于：情景、随机种子、第几次。情景、种子和次数相同，
  输出的每个字节就相同，与 --jobs 无关，停止后继续也一样，
  只要 froth 的版本相同。编号由这四者得出。

  manifest.json 记录命令、版本、种子、情景和每个文件的 SHA-256。
  从结果文件夹重做一遍：
    froth run FOLDER/scenario.yaml --seed S --runs N`,

  accessibility: `无障碍

  ACCESSIBLE=1      用普通行代替面板，最多 30 秒一行，
                    用文字代替符号；适合读屏软件
  --progress lines  普通行；--progress none  完全不显示进度
  --no-color        颜色从不单独表达含义
  --ascii           不用绘图字符
  没有闪烁和转动；数字每秒最多变化四次。
  没有命令会提问。`,

  glossary: `术语

  情景 scenario       说明市场和你的公司情况的文件
  模拟 run            整个市场的一段模拟历史
  研究 study          同一情景从一个种子模拟许多次
  存活 standing       没有关闭：未上市、上市、被收购或被收编
  存活率 survival     到某一年龄仍存活的公司比例 (Kaplan-Meier)
  投后估值 post-money 一轮融资刚结束时整个公司的价格
  公允价值 fair value 计入每份合同后全部股权的价值
  投资回报倍数 MOIC   收回的钱除以投入的钱
  P10, P50            有十分之一、一半的情况低于它
  现金跑道 runway     现金还能支撑的月数
  结论 verdict        由价格是否崩跌、剩余价值是否达到 1 决定：
                      金矿 (否, 是)          有产出的泡沫 (是, 是)
                      无产出的泡沫 (是, 否)  平庸之市 (否, 否)
  +/- 或 低 - 高      蒙特卡罗误差的 95% 区间`,
}
