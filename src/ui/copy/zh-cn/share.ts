export const share = {
  share: '分享',
  copied: '链接已复制，发给朋友吧',
  failed: '没能分享，请稍后再试',
  preparing: '正在准备分享',
}
