export { LiveVideo } from './weapp/player/live-video'
