export { ReplayVideo, SeekBar } from './h5/replay'
