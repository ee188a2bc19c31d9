export { LiveVideo } from './alipay/player/live-video'
