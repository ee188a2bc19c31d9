export { ReplayVideo } from './replay-video'
export { SeekBar } from './seek-bar'
