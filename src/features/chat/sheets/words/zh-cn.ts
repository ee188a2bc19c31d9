import type { ReportReason } from '@/domain/report'

const reasons: Readonly<Record<ReportReason, string>> = {
  illegal: '违法违规',
  vulgar: '低俗色情',
  abuse: '辱骂攻击',
  fraud: '欺诈',
  counterfeit: '假冒伪劣',
  exaggeration: '夸大宣传',
  'off-platform': '引导私下交易',
  advertising: '垃圾广告',
  minors: '涉及未成年人',
  infringement: '侵犯权益',
  other: '其他',
}

export const zhCn = {
  message: '这条消息',
  reply: '回复',
  copy: '复制',
  report: '举报',
  block: '不看这个人',
  blockHint: '只在这台设备上不再显示这个人说的话，对方不会知道；在“我的”里可以恢复。',
  blocked: '不再显示这个人说的话',
  reportTitle: '举报',
  reportShow: '举报这场直播',
  reason: '举报原因',
  reasons,
  note: '补充说明（选填）',
  notePlaceholder: '说说是怎么回事',
  sendReport: '提交举报',
  reported: '举报已提交，商家会处理',
  notice: '公告',
  noNotice: '公告已经撤下',
  questions: '问答',
  ask: '向主播提问',
  askPlaceholder: '想知道什么？',
  about: '关于哪件商品',
  aboutNothing: '不限商品',
  sendQuestion: '提问',
  asked: '问题已送到主播那里',
  answers: '主播的回答',
  noAnswers: '还没有回答过的问题',
  noAnswersHint: '你来问第一个',
  askedBy: (name: string) => `${name} 问`,
}

export type Words = typeof zhCn
