/**
 * The colour schemes of Cynthia Brewer that Graphviz knows (https://graphviz.org/doc/info/colors.html#brewer,
 * from colorbrewer.org): `blues9` has nine colours, named `1` to `9`. The values are those that Graphviz draws.
 */

/** Each scheme's colours, and for each size, from three on, which of them it takes, as digits of base 36. */
interface Family {
  readonly sizes: readonly string[]
  readonly colors: string
}

const sequential: Family = {
  sizes: '012 3456 34527 381527 38159ab c08159ab c08159a7d'.split(' '),
  colors: `
  blues deebf7 9ecae1 3182bd eff3ff bdd7e7 6baed6 2171b5 08519c c6dbef 4292c6 2171b5 084594 f7fbff
    08306b,
  bugn e5f5f9 99d8c9 2ca25f edf8fb b2e2e2 66c2a4 238b45 006d2c ccece6 41ae76 238b45 005824 f7fcfd
    00441b,
  bupu e0ecf4 9ebcda 8856a7 edf8fb b3cde3 8c96c6 88419d 810f7c bfd3e6 8c6bb1 88419d 6e016b f7fcfd
    4d004b,
  gnbu e0f3db a8ddb5 43a2ca f0f9e8 bae4bc 7bccc4 2b8cbe 0868ac ccebc5 4eb3d3 2b8cbe 08589e f7fcf0
    084081,
  greens e5f5e0 a1d99b 31a354 edf8e9 bae4b3 74c476 238b45 006d2c c7e9c0 41ab5d 238b45 005a32 f7fcf5
    00441b,
  greys f0f0f0 bdbdbd 636363 f7f7f7 cccccc 969696 525252 252525 d9d9d9 737373 525252 252525 ffffff
    000000,
  oranges fee6ce fdae6b e6550d feedde fdbe85 fd8d3c d94701 a63603 fdd0a2 f16913 d94801 8c2d04 fff5eb
    7f2704,
  orrd fee8c8 fdbb84 e34a33 fef0d9 fdcc8a fc8d59 d7301f b30000 fdd49e ef6548 d7301f 990000 fff7ec
    7f0000,
  pubu ece7f2 a6bddb 2b8cbe f1eef6 bdc9e1 74a9cf 0570b0 045a8d d0d1e6 3690c0 0570b0 034e7b fff7fb
    023858,
  pubugn ece2f0 a6bddb 1c9099 f6eff7 bdc9e1 67a9cf 02818a 016c59 d0d1e6 3690c0 02818a 016450 fff7fb
    014636,
  purd e7e1ef c994c7 dd1c77 f1eef6 d7b5d8 df65b0 ce1256 980043 d4b9da e7298a ce1256 91003f f7f4f9
    67001f,
  purples efedf5 bcbddc 756bb1 f2f0f7 cbc9e2 9e9ac8 6a51a3 54278f dadaeb 807dba 6a51a3 4a1486 fcfbfd
    3f007d,
  rdpu fde0dd fa9fb5 c51b8a feebe2 fbb4b9 f768a1 ae017e 7a0177 fcc5c0 dd3497 ae017e 7a0177 fff7f3
    49006a,
  reds fee0d2 fc9272 de2d26 fee5d9 fcae91 fb6a4a cb181d a50f15 fcbba1 ef3b2c cb181d 99000d fff5f0
    67000d,
  ylgn f7fcb9 addd8e 31a354 ffffcc c2e699 78c679 238443 006837 d9f0a3 41ab5d 238443 005a32 ffffe5
    004529,
  ylgnbu edf8b1 7fcdbb 2c7fb8 ffffcc a1dab4 41b6c4 225ea8 253494 c7e9b4 1d91c0 225ea8 0c2c84 ffffd9
    081d58,
  ylorbr fff7bc fec44f d95f0e ffffd4 fed98e fe9929 cc4c02 993404 fee391 ec7014 cc4c02 8c2d04 ffffe5
    662506,
  ylorrd ffeda0 feb24c f03b20 ffffb2 fecc5c fd8d3c e31a1c bd0026 fed976 fc4e2a e31a1c b10026 ffffcc
    800026`,
}

