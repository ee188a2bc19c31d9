export { ReplayVideo, SeekBar } from './weapp/replay'
