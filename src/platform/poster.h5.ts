export { PosterCanvas } from './h5/poster-canvas'