const diverging: Family = {
  sizes: '012 3456 34156 70892a 708192a 7b4895ca 7b48195ca d7b4895cae d7b48195cae'.split(' '),
  colors: `
  brbg d8b365 f5f5f5 5ab4ac a6611a dfc27d 80cdc1 018571 8c510a f6e8c3 c7eae5 01665e bf812d 35978f
    543005 003c30,
  piyg e9a3c9 f7f7f7 a1d76a d01c8b f1b6da b8e186 4dac26 c51b7d fde0ef e6f5d0 4d9221 de77ae 7fbc41
    8e0152 276419,
  prgn af8dc3 f7f7f7 7fbf7b 7b3294 c2a5cf a6dba0 008837 762a83 e7d4e8 d9f0d3 1b7837 9970ab 5aae61
    40004b 00441b,
  puor f1a340 f7f7f7 998ec3 e66101 fdb863 b2abd2 5e3c99 b35806 fee0b6 d8daeb 542788 e08214 8073ac
    7f3b08 2d004b,
  rdbu ef8a62 f7f7f7 67a9cf ca0020 f4a582 92c5de 0571b0 b2182b fddbc7 d1e5f0 2166ac d6604d 4393c3
    67001f 053061,
  rdgy ef8a62 ffffff 999999 ca0020 f4a582 bababa 404040 b2182b fddbc7 e0e0e0 4d4d4d d6604d 878787
    67001f 1a1a1a,
  rdylbu fc8d59 ffffbf 91bfdb d7191c fdae61 abd9e9 2c7bb6 d73027 fee090 e0f3f8 4575b4 f46d43 74add1
    a50026 313695,
  rdylgn fc8d59 ffffbf 91cf60 d7191c fdae61 a6d96a 1a9641 d73027 fee08b d9ef8b 1a9850 f46d43 66bd63
    a50026 006837,
  spectral fc8d59 ffffbf 99d594 d7191c fdae61 abdda4 2b83ba d53e4f fee08b e6f598 3288bd f46d43 66c2a5
    9e0142 5e4fa2`,
}

/** A smaller scheme has the first colours of a larger one. */
const qualitative = `
  accent 7fc97f beaed4 fdc086 ffff99 386cb0 f0027f bf5b17 666666,
  dark2 1b9e77 d95f02 7570b3 e7298a 66a61e e6ab02 a6761d 666666,
  paired a6cee3 1f78b4 b2df8a 33a02c fb9a99 e31a1c fdbf6f ff7f00 cab2d6 6a3d9a ffff99 b15928,
  pastel1 fbb4ae b3cde3 ccebc5 decbe4 fed9a6 ffffcc e5d8bd fddaec f2f2f2,
  pastel2 b3e2cd fdcdac cbd5e8 f4cae4 e6f5c9 fff2ae f1e2cc cccccc,
  set1 e41a1c 377eb8 4daf4a 984ea3 ff7f00 ffff33 a65628 f781bf 999999,
  set2 66c2a5 fc8d62 8da0cb e78ac3 a6d854 ffd92f e5c494 b3b3b3,
  set3 8dd3c7 ffffb3 bebada fb8072 80b1d3 fdb462 b3de69 fccde5 d9d9d9 bc80bd ccebc5 ffed6f`

const schemes: ReadonlyMap<string, readonly string[]> = new Map([
  ...schemesOf(sequential),
  ...schemesOf(diverging),
  ...entries(qualitative).flatMap(([name, colors]) =>
    colors.slice(2).map((_, index) => [`${name}${index + 3}`, colors.slice(0, index + 3)] as const),
  ),
])

function schemesOf({ sizes, colors }: Family): (readonly [string, readonly string[]])[] {
  return entries(colors).flatMap(([name, all]) =>
    sizes.map(
      (digits, index) =>
        [`${name}${index + 3}`, [...digits].map(digit => all[Number.parseInt(digit, 36)]!)] as const,
    ),
  )
}

function entries(text: string): (readonly [name: string, colors: readonly string[]])[] {
  return text.split(',').map(entry => {
    const [name, ...colors] = entry.trim().split(/\s+/)
    return [name!, colors.map(color => `#${color}`)] as const
  })
}

/** The colour of a scheme by its number, both in small letters; `undefined` where there is none. */
export function brewerColor(scheme: string, number: string): string | undefined {
  return /^[1-9]\d?$/.test(number) ? schemes.get(scheme)?.[Number(number) - 1] : undefined
}

/** Every colour that there is, as DOT names it wherever it stands: `/blues9/3`. */
export function brewerNames(): string[] {
  return [...schemes].flatMap(([scheme, colors]) => colors.map((_, index) => `/${scheme}/${index + 1}`))
}
