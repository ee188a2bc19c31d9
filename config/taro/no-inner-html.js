/** Stands where slim-runtime.ts leaves out Taro's parser of HTML: text of ours is never markup. */
export function setInnerHTML() {
  throw new Error('This product is built without innerHTML: see config/taro/slim-runtime.ts')
}
