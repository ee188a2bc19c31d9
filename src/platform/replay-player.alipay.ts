export { ReplayVideo, SeekBar } from './alipay/replay'
