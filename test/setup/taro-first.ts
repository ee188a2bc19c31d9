// Taro's router and its H5 runtime import each other; entering by the package itself is the order that works.
import '@tarojs/taro'
