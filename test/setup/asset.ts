/** Pictures are their own address: what a test sees is that one is there, not which bytes it has. */
module.exports = 'asset'
